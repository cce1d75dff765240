import Kernels

/// What has been pushed of a channel from the first window on that is not complete.
struct WindowedSamples {
  let length: Int
  let hop: Int
  private(set) var values: [Float] = []
  private var flags: [SampleFlags] = []
  /// Samples still to come that no window holds, where windows are farther apart than long.
  private var skipped = 0

  init(length: Int, hop: Int) {
    precondition(length > 0 && hop > 0, "windows of \(length) samples every \(hop)")
    (self.length, self.hop) = (length, hop)
  }

  /// Windows that are complete.
  var count: Int { values.count < length ? 0 : (values.count - length) / hop + 1 }

  mutating func append(_ block: borrowing SampleBlock) {
    let from = min(skipped, block.values.count)
    skipped -= from
    if from == 0 {
      values += block.values
      flags += block.flags
    } else {
      values += block.values[from...]
      flags += block.flags[from...]
    }
  }

  /// Calls `body` with each complete window that has a sample that is not usable.
  func forEachUnusable(_ body: (Int) -> Void) {
    let end = count == 0 ? 0 : (count - 1) * hop + length
    flags.withUnsafeBufferPointer { flags in
      guard let words = flags.words else { return }
      var next = kernel_next_unusable(words, 0, end)
      for window in 0..<count {
        let start = window * hop
        if next < start { next = kernel_next_unusable(words, start, end) }
        if next == end { break }
        if next < start + length { body(window) }
      }
    }
  }

  /// Drops the complete windows' samples that no later window needs.
  mutating func removeWindows() {
    let gone = count * hop
    skipped += max(gone - values.count, 0)
    values.removeFirst(min(gone, values.count))
    flags.removeFirst(min(gone, flags.count))
  }
}
