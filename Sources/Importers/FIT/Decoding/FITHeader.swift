/// The header of a FIT file, or of one part of a chained one.
struct FITHeader {
  /// The size without the optional checksum.
  static let smallestSize = 12

  let size: Int
  let protocolVersion: (major: Int, minor: Int)
  let profileVersion: (major: Int, minor: Int)
  /// Bytes of messages that should follow, without the checksum behind them.
  let dataSize: Int
  /// The header's own checksum; `nil` where it is missing or 0, which stands for "not computed".
  let checksum: UInt16?

  /// The header at `start`, or `nil` where the bytes there are too few or have no signature.
  init?(_ bytes: [UInt8], at start: Int) {
    guard bytes.count - start >= Self.smallestSize, bytes[start] >= Self.smallestSize,
      bytes[(start + 8)..<(start + 12)].elementsEqual(".FIT".utf8)
    else { return nil }
    size = Int(bytes[start])
    protocolVersion = (Int(bytes[start + 1] >> 4), Int(bytes[start + 1] & 0x0F))
    let profile = Int(bytes.load(UInt16.self, at: start + 2))
    profileVersion = (profile / 100, profile % 100)
    dataSize = Int(bytes.load(UInt32.self, at: start + 4))
    let isThere = size >= Self.smallestSize + 2 && bytes.count - start >= Self.smallestSize + 2
    let stored = isThere ? bytes.load(UInt16.self, at: start + Self.smallestSize) : 0
    checksum = stored == 0 ? nil : stored
  }
}
