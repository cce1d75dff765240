import Domain
import Importers
import Testing

/// How records, laps and beats find their sessions.
@Suite struct FITSessionTests {
  @Test func `two sessions make two recordings, and every record belongs to one`() {
    var writer = FITWriter.activity(heartRates: (100..<130).map { $0 })
    writer.writeSession(sport: 2, from: 0, seconds: 9)
    writer.writeSession(sport: 1, from: 10, seconds: 10)
    let outcome = FITImporter.read(writer.file)
    #expect(outcome.recordings.map(\.sport) == [.cycling, .running])
    #expect(outcome.recordings.map(\.timestamps.count) == [10, 20])
    #expect(
      outcome.recordings.map(\.start.iso8601)
        == ["2026-11-21T07:00:00Z", "2026-11-21T07:00:10Z"])
    #expect(outcome.recordings.last?.channel(.heartRate)?.raw.first == 110)
  }

  @Test func `a record between two sessions goes to the nearer one`() {
    var writer = FITWriter.activity(heartRates: [])
    for second in [-3, 0, 13, 17, 20, 40] { writer.write(0, [FITWriter.start + second, 120]) }
    writer.writeSession(sport: 2, from: 0, seconds: 10)
    writer.writeSession(sport: 1, from: 20, seconds: 10)
    let outcome = FITImporter.read(writer.file)
    #expect(
      outcome.recordings.map(\.timestamps)
        == [[-3000, 0, 13_000], [-3000, 0, 20_000]])
  }

  @Test func `laps and beats go with the records around them`() {
    var writer = FITWriter.activity(heartRates: [])
    writer.define(3, as: 78, [.uint16(0)])
    writer.define(4, as: 19, [.uint32(2), .uint32(7), .uint32(9)])
    for second in [0, 30] {
      writer.write(0, [FITWriter.start + second, 120])
      writer.write(3, [800 + second])
      writer.write(4, [FITWriter.start + second + 2, 5500, 1234])
    }
    writer.writeSession(sport: 2, from: 0, seconds: 10)
    writer.writeSession(sport: 1, from: 20, seconds: 15)
    let recordings = FITImporter.read(writer.file).recordings
    #expect(recordings.map(\.rrIntervals) == [[800], [830]])
    let laps = recordings.map(\.laps)
    #expect(laps.first == [Lap(start: 2000, elapsedSeconds: 5.5, distanceMeters: 12.34)])
    #expect(laps.last == [Lap(start: 12_000, elapsedSeconds: 5.5, distanceMeters: 12.34)])
  }

  @Test func `without a session message all records are one recording of the sport message`() {
    var writer = FITWriter.activity()
    writer.define(3, as: 12, [.enumeration(0), .enumeration(1)])
    writer.write(3, [4, 14])
    let recordings = FITImporter.read(writer.file).recordings
    #expect(recordings.map(\.sport) == [.rowing])
    #expect(recordings.first?.deviceSummary == nil)
  }

  @Test(arguments: [28_800, -16_200, 0, 225, 54_000])
  func `local time tells the offset from UTC where it can be one`(seconds: Int) {
    let expected = [225, 54_000].contains(seconds) ? nil : seconds
    var writer = FITWriter.activity()
    writer.define(3, as: 34, [.uint32(253), .uint32(5)])
    writer.write(3, [FITWriter.start + 60, FITWriter.start + 60 + seconds])
    #expect(FITImporter.read(writer.file).recordings.first?.utcOffsetSeconds == expected)
  }

  @Test func `the device's own totals stand beside the records`() {
    var writer = FITWriter.activity()
    writer.define(
      2, as: 18, [.uint32(2), .uint32(7), .uint32(8), .uint32(9), .uint8(16), .uint8(17)])
    writer.write(2, [FITWriter.start, 2500, 2000, 1234, 102, 103])
    let summary = DeviceSummary(
      elapsedSeconds: 2.5, timerSeconds: 2, distanceMeters: 12.34, meanHeartRate: 102,
      maximumHeartRate: 103)
    #expect(FITImporter.read(writer.file).recordings.map(\.deviceSummary) == [summary])
  }

  @Test func `a product has its maker's name for it`() {
    var writer = FITWriter()
    writer.define(1, as: 0, [.uint16(1), .uint16(2)])
    writer.write(1, [263, 12])
    writer.define(0, as: 20, [.uint32(253)])
    writer.write(0, [FITWriter.start])
    let device = Device(manufacturer: "favero_electronics", product: "assioma_duo")
    #expect(FITImporter.read(writer.file).recordings.map(\.device) == [device])
  }

  @Test func `a maker without listed products is named by its own words or its number`() {
    var writer = FITWriter()
    writer.define(1, as: 0, [.uint16(1), .uint16(2), .string(8, count: 6)])
    writer.write(1, [32, 7] + "Watch".utf8.map { Int($0) } + [0])
    writer.define(0, as: 20, [.uint32(253)])
    writer.write(0, [FITWriter.start])
    let device = Device(manufacturer: "wahoo_fitness", product: "Watch")
    #expect(FITImporter.read(writer.file).recordings.map(\.device) == [device])
  }
}
