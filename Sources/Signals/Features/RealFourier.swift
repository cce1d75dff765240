import CKissFFT

/// One coefficient of a discrete Fourier transform.
public struct FourierCoefficient: Hashable, Sendable {
  public var real: Double
  public var imaginary: Double

  public init(real: Double, imaginary: Double) {
    (self.real, self.imaginary) = (real, imaginary)
  }

  /// |X|².
  public var power: Double { real * real + imaginary * imaginary }
}

/// The discrete Fourier transform of real signals of one length, by KissFFT in single precision.
///
/// X_k = Σ x_n·exp(−j2πkn/N), n = 0 ..< N, without a factor (Bo, equation 2), for k = 0 ... N/2: the other half is the
/// conjugate of this one. A plan is owned by one value, is worked in by its transforms and goes with it; making one costs
/// as much as some ten transforms, so it is made once a chunk and kept by no stage.
/// - Complexity: N·log N where N is a product of 2, 3, 4 and 5; each larger prime factor p costs N·p.
public struct RealFourier: ~Copyable {
  /// Samples of a signal: N.
  public let count: Int
  /// KissFFT's real transform wants an even length; an odd one goes through the complex transform.
  private let real: kiss_fftr_cfg?
  private let complex: kiss_fft_cfg?
  private var input: [kiss_fft_cpx]
  private var output: [kiss_fft_cpx]

  public init(count: Int) {
    precondition(count > 0 && count < 1 << 28, "no transform has \(count) samples")
    let isEven = count.isMultiple(of: 2)
    let real = isEven ? kiss_fftr_alloc(Int32(count), 0, nil, nil) : nil
    let complex = isEven ? nil : kiss_fft_alloc(Int32(count), 0, nil, nil)
    precondition(real != nil || complex != nil, "no memory for \(count) samples")
    let zero = kiss_fft_cpx(r: 0, i: 0)
    let input = isEven ? [] : Array(repeating: zero, count: count)
    let output = Array(repeating: zero, count: isEven ? count / 2 + 1 : count)
    // All at once: what Swift 6.3 makes of a half-made value that cannot be copied, optimised, releases what is not there.
    (self.count, self.real, self.complex) = (count, real, complex)
    (self.input, self.output) = (input, output)
  }

  deinit {
    if let real { sideline_kiss_fft_free(UnsafeMutableRawPointer(real)) }
    if let complex { sideline_kiss_fft_free(UnsafeMutableRawPointer(complex)) }
  }

  /// The shortest even length from `least` on that is a product of 2, 3 and 5, which is quick to transform.
  public static func goodCount(atLeast least: Int) -> Int {
    precondition(least > 0 && least < 1 << 27, "no transform has \(least) samples")
    var count = max(2, (least + 1) / 2 * 2)
    while true {
      var rest = count
      for factor in [2, 3, 5] { while rest.isMultiple(of: factor) { rest /= factor } }
      if rest == 1 { return count }
      count += 2
    }
  }

  /// Coefficients from 0 to half the sampling rate: N/2 + 1, rounded down.
  public var bins: Int { count / 2 + 1 }

  /// X_0 ... X_(N/2) of `values`, which are `count` finite numbers.
  public mutating func coefficients(_ values: [Float]) -> [FourierCoefficient] {
    let scale = Self.scale(values.reduce(0) { max($0, $1.magnitude) })
    let scaled = scale == 1 ? values : values.map { Float(Double($0) * scale) }
    scaled.withUnsafeBufferPointer { transform($0) }
    return (0..<bins).map {
      FourierCoefficient(real: Double(output[$0].r) / scale, imaginary: Double(output[$0].i) / scale)
    }
  }

  /// 1 for what sensors give; else the power of two that brings `largest` between 1 and 2. It changes no digit, and
  /// keeps the sums of the largest floats finite.
  static func scale(_ largest: Float) -> Double {
    guard largest > 0, largest < 1e-12 || largest > 1e12 else { return 1 }
    return 1 / Double(largest.binade)
  }

  /// |X_k|² of `values`, none beyond 10¹², into `powers`, which has `bins` places.
  mutating func powers(_ values: UnsafeBufferPointer<Float>, into powers: inout [Double]) {
    precondition(powers.count == bins, "\(powers.count) places for \(bins) powers")
    transform(values)
    output.withUnsafeBufferPointer { output in
      powers.withUnsafeMutableBufferPointer { powers in
        for bin in powers.indices {
          let (re, im) = (Double(output[bin].r), Double(output[bin].i))
          powers[bin] = re * re + im * im
        }
      }
    }
  }

  private mutating func transform(_ values: UnsafeBufferPointer<Float>) {
    precondition(values.count == count, "\(values.count) samples for a transform of \(count)")
    if let real {
      output.withUnsafeMutableBufferPointer { kiss_fftr(real, values.baseAddress, $0.baseAddress) }
      return
    }
    for index in 0..<count { input[index] = kiss_fft_cpx(r: values[index], i: 0) }
    output.withUnsafeMutableBufferPointer { kiss_fft(complex, input, $0.baseAddress) }
  }
}
