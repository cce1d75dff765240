public import Domain

/// Reads FIT, the binary format of sports watches and bicycle computers: one recording for each
/// session.
public enum FITImporter: Importer {
  public static func recognises(_ bytes: [UInt8]) -> Bool { FITHeader(bytes, at: 0) != nil }

  public static func read(_ bytes: [UInt8], in _: ImportContext) -> ImportOutcome {
    guard !bytes.isEmpty else { return ImportOutcome(problems: [ImportProblem(.emptyFile)]) }
    guard recognises(bytes) else {
      return ImportOutcome(problems: [ImportProblem(.notThisFormat, at: 0)])
    }
    let file = FITFile(bytes)
    var outcome = ImportOutcome(problems: file.problems)
    for part in file.parts where part.records.count > 0 {
      outcome.recordings += FITRecordingMaker(part).recordings()
      outcome.records = outcome.records + counts(part.records)
    }
    outcome.problems += summary(of: file, refused: outcome.records.refused)
    return outcome
  }

  /// A record without a time is refused; one with a heart rate of 0, as some devices write where
  /// the strap was silent, is kept and flagged.
  private static func counts(_ records: FITRecords) -> RecordCounts {
    var counts = RecordCounts()
    counts.read = records.count
    for index in 0..<records.count {
      if records.timestamps[index] == nil {
        counts.refused += 1
      } else if records.value(.heartRate, at: index) == 0 {
        counts.flagged += 1
      }
    }
    counts.kept = counts.read - counts.refused
    return counts
  }

  /// The problems that concern the file as a whole.
  private static func summary(of file: FITFile, refused: Int) -> [ImportProblem] {
    var codes: [ImportProblem.Code] = []
    let skipped = file.parts.reduce(0) { $0 + $1.developerFieldsSkipped }
    if skipped > 0 { codes.append(.developerFieldsSkipped(skipped)) }
    if refused > 0 { codes.append(.timestampMissing(records: refused)) }
    let late = file.parts.reduce(0) { $0 + stepsBack(in: $1.records) }
    if late > 0 { codes.append(.timeStepsBack(records: late)) }
    if file.parts.allSatisfy({ $0.records.count == 0 }) {
      codes.append(.noRecords(fileType: fileType(file)))
    }
    return codes.map { ImportProblem($0) }
  }

  /// How many records are not later than the one before them.
  private static func stepsBack(in records: FITRecords) -> Int {
    let times = records.timestamps.compactMap(\.self)
    return zip(times, times.dropFirst()).count { $0 >= $1 }
  }

  private static func fileType(_ file: FITFile) -> String {
    let type = file.parts.lazy.compactMap { $0.messages(.fileID).first?.integer(0) }.first
    return FITProfile.fileTypes[type] ?? type.map { "\($0)" } ?? "unknown"
  }
}
