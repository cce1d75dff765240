public import Domain

/// Reads TCX, Garmin's Training Center Database: one recording for each activity.
public enum TCXImporter: Importer {
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    XMLRoot.name(in: bytes) == "TrainingCenterDatabase"
  }

  public static func read(_ bytes: [UInt8], in _: ImportContext) -> ImportOutcome {
    read(bytes, chunkBytes: XMLReader.chunkBytes)
  }

  /// The same, with the bytes taken so many at a time.
  package static func read(_ bytes: [UInt8], chunkBytes: Int) -> ImportOutcome {
    guard !bytes.isEmpty else { return ImportOutcome(problems: [ImportProblem(.emptyFile)]) }
    guard recognises(bytes) else {
      return ImportOutcome(problems: [ImportProblem(.notThisFormat, at: 0)])
    }
    var reader = TCXReader()
    let xmlBreak = XMLReader.read(bytes, into: &reader, chunkBytes: chunkBytes)
    return reader.outcome(xmlBreak)
  }
}
