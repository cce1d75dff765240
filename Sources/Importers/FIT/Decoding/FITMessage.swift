/// A data message that is kept whole: where it stands in the file, and how to read it.
struct FITMessage {
  let kind: FITMessageKind
  /// Seconds of FIT time, from the message or from its compressed header.
  let timestamp: UInt32?
  let bytes: [UInt8]
  let definition: FITDefinition
  /// The first byte after the message's header.
  let start: Int

  /// The first element of a field, or `nil` where the field is missing, invalid or no number.
  func integer(_ number: UInt8) -> Int64? {
    guard let field = definition.field(number), field.isNumber else { return nil }
    return bytes.integer(at: start + field.offset, field.type, definition.order)
  }

  func unsigned32(_ number: UInt8) -> UInt32? { integer(number).flatMap(UInt32.init(exactly:)) }

  /// A field in its unit, `raw / scale`.
  func scaled(_ number: UInt8, by scale: Double) -> Double? {
    integer(number).map { Double($0) / scale }
  }

  /// A field's text up to its first zero byte, or `nil` where there is none.
  func text(_ number: UInt8) -> String? {
    guard let field = definition.field(number), field.type == .string else { return nil }
    let place = start + field.offset
    let text = bytes[place..<(place + field.size)].prefix { $0 != 0 }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }
}
