/// How a signal's power is spread over its frequencies.
public struct Spectrum: Hashable, Sendable, Codable {
  /// What a figure of `powers` means.
  public enum Scaling: String, CaseIterable, Sendable, Codable {
    /// Power a hertz, in the channel's unit squared by Hz: the sum times `step` is the signal's variance.
    case density
    /// Power of each bin, in the channel's unit squared: a sine of amplitude A has A²/2 at its bin.
    case spectrum
  }

  /// Hertz from one bin to the next; bin `k` is at `k·step`.
  public var step: Double
  /// From 0 Hz to half the sampling rate; one-sided, never negative.
  public var powers: [Double]
  public var scaling: Scaling
  /// How many segments were averaged.
  public var segments: Int
  /// Segments left out because too little of them was usable.
  public var skipped: Int
  /// Where the power is largest beyond 0 Hz, between the bins; `nil` for a signal that does not move.
  public var dominantHertz: Double?

  public init(
    step: Double, powers: [Double], scaling: Scaling, segments: Int = 1, skipped: Int = 0,
    dominantHertz: Double? = nil
  ) {
    (self.step, self.powers, self.scaling) = (step, powers, scaling)
    (self.segments, self.skipped, self.dominantHertz) = (segments, skipped, dominantHertz)
  }

  public func hertz(_ bin: Int) -> Double { Double(bin) * step }

  /// As a chart wants it.
  public var points: [(hertz: Double, power: Double)] {
    powers.indices.map { (hertz($0), powers[$0]) }
  }
}

/// Why a stretch of a channel has no spectrum.
public enum SpectrumRefusal: Error, Hashable, Sendable {
  /// Samples it has and samples that are needed.
  case tooShort(have: Int, need: Int)
  /// The stretch is long enough, but in each of this many segments too much is missing.
  case tooManyGaps(segments: Int)
}
