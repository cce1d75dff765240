/// The order in which a message stores the bytes of a number.
enum FITByteOrder { case little, big }

extension [UInt8] {
  /// The number of `Value`'s width that begins at `offset`; all of its bytes must be there.
  func load<Value: FixedWidthInteger & UnsignedInteger>(
    _: Value.Type, at offset: Int, _ order: FITByteOrder = .little
  ) -> Value {
    let width = Value.bitWidth / 8
    var value: Value = 0
    for place in 0..<width {
      let index = order == .little ? offset + place : offset + width - 1 - place
      value |= Value(truncatingIfNeeded: self[index]) << (place * 8)
    }
    return value
  }

  /// The number that begins at `offset`, or `nil` where it is the type's invalid value.
  ///
  /// Floating-point numbers are rounded to whole ones; strings are no numbers.
  func integer(at offset: Int, _ type: FITBaseType, _ order: FITByteOrder) -> Int64? {
    switch type {
    case .enumeration, .uint8, .byte: self[offset] == .max ? nil : Int64(self[offset])
    case .uint8z: self[offset] == 0 ? nil : Int64(self[offset])
    case .sint8: signed(Int8(bitPattern: self[offset]))
    case .sint16: signed(Int16(bitPattern: load(UInt16.self, at: offset, order)))
    case .sint32: signed(Int32(bitPattern: load(UInt32.self, at: offset, order)))
    case .sint64: signed(Int64(bitPattern: load(UInt64.self, at: offset, order)))
    case .uint16: unsigned(load(UInt16.self, at: offset, order), invalid: .max)
    case .uint32: unsigned(load(UInt32.self, at: offset, order), invalid: .max)
    case .uint64: unsigned(load(UInt64.self, at: offset, order), invalid: .max)
    case .uint16z: unsigned(load(UInt16.self, at: offset, order), invalid: 0)
    case .uint32z: unsigned(load(UInt32.self, at: offset, order), invalid: 0)
    case .uint64z: unsigned(load(UInt64.self, at: offset, order), invalid: 0)
    case .float32:
      Int64(exactly: Float(bitPattern: load(UInt32.self, at: offset, order)).rounded())
    case .float64:
      Int64(exactly: Double(bitPattern: load(UInt64.self, at: offset, order)).rounded())
    case .string: nil
    }
  }
}

/// A signed number is invalid at its type's maximum.
private func signed<Value: FixedWidthInteger>(_ value: Value) -> Int64? {
  value == .max ? nil : Int64(value)
}

/// `nil` also beyond `Int64`, where nothing Sideline reads can lie.
private func unsigned<Value: FixedWidthInteger>(_ value: Value, invalid: Value) -> Int64? {
  value == invalid ? nil : Int64(exactly: value)
}
