/// The heart rate an effort asks for, out of the one it has reached: h + τ dh/dt.
///
/// Heart rate follows a change of effort as 1 − exp(−t/τ), half a minute for healthy adults, slower on the way down
/// (Bearden & Moffatt 2001, Med Sci Sports Exerc 33:30, and others since); turned round, the step is a step again. The
/// slope is that of the least-squares line through the `2 reach + 1` seconds around, of which at least half must have
/// been heard. One sample is one second, beats a minute.
public struct HeartRateDemand: Stage {
  /// Seconds.
  public let timeConstant: Double
  /// Seconds on either side that the slope is taken from.
  public let reach: Int
  private var held = SampleBlock()
  /// How many samples at the front of `held` were given out and are kept for the slope.
  private var past = 0

  public init(timeConstant: Double = 30, reach: Int = 10) {
    precondition(reach > 0, "a slope of one point")
    (self.timeConstant, self.reach) = (timeConstant, reach)
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    held.append(input)
    return take(upTo: held.count - reach)
  }

  public mutating func finish() -> SampleBlock { take(upTo: held.count) }

  private mutating func take(upTo end: Int) -> SampleBlock {
    guard end > past else { return SampleBlock() }
    var result = held.part(past..<end)
    for index in past..<end {
      guard let value = held.usable(index) else { continue }
      if let slope = slope(around: index) {
        result.values[index - past] = max(0, value + Float(timeConstant * slope))
      }
    }
    past = end
    if past > reach {
      _ = held.removeFirst(past - reach)
      past = reach
    }
    return result
  }

  /// Beats a minute a second; `nil` where too little was heard.
  private func slope(around index: Int) -> Double? {
    var (count, sumX, sumY, sumXX, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for place in max(0, index - reach)..<min(held.count, index + reach + 1) {
      guard let value = held.usable(place) else { continue }
      let x = Double(place - index)
      let y = Double(value)
      (count, sumX, sumY, sumXX, sumXY) = (count + 1, sumX + x, sumY + y, sumXX + x * x, sumXY + x * y)
    }
    let spread = count * sumXX - sumX * sumX
    guard count > Double(reach), spread > 0 else { return nil }
    return (count * sumXY - sumX * sumY) / spread
  }
}

/// The demand behind a heart rate that is laid out in seconds.
func heartRateDemand(_ grid: SecondGrid) -> SecondGrid {
  var stage = HeartRateDemand()
  let block = stage.run(SampleBlock((0..<grid.count).map { grid[$0].map(Float.init) ?? .nan }, hertz: 1))
  return SecondGrid((0..<block.count).map { block.usable($0).map(Double.init) }, origin: grid.origin)
}
