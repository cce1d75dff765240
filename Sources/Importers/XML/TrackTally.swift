import Domain

/// What was counted over the points of a file.
struct TrackTally {
  private(set) var records = RecordCounts()
  /// How many values nobody can have.
  private(set) var impossible: [TrackField: Int] = [:]
  /// Points that are not later than the one before them.
  var stepsBack = 0

  /// A point without a time is refused; one with an impossible value is kept and flagged.
  mutating func count(_ point: TrackPoint) {
    records.read += 1
    guard point.time != nil else {
      records.refused += 1
      return
    }
    records.kept += 1
    var isFlagged = false
    for field in TrackField.allCases where point.isImpossible(field) {
      impossible[field, default: 0] += 1
      isFlagged = true
    }
    if isFlagged { records.flagged += 1 }
  }

  static func + (lhs: Self, rhs: Self) -> Self {
    var sum = lhs
    sum.records = lhs.records + rhs.records
    sum.impossible.merge(rhs.impossible, uniquingKeysWith: +)
    sum.stepsBack += rhs.stepsBack
    return sum
  }
}
