import Domain

/// What a file of tracks has come to so far.
struct TrackFile {
  private static let firstYearOfTraining = 2000

  private(set) var recordings: [Recording] = []
  private var tally = TrackTally()

  /// Counts the points, and keeps the recording made of them where there is one.
  mutating func add(_ columns: TrackColumns, _ recording: Recording?) {
    tally = tally + columns.tally
    if let recording { recordings.append(recording) }
  }

  /// Everything that was read, and what was wrong.
  ///
  /// - Parameter kind: what the file is, where it has no recording.
  func outcome(_ xmlBreak: XMLBreak?, kind: String) -> ImportOutcome {
    var problems = xmlBreak.map { [$0.problem] } ?? []
    if recordings.isEmpty {
      if xmlBreak == nil { problems.append(ImportProblem(.noRecords(fileType: kind))) }
    } else {
      problems += codes.map { ImportProblem($0) }
    }
    return ImportOutcome(recordings: recordings, problems: problems, records: tally.records)
  }

  /// The problems that concern the file as a whole.
  private var codes: [ImportProblem.Code] {
    var codes: [ImportProblem.Code] = []
    if tally.records.refused > 0 { codes.append(.timestampMissing(records: tally.records.refused)) }
    if tally.stepsBack > 0 { codes.append(.timeStepsBack(records: tally.stepsBack)) }
    for field in TrackField.allCases {
      guard let count = tally.impossible[field] else { continue }
      codes.append(.impossibleValues(channel: field.kind, count: count))
    }
    for recording in recordings {
      let year = recording.start.day(utcOffsetSeconds: 0).civil.year
      if year < Self.firstYearOfTraining { codes.append(.clockNeverSet(year: year)) }
    }
    return codes
  }
}
