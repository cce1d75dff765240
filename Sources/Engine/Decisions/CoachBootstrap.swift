package import Domain
package import Numerics

/// Draws whole coaches with replacement and pools what they did (cluster bootstrap; Field & Welsh 2007).
///
/// A coach's decisions resemble one another, so that single decisions drawn as if each were independent would
/// give intervals that are too narrow. Several sides are drawn at once: what a coach did on either goes with
/// the coach.
package struct CoachBootstrap: Sendable {
  private let coaches: Int
  private let sides: [Side]

  private struct Side {
    /// Ascending, and the place of the coach whose each is.
    var values: [(seconds: Double, coach: Int)]
    /// How many each coach has.
    var counts: [Int]
  }

  /// - Parameter sides: seconds by coach. The order of neither coaches nor seconds matters.
  package init(_ sides: [[CoachID: [Double]]]) {
    let all = Set(sides.flatMap(\.keys)).sorted()
    coaches = all.count
    self.sides = sides.map { side in
      let values = all.enumerated().flatMap { place, coach in
        (side[coach] ?? []).map { (seconds: $0, coach: place) }
      }
      return Side(values: values.sorted(by: <), counts: all.map { side[$0]?.count ?? 0 })
    }
  }

  /// Medians of all sides in one draw of as many coaches as there are; drawn again while a side is empty, at
  /// most `draws` times in all, else `nil`.
  ///
  /// So the draws are those of the bootstrap given that no side is empty.
  /// - Complexity: linear in the decisions for each draw.
  package func medians(using generator: inout SeededGenerator, draws: Int) -> [Double]? {
    precondition(coaches > 0, "nobody to draw")
    for _ in 0..<draws {
      var times = Array(repeating: 0, count: coaches)
      for _ in 0..<coaches { times[Int.random(in: 0..<coaches, using: &generator)] += 1 }
      let medians = sides.compactMap { median(of: $0, times) }
      if medians.count == sides.count { return medians }
    }
    return nil
  }

  /// Median of values that each stand for as many as their coach was drawn.
  private func median(of side: Side, _ times: [Int]) -> Double? {
    let total = zip(side.counts, times).reduce(0) { $0 + $1.0 * $1.1 }
    guard total > 0 else { return nil }
    var passed = 0
    var lower: Double?
    for value in side.values {
      passed += times[value.coach]
      if lower == nil, passed > (total - 1) / 2 { lower = value.seconds }
      if let lower, passed > total / 2 { return (lower + value.seconds) / 2 }
    }
    return nil
  }
}
