import Foundation
import Numerics
import Signals
import Testing

@Suite struct RealFourierTests {
  @Test func `coefficients of any length are NumPy's, to the digits of a float`() throws {
    for reference in try SpectrumReference.read().transforms {
      var fourier = RealFourier(count: reference.values.count)
      let found = fourier.coefficients(reference.values)
      #expect(found.count == reference.real.count)
      // Each butterfly rounds to 2⁻²⁴ of the largest sum; there are at most log₂ N or, for a prime, N of them in a row.
      let size = reference.values.reduce(0) { $0 + Double($1.magnitude) }
      for (index, coefficient) in found.enumerated() {
        #expect(abs(coefficient.real - reference.real[index]) < 1e-6 * size)
        #expect(abs(coefficient.imaginary - reference.imaginary[index]) < 1e-6 * size)
      }
    }
  }

  @Test func `equation 2 worked by hand for four samples`() {
    var fourier = RealFourier(count: 4)
    let found = fourier.coefficients([1, 2, 0, -1])
    // X₁ = 1 + 2(−j) + 0(−1) + (−1)j = 1 − 3j.
    #expect(
      found == [
        FourierCoefficient(real: 2, imaginary: 0), FourierCoefficient(real: 1, imaginary: -3),
        FourierCoefficient(real: 0, imaginary: 0),
      ])
  }

  @Test func `one plan gives the same again`() {
    var noise = SeededGenerator(seed: 1)
    let values = (0..<90).map { _ in Float(noise.normal()) }
    var fourier = RealFourier(count: 90)
    let first = fourier.coefficients(values)
    _ = fourier.coefficients(values.reversed())
    #expect(fourier.coefficients(values) == first)
  }

  @Test func `the largest floats overflow nothing, the smallest are not lost`() {
    for size in [Float.greatestFiniteMagnitude, .leastNormalMagnitude, .leastNonzeroMagnitude] {
      var fourier = RealFourier(count: 400)
      let found = fourier.coefficients(Array(repeating: size, count: 400))
      #expect(abs(found[0].real / (400 * Double(size)) - 1) < 1e-6)
      #expect(found.allSatisfy { $0.real.isFinite && $0.imaginary.isFinite && $0.power.isFinite })
    }
  }

  @Test func `a Hann window is SciPy's`() throws {
    for reference in try SpectrumReference.read().windows {
      let weights = WindowFunction.hann.weights(reference.count)
      #expect(weights.count == reference.count)
      for (found, wanted) in zip(weights, reference.weights) {
        #expect(abs(Double(found) - wanted) <= 3e-8)  // half a unit in the last place of a float below 1
      }
    }
  }

  @Test func `Hann windows that overlap by half add up to one`() {
    for half in [1, 4, 200] {
      let weights = WindowFunction.hann.weights(2 * half)
      for index in 0..<half { #expect(abs(weights[index] + weights[index + half] - 1) < 1e-6) }
    }
    #expect(WindowFunction.rectangular.weights(3) == [1, 1, 1])
  }
}
