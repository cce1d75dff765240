import Foundation
import Numerics
import Signals
import Testing

@Suite struct BatchedSpectrumTests {
  @Test func `powers are those of NumPy's rfft, tapered and not`() throws {
    for expected in try StatisticsReference.read().spectra {
      let plain = try #require(BatchedSpectrum(length: expected.length))
      let powers = plain.powers(expected.values, hop: expected.hop, windows: expected.windows)
      check(powers.prefix(plain.bins), expected.powers)
      let hann = (0..<expected.length).map {
        Float(0.5 - 0.5 * cos(2 * Double.pi * Double($0) / Double(expected.length)))
      }
      let tapered = try #require(BatchedSpectrum(length: expected.length, weights: hann))
      let soft = tapered.powers(expected.values, hop: expected.hop, windows: expected.windows)
      check(soft.suffix(plain.bins), expected.tapered)
    }
  }

  @Test func `every length that factors agrees with the sum of its definition`() throws {
    var lengths = 0
    for length in 1...240 {
      guard let spectrum = BatchedSpectrum(length: length) else { continue }
      lengths += 1
      var generator = SeededGenerator(seed: UInt64(length))
      let windows = 3
      let samples = (0..<(length * windows)).map { _ in generator.float(4...6) }
      let powers = spectrum.powers(samples, hop: length, windows: windows)
      for window in 0..<windows {
        let values = samples[(window * length)..<((window + 1) * length)].map(Double.init)
        let mean = values.reduce(0, +) / Double(length)
        let direct = definition(values.map { $0 - mean })
        check(powers[(window * spectrum.bins)..<((window + 1) * spectrum.bins)], direct)
      }
    }
    // 13 odd lengths 3^a 5^b up to 240, and twice the 36 products 2^a 3^b 5^c up to 120.
    #expect(lengths == 13 + 36)
  }

  @Test func `power is kept (Parseval)`() throws {
    for length in [8, 25, 400, 1024, 1200] {
      let spectrum = try #require(BatchedSpectrum(length: length))
      var generator = SeededGenerator(seed: 9)
      let samples = (0..<length).map { _ in generator.float(-3...3) }
      let mean = samples.reduce(0) { $0 + Double($1) } / Double(length)
      let energy = samples.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      let powers = spectrum.powers(samples, hop: 1, windows: 1).map(Double.init)
      // Every bin but 0 and, of an even length, the last stands for two.
      var sum = powers.dropFirst().reduce(0, +) * 2 + powers[0]
      if length % 2 == 0 { sum -= powers[length / 2] }
      #expect(isNear(sum / Double(length), energy, relative: 1e-5))
    }
  }

  @Test func `a window's spectrum does not depend on the windows beside it`() throws {
    for length in [125, 400] {
      let spectrum = try #require(BatchedSpectrum(length: length))
      var generator = SeededGenerator(seed: 4)
      let samples = (0..<(length * 21)).map { _ in generator.float(-3...3) * generator.float(0...1e6) }
      let together = spectrum.powers(samples, hop: length, windows: 21)
      for window in 0..<21 {
        let alone = spectrum.powers(
          Array(samples[(window * length)..<((window + 1) * length)]), hop: 1, windows: 1)
        #expect(Array(together[(window * spectrum.bins)..<((window + 1) * spectrum.bins)]) == alone)
      }
    }
  }

  @Test func `a prime factor above five is refused`() {
    for length in [7, 14, 22, 49, 802] { #expect(BatchedSpectrum(length: length) == nil) }
  }

  @Test func `no power is infinite`() throws {
    let spectrum = try #require(BatchedSpectrum(length: 400))
    for size: Float in [1e19, 1e30, .greatestFiniteMagnitude] {
      let samples = (0..<400).map { $0 % 3 == 0 ? size : -size }
      #expect(spectrum.powers(samples, hop: 1, windows: 1).allSatisfy { $0.isFinite })
      #expect(spectrum.peaks(samples, hop: 1, windows: 1) == [nil])
    }
  }

  /// Σ x[n] exp(−2πikn/N), squared, as it is written.
  private func definition(_ values: [Double]) -> [Double] {
    (0...(values.count / 2)).map { bin in
      var (re, im) = (0.0, 0.0)
      for (index, value) in values.enumerated() {
        let angle = 2 * Double.pi * Double(bin * index % values.count) / Double(values.count)
        re += value * cos(angle)
        im -= value * sin(angle)
      }
      return re * re + im * im
    }
  }

  /// Single precision: an amplitude errs by some roundings of the window's total, √(largest power).
  private func check(_ powers: ArraySlice<Float>, _ expected: [Double]) {
    #expect(powers.count == expected.count)
    let most = (expected.max() ?? 0).squareRoot()
    for (power, exact) in zip(powers, expected) {
      #expect(abs(Double(power).squareRoot() - exact.squareRoot()) <= 1e-5 * most + 1e-5)
    }
  }
}
