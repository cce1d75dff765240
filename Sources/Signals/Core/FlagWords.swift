extension UnsafeBufferPointer<SampleFlags> {
  /// The flags as the kernels read them.
  var words: UnsafePointer<UInt16>? {
    UnsafeRawPointer(baseAddress)?.assumingMemoryBound(to: UInt16.self)
  }
}

extension UnsafeMutableBufferPointer<SampleFlags> {
  var words: UnsafeMutablePointer<UInt16>? {
    UnsafeMutableRawPointer(baseAddress)?.assumingMemoryBound(to: UInt16.self)
  }
}
