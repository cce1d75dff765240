import Kernels

/// Frequencies from `lower` up to, without, `upper`; hertz.
public struct FrequencyBand: Hashable, Sendable, Codable {
  public var lower: Double
  public var upper: Double

  public init(_ lower: Double, _ upper: Double) {
    precondition(lower >= 0 && lower < upper, "a band from \(lower) to \(upper) Hz")
    (self.lower, self.upper) = (lower, upper)
  }

  func contains(_ hertz: Double) -> Bool { hertz >= lower && hertz < upper }

  /// Of a body's acceleration: sway and posture below 0.5 Hz; strides and steps to 3 Hz (180 a minute); their harmonics
  /// and arm swings to 8 Hz; the impacts of the feet to 20 Hz. Of the power of walking 99 % is below 15 Hz (Antonsson &
  /// Mann 1985).
  public static let movement = [
    FrequencyBand(0, 0.5), FrequencyBand(0.5, 3), FrequencyBand(3, 8), FrequencyBand(8, 20),
  ]
}

/// How the power of a window is spread. The mean, at 0 Hz, is no part of it.
public struct SpectralFeatures: Hashable, Sendable, Codable {
  /// Σ p_k over all bins but 0 Hz, in the channel's unit squared: the variance of the windowed signal.
  public var energy: Double
  /// Σ p_k in each of the bands asked for.
  public var bandEnergies: [Double]
  /// −Σ q_k ln q_k / ln n with q_k = p_k/Σp over the n bins but 0 Hz: 0 for a single frequency, 1 for white noise
  /// (Shannon 1948). `nil` for a signal that does not move, as all below.
  public var entropy: Double?
  /// Σ f_k p_k / Σ p_k, hertz.
  public var centroid: Double?
  /// The lowest frequency up to which lies half the power, hertz.
  public var medianFrequency: Double?
  public var dominant: DominantFrequency?

  /// - Parameters:
  ///   - densities: one-sided, from 0 Hz, unit squared a hertz, `step` hertz apart.
  ///   - floor: the energy up to which a signal counts as one that does not move.
  public init(
    _ densities: [Double], step: Double, bands: [FrequencyBand] = FrequencyBand.movement, floor: Double = 0
  ) {
    let powers = densities.dropFirst().map { $0 * step }
    energy = powers.reduce(0, +)
    bandEnergies = bands.map { band in
      powers.indices.reduce(0) { $0 + (band.contains(Double($1 + 1) * step) ? powers[$1] : 0) }
    }
    guard energy > floor, energy > 0 else { return }
    var (entropy, moment, below) = (0.0, 0.0, 0.0)
    for (index, power) in powers.enumerated() {
      let (share, hertz) = (power / energy, Double(index + 1) * step)
      if share > 0 { entropy -= share * kernel_log(share) }
      moment += hertz * share
      below += power
      if medianFrequency == nil, below >= energy / 2 { medianFrequency = hertz }
    }
    self.entropy = powers.count > 1 ? min(1, max(0, entropy / kernel_log(Double(powers.count)))) : 0
    centroid = moment
    dominant = DominantFrequency(densities, step: step)
  }
}
