import Domain
import Foundation
import Numerics
import Signals
import Testing

@Suite struct PowerSpectrumTests {
  @Test func `periodograms are SciPy's`() throws {
    let reference = try SpectrumReference.read()
    #expect(reference.periodograms.count == 8)
    for wanted in reference.periodograms {
      let window = try #require(WindowFunction(rawValue: wanted.window))
      let scaling = try #require(Spectrum.Scaling(rawValue: wanted.scaling))
      var spectrum = PowerSpectrum(
        count: wanted.count, hertz: reference.hertz, window: window, scaling: scaling)
      let powers = spectrum.powers(Array(reference.signal.prefix(wanted.count)))
      #expect(spectrum.step == wanted.step)
      expectClose(powers, wanted.powers)
    }
  }

  @Test func `averaged spectra are SciPy's`() throws {
    let reference = try SpectrumReference.read()
    for wanted in reference.welches {
      let scaling = try #require(Spectrum.Scaling(rawValue: wanted.scaling))
      var mean = MeanSpectrum(segment: wanted.segment, hertz: reference.hertz, scaling: scaling)
      mean.push(SampleBlock(reference.signal, hertz: reference.hertz))
      let spectrum = try mean.spectrum()
      #expect(spectrum.step == wanted.step)
      let hop = wanted.segment - wanted.segment / 2
      #expect(spectrum.segments == (300 - wanted.segment) / hop + 1)
      expectClose(spectrum.powers, wanted.powers)
      // The signal's strong sine is at 3.3 Hz.
      #expect(abs(try #require(spectrum.dominantHertz) - 3.3) < 0.1 * spectrum.step)
    }
  }

  /// Single precision costs some 10⁻⁷ of the largest amplitude, so of a power √(P·P_max)·10⁻⁶.
  private func expectClose(
    _ found: [Double], _ wanted: [Double], location: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == wanted.count, sourceLocation: location)
    let top = wanted.max() ?? 0
    for (bin, (found, wanted)) in zip(found, wanted).enumerated() {
      let bound = 2e-6 * (wanted * top).squareRoot() + 1e-12 * top
      #expect(abs(found - wanted) <= bound, "bin \(bin)", sourceLocation: location)
    }
  }

  @Test func `the density's sum is the variance of what was weighted (Parseval)`() {
    var noise = SeededGenerator(seed: 3)
    for count in [50, 51, 400] {
      let values = (0..<count).map { _ in Float(5 + noise.normal()) }
      var spectrum = PowerSpectrum(count: count, hertz: 100, window: .rectangular)
      let sum = spectrum.powers(values).reduce(0, +) * spectrum.step
      let mean = values.reduce(0) { $0 + Double($1) } / Double(count)
      let variance = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(count)
      #expect(abs(sum / variance - 1) < 1e-5)
    }
  }

  @Test func `a sine of amplitude A has A²/2 at its bin`() {
    let values = (0..<400).map { Float(9.81 + 3 * sin(2 * .pi * 2.5 * Double($0) / 100)) }
    var spectrum = PowerSpectrum(count: 400, hertz: 100, scaling: .spectrum)
    #expect(abs(spectrum.powers(values)[10] - 4.5) < 1e-5)
  }

  @Test func `however a stream is cut, its spectrum is the same`() throws {
    let signal = try SpectrumReference.read().signal
    var block = SampleBlock(signal, hertz: 25)
    for index in stride(from: 5, to: 300, by: 41) { block.flags[index] = .hampel }
    var whole = MeanSpectrum(segment: 64, hertz: 25)
    whole.push(block)
    for length in [1, 7, 100] {
      var cut = MeanSpectrum(segment: 64, hertz: 25)
      for start in stride(from: 0, to: 300, by: length) {
        cut.push(block.part(start..<min(300, start + length)))
      }
      #expect(try cut.spectrum() == whole.spectrum())
    }
  }

  @Test func `segments with too much missing are left out, and said`() throws {
    var block = SampleBlock((0..<1024).map { Float(sin(Double($0))) }, hertz: 100)
    for index in 0..<100 { block.flags[index] = .missing }
    var mean = MeanSpectrum(segment: 256, hertz: 100)
    mean.push(block)
    let spectrum = try mean.spectrum()
    #expect((spectrum.segments, spectrum.skipped) == (6, 1))
    #expect(abs(try #require(spectrum.dominantHertz) - 100 / (2 * .pi)) < 0.02 * spectrum.step)
  }

  @Test func `what is too short or too full of gaps is refused with the facts`() {
    #expect(throws: SpectrumRefusal.tooShort(have: 0, need: 16)) {
      try MeanSpectrum.spectrum(of: SampleBlock())
    }
    #expect(throws: SpectrumRefusal.tooShort(have: 1, need: 16)) {
      try MeanSpectrum.spectrum(of: SampleBlock([3], clock: .stamped([5])))
    }
    #expect(throws: SpectrumRefusal.tooShort(have: 15, need: 16)) {
      try MeanSpectrum.spectrum(of: SampleBlock(Array(repeating: 1, count: 15), hertz: 1))
    }
    #expect(throws: SpectrumRefusal.tooManyGaps(segments: 1)) {
      try MeanSpectrum.spectrum(of: SampleBlock(Array(repeating: .nan, count: 100), hertz: 100))
    }
  }

  @Test func `a constant signal has a spectrum without a peak`() throws {
    let spectrum = try MeanSpectrum.spectrum(of: SampleBlock(Array(repeating: 7.1, count: 800), hertz: 100))
    #expect(spectrum.dominantHertz == nil)
    #expect(spectrum.powers.allSatisfy { $0 == 0 })
  }

  @Test func `the largest floats give finite powers`() throws {
    let big = Float.greatestFiniteMagnitude
    let values = (0..<512).map { $0.isMultiple(of: 7) ? -big : big }
    let spectrum = try MeanSpectrum.spectrum(of: SampleBlock(values, hertz: 100))
    #expect(spectrum.powers.allSatisfy { $0.isFinite && $0 >= 0 })
  }

  @Test func `a heart rate stamped every second has a spectrum at its own rate`() throws {
    let jitter: [Int64] = [10, 13, 8, 11]
    let times = (0..<600).map { Int64($0) * 1000 + jitter[$0 % 4] }
    // 100 bpm and a wave of 3 bpm every 40 s.
    let values = times.map { Float(100 + 3 * sin(2 * .pi * Double($0) / 40_000)) }
    let spectrum = try MeanSpectrum.spectrum(of: SampleBlock(values, clock: .stamped(times)))
    #expect(abs(spectrum.step - 1.0 / 256) < 1e-4)
    #expect(abs(try #require(spectrum.dominantHertz) - 0.025) < 0.05 * spectrum.step)
  }
}
