/// Reads the messages of one part, one after the other.
///
/// A data message is laid out as the definition message last seen for its local number says.
/// Nothing is read beyond `end`, whatever a header or a definition promises.
struct FITPartReader {
  /// Why reading stopped before the end.
  enum Stop: Error {
    /// The message at the reader's position goes on to `need`.
    case cutShort(need: Int)
    /// No definition came before the message.
    case undefined(localMessage: Int)
  }

  private(set) var part: FITPart
  /// The first byte of the message to read next, or of the one that could not be read.
  private(set) var position: Int
  /// The first field that does not fit its type, and where its definition is.
  private(set) var badField: (size: Int, position: Int)?

  private let bytes: [UInt8]
  private let end: Int
  private var slots = [Slot?](repeating: nil, count: 16)
  private var lastTimestamp: UInt32?

  /// What a local number stands for at the moment.
  private struct Slot {
    let definition: FITDefinition
    var messages = 0
  }

  init(_ bytes: [UInt8], header: FITHeader, messages: Range<Int>) {
    self.bytes = bytes
    part = FITPart(header: header)
    position = messages.lowerBound
    end = messages.upperBound
  }

  /// Reads to the end; what was read before a stop is kept in `part`.
  mutating func read() throws(Stop) {
    defer { for slot in slots { count(slot) } }
    while position < end {
      let header = bytes[position]
      if header & 0x80 != 0 {
        try readData(localMessage: Int(header >> 5 & 0x03), secondsPast: UInt32(header & 0x1F))
      } else if header & 0x40 != 0 {
        try readDefinition(localMessage: Int(header & 0x0F), hasDeveloperFields: header & 0x20 != 0)
      } else {
        try readData(localMessage: Int(header & 0x0F), secondsPast: nil)
      }
    }
  }
}

extension FITPartReader {
  private mutating func readDefinition(
    localMessage: Int, hasDeveloperFields: Bool
  ) throws(Stop) {
    var size = FITDefinition.fixedSize
    try require(size)
    size += Int(bytes[position + 5]) * FITDefinition.fieldSize
    if hasDeveloperFields {
      try require(size + 1)
      size += 1 + Int(bytes[position + size]) * FITDefinition.fieldSize
    }
    try require(size)
    let definition = FITDefinition(bytes, at: position, hasDeveloperFields: hasDeveloperFields)
    if let bad = definition.badFieldSize, badField == nil { badField = (bad, position) }
    if definition.kind == .record { part.records.declare(definition) }
    count(slots[localMessage])
    slots[localMessage] = Slot(definition: definition)
    position += size
  }

  /// Reads a data message; `secondsPast` comes from a compressed header.
  private mutating func readData(localMessage: Int, secondsPast: UInt32?) throws(Stop) {
    guard let definition = slots[localMessage]?.definition else {
      throw .undefined(localMessage: localMessage)
    }
    try require(1 + definition.size)
    slots[localMessage]?.messages += 1
    part.developerFieldsSkipped += definition.developerFieldCount
    let start = position + 1
    let timestamp = timestamp(definition, at: start, secondsPast: secondsPast)
    switch definition.kind {
    case .record: part.records.append(bytes, at: start, definition, timestamp: timestamp)
    case .heartRateVariability: appendBeats(definition, at: start)
    case .some(let kind):
      part.messages.append(
        FITMessage(
          kind: kind, timestamp: timestamp, bytes: bytes, definition: definition, start: start))
    case nil: break
    }
    position = start + definition.size
  }

  private func require(_ size: Int) throws(Stop) {
    guard position + size <= end else { throw .cutShort(need: position + size) }
  }

  /// The time of a data message, which is also the one that compressed headers count on from: their
  /// five bits replace its lowest five, and start again at 32 s.
  private mutating func timestamp(
    _ definition: FITDefinition, at start: Int, secondsPast: UInt32?
  ) -> UInt32? {
    var timestamp: UInt32?
    if let offset = definition.timestampOffset {
      timestamp = bytes.integer(at: start + offset, .uint32, definition.order)
        .map { UInt32($0) }
    }
    if let secondsPast, let last = timestamp ?? lastTimestamp {
      timestamp = last &+ ((secondsPast &- last) & 0x1F)
    }
    if let timestamp { lastTimestamp = timestamp }
    return timestamp
  }

  /// The times between beats of an hrv message; invalid ones fill the row up.
  private mutating func appendBeats(_ definition: FITDefinition, at start: Int) {
    guard let field = definition.field(0), field.type == .uint16 else { return }
    for place in stride(from: 0, to: field.size, by: 2) {
      let value = bytes.integer(at: start + field.offset + place, .uint16, definition.order)
      if let value {
        part.beats.append(
          FITPart.Beat(milliseconds: Int32(value), recordsBefore: part.records.count))
      }
    }
  }

  private mutating func count(_ slot: Slot?) {
    guard let slot, slot.messages > 0 else { return }
    part.messageCounts[slot.definition.globalNumber, default: 0] += slot.messages
  }
}
