/// What prep's time is told by.
enum PrepStage: String, CaseIterable, Sendable { case load, flag, interp, smooth, fft, rms, minmax }

/// Seconds of each stage.
struct PrepSeconds: Sendable {
  private var values = Array(repeating: 0.0, count: PrepStage.allCases.count)
  private var last = ContinuousClock.now

  subscript(stage: PrepStage) -> Double { values[Self.index(stage)] }
  var total: Double { values.reduce(0, +) }

  /// What has passed since the last call belonged to no stage.
  mutating func skip() { last = .now }

  /// What has passed since the last call was work of this stage.
  mutating func lap(_ stage: PrepStage) {
    let now = ContinuousClock.now
    let parts = (now - last).components
    values[Self.index(stage)] += Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    last = now
  }

  mutating func add(_ other: PrepSeconds) {
    for index in values.indices { values[index] += other.values[index] }
  }

  private static func index(_ stage: PrepStage) -> Int {
    switch stage {
    case .load: 0
    case .flag: 1
    case .interp: 2
    case .smooth: 3
    case .fft: 4
    case .rms: 5
    case .minmax: 6
    }
  }
}
