public import Domain

/// Reads the tables of `docs/tables.md`: people, sessions, mornings, tests, injuries and dates, a row each, with
/// separated values; PMData's resting heart rate in JSON besides.
public enum TableImporter: Importer {
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    if RestingHeartRateJSON.recognises(bytes) { return true }
    return TableHead(CSVFile(bytes, rowLimit: 1), today: nil) != nil
  }

  public static func read(_ bytes: [UInt8], in context: ImportContext) -> ImportOutcome {
    guard !bytes.isEmpty else { return ImportOutcome(problems: [ImportProblem(.emptyFile)]) }
    if RestingHeartRateJSON.recognises(bytes) {
      return RestingHeartRateJSON.read(bytes, in: context)
    }
    guard recognises(bytes), let head = TableHead(CSVFile(bytes), today: context.today) else {
      return ImportOutcome(problems: [ImportProblem(.notThisFormat, at: 0)])
    }
    var reader = TableReader(head)
    return reader.read()
  }
}
