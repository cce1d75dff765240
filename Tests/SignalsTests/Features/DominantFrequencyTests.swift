import Foundation
import Numerics
import Signals
import Testing

@Suite struct DominantFrequencyTests {
  /// The bound is the largest error of the parabola through three logarithms of a Hann window's transform, as NumPy finds
  /// it (0.0160 bins). A real sine has a mirror image at −f besides: from 8 bins on either end of the spectrum it moves
  /// the peak by less than 0.001.
  @Test func `a lone sine is found to the error theory allows, and no better at the worst place`() throws {
    let bound = try SpectrumReference.read().largestLogarithmicParabolaError
    #expect((0.0159...0.0161).contains(bound))
    var noise = SeededGenerator(seed: 20_250_321)
    var spectrum = PowerSpectrum(count: 400, hertz: 100)
    var worst = 0.0
    for _ in 0..<3000 {
      let hertz = 2 + 46 * noise.uniform()
      let phase = 2 * .pi * noise.uniform()
      let values = (0..<400).map { Float(9.81 + 2 * sin(2 * .pi * hertz * Double($0) / 100 + phase)) }
      let found = try #require(DominantFrequency(spectrum.powers(values), step: 0.25))
      worst = max(worst, abs(found.hertz - hertz) / 0.25)
      #expect(found.share > 0.998)
    }
    #expect(worst < bound + 0.001)
    #expect(worst > bound - 0.001)
  }

  @Test func `nothing is dominant in what does not move, and nothing outside the range is looked at`() {
    #expect(DominantFrequency([5, 0, 0, 0], step: 1) == nil)
    #expect(DominantFrequency([], step: 1) == nil)
    #expect(DominantFrequency([1], step: 1) == nil)
    #expect(DominantFrequency([0, 1, 0, 0, 0, 9, 0, 0], step: 1, range: 0.5...3)?.hertz == 1)
    #expect(DominantFrequency([0, 1, 0, 0, 0, 9, 0, 0], step: 1, range: 2...3) == nil)
    #expect(DominantFrequency([0, 1, 2, 1, 0], step: 1, floor: 4) == nil)
    #expect(DominantFrequency([0, 1, 2, 1, 0], step: 1, floor: 3.9)?.hertz == 2)
  }

  @Test func `the vertex of a parabola through logarithms, worked by hand`() throws {
    // ln powers 0, 1, ½: vertex at (0 − ½) / (2(0 − 2 + ½)) = 1/6 to the right.
    let powers: [Double] = [0, 0, 1, M_E, M_E.squareRoot(), 0, 0]
    let found = try #require(DominantFrequency(powers, step: 2))
    let wanted = 2 * (3 + 1.0 / 6)
    #expect(abs(found.hertz - wanted) < 1e-12)
    #expect(found.share == 1)
  }
}
