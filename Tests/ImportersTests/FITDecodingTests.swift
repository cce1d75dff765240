import Domain
import Importers
import Testing

/// What the bytes of a file mean, message by message.
@Suite struct FITDecodingTests {
  @Test(arguments: [FITWriter.ByteOrder.little, .big], [12, 14])
  func `records are read in both byte orders, behind short and long headers`(
    order: FITWriter.ByteOrder, headerSize: Int
  ) throws {
    let outcome = FITImporter.read(FITWriter.activity(order: order, headerSize: headerSize).file)
    #expect(outcome.problems == [])
    let recording = try #require(outcome.recordings.first)
    #expect(recording.start.iso8601 == "2026-11-21T07:00:00Z")
    #expect(recording.timestamps == [0, 1000, 2000])
    #expect(recording.channel(.heartRate)?.raw == [101, 102, 103])
    #expect(
      recording.device
        == Device(
          manufacturer: "garmin", product: "edge_530", serial: 3_999_999_999))
  }

  @Test func `scales and offsets are FIT's own`() throws {
    var writer = FITWriter()
    writer.define(
      0, as: 20,
      [
        .uint32(253), .uint16(2), .uint16(6), .uint32(5), .sint8(13), .sint32(0), .sint32(1),
        .uint16(7), .uint8(4),
      ])
    writer.write(
      0, [FITWriter.start, 3891, 8330, 40_581, -4, -90_481_372, 1_323_227_263, 250, 85])
    let recording = try #require(FITImporter.read(writer.file).recordings.first)
    #expect(recording.channel(.altitude)?[0] == 3891.0 / 5 - 500)
    #expect(recording.channel(.speed)?[0] == 8.33)
    #expect(recording.channel(.distance)?[0] == 405.81)
    #expect(recording.channel(.temperature)?[0] == -4)
    #expect(recording.channel(.latitude)?[0] == -90_481_372)
    #expect(recording.channel(.longitude)?[0] == 1_323_227_263)
    #expect(recording.channel(.power)?[0] == 250)
    #expect(recording.channel(.cadence)?[0] == 85)
  }

  @Test func `an invalid value is absent, and a channel without values is left out`() throws {
    var writer = FITWriter()
    writer.define(0, as: 20, [.uint32(253), .uint8(3), .uint16(7)])
    for (second, rate) in [120, 0xFF, 122].enumerated() {
      writer.write(0, [FITWriter.start + second, rate, 0xFFFF])
    }
    let recording = try #require(FITImporter.read(writer.file).recordings.first)
    let heartRate = try #require(recording.channel(.heartRate))
    #expect((0..<3).map { heartRate[$0] } == [120, nil, 122])
    #expect(recording.channels.count == 1)
  }

  @Test func `enhanced speed is preferred, and plain speed fills its gaps`() throws {
    var writer = FITWriter()
    writer.define(0, as: 20, [.uint32(253), .uint16(6), .uint32(73)])
    writer.write(0, [FITWriter.start, 2000, 2001])
    writer.write(0, [FITWriter.start + 1, 3000, 0xFFFF_FFFF])
    let recording = try #require(FITImporter.read(writer.file).recordings.first)
    #expect(recording.channel(.speed)?.raw == [2001, 3000])
  }

  @Test func `a field may come and go with a new definition`() throws {
    var writer = FITWriter.activity(heartRates: [101])
    writer.define(0, as: 20, [.uint32(253), .uint16(7)])
    writer.write(0, [FITWriter.start + 1, 240])
    let recording = try #require(FITImporter.read(writer.file).recordings.first)
    let (heartRate, power) = (recording.channel(.heartRate), recording.channel(.power))
    #expect(heartRate?[0] == 101)
    #expect(heartRate?[1] == nil)
    #expect(power?[0] == nil)
    #expect(power?[1] == 240)
  }

  @Test func `a heart rate of 0 is kept and flagged`() throws {
    let outcome = FITImporter.read(FITWriter.activity(heartRates: [101, 0, 0, 104]).file)
    #expect(outcome.records.flagged == 2)
    #expect(outcome.records.kept == 4)
    #expect(outcome.recordings.first?.channel(.heartRate)?.raw == [101, 0, 0, 104])
  }

  @Test func `times between beats are read from rows, which invalid values fill up`() throws {
    var writer = FITWriter.activity()
    writer.define(3, as: 78, [.uint16(0, count: 5)])
    writer.write(3, [812, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF])
    writer.write(3, [805, 799, 801, 0xFFFF, 0xFFFF])
    let recording = try #require(FITImporter.read(writer.file).recordings.first)
    #expect(recording.rrIntervals == [812, 805, 799, 801])
  }

  @Test func `compressed speed and distance count on where their twelve bits start again`() throws {
    var writer = FITWriter()
    writer.define(0, as: 20, [.uint32(253), .bytes(8, count: 3)])
    for (second, sixteenths) in [100, 4090, 4200, 8200].enumerated() {
      let packed = 321 | (sixteenths & 0xFFF) << 12
      writer.write(
        0, [FITWriter.start + second, packed & 0xFF, packed >> 8 & 0xFF, packed >> 16])
    }
    writer.write(0, [FITWriter.start + 4, 0xFF, 0xFF, 0xFF])
    let recording = try #require(FITImporter.read(writer.file).recordings.first)
    let distance = try #require(recording.channel(.distance))
    #expect((0..<5).map { distance[$0] } == [6.25, 255.625, 262.5, 512.5, nil])
    #expect(recording.channel(.speed)?[0] == 3.21)
  }

  @Test func `compressed headers count on from the last time, over their 32 seconds`() throws {
    var writer = FITWriter.activity(heartRates: [101])
    writer.define(0, as: 20, [.uint8(3)])
    for second in stride(from: 10, through: 100, by: 30) {
      writer.write(0, [102], secondsPast: UInt8((FITWriter.start + second) & 0x1F))
    }
    let outcome = FITImporter.read(writer.file)
    #expect(outcome.problems == [])
    #expect(outcome.recordings.first?.timestamps == [0, 10_000, 40_000, 70_000, 100_000])
  }

  @Test func `developer fields are stepped over and counted`() throws {
    var writer = FITWriter()
    writer.define(0, as: 20, [.uint32(253), .uint8(3)], developerSizes: [4, 2])
    for second in 0..<3 {
      writer.write(
        0, [FITWriter.start + second, 100 + second], developerBytes: [1, 2, 3, 4, 5, 6])
    }
    let outcome = FITImporter.read(writer.file)
    #expect(outcome.problems == [ImportProblem(.developerFieldsSkipped(6))])
    #expect(outcome.recordings.first?.channel(.heartRate)?.raw == [100, 101, 102])
  }

  @Test func `a field whose size does not fit its type is said and stepped over`() throws {
    var writer = FITWriter()
    let odd = FITWriter.Field(number: 7, type: 0x84, width: 3, count: 1)
    writer.define(0, as: 20, [.uint32(253), odd, .uint8(3)])
    writer.write(0, [FITWriter.start, 7, 140])
    let outcome = FITImporter.read(writer.file)
    #expect(outcome.problems == [ImportProblem(.badDefinition(fieldSize: 3), at: 14)])
    #expect(outcome.recordings.first?.channel(.heartRate)?.raw == [140])
    #expect(outcome.recordings.first?.channel(.power) == nil)
  }
}
