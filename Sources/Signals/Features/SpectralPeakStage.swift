/// The strongest frequency of every window of a channel: windows of `length` samples every `hop`, without their mean, not
/// tapered.
///
/// One result a window, in order: window j begins at sample `j * hop`. `nil` where a sample of it is not usable, and where
/// it is constant. A window that the stream's end cuts short is left out.
public struct SpectralPeakStage: Stage {
  private let spectrum: BatchedSpectrum
  private var windows: WindowedSamples

  /// - Returns: `nil` where `BatchedSpectrum` has no transform of that length.
  public init?(length: Int, hop: Int) {
    guard let spectrum = BatchedSpectrum(length: length) else { return nil }
    self.spectrum = spectrum
    windows = WindowedSamples(length: length, hop: hop)
  }

  public mutating func push(_ input: consuming SampleBlock) -> [SpectralPeak?] {
    windows.append(input)
    defer { windows.removeWindows() }
    return windows.peaks(spectrum)
  }
}
