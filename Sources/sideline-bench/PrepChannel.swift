import Domain
import Signals

/// One channel on its way through the stages, chunk by chunk.
struct PrepChannel {
  private var outliers: OutlierStage
  private var gaps: GapFillStage
  private var smoothing = SlidingMeanStage(width: 5)
  private let spectrum: BatchedSpectrum?
  private var windows = WindowedSamples(length: window, hop: hop)
  private(set) var truth: PrepTruth
  private(set) var strongest: [SpectralPeak?] = []
  private(set) var rmsSum = 0.0
  private var written = 0

  static let window = 400
  static let hop = 200

  init(_ statistics: ChannelStatistics, filling: GapMethod, spectrum: BatchedSpectrum?, truth: PrepTruth) {
    outliers = OutlierStage(statistics, limits: OutlierLimits(requiresBoth: true))
    gaps = GapFillStage(GapFilling(method: filling, longestGapSeconds: .infinity, fillsEnds: true))
    self.spectrum = spectrum
    self.truth = truth
    self.truth.statistics = statistics
  }

  /// `block` is `nil` when nothing comes any more. Gives what is settled and where it begins.
  mutating func push(_ block: consuming SampleBlock?, _ clock: inout PrepSeconds) -> (SampleBlock, first: Int)
  {
    var filled: SampleBlock
    if let block = block.take() {
      let flagged = outliers.push(block)
      clock.lap(.flag)
      truth.countFlags(of: flagged)
      clock.skip()
      filled = gaps.push(flagged)
      clock.lap(.interp)
      truth.compare(filled)
      clock.skip()
      filled = smoothing.push(filled)
    } else {
      filled = gaps.finish()
      clock.lap(.interp)
      truth.compare(filled)
      clock.skip()
      filled = smoothing.push(filled)
      filled.append(smoothing.finish())
    }
    clock.lap(.smooth)
    if let spectrum {
      windows.append(filled)
      strongest += windows.peaks(spectrum)
      clock.lap(.fft)
      for value in windows.rootMeanSquares() { rmsSum += Double(value ?? 0) }
      clock.lap(.rms)
      windows.removeWindows()
      clock.lap(.fft)
    }
    defer { written += filled.count }
    return (filled, written)
  }
}
