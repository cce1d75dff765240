/// Power densities of the windows of a stage, under a Hann window and without their mean, scaled as `PowerSpectrum`.
///
/// Lengths that are products of 2, 3 and 5 go eight at a time through `BatchedSpectrum`, two fifths of the time KissFFT takes
/// for 400 samples; all others through KissFFT. Which way a window goes depends on its length only, so its spectrum does
/// not depend on how the stream is cut.
struct WindowSpectra: Sendable {
  let count: Int
  let hertz: Double
  private let batched: BatchedSpectrum?
  private let factor: Double
  /// Windows that are transformed together: enough to fill the lanes, few enough to stay in cache.
  private static let group = 16

  init(count: Int, hertz: Double) {
    (self.count, self.hertz) = (count, hertz)
    let weights = WindowFunction.hann.weightsInDouble(count)
    factor = 1 / (hertz * weights.reduce(0) { $0 + $1 * $1 })
    batched = BatchedSpectrum(length: count, weights: weights.map { Float($0) })
  }

  var step: Double { hertz / Double(count) }
  private var bins: Int { count / 2 + 1 }

  /// Calls `body` with the place and the densities of each of `windows`, all of `count` finite values, in order.
  func forEach(_ windows: [[Float]], _ body: (Int, [Double]) -> Void) {
    var densities = Array(repeating: 0.0, count: bins)
    guard let batched else {
      var spectrum = PowerSpectrum(count: count, hertz: hertz)
      for (place, values) in windows.enumerated() {
        spectrum.powers(values, into: &densities)
        body(place, densities)
      }
      return
    }
    for first in stride(from: 0, to: windows.count, by: Self.group) {
      let group = windows[first..<min(first + Self.group, windows.count)]
      var (samples, scales) = ([Float](repeating: 0, count: group.count * count), [Double]())
      for (row, values) in group.enumerated() {
        scales.append(Self.centre(values, into: &samples, at: row * count))
      }
      let powers = batched.powers(samples, hop: count, windows: group.count)
      for (row, scale) in scales.enumerated() {
        scaled(powers, row, by: factor / (scale * scale), into: &densities)
        body(first + row, densities)
      }
    }
  }

  /// Puts `values` without their mean, and scaled, into `samples`. The mean is taken in double precision: of a constant
  /// signal nothing is left.
  private static func centre(_ values: [Float], into samples: inout [Float], at start: Int) -> Double {
    var (sum, largest) = (0.0, Float(0))
    for value in values {
      sum += Double(value)
      largest = max(largest, value.magnitude)
    }
    let mean = sum / Double(values.count)
    let scale = RealFourier.scale(largest)
    samples.withUnsafeMutableBufferPointer { samples in
      for index in values.indices { samples[start + index] = Float((Double(values[index]) - mean) * scale) }
    }
    return scale
  }

  private func scaled(_ powers: [Float], _ row: Int, by once: Double, into densities: inout [Double]) {
    densities.withUnsafeMutableBufferPointer { densities in
      powers.withUnsafeBufferPointer { powers in
        for bin in densities.indices { densities[bin] = Double(powers[row * bins + bin]) * 2 * once }
      }
    }
    densities[0] /= 2
    if count.isMultiple(of: 2) { densities[bins - 1] /= 2 }
  }
}
