/// Finds the steady stretches of a channel of about one value a second: every `hopSeconds`, the last
/// `windowSeconds`, when enough of their samples are usable and their sample standard deviation is within its
/// limit.
///
/// Steady is not yet at rest: a run at an even pace is steady too. `Baseline` asks whether the athlete lay
/// still.
public struct RestingWindowStage: Stage {
  public struct Settings: Hashable, Sendable, Codable {
    public var windowSeconds = 60.0
    public var hopSeconds = 10.0
    /// Highest sample standard deviation, in the channel's unit.
    public var deviation: Double
    /// Fewest usable samples.
    public var minimumCount = 30
    /// Least share of the samples in the window that must be usable.
    public var minimumShare = 0.8

    public init(deviation: Double) { self.deviation = deviation }

    /// Within 3 beats a minute.
    public static let heartRate = Settings(deviation: 3)
    /// Within 1 point.
    public static let saturation = Settings(deviation: 1)
  }

  private let settings: Settings
  private var origin: Double?
  /// Of the hop that is being heard.
  private var number = 0.0
  private var seconds: [Double] = []
  private var values: [Double?] = []

  public init(_ settings: Settings) {
    precondition(
      settings.hopSeconds > 0 && settings.windowSeconds >= settings.hopSeconds
        && settings.minimumCount >= 3,
      "windows of \(settings.windowSeconds) s every \(settings.hopSeconds) s")
    self.settings = settings
  }

  public mutating func push(_ input: consuming SampleBlock) -> [RestingWindow] {
    var found: [RestingWindow] = []
    for index in 0..<input.count {
      let time = input.seconds(index)
      let start = origin ?? time
      origin = start
      let hop = ((time - start) / settings.hopSeconds).rounded(.down)
      if hop != number {
        if let window = window() { found.append(window) }
        number = hop
        forget(before: start + (hop + 1) * settings.hopSeconds - settings.windowSeconds)
      }
      seconds.append(time)
      values.append(input.usable(index).map(Double.init))
    }
    return found
  }

  /// The last window, unless it is short of more than one sample at its end.
  public mutating func finish() -> [RestingWindow] {
    guard let origin, let last = seconds.last, let first = seconds.first, seconds.count > 1 else { return [] }
    let step = (last - first) / Double(seconds.count - 1)
    guard last + 1.5 * step >= origin + (number + 1) * settings.hopSeconds else { return [] }
    return window().map { [$0] } ?? []
  }

  private mutating func forget(before time: Double) {
    let old = seconds.firstIndex { $0 >= time } ?? seconds.count
    seconds.removeFirst(old)
    values.removeFirst(old)
  }

  /// The one that ends with the hop being heard.
  private func window() -> RestingWindow? {
    guard let origin else { return nil }
    let end = origin + (number + 1) * settings.hopSeconds
    let start = end - settings.windowSeconds
    guard start >= origin - 1e-9 else { return nil }
    let inside = seconds.indices.filter { seconds[$0] >= start && seconds[$0] < end }
    let usable = inside.compactMap { values[$0] }
    guard usable.count >= settings.minimumCount,
      Double(usable.count) >= settings.minimumShare * Double(inside.count)
    else { return nil }
    let count = Double(usable.count)
    let mean = usable.reduce(0, +) / count
    let squares = usable.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / (count - 1)).squareRoot()
    guard deviation <= settings.deviation else { return nil }
    let products = zip(usable, usable.dropFirst()).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    return RestingWindow(
      seconds: start..<end, mean: mean, deviation: deviation, count: usable.count,
      correlation: squares > 0 ? min(0.95, max(0, products / squares)) : 0)
  }
}
