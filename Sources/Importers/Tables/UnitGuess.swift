import Domain

/// What the numbers of a column look like, when that is not the unit its head says.
///
/// The middle of the numbers is compared with what the unit allows and another unit would explain; a column whose numbers
/// could be of the unit that is said is never doubted. Rates of turning and fields are not judged: no middle of theirs is
/// telling.
struct UnitGuess {
  /// The unit that would explain the numbers.
  let looksLike: String

  /// - Parameters:
  ///   - middle: median of the size of the column's numbers, as the table has them; of the length of the three for axes.
  ///   - isOnFoot: whether the session went at a runner's or a walker's speed.
  init?(_ column: RecordingColumn, middle: Double, isOnFoot: Bool) {
    let saysG = column.factor > 9 && Channel.Kind.accelerationAxes.contains(column.kind)
    switch column.kind {
    case .heartRate where (0.4...4).contains(middle): looksLike = "beats a second"
    case .spO2 where (0.5...1).contains(middle): looksLike = "shares of 1"
    case .temperature where (75...115).contains(middle): looksLike = "°F"
    case .speed where column.factor == 1 && isOnFoot && (9...25).contains(middle): looksLike = "km/h"
    case .accelerationX, .accelerationY, .accelerationZ:
      if !saysG, (0.8...1.6).contains(middle) {
        looksLike = "g"
      } else if saysG, (8...16).contains(middle) {
        looksLike = "m/s²"
      } else {
        return nil
      }
    default: return nil
    }
  }
}

/// Numbers of one column as they stand in the table, enough of them for a middle.
struct UnitSample {
  private var numbers: [Double] = []
  private static let wanted = 4096

  mutating func add(_ number: Double) {
    if numbers.count < Self.wanted { numbers.append(number) }
  }

  var count: Int { numbers.count }
  subscript(index: Int) -> Double { numbers[index] }

  /// Median of the sizes; `nil` below ten numbers, which say too little.
  var middle: Double? { Self.median(numbers.map(abs)) }

  /// Median of the length of three axes.
  static func middle(_ axes: [UnitSample]) -> Double? {
    let count = axes.map(\.count).min() ?? 0
    return median((0..<count).map { row in axes.reduce(0) { $0 + $1[row] * $1[row] }.squareRoot() })
  }

  private static func median(_ numbers: [Double]) -> Double? {
    guard numbers.count >= 10 else { return nil }
    return numbers.sorted()[numbers.count / 2]
  }
}
