import Signals
import Support

/// `References/beats.json`: series of RR intervals, the faults put into them, and NeuroKit2's classes.
struct BeatFixture: Decodable {
  struct Fault: Decodable {
    var kind: String
    var at: Int
  }
  struct Case: Decodable {
    var name: String
    var intervals: [Double]
    var faults: [Fault]
    var classes: [String: [Int]]
    /// Root mean square of the differences after NeuroKit2 corrected it, ms.
    var correctedRMSSD: Double

    /// NeuroKit2's classes, one for each interval.
    var kinds: [BeatKind] {
      var kinds = [BeatKind](repeating: .normal, count: intervals.count)
      let names: [String: BeatKind] = [
        "ectopic": .ectopic, "missed": .missed, "extra": .extra, "longshort": .longOrShort,
      ]
      for (name, places) in classes { for place in places { kinds[place] = names[name]! } }
      return kinds
    }
  }
  var cases: [Case]

  static func read() throws -> BeatFixture {
    try SharedFiles.reference("beats.json", as: BeatFixture.self)
  }
}

/// Root mean square of the differences of neighbours.
func rootMeanSquareOfDifferences(_ intervals: [Double]) -> Double {
  let squares = zip(intervals.dropFirst(), intervals).map { ($0 - $1) * ($0 - $1) }
  return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
}
