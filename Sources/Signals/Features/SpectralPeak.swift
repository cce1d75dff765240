/// The strongest frequency of one window.
public struct SpectralPeak: Hashable, Sendable {
  /// Frequency as a multiple of the sampling rate over the window's length; never 0.
  public let bin: Int
  /// |X[bin]|² of the window without its mean, in the square of the channel's unit.
  public let power: Float

  public init(bin: Int, power: Float) { (self.bin, self.power) = (bin, power) }

  /// In Hz, to the bin.
  public func frequency(length: Int, hertz: Double) -> Double { Double(bin) * hertz / Double(length) }
}
