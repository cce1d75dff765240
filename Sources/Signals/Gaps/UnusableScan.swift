extension UnsafeBufferPointer<SampleFlags> {
  /// The first sample from `start` on that is not usable, or the number of samples.
  ///
  /// Looks at 32 flags at once: a clean channel costs next to nothing.
  func firstUnusable(from start: Int) -> Int {
    var index = start
    let bytes = UnsafeRawBufferPointer(self)
    let mask = UInt64(SampleFlags.rejecting.rawValue) &* 0x0001_0001_0001_0001
    while index + 32 <= count {
      var seen: UInt64 = 0
      for word in 0..<8 {
        seen |= bytes.loadUnaligned(fromByteOffset: index * 2 + word * 8, as: UInt64.self)
      }
      if seen & mask != 0 {
        for candidate in index..<(index + 32) where !self[candidate].isUsable { return candidate }
      }
      index += 32
    }
    while index < count, self[index].isUsable { index += 1 }
    return index
  }

  /// The first sample from `start` on that is usable, or the number of samples.
  func firstUsable(from start: Int) -> Int {
    var index = start
    while index < count, !self[index].isUsable { index += 1 }
    return index
  }
}
