/// The cadence of one window.
public struct CadenceWindow: Hashable, Sendable, Codable {
  /// Seconds after the start at which the window begins.
  public var seconds: Double
  public var lengthSeconds: Double
  /// `nil` where nobody steps, or too little of the window is usable.
  public var cadence: Cadence?

  public init(seconds: Double, lengthSeconds: Double, cadence: Cadence?) {
    (self.seconds, self.lengthSeconds, self.cadence) = (seconds, lengthSeconds, cadence)
  }
}

/// Windows of one or more axes side by side, and the cadence in them.
struct CadenceFinder: Sendable {
  let settings: CadenceSettings
  private var axes: [WindowStage]

  init(_ settings: CadenceSettings, axes count: Int) {
    self.settings = settings
    axes = Array(
      repeating: WindowStage(.seconds(settings.windowSeconds, hop: settings.hopSeconds)), count: count)
  }

  mutating func push(_ blocks: [SampleBlock]) -> [CadenceWindow] {
    precondition(blocks.count == axes.count, "\(blocks.count) blocks for \(axes.count) axes")
    let windows = axes.indices.map { axes[$0].push(blocks[$0]) }
    guard let lead = windows.first, let first = lead.first else { return [] }
    var estimator = CadenceEstimator(count: first.count, hertz: first.hertz, settings: settings)
    return lead.indices.map { index in
      let window = lead[index]
      return CadenceWindow(
        seconds: window.seconds, lengthSeconds: window.lengthSeconds,
        cadence: estimator?.cadence(windows.compactMap { $0[index].values }))
    }
  }
}

/// Cadence from one channel: the vertical axis, or the magnitude of an acceleration that still has gravity in it. Without
/// gravity the magnitude comes round twice a period; then take the axes.
public struct CadenceStage: Stage {
  private var finder: CadenceFinder

  /// - Precondition: the clock of the blocks is regular.
  public init(_ settings: CadenceSettings = CadenceSettings()) {
    finder = CadenceFinder(settings, axes: 1)
  }

  public mutating func push(_ input: consuming SampleBlock) -> [CadenceWindow] { finder.push([input]) }
}

/// Cadence from the three axes of an acceleration, with gravity or without, however the sensor is turned.
public struct AxesCadenceStage: Stage {
  private var finder: CadenceFinder

  /// - Precondition: the clock of the blocks is regular.
  public init(_ settings: CadenceSettings = CadenceSettings()) {
    finder = CadenceFinder(settings, axes: 3)
  }

  public mutating func push(_ input: consuming IMUBlock) -> [CadenceWindow] {
    let (axes, clock) = (input.acceleration, input.clock)
    return finder.push(
      [axes.x, axes.y, axes.z].map { SampleBlock(values: $0, flags: axes.flags, clock: clock) })
  }

  /// Three channels that were cleaned each by itself; of one length and clock.
  public mutating func push(x: SampleBlock, y: SampleBlock, z: SampleBlock) -> [CadenceWindow] {
    finder.push([x, y, z])
  }
}
