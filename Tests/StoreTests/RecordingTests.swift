import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct RecordingTests {
  @Test func `an hour of eight channels comes back exactly and takes under 60 KB`() throws {
    try inFolder { folder in
      let store = try folder.store()
      let hour = hourOfRunning(seed: 11)
      try store.perform(log(people + [.importSessions([imported(1, recording: hour)])]))
      let bytes = try store.main.read {
        try Int.fetchOne($0, sql: "SELECT sum(length(data)) FROM column_chunk")
      }
      #expect(try #require(bytes) < 60_000)
      #expect(try store.recording(of: SessionID(bits: 1)) == hour)
    }
  }

  @Test func `a recording of several chunks comes back exactly`() throws {
    try inFolder { folder in
      let store = try folder.store()
      let count = 2 * ColumnCodec.chunkLength + 11
      var recording = emptyRecording
      recording.timestamps = (0..<count).map { Int64($0) * 40 }
      var channel = Channel(.acceleration, scale: 100)
      for index in 0..<count { channel.append(index % 1000 < 30 ? nil : Int32(index % 977)) }
      recording.channels = [channel]
      recording.rrIntervals = (0..<(ColumnCodec.chunkLength + 1)).map { 800 + Int32($0 % 90) }
      try store.perform(log(people + [.importSessions([imported(1, recording: recording)])]))
      #expect(try store.recording(of: SessionID(bits: 1)) == recording)
      let chunks = try store.main.read {
        try Int.fetchAll(
          $0, sql: "SELECT count(*) FROM column_chunk GROUP BY kind ORDER BY kind")
      }
      #expect(chunks == [3, 2, 3])
    }
  }

  @Test func `times that repeat and step back, beats, laps and totals come back exactly`() throws {
    try inFolder { folder in
      let store = try folder.store()
      var recording = emptyRecording
      recording.timestamps = [0, 1000, 1000, 700, 86_400_000, -5]
      recording.channels = [
        channel(.heartRate, [.min, nil, 0, nil, .max, 150]),
        channel(.altitude, [nil, nil, nil, nil, nil, nil], scale: 5, offset: 500),
      ]
      recording.rrIntervals = [812, .max, 0, -1]
      recording.laps = [
        Lap(start: -5, elapsedSeconds: 0.1),
        Lap(start: 1000, elapsedSeconds: 300.25, distanceMeters: 1000.7),
      ]
      recording.device = Device(manufacturer: "garmin", product: "fr955")
      recording.deviceSummary = DeviceSummary(
        elapsedSeconds: 3600.5, timerSeconds: 3500, distanceMeters: 12_000.125,
        meanHeartRate: 150, maximumHeartRate: 190)
      try store.perform(log(people + [.importSessions([imported(1, recording: recording)])]))
      #expect(try store.recording(of: SessionID(bits: 1)) == recording)
    }
  }

  @Test func `a session without a recording has none`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people + [.importSessions([imported(1)])]))
      #expect(try store.recording(of: SessionID(bits: 1)) == nil)
      #expect(try store.recording(of: SessionID(bits: 2)) == nil)
    }
  }

  @Test func `a recording without samples keeps its laps and beats`() throws {
    try inFolder { folder in
      let store = try folder.store()
      var recording = emptyRecording
      recording.rrIntervals = [800, 810]
      recording.laps = [Lap(start: 0, elapsedSeconds: 60)]
      try store.perform(log(people + [.importSessions([imported(1, recording: recording)])]))
      #expect(try store.recording(of: SessionID(bits: 1)) == recording)
    }
  }

  @Test func `a channel without samples is still a channel`() throws {
    try inFolder { folder in
      let store = try folder.store()
      var recording = emptyRecording
      recording.channels = [channel(.power, [])]
      try store.perform(log(people + [.importSessions([imported(1, recording: recording)])]))
      let read = try store.recording(of: SessionID(bits: 1))
      // No chunk is written for a column of no values, so nothing remembers the channel.
      #expect(read == recording)
    }
  }

  @Test func `a fuller recording of a session takes the place of the shorter one`() throws {
    try inFolder { folder in
      let store = try folder.store()
      var short = emptyRecording
      short.timestamps = [0, 1000]
      short.channels = [channel(.heartRate, [120, 121]), channel(.power, [200, 210])]
      short.rrIntervals = [500]
      var long = emptyRecording
      long.timestamps = [0, 1000, 2000]
      long.channels = [channel(.heartRate, [120, 121, 122])]
      let hashes = ["ab", "cd"].map { String(repeating: $0, count: 32) }
      try store.perform(
        log(
          people + [
            .importSessions([imported(1, recording: short, hash: hashes[0])]),
            .importSessions([imported(1, recording: long, hash: hashes[1])]),
          ]))
      #expect(try store.recording(of: SessionID(bits: 1)) == long)
      #expect(try store.sessions(of: AthleteID(bits: 1)).count == 1)
      for hash in hashes { #expect(try store.sessions(fromFile: hash).map(\.rawValue) == [1]) }
      let found = try store.session(of: AthleteID(bits: 1), startingAt: morning)
      #expect(found?.id == SessionID(bits: 1))
      #expect(found?.samples == 3)
      #expect(try store.session(of: AthleteID(bits: 2), startingAt: morning) == nil)
      #expect(try store.failedChecks() == [])
    }
  }

  @Test func `a damaged block makes the recording damaged`() throws {
    try inFolder { folder in
      let store = try storeWithHeartRate(in: folder)
      try runRaw("UPDATE column_chunk SET data = x'00' WHERE kind = 'heartRate'", on: store.path)
      #expect(throws: StoreError.damaged) { try store.recording(of: SessionID(bits: 1)) }
      #expect(try store.failedChecks() == ["samples_readable"])
    }
  }

  @Test func `a value no sensor can send makes the recording damaged`() throws {
    try inFolder { folder in
      let store = try storeWithHeartRate(in: folder)
      try replaceColumn("heartRate", with: [Int64(Int32.max) + 1, 0, 0], in: store)
      #expect(throws: StoreError.damaged) { try store.recording(of: SessionID(bits: 1)) }
    }
  }

  // `Recording.init` and `Int32.init` stop the program on what a damaged file can hold.
  @Test func `a column shorter than the others does not stop the program`() async throws {
    try await inFolderAsync { folder in
      let store = try storeWithHeartRate(in: folder)
      try replaceColumn("heartRate", with: [120], in: store)
      try store.close()
      await #expect(processExitsWith: .success) { [path = folder.database as String] in
        let store = try Store.open(at: path, secret: [])
        #expect(throws: StoreError.damaged) { try store.recording(of: SessionID(bits: 1)) }
      }
    }
  }

  @Test func `a time between beats that is too large does not stop the program`() async throws {
    try await inFolderAsync { folder in
      let store = try storeWithHeartRate(in: folder)
      try replaceColumn("rr", with: [1 << 40], in: store)
      try store.close()
      await #expect(processExitsWith: .success) { [path = folder.database as String] in
        let store = try Store.open(at: path, secret: [])
        #expect(throws: StoreError.damaged) { try store.recording(of: SessionID(bits: 1)) }
      }
    }
  }

  @Test func `positions come back from the identity file and only from there`() throws {
    try inFolder { folder in
      let store = try folder.store()
      let latitude = channel(.latitude, [472_000_000, nil, .min, .max])
      let longitude = channel(.longitude, [1, nil, 2, nil])
      var recording = emptyRecording
      recording.timestamps = [0, 1, 2, 3]
      recording.channels = [latitude, longitude]
      try store.perform(log(people + [.importSessions([imported(1, recording: recording)])]))
      try store.keep(
        .session(
          SessionID(bits: 1), fileName: nil, deviceSerial: nil, positions: [latitude, longitude]))
      #expect(try store.recording(of: SessionID(bits: 1))?.channels == [])
      #expect(try store.positions(of: SessionID(bits: 1)) == [latitude, longitude])
      #expect(try store.positions(of: SessionID(bits: 2)) == [])
    }
  }

  @Test func `positions saved again replace the earlier ones`() throws {
    try inFolder { folder in
      let store = try folder.store()
      let long = channel(
        .latitude, (0..<(ColumnCodec.chunkLength + 5)).map { Int32($0) })
      let short = channel(.latitude, [1, 2, 3])
      for positions in [long, short] {
        try store.keep(
          .session(
            SessionID(bits: 1), fileName: nil, deviceSerial: nil, positions: [positions]))
      }
      #expect(try store.positions(of: SessionID(bits: 1)) == [short])
    }
  }
}

private let emptyRecording = Recording(
  sport: .running, start: morning, utcOffsetSeconds: 28_800, timestamps: [], channels: [])

private func channel(
  _ kind: Channel.Kind, _ values: [Int32?], scale: Int32 = 1, offset: Int32 = 0
) -> Channel {
  var channel = Channel(kind, scale: scale, offset: offset)
  for value in values { channel.append(value) }
  return channel
}

private func storeWithHeartRate(in folder: TemporaryFolder) throws -> Store {
  let store = try folder.store()
  var recording = emptyRecording
  recording.timestamps = [0, 1000, 2000]
  recording.channels = [channel(.heartRate, [120, nil, 122])]
  recording.rrIntervals = [500, 501]
  try store.perform(log(people + [.importSessions([imported(1, recording: recording)])]))
  return store
}

private func replaceColumn(_ kind: String, with values: [Int64], in store: Store) throws {
  let block = Data(ColumnCodec.encode(values) { _ in true })
  try store.main.write {
    try $0.execute(
      sql: "UPDATE column_chunk SET data = ? WHERE kind = ?", arguments: [block, kind])
  }
}

/// One sample a second of a runner with a power meter; each sensor drops out now and then.
private func hourOfRunning(seed: UInt64) -> Recording {
  var generator = SeededGenerator(seed: seed)
  func noise(_ spread: Double) -> Double {
    (0..<4).reduce(0) { sum, _ in sum + Double.random(in: -1...1, using: &generator) } * spread
  }
  let start: [(Channel.Kind, Int32, Int32)] = [
    (.heartRate, 1, 0), (.spO2, 1, 0), (.cadence, 1, 0), (.power, 1, 0), (.speed, 1000, 0),
    (.distance, 100, 0), (.altitude, 5, 500), (.temperature, 1, 0),
  ]
  var channels = start.map { Channel($0.0, scale: $0.1, offset: $0.2) }
  var silent = [Int](repeating: 0, count: channels.count)
  var (pulse, altitude, distance) = (110.0, 40.0, 0.0)
  for second in 0..<3600 {
    pulse += (155 - pulse) * 0.004 + noise(0.4)
    altitude += noise(0.05)
    let speed = max(0, 3.4 + noise(0.05))
    distance += speed
    let values = [
      pulse, 97 + noise(0.4), 172 + noise(0.8), 260 + noise(12), speed * 1000, distance * 100,
      (altitude + 500) * 5, 18 + Double(second / 1500),
    ]
    for (index, value) in values.enumerated() {
      if Int.random(in: 0..<600, using: &generator) == 0 { silent[index] = 12 }
      channels[index].append(silent[index] > 0 ? nil : Int32(value.rounded()))
      silent[index] = max(0, silent[index] - 1)
    }
  }
  var recording = emptyRecording
  recording.timestamps = (0..<3600).map { Int64($0) * 1000 }
  recording.channels = channels
  return recording
}
