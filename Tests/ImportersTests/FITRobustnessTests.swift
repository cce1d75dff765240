import Domain
import Importers
import Testing

/// Whatever the bytes are, reading them returns, and promises nothing the bytes do not hold.
@Suite struct FITRobustnessTests {
  /// Our own small file with everything in it, and the small ones of real devices where they are.
  private static let files: [[UInt8]] = {
    let small = SharedData.fitFiles.compactMap { try? SharedData.bytes(ofFIT: $0) }
    return [everything] + small.filter { $0.count < 6000 }
  }()

  private static let everything: [UInt8] = {
    var writer = FITWriter.activity(order: .big)
    writer.define(3, as: 78, [.uint16(0, count: 5)])
    writer.write(3, [812, 805, 799, 0xFFFF, 0xFFFF])
    writer.define(5, as: 20, [.uint32(253), .bytes(8, count: 3)], developerSizes: [2])
    writer.write(5, [FITWriter.start + 9, 1, 2, 3], developerBytes: [1, 2])
    writer.write(0, [FITWriter.start + 10, 150], secondsPast: 3)
    writer.writeSession(sport: 1, from: 0, seconds: 10)
    writer.writeSession(sport: 5, from: 11, seconds: 10)
    return writer.file + FITWriter.activity(headerSize: 12).file
  }()

  @Test func `a file cut at any byte is read to its end`() {
    for file in Self.files {
      for count in stride(from: 0, to: file.count, by: max(1, file.count / 400)) {
        expectSound(Array(file.prefix(count)))
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `a file with damaged bytes is read to its end`(seed: UInt64) {
    var generator = SeededBytes(seed: seed)
    for file in Self.files {
      for _ in 0..<10 {
        var damaged = file
        for _ in 0..<Int.random(in: 1...20, using: &generator) {
          let place = Int.random(in: 0..<damaged.count, using: &generator)
          damaged[place] = UInt8.random(in: 0...255, using: &generator)
        }
        expectSound(damaged)
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `random bytes behind a header are read to their end`(seed: UInt64) {
    var generator = SeededBytes(seed: seed)
    let header = Array(Self.everything.prefix(14))
    for count in [0, 1, 10, 100, 1000] {
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      expectSound(header + noise)
    }
  }

  @Test(arguments: [0x8E, 0x8F, 0x89, 0x90] as [UInt8])
  func `a message with the largest numbers there are is read`(type: UInt8) {
    let wide = { FITWriter.Field(number: $0, type: type, width: 8, count: 1) }
    var writer = FITWriter.activity()
    for (local, message) in [(UInt8(2), UInt16(18)), (3, 19), (4, 34), (5, 20), (6, 0)] {
      writer.define(local, as: message, [.uint32(253)] + (0...17).map(wide))
      for value in [Int.max, Int.min, -2, 0xFFFF_FFFE] {
        writer.write(local, [0xFFFF_FFFE] + Array(repeating: value, count: 18))
      }
    }
    expectSound(writer.file)
  }

  private func expectSound(_ bytes: [UInt8]) {
    let outcome = FITImporter.read(bytes)
    let records = outcome.records
    #expect(records.kept + records.refused == records.read)
    #expect(outcome.recordings.reduce(0) { $0 + $1.timestamps.count } == records.kept)
    #expect(FITInspection.inspect(bytes).recordCount == records.read)
  }
}
