import Domain

/// Times between heart beats while they are read, with what was wrong among them.
struct BeatIntervals {
  /// Milliseconds; the longest that formats with sixteen bits can hold.
  static let longest = 65_535.0

  /// Milliseconds, in order; none is 0 or negative.
  private(set) var intervals: [Int32] = []
  private(set) var records = RecordCounts()
  private(set) var problems: [ImportProblem] = []

  /// Adds a time in milliseconds. One that is not above 0 is left out and flagged: instruments write it where
  /// they lost the beat. One that is too long is refused.
  mutating func add(_ milliseconds: Double, as text: ArraySlice<UInt8>, line: Int) {
    records.read += 1
    guard milliseconds.rounded() <= Self.longest else {
      let word = String(decoding: text, as: UTF8.self)
      problems.append(ImportProblem(.impossible(word, 1...Self.longest, "ms"), line: line))
      records.refused += 1
      return
    }
    records.kept += 1
    guard milliseconds.rounded() > 0 else {
      records.flagged += 1
      return
    }
    intervals.append(Int32(milliseconds.rounded()))
  }

  /// Refuses something that is no number.
  mutating func refuse(_ text: ArraySlice<UInt8>, line: Int) {
    records.read += 1
    records.refused += 1
    problems.append(ImportProblem(.notANumber(String(decoding: text, as: UTF8.self)), line: line))
  }

  /// Seconds from the first beat to the last.
  var seconds: Double { Double(intervals.reduce(0) { $0 + Int64($1) }) / 1000 }
}
