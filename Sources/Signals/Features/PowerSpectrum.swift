public import Domain

/// Power spectra of windows of one length, a mean removed and a window function applied to each (periodograms).
///
/// One-sided: every bin but 0 Hz and, at an even length, half the sampling rate is doubled. Scaled as
/// `scipy.signal.periodogram`: density |X|²/(f·Σw²), spectrum |X|²/(Σw)².
///
/// Unit: the signal's, squared, by Hz for a density.
public struct PowerSpectrum: ~Copyable {
  public let hertz: Double
  public let scaling: Spectrum.Scaling
  private let weights: [Float]
  private let factor: Double
  private var fourier: RealFourier
  private var weighted: [Float]

  public init(
    count: Int, hertz: Double, window: WindowFunction = .hann, scaling: Spectrum.Scaling = .density
  ) {
    precondition(hertz > 0 && hertz.isFinite, "\(hertz) samples a second")
    let exact = window.weightsInDouble(count)
    let sum = exact.reduce(0, +)
    let factor =
      switch scaling {
      case .density: 1 / (hertz * exact.reduce(0) { $0 + $1 * $1 })
      case .spectrum: 1 / (sum * sum)
      }
    (self.hertz, self.scaling, self.factor) = (hertz, scaling, factor)
    weights = exact.map { Float($0) }
    weighted = Array(repeating: 0, count: count)
    fourier = RealFourier(count: count)
  }

  public var count: Int { fourier.count }
  public var bins: Int { fourier.bins }
  /// Hertz from one bin to the next.
  public var step: Double { hertz / Double(count) }

  /// The powers of one window of `count` finite values, without their mean.
  public mutating func powers(_ values: [Float], into powers: inout [Double]) {
    precondition(values.count == count, "\(values.count) samples for windows of \(count)")
    let mean = values.reduce(0) { $0 + Double($1) } / Double(count)
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    let scale = RealFourier.scale(largest)
    for index in values.indices {
      weighted[index] = Float((Double(values[index]) - mean) * scale) * weights[index]
    }
    weighted.withUnsafeBufferPointer { fourier.powers($0, into: &powers) }
    let once = factor / (scale * scale)
    for bin in powers.indices {
      let isSingle = bin == 0 || (bin * 2 == count)
      powers[bin] *= isSingle ? once : 2 * once
    }
  }

  public mutating func powers(_ values: [Float]) -> [Double] {
    var powers = Array(repeating: 0.0, count: bins)
    self.powers(values, into: &powers)
    return powers
  }
}
