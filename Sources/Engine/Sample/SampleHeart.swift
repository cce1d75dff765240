import Kernels
import Numerics

/// A heart that follows an effort: first-order kinetics, cardiac drift and autocorrelated beat noise.
struct SampleHeart: Sendable {
  private let traits: SampleTraits
  private let step: Double
  /// How much of the noise is left after one step; it forgets in about twenty seconds.
  private let persistence: Double
  private let kick: Double
  private var beat: Double
  private var noise = 0.0
  private var elapsed = 0.0

  /// A heart shortly before the session, advanced by `step` seconds at a time.
  init(_ traits: SampleTraits, step: Double) {
    self.traits = traits
    self.step = step
    persistence = kernel_exp(-step / 20)
    let deviation = 1.3
    // A triangular draw has variance 1/6.
    kick = deviation * kernel_sqrt(6 * (1 - persistence * persistence))
    beat = traits.resting + 0.2 * (traits.maximum - traits.resting)
  }

  /// The next heart rate, beats a minute, at `effort` as a share of the reserve.
  mutating func advance(at effort: Double, using generator: inout SeededGenerator) -> Int32 {
    elapsed += step
    let drift = traits.drift * effort * elapsed / 3600
    let called = traits.resting + effort * (traits.maximum - traits.resting) + drift
    let target = min(traits.maximum - 1, called)
    beat += (target - beat) * step / (target > beat ? traits.onset : traits.recovery)
    noise = persistence * noise + kick * (generator.uniform() + generator.uniform() - 1)
    return Int32(min(traits.maximum, max(35, beat + noise)).rounded())
  }
}
