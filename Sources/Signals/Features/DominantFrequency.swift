import Kernels

/// Where a spectrum is highest, found between its bins.
///
/// The peak is the vertex of the parabola through the logarithms of the highest bin's power and its neighbours'. Under a
/// Hann window the logarithm errs by at most 0.0162 bins for a lone sine, the magnitude itself by 0.0530
/// (Gasior & Gonzalez 2004, who name both).
public struct DominantFrequency: Hashable, Sendable, Codable {
  public var hertz: Double
  /// The peak's share of all power but that at 0 Hz, from 0 to 1: its bin and two on each side, as wide as a sine's
  /// main lobe under a Hann window.
  public var share: Double

  public init(hertz: Double, share: Double) { (self.hertz, self.share) = (hertz, share) }

  /// - Parameters:
  ///   - powers: one-sided, from 0 Hz, `step` Hz apart, `samples` behind them.
  ///   - range: where to look, in Hz; 0 Hz itself is never looked at.
  ///   - floor: the power, summed over all bins but 0 Hz, that it takes.
  /// - Returns: `nil` where there is no more power than `floor`, or none in the range.
  public init?(
    _ powers: [Double], step: Double, range: ClosedRange<Double>? = nil, floor: Double = 0
  ) {
    let total = powers.dropFirst().reduce(0, +)
    guard total > floor, total > 0 else { return nil }
    let range = range ?? 0...(Double(powers.count) * step)
    var peak: Int?
    for bin in powers.indices.dropFirst() where range.contains(Double(bin) * step) {
      if powers[bin] > peak.map({ powers[$0] }) ?? 0 { peak = bin }
    }
    guard let peak else { return nil }
    hertz = (Double(peak) + Self.offset(powers, peak)) * step
    let lobe = max(1, peak - 2)...min(powers.count - 1, peak + 2)
    share = min(1, powers[lobe].reduce(0, +) / total)
  }

  /// From −½ to ½ bins; 0 at either end of the spectrum, where a neighbour is missing or counted once only.
  static func offset(_ powers: [Double], _ peak: Int) -> Double {
    guard peak > 1, peak < powers.count - 2 else { return 0 }
    let (left, top, right) = (powers[peak - 1], powers[peak], powers[peak + 1])
    guard left > 0, right > 0 else { return 0 }
    let (a, b, c) = (kernel_log(left), kernel_log(top), kernel_log(right))
    let curvature = a - 2 * b + c
    return curvature < 0 ? min(0.5, max(-0.5, (a - c) / (2 * curvature))) : 0
  }
}
