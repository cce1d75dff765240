public import Domain

public enum RecordingTableImporter: Importer {
  public static func recognises(_ bytes: [UInt8]) -> Bool { false }
  public static func read(_ bytes: [UInt8], in context: ImportContext) -> ImportOutcome {
    ImportOutcome(problems: [ImportProblem(bytes.isEmpty ? .emptyFile : .notThisFormat, at: bytes.isEmpty ? nil : 0)])
  }
}
