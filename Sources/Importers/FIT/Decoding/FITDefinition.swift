/// What a definition message says about the data messages that follow it, worked out once so that
/// reading one of them takes neither a search nor an allocation.
struct FITDefinition {
  /// One field of the message.
  struct Field {
    let number: UInt8
    let type: FITBaseType
    /// Bytes from the message's first byte after its header.
    let offset: Int
    let size: Int

    /// Whether the first element is a number; a row of bytes is none.
    var isNumber: Bool { type != .string && (type != .byte || size == 1) }
  }

  /// One number to take out of a record.
  struct RecordStep {
    let field: FITRecordField
    let type: FITBaseType
    let offset: Int
  }

  static let timestampField: UInt8 = 253
  /// Bytes before the list of fields, with the header byte.
  static let fixedSize = 6
  /// Bytes that describe one field.
  static let fieldSize = 3

  let globalNumber: UInt16
  /// `nil` for messages that are only counted.
  let kind: FITMessageKind?
  let order: FITByteOrder
  /// Bytes of a data message after its header, developer fields included.
  let size: Int
  let fields: [Field]
  let developerFieldCount: Int
  /// Where a data message has its time, when it has one.
  let timestampOffset: Int?
  /// For records: the single numbers to keep.
  let recordSteps: [RecordStep]
  /// For records of old devices: where speed and distance share three bytes.
  let compressedOffset: Int?
  /// The first size that is no multiple of its type's.
  let badFieldSize: Int?

  /// Reads the definition whose header byte is at `start`; all of its bytes must be there.
  init(_ bytes: [UInt8], at start: Int, hasDeveloperFields: Bool) {
    order = bytes[start + 2] == 0 ? .little : .big
    globalNumber = bytes.load(UInt16.self, at: start + 3, order)
    kind = FITMessageKind(rawValue: globalNumber)
    let firstField = start + Self.fixedSize
    let fieldCount = Int(bytes[start + 5])
    var layout = Layout()
    for place in 0..<fieldCount {
      let at = firstField + place * Self.fieldSize
      layout.add(number: bytes[at], size: Int(bytes[at + 1]), type: bytes[at + 2])
    }
    let developerList = firstField + fieldCount * Self.fieldSize
    developerFieldCount = hasDeveloperFields ? Int(bytes[developerList]) : 0
    let developerSize = (0..<developerFieldCount).reduce(0) { sum, place in
      sum + Int(bytes[developerList + 1 + place * Self.fieldSize + 1])
    }
    size = layout.size + developerSize
    fields = layout.fields
    badFieldSize = layout.badFieldSize
    timestampOffset =
      fields.first { $0.number == Self.timestampField && $0.type == .uint32 }?.offset
    let isRecord = kind == .record
    recordSteps = isRecord ? fields.compactMap(RecordStep.init) : []
    compressedOffset =
      isRecord ? fields.first { $0.isCompressedSpeedAndDistance }?.offset : nil
  }

  func field(_ number: UInt8) -> Field? { fields.first { $0.number == number } }
}

extension FITDefinition.RecordStep {
  /// `nil` for fields that Sideline does not keep.
  fileprivate init?(_ source: FITDefinition.Field) {
    guard let field = FITRecordField(number: source.number), source.isNumber else { return nil }
    self.field = field
    type = source.type
    offset = source.offset
  }
}

extension FITDefinition.Field {
  var isCompressedSpeedAndDistance: Bool { number == 8 && type == .byte && size == 3 }
}

/// Fields laid end to end.
private struct Layout {
  var fields: [FITDefinition.Field] = []
  var size = 0
  var badFieldSize: Int?

  /// Adds the next field: of bytes where its type is unknown or does not fit its size. A field of
  /// no bytes is left out.
  mutating func add(number: UInt8, size fieldSize: Int, type: UInt8) {
    let type = FITBaseType(rawValue: type) ?? .byte
    let fits = fieldSize > 0 && fieldSize.isMultiple(of: type.size)
    if !fits, badFieldSize == nil { badFieldSize = fieldSize }
    if fieldSize > 0 {
      fields.append(
        FITDefinition.Field(
          number: number, type: fits ? type : .byte, offset: size, size: fieldSize))
    }
    size += fieldSize
  }
}
