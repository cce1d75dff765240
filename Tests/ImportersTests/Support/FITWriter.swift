/// Writes small FIT files for tests, message by message. Knows nothing of the code it tests.
struct FITWriter {
  enum ByteOrder { case little, big }

  /// One field of a definition: so many elements of so many bytes.
  struct Field {
    var number: UInt8
    var type: UInt8
    var width: Int
    var count: Int

    static func uint8(_ number: UInt8) -> Field {
      Field(number: number, type: 0x02, width: 1, count: 1)
    }
    static func sint8(_ number: UInt8) -> Field {
      Field(number: number, type: 0x01, width: 1, count: 1)
    }
    static func enumeration(_ number: UInt8) -> Field {
      Field(number: number, type: 0x00, width: 1, count: 1)
    }
    static func uint16(_ number: UInt8, count: Int = 1) -> Field {
      Field(number: number, type: 0x84, width: 2, count: count)
    }
    static func uint32(_ number: UInt8) -> Field {
      Field(number: number, type: 0x86, width: 4, count: 1)
    }
    static func sint32(_ number: UInt8) -> Field {
      Field(number: number, type: 0x85, width: 4, count: 1)
    }
    static func uint32z(_ number: UInt8) -> Field {
      Field(number: number, type: 0x8C, width: 4, count: 1)
    }
    static func bytes(_ number: UInt8, count: Int) -> Field {
      Field(number: number, type: 0x0D, width: 1, count: count)
    }
    static func string(_ number: UInt8, count: Int) -> Field {
      Field(number: number, type: 0x07, width: 1, count: count)
    }
  }

  var order = ByteOrder.little
  var headerSize = 14
  /// The messages written so far.
  private(set) var messages: [UInt8] = []
  private var definitions: [UInt8: [Field]] = [:]

  /// Adds a definition message.
  mutating func define(
    _ local: UInt8, as message: UInt16, _ fields: [Field], developerSizes: [UInt8] = []
  ) {
    let flag: UInt8 = developerSizes.isEmpty ? 0 : 0x20
    messages += [0x40 | flag | local, 0, order == .big ? 1 : 0]
    messages += encoded(Int(message), width: 2) + [UInt8(fields.count)]
    for field in fields {
      messages += [field.number, UInt8(field.width * field.count), field.type]
    }
    if !developerSizes.isEmpty {
      messages.append(UInt8(developerSizes.count))
      for (number, size) in developerSizes.enumerated() { messages += [UInt8(number), size, 0] }
    }
    definitions[local] = fields
  }

  /// Adds a data message of the values, one for each element of the fields of its definition.
  mutating func write(
    _ local: UInt8, _ values: [Int], secondsPast: UInt8? = nil, developerBytes: [UInt8] = []
  ) {
    messages.append(secondsPast.map { 0x80 | local << 5 | $0 } ?? local)
    let widths = (definitions[local] ?? []).flatMap { Array(repeating: $0.width, count: $0.count) }
    precondition(widths.count == values.count, "\(values.count) values, \(widths.count) elements")
    for (value, width) in zip(values, widths) { messages += encoded(value, width: width) }
    messages += developerBytes
  }

  mutating func writeRaw(_ bytes: [UInt8]) { messages += bytes }

  /// Header, messages and checksum.
  var file: [UInt8] {
    var bytes = [UInt8(headerSize), 0x20, 0x44, 0x08]
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: messages.count >> ($0 * 8)) }
    bytes += Array(".FIT".utf8)
    if headerSize == 14 { bytes += checksum(bytes) }
    bytes += messages
    return bytes + checksum(bytes)
  }

  private func encoded(_ value: Int, width: Int) -> [UInt8] {
    let little = (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    return order == .big ? little.reversed() : little
  }

  /// CRC-16 bit by bit.
  private func checksum(_ bytes: [UInt8]) -> [UInt8] {
    var remainder: UInt16 = 0
    for byte in bytes {
      remainder ^= UInt16(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xA001 : remainder >> 1
      }
    }
    return [UInt8(remainder & 0xFF), UInt8(remainder >> 8)]
  }
}

extension FITWriter {
  /// 2026-11-21T07:00:00Z in seconds of FIT time.
  static let start = 1_164_178_800

  /// A file with a file_id message of an activity, and records with time and heart rate on local
  /// message 0.
  static func activity(
    order: ByteOrder = .little, headerSize: Int = 14, heartRates: [Int] = [101, 102, 103]
  ) -> FITWriter {
    var writer = FITWriter(order: order, headerSize: headerSize)
    writer.define(1, as: 0, [.enumeration(0), .uint16(1), .uint16(2), .uint32z(3), .uint32(4)])
    writer.write(1, [4, 1, 3121, 3_999_999_999, start])
    writer.define(0, as: 20, [.uint32(253), .uint8(3)])
    for (second, rate) in heartRates.enumerated() { writer.write(0, [start + second, rate]) }
    return writer
  }

  private init(order: ByteOrder, headerSize: Int) {
    self.init()
    self.order = order
    self.headerSize = headerSize
  }

  /// Adds a session message on local message 2.
  mutating func writeSession(sport: Int, from second: Int, seconds: Int) {
    define(2, as: 18, [.uint32(253), .uint32(2), .enumeration(5), .uint32(7)])
    write(2, [Self.start + second + seconds, Self.start + second, sport, seconds * 1000])
  }
}
