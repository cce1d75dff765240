/// How alike a signal is to itself some samples later, through the spectrum (Wiener 1930, Khinchin 1934):
/// r(k) = Σ (x_n − x̄)(x_(n+k) − x̄) for n + k < N, for windows of one length.
///
/// Several signals of one length, as the axes of a sensor, are added up: the sum does not depend on how the sensor was
/// turned. Unit: the signal's, squared.
/// - Complexity: N·log N.
public struct Autocorrelation: ~Copyable {
  public enum Scaling: Hashable, Sendable {
    /// r(k)/N: falls to 0 with the lag, its transform is never negative.
    case biased
    /// r(k)/(N − k): a periodic signal comes back as high as it began; noisy at long lags.
    case unbiased
  }

  /// Samples of a window.
  public let count: Int
  /// The longest lag.
  public let lags: Int
  /// Samples with the zeros that keep the end from meeting the beginning.
  let padded: Int
  private var fourier: RealFourier
  private var signal: [Float]
  private var powers: [Double]
  private var sum: [Double]

  /// - Parameter lags: the longest lag, shorter than a window.
  public init(count: Int, lags: Int) {
    precondition(count > 0 && (0..<count).contains(lags), "lags up to \(lags) in \(count) samples")
    let padded = RealFourier.goodCount(atLeast: count + lags)
    let powers = Array(repeating: 0.0, count: padded / 2 + 1)
    (self.count, self.lags, self.padded) = (count, lags, padded)
    (self.powers, sum) = (powers, powers)
    signal = Array(repeating: 0, count: padded)
    fourier = RealFourier(count: padded)
  }

  /// Adds a window of `count` finite values, none beyond 10¹² from the mean.
  mutating func add(_ values: [Float]) {
    precondition(values.count == count, "\(values.count) samples for windows of \(count)")
    let mean = values.reduce(0) { $0 + Double($1) } / Double(count)
    for index in values.indices { signal[index] = Float(Double(values[index]) - mean) }
    signal.withUnsafeBufferPointer { fourier.powers($0, into: &powers) }
    for bin in sum.indices { sum[bin] += powers[bin] }
  }

  /// r(0) ... r(lags) of what was added since the last time.
  ///
  /// - Parameter response: how much of the power at each bin of the padded spectrum counts, from 0 to 1.
  mutating func take(_ scaling: Scaling, response: [Double]? = nil) -> [Double] {
    if let response { for bin in sum.indices { sum[bin] *= response[bin] } }
    // The transform of the whole spectrum, which is real and even, is again real and even.
    let total = 2 * sum.reduce(0, +) - sum[0] - sum[padded / 2]
    guard total > 0 else {
      for bin in sum.indices { sum[bin] = 0 }
      return Array(repeating: 0, count: lags + 1)
    }
    var spectrum = Array(repeating: Float(0), count: padded)
    for bin in sum.indices {
      spectrum[bin] = Float(sum[bin] / total)
      if bin > 0 { spectrum[padded - bin] = spectrum[bin] }
      sum[bin] = 0
    }
    let folded = fourier.coefficients(spectrum)
    return (0...lags).map { lag in
      let pairs = scaling == .biased ? count : count - lag
      return folded[lag].real * total / Double(padded) / Double(pairs)
    }
  }

  /// r(0) ... r(lags) of one window of finite values.
  public mutating func values(_ values: [Float], _ scaling: Scaling) -> [Double] {
    let scale = RealFourier.scale(values.reduce(0) { max($0, $1.magnitude) })
    add(scale == 1 ? values : values.map { Float(Double($0) * scale) })
    let found = take(scaling)
    return scale == 1 ? found : found.map { $0 / (scale * scale) }
  }
}
