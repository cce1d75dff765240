import Kernels

/// A channel cut into windows of one length, one every hop: what stages of windows keep.
///
/// Holds what has been appended from the first window on that is not complete; a window may be asked for as soon as it is.
public struct WindowedSamples: Sendable {
  public let length: Int
  public let hop: Int
  private(set) var values: [Float] = []
  /// Runs of samples that are not usable, rising and apart.
  private var unusable: [Range<Int>] = []
  /// Samples still to come that no window holds, where windows are farther apart than long.
  private var skipped = 0

  public init(length: Int, hop: Int) {
    precondition(length > 0 && hop > 0, "windows of \(length) samples every \(hop)")
    (self.length, self.hop) = (length, hop)
  }

  /// Windows that are complete.
  public var count: Int { values.count < length ? 0 : (values.count - length) / hop + 1 }

  public mutating func append(_ block: borrowing SampleBlock) {
    let count = block.values.count
    let from = min(skipped, count)
    skipped -= from
    let offset = values.count - from
    if from == 0 { values += block.values } else { values += block.values[from...] }
    block.flags.withUnsafeBufferPointer { flags in
      var start = flags.firstUnusable(from: from)
      while start < count {
        let end = flags.firstUsable(from: start)
        unusable.append(start + offset..<end + offset)
        start = flags.firstUnusable(from: end)
      }
    }
  }

  /// The bin with the most power of each complete window, as `BatchedSpectrum.peaks`; `nil` also where a sample of it is
  /// not usable.
  public func peaks(_ spectrum: borrowing BatchedSpectrum) -> [SpectralPeak?] {
    precondition(spectrum.length == length, "a spectrum of \(spectrum.length) for windows of \(length)")
    var peaks = spectrum.peaks(values, hop: hop, windows: count)
    forEachUnusable { peaks[$0] = nil }
    return peaks
  }

  /// √(Σ x² / n) of each complete window; `nil` where a sample of it is not usable.
  public func rootMeanSquares() -> [Float?] {
    let count = count
    guard count > 0 else { return [] }
    let plain = [Float](unsafeUninitializedCapacity: count) { result, initialized in
      values.withUnsafeBufferPointer {
        kernel_window_rms($0.baseAddress!, count, length, hop, result.baseAddress!)
      }
      initialized = count
    }
    var result = plain.map { Optional($0) }
    forEachUnusable { result[$0] = nil }
    return result
  }

  /// Drops the complete windows, and the samples that no later window needs.
  public mutating func removeWindows() {
    let gone = count * hop
    skipped += max(gone - values.count, 0)
    let removed = min(gone, values.count)
    values.removeFirst(removed)
    unusable = unusable.compactMap {
      $0.upperBound > removed ? max($0.lowerBound - removed, 0)..<$0.upperBound - removed : nil
    }
  }

  /// Calls `body` with each complete window that has a sample that is not usable.
  private func forEachUnusable(_ body: (Int) -> Void) {
    var run = unusable[...]
    for window in 0..<count {
      while let first = run.first, first.upperBound <= window * hop { run.removeFirst() }
      guard let first = run.first else { return }
      if first.lowerBound < window * hop + length { body(window) }
    }
  }
}
