/// The cadence of one minute.
public struct CadenceMinute: Hashable, Sendable, Codable {
  /// Whole minutes after the start.
  public var minute: Int
  /// The typical cadence of what was stepped: the mean of its windows no farther from their median than a tenth of it.
  /// `nil` where less than a quarter of the minute was stepped.
  public var cadence: Cadence?
  /// Windows with steps by all windows of the minute, from 0 to 1.
  public var steppingShare: Double

  public init(minute: Int, cadence: Cadence?, steppingShare: Double) {
    (self.minute, self.cadence, self.steppingShare) = (minute, cadence, steppingShare)
  }
}

/// Puts windows together to minutes. A window that straddles two minutes counts for neither.
///
/// A minute is given when the first window of a later one comes; minutes without a window are left out.
public struct CadenceMinuteStage: Stage {
  private var minute = 0
  private var windows = 0
  private var stepped: [Cadence] = []

  static let leastShare = 0.25
  static let tolerance = 0.1

  public init() {}

  public mutating func push(_ input: consuming [CadenceWindow]) -> [CadenceMinute] {
    var complete: [CadenceMinute] = []
    for window in input {
      let minute = Int((window.seconds / 60).rounded(.down))
      if minute != self.minute {
        complete += finish()
        self.minute = minute
      }
      // A window that ends with the minute may end a rounding error behind it.
      guard window.seconds + window.lengthSeconds <= Double(minute + 1) * 60 + 1e-6 else { continue }
      windows += 1
      if let cadence = window.cadence { stepped.append(cadence) }
    }
    return complete
  }

  public mutating func finish() -> [CadenceMinute] {
    guard windows > 0 else { return [] }
    defer { (windows, stepped) = (0, []) }
    let share = Double(stepped.count) / Double(windows)
    return [
      CadenceMinute(
        minute: minute, cadence: share >= Self.leastShare ? Self.typical(stepped) : nil, steppingShare: share)
    ]
  }

  private static func typical(_ cadences: [Cadence]) -> Cadence? {
    let sorted = cadences.map(\.stepsPerMinute).sorted()
    guard !sorted.isEmpty else { return nil }
    let median = sorted[(sorted.count - 1) / 2]
    let near = cadences.filter { abs($0.stepsPerMinute - median) <= tolerance * median }
    return Cadence(
      stepsPerMinute: near.reduce(0) { $0 + $1.stepsPerMinute } / Double(near.count),
      confidence: near.reduce(0) { $0 + $1.confidence } / Double(near.count))
  }
}
