import Domain

/// The record messages of one part, in the file's order: a time and a column for every field.
struct FITRecords {
  /// Seconds of FIT time; `nil` where a record has none.
  private(set) var timestamps: [UInt32?] = []
  /// The fields the definitions named, in the order of their first appearance.
  private(set) var declared: [FITRecordField] = []
  /// By the field's raw value. A column ends at its last valid value.
  private var columns = FITRecordField.allCases.map {
    Channel($0.kind, scale: $0.scale, offset: $0.offset)
  }
  /// Sixteenths of a metre, where distance comes in twelve bits that start again.
  private var distanceTotal = 0

  var count: Int { timestamps.count }

  func value(_ field: FITRecordField, at index: Int) -> Int32? {
    let column = columns[field.rawValue]
    return index < column.count && column.validity[index] ? column.raw[index] : nil
  }

  func hasValues(_ field: FITRecordField) -> Bool { columns[field.rawValue].count > 0 }

  /// The channel of `kind` over the records at `indices`, or `nil` where none of them has a value.
  ///
  /// Each value is the best source's that has one. A source whose scale differs from the best one's
  /// is left out: a channel has one scale.
  func channel(_ kind: Channel.Kind, at indices: [Int]) -> Channel? {
    let present = FITRecordField.sources(of: kind).filter(hasValues)
    guard let best = present.first else { return nil }
    let others = present.dropFirst().filter { $0.scale == best.scale }
    var channel = Channel(kind, scale: best.scale, offset: best.offset)
    channel.reserveCapacity(indices.count)
    for index in indices {
      var value = value(best, at: index)
      for other in others where value == nil { value = self.value(other, at: index) }
      channel.append(value)
    }
    return channel.validCount > 0 ? channel : nil
  }
}

extension FITRecords {
  /// Takes note of the fields that the records to come have.
  mutating func declare(_ definition: FITDefinition) {
    for field in definition.fields {
      if let known = FITRecordField(number: field.number) {
        declare(known)
      } else if field.isCompressedSpeedAndDistance {
        declare(.compressedSpeed)
        declare(.compressedDistance)
        distanceTotal = 0
      }
    }
  }

  /// Adds the record whose first byte after the header is at `start`.
  mutating func append(
    _ bytes: [UInt8], at start: Int, _ definition: FITDefinition, timestamp: UInt32?
  ) {
    for step in definition.recordSteps {
      if let value = bytes.integer(at: start + step.offset, step.type, definition.order) {
        set(step.field, to: value)
      }
    }
    if let offset = definition.compressedOffset { appendCompressed(bytes, at: start + offset) }
    timestamps.append(timestamp)
  }

  private mutating func declare(_ field: FITRecordField) {
    if !declared.contains(field) { declared.append(field) }
  }

  /// Twelve bits of speed in cm/s, then twelve of distance in 1/16 m, which start again at 256 m.
  private mutating func appendCompressed(_ bytes: [UInt8], at start: Int) {
    let packed = (0..<3).reduce(0) { $0 | Int(bytes[start + $1]) << ($1 * 8) }
    guard packed != 0xFF_FFFF else { return }
    set(.compressedSpeed, to: Int64(packed & 0xFFF) * 10)
    distanceTotal += ((packed >> 12) - distanceTotal) & 0xFFF
    set(.compressedDistance, to: Int64(distanceTotal))
  }

  /// Stores a value of the record being added. One that 32 bits do not hold, such as a distance of
  /// more than 21,474 km, is no measurement and stays absent; so does a second value for the same
  /// field.
  private mutating func set(_ field: FITRecordField, to value: Int64) {
    let column = field.rawValue
    guard let value = Int32(exactly: value), columns[column].count <= count else { return }
    while columns[column].count < count { columns[column].append(nil) }
    columns[column].append(value)
  }
}
