import Kernels

/// Power spectra of many windows of one length, eight at a time: one window in each lane of the processor's vectors.
///
/// The transform is a mixed-radix one for real numbers (factors 2, 3, 4 and 5; Gentleman and Sande 1966). A window's
/// spectrum does not depend on the windows beside it.
public struct BatchedSpectrum: Sendable {
  /// Samples in a window.
  public let length: Int
  /// Frequencies in a spectrum: bin k is k/length of the sampling rate, from 0 to length/2.
  public var bins: Int { length / 2 + 1 }

  private let size: Int
  private let factors: [Int32]
  private let roots: [Float]
  private let halves: [Float]
  private let places: [Int32]
  private let weights: [Float]?

  /// - Parameters:
  ///   - length: samples in a window.
  ///   - weights: a taper, one number a sample; a window loses its mean first.
  /// - Returns: `nil` where the length, or half of an even one, has a prime factor above 5.
  public init?(length: Int, weights: [Float]? = nil) {
    precondition(length > 0, "a window of \(length) samples")
    precondition(weights.map { $0.count == length } ?? true, "weights of another length")
    size = length % 2 == 0 ? length / 2 : length
    guard let factors = Self.factors(of: size) else { return nil }
    self.length = length
    self.weights = weights
    self.factors = factors
    roots = Self.roots(of: size, count: size)
    halves = Self.roots(of: length, count: size / 2 + 1)
    places = (0..<size).map { [size] in Self.place($0, size, factors) }
  }

  /// The power |X[k]|² of each bin, window after window: `windows` × `bins` numbers, in the square of the channel's unit.
  /// Nothing is divided by the length; what a float does not hold is the largest one. Window j begins at sample `j * hop`.
  public func powers(_ samples: [Float], hop: Int, windows: Int) -> [Float] {
    var result = [Float](repeating: 0, count: windows * bins)
    result.withUnsafeMutableBufferPointer { result in
      forEachBatch(samples, hop: hop, windows: windows) { first, count, powers in
        for lane in 0..<count {
          for bin in 0..<bins {
            let power = powers[bin * Int(kernel_lanes) + lane]
            result[(first + lane) * bins + bin] = power.isFinite ? power : .greatestFiniteMagnitude
          }
        }
      }
    }
    return result
  }

  /// The bin above 0 with the most power, the lowest of equals, of each window; `nil` where a window is constant, or its power more than
  /// a float holds.
  public func peaks(_ samples: [Float], hop: Int, windows: Int) -> [SpectralPeak?] {
    var result: [SpectralPeak?] = []
    result.reserveCapacity(windows)
    guard bins > 1 else { return Array(repeating: nil, count: windows) }
    forEachBatch(samples, hop: hop, windows: windows) { _, count, powers in
      var (bin, power) = (SIMD8<Int32>(), SIMD8<Float>())
      withUnsafeMutableBytes(of: &bin) { bin in
        withUnsafeMutableBytes(of: &power) { power in
          kernel_spectral_peaks(
            powers, 1, bins - 1, bin.assumingMemoryBound(to: Int32.self).baseAddress!,
            power.assumingMemoryBound(to: Float.self).baseAddress!)
        }
      }
      for lane in 0..<count {
        let isPeak = power[lane] > 0 && power[lane].isFinite
        result.append(isPeak ? SpectralPeak(bin: Int(bin[lane]), power: power[lane]) : nil)
      }
    }
    return result
  }

  /// Calls `body` with the first window, how many they are, and their powers: bin after bin, eight lanes each.
  private func forEachBatch(
    _ samples: [Float], hop: Int, windows: Int, _ body: (Int, Int, UnsafePointer<Float>) -> Void
  ) {
    guard windows > 0 else { return }
    precondition((windows - 1) * hop + length <= samples.count, "a window is beyond the samples")
    let lanes = Int(kernel_lanes)
    withPlan { plan in
      withUnsafeTemporaryAllocation(byteCount: (2 * size + bins) * lanes * 4, alignment: 32) { space in
        let work = space.bindMemory(to: Float.self).baseAddress!
        let powers = work + 2 * size * lanes
        samples.withUnsafeBufferPointer { samples in
          for first in stride(from: 0, to: windows, by: lanes) {
            let count = min(lanes, windows - first)
            let start = samples.baseAddress! + first * hop
            if let weights {
              kernel_power_spectra(plan, start, hop, count, weights, work, powers)
            } else {
              kernel_power_spectra(plan, start, hop, count, nil, work, powers)
            }
            body(first, count, powers)
          }
        }
      }
    }
  }

  private func withPlan(_ body: (UnsafePointer<kernel_fourier>) -> Void) {
    factors.withUnsafeBufferPointer { factors in
      roots.withUnsafeBufferPointer { roots in
        halves.withUnsafeBufferPointer { halves in
          places.withUnsafeBufferPointer { places in
            var plan = kernel_fourier(
              length: Int32(length), size: Int32(size), factor_count: Int32(factors.count),
              factors: factors.baseAddress, roots: roots.baseAddress, halves: halves.baseAddress,
              places: places.baseAddress)
            body(&plan)
          }
        }
      }
    }
  }

  /// Large factors first: the smallest spans come last, where no turns are left.
  private static func factors(of size: Int) -> [Int32]? {
    var (rest, result) = (size, [Int32]())
    for factor in [5, 4, 3, 2] {
      while rest % factor == 0 {
        result.append(Int32(factor))
        rest /= factor
      }
    }
    return rest == 1 ? result : nil
  }

  /// exp(−2πik/n), cosine and sine by turns.
  private static func roots(of length: Int, count: Int) -> [Float] {
    (0..<count).flatMap { index in
      let angle = 2 * Double.pi * Double(index) / Double(length)
      return [Float(kernel_cos(angle)), Float(-kernel_sin(angle))]
    }
  }

  /// Where frequency k ends up: its digits in the factors, turned round.
  private static func place(_ frequency: Int, _ size: Int, _ factors: [Int32]) -> Int32 {
    var (rest, span, place) = (frequency, size, 0)
    for factor in factors {
      span /= Int(factor)
      place += rest % Int(factor) * span
      rest /= Int(factor)
    }
    return Int32(place)
  }
}
