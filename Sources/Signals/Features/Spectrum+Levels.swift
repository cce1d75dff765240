public import Domain
import Kernels

extension Spectrum {
  /// The level of each bin, 10 log₁₀(power / highest power), decibels: 0 at the highest but the one at 0 Hz, never below
  /// −200. Empty for a signal that does not move.
  public var levels: [Double] {
    guard let top = powers.dropFirst().max(), top > 0 else { return [] }
    return powers.map { power in
      power > 0 ? max(-200, 10 * kernel_log(power / top) / kernel_log(10)) : -200
    }
  }
}
