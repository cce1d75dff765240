public import Domain
import Foundation
import GRDB

extension Store {
  static func insert(_ recording: Recording, of session: SessionID, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO recording VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        session.rawValue, recording.timestamps.count, recording.device?.manufacturer,
        recording.device?.product, recording.laps.isEmpty ? nil : try json(recording.laps),
        try recording.deviceSummary.map { try json($0) },
        recording.pauses.isEmpty ? nil : try json(recording.pauses), recording.heartRateSensor?.rawValue,
      ])
    let statement = try db.cachedStatement(sql: "INSERT INTO column_chunk VALUES (?, ?, ?, ?, ?, ?)")
    func store(_ kind: String, scale: Int32, offset: Int32, _ chunks: [[UInt8]]) throws {
      for (chunk, data) in chunks.enumerated() {
        try statement.execute(arguments: [
          session.rawValue, kind, chunk, scale, offset, Data(data),
        ])
      }
    }
    try store("time", scale: 1000, offset: 0, chunks(of: recording.timestamps))
    if !recording.rrIntervals.isEmpty {
      let intervals = recording.rrIntervals.map { Int64($0) }
      try store("rr", scale: 1000, offset: 0, chunks(of: intervals))
    }
    for channel in recording.channels where !channel.kind.isIdentityClass {
      try store(
        channel.kind.rawValue, scale: channel.scale, offset: channel.offset, chunks(of: channel))
    }
  }

  static func chunks(of channel: Channel) -> [[UInt8]] {
    chunkRanges(channel.count).map { range in
      ColumnCodec.encode(channel.raw[range].lazy.map { Int64($0) }) {
        channel.validity[range.lowerBound + $0]
      }
    }
  }

  static func chunks(of values: [Int64]) -> [[UInt8]] {
    chunkRanges(values.count).map { ColumnCodec.encode(values[$0]) { _ in true } }
  }

  /// A column without values still has one, empty chunk: the channel is remembered.
  private static func chunkRanges(_ count: Int) -> [Range<Int>] {
    guard count > 0 else { return [0..<0] }
    return stride(from: 0, to: count, by: ColumnCodec.chunkLength).map {
      $0..<min($0 + ColumnCodec.chunkLength, count)
    }
  }

  /// What the device wrote, read back exactly; positions stay in the identity file.
  ///
  /// - Returns: `nil` when the session has no recording.
  public func recording(of id: SessionID) throws(StoreError) -> Recording? {
    guard let session = try session(id) else { return nil }
    return try reading { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM recording WHERE session = ?", arguments: [id.rawValue])
      else { return nil }
      let chunks = try Row.fetchAll(
        db,
        sql: """
          SELECT kind, scale, offset, data FROM column_chunk WHERE session = ? ORDER BY kind, chunk
          """, arguments: [id.rawValue])
      let times = try Store.values(chunks.filter { $0["kind"] == "time" }).map { $0 ?? 0 }
      let intervals = try Store.values(chunks.filter { $0["kind"] == "rr" })
      var channels: [Channel] = []
      for kind in Channel.Kind.allCases {
        let own = chunks.filter { $0["kind"] == kind.rawValue }
        guard let first = own.first else { continue }
        channels += try Store.channels(own, scale: first["scale"], offset: first["offset"])
      }
      guard channels.allSatisfy({ $0.count == times.count }) else { throw StoreError.damaged }
      let beats = intervals.map { $0.flatMap { Int32(exactly: $0) } }
      guard !beats.contains(nil) else { throw StoreError.damaged }
      let laps: [Lap] = try (row["laps"] as String?).map { try fromJSON($0) } ?? []
      let pauses: [Pause] = try (row["pauses"] as String?).map { try fromJSON($0) } ?? []
      let summary: DeviceSummary? = try (row["summary"] as String?).map { try fromJSON($0) }
      let device = (row["manufacturer"] as String?).map {
        Device(manufacturer: $0, product: row["product"])
      }
      let sensor = try (row["heart_rate_sensor"] as String?).map { word in
        guard let sensor = HeartRateSensor(rawValue: word) else { throw StoreError.damaged }
        return sensor
      }
      return Recording(
        sport: session.sport, start: session.start, utcOffsetSeconds: session.utcOffsetSeconds,
        device: device, heartRateSensor: sensor, timestamps: times, channels: channels, laps: laps,
        pauses: pauses, rrIntervals: beats.compactMap { $0 }, deviceSummary: summary)
    }
  }

  private static func values(_ rows: [Row]) throws -> [Int64?] {
    try rows.flatMap { row -> [Int64?] in
      guard let values = ColumnCodec.decode([UInt8](row["data"] as Data)) else {
        throw StoreError.damaged
      }
      return values
    }
  }

  /// Channels from chunk rows that are ordered by kind and chunk.
  static func channels(_ rows: [Row], scale: Int32, offset: Int32) throws -> [Channel] {
    try Dictionary(grouping: rows) { $0["kind"] as String }.sorted { $0.key < $1.key }
      .map { word, rows in
        guard let kind = Channel.Kind(rawValue: word) else { throw StoreError.damaged }
        var channel = Channel(kind, scale: scale, offset: offset)
        let values = try values(rows)
        channel.reserveCapacity(values.count)
        for value in values {
          guard let value else {
            channel.append(nil)
            continue
          }
          guard let raw = Int32(exactly: value) else { throw StoreError.damaged }
          channel.append(raw)
        }
        return channel
      }
  }
}
