/// Mean and spread of one duration over strides, in seconds.
public struct DurationSpread: Hashable, Sendable {
  public var mean: Double
  /// Sample standard deviation; `nil` of a single stride.
  public var deviation: Double?
  /// Deviation over mean, %.
  public var coefficientOfVariation: Double? { deviation.map { 100 * $0 / mean } }

  /// - Returns: `nil` of none.
  init?(_ durations: [Double]) {
    guard !durations.isEmpty else { return nil }
    let count = Double(durations.count)
    let mean = durations.reduce(0, +) / count
    self.mean = mean
    let squares = durations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = count > 1 ? (squares / (count - 1)).squareRoot() : nil
  }
}

/// The strides of one foot in short; refused ones only count as such.
public struct StrideSummary: Hashable, Sendable {
  /// Strides that count.
  public var count: Int
  public var refused: Int
  public var strideTime: DurationSpread
  public var stanceTime: DurationSpread
  public var swingTime: DurationSpread
  /// Steps of both feet a minute, as far as one foot tells: two in each stride, 120 / stride time.
  public var cadence: Double { 120 / strideTime.mean }

  /// - Returns: `nil` where no stride counts.
  public init?(_ strides: [Stride]) {
    let counting = strides.filter { $0.refusal == nil }
    guard let stride = DurationSpread(counting.map(\.strideTime)),
      let stance = DurationSpread(counting.map(\.stanceTime)),
      let swing = DurationSpread(counting.map(\.swingTime))
    else { return nil }
    (count, refused) = (counting.count, strides.count - counting.count)
    (strideTime, stanceTime, swingTime) = (stride, stance, swing)
  }
}

/// How the left foot differs from the right: the symmetry index (Robinson et al. 1987), %.
///
/// (left − right) / ((left + right) / 2) · 100; 0 is alike, positive is longer on the left.
public struct GaitAsymmetry: Hashable, Sendable {
  /// Strides of each foot that it is from.
  public var leftCount: Int
  public var rightCount: Int
  public var strideTime: Double
  public var stanceTime: Double
  public var swingTime: Double

  public init(left: StrideSummary, right: StrideSummary) {
    func index(_ duration: KeyPath<StrideSummary, DurationSpread>) -> Double {
      let (a, b) = (left[keyPath: duration].mean, right[keyPath: duration].mean)
      return 100 * (a - b) / ((a + b) / 2)
    }
    (leftCount, rightCount) = (left.count, right.count)
    strideTime = index(\.strideTime)
    stanceTime = index(\.stanceTime)
    swingTime = index(\.swingTime)
  }
}
