import CZlib

/// One column of whole numbers, some of them absent, as a compressed block of bytes.
///
/// Layout before compression: version 1; count; lengths of the alternating runs of present and absent values, present
/// first; then each present value as the difference from the one before. Numbers are little-endian base-128, the
/// differences zigzag. Compression is zlib's, whose checksum finds a damaged block.
enum ColumnCodec {
  /// Values a block holds at most: a scroll through a long recording reads only what it shows.
  static let chunkLength = 32_768

  static func encode(_ values: some RandomAccessCollection<Int64>, isPresent: (Int) -> Bool)
    -> [UInt8]
  {
    var bytes: [UInt8] = [1]
    bytes.reserveCapacity(values.count * 2 + 16)
    append(UInt64(values.count), to: &bytes)
    appendRuns(count: values.count, isPresent: isPresent, to: &bytes)
    var previous: Int64 = 0
    for (index, value) in values.enumerated() where isPresent(index) {
      let difference = value &- previous
      append(UInt64(bitPattern: difference << 1 ^ difference >> 63), to: &bytes)
      previous = value
    }
    return deflated(bytes)
  }

  /// - Returns: `nil` when the block is damaged or written by a later version.
  static func decode(_ block: [UInt8]) -> [Int64?]? {
    guard let bytes = inflated(block), bytes.first == 1 else { return nil }
    var reader = Reader(bytes: bytes, position: 1)
    guard let count = reader.next(), count <= UInt64(chunkLength) else { return nil }
    var values: [Int64?] = []
    values.reserveCapacity(Int(count))
    var runs: [(length: Int, isPresent: Bool)] = []
    var covered = 0
    while covered < Int(count) {
      guard let length = reader.next(), length <= UInt64(Int(count) - covered) else { return nil }
      runs.append((Int(length), runs.count % 2 == 0))
      covered += Int(length)
    }
    var previous: Int64 = 0
    for run in runs {
      for _ in 0..<run.length {
        guard run.isPresent else {
          values.append(nil)
          continue
        }
        guard let code = reader.next() else { return nil }
        previous &+= Int64(bitPattern: code >> 1) ^ -Int64(bitPattern: code & 1)
        values.append(previous)
      }
    }
    return values
  }

  private static func appendRuns(
    count: Int, isPresent: (Int) -> Bool, to bytes: inout [UInt8]
  ) {
    var start = 0
    var present = true
    while start < count {
      var end = start
      while end < count, isPresent(end) == present { end += 1 }
      append(UInt64(end - start), to: &bytes)
      start = end
      present.toggle()
    }
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private struct Reader {
    let bytes: [UInt8]
    var position: Int

    mutating func next() -> UInt64? {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while position < bytes.count, shift < 64 {
        let byte = bytes[position]
        position += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
      return nil
    }
  }
}

/// Compressed with zlib, the uncompressed length before it (four bytes, little-endian).
func deflated(_ bytes: [UInt8]) -> [UInt8] {
  var length = compressBound(UInt(bytes.count))
  var block = [UInt8](repeating: 0, count: 4 + Int(length))
  for index in 0..<4 { block[index] = UInt8(truncatingIfNeeded: bytes.count >> (8 * index)) }
  let status = block.withUnsafeMutableBufferPointer { buffer in
    compress2(buffer.baseAddress! + 4, &length, bytes, UInt(bytes.count), 6)
  }
  precondition(status == Z_OK, "zlib could not compress \(bytes.count) bytes: \(status)")
  block.removeLast(block.count - 4 - Int(length))
  return block
}

/// What `deflated` compressed, `nil` when the block is damaged.
func inflated(_ block: [UInt8]) -> [UInt8]? {
  guard block.count > 4 else { return nil }
  let promised = (0..<4).reduce(0) { $0 | Int(block[$1]) << (8 * $1) }
  // A chunk of 32,768 values takes at most ten bytes a value and three a run.
  guard promised <= ColumnCodec.chunkLength * 13 + 16 else { return nil }
  var length = UInt(promised)
  var bytes = [UInt8](repeating: 0, count: max(promised, 1))
  let status = block.withUnsafeBufferPointer { buffer in
    uncompress(&bytes, &length, buffer.baseAddress! + 4, UInt(block.count - 4))
  }
  guard status == Z_OK, Int(length) == promised else { return nil }
  return Array(bytes.prefix(promised))
}
