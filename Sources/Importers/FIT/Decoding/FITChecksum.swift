/// The 16-bit cyclic redundancy check of FIT headers and files (polynomial x¹⁶ + x¹⁵ + x² + 1,
/// least significant bit first, starting at 0).
enum FITChecksum {
  /// The checksum of `bytes[range]`. Linear, one table step per byte.
  static func of(_ bytes: [UInt8], in range: Range<Int>) -> UInt16 {
    let table = remainders
    var checksum: UInt16 = 0
    for index in range {
      checksum = checksum >> 8 ^ table[Int((checksum ^ UInt16(bytes[index])) & 0xFF)]
    }
    return checksum
  }

  /// What eight steps of the polynomial make of every byte.
  private static let remainders: [UInt16] = (0..<256).map { byte in
    (0..<8).reduce(UInt16(byte)) { remainder, _ in
      remainder & 1 == 1 ? remainder >> 1 ^ 0xA001 : remainder >> 1
    }
  }
}
