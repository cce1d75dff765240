import Domain
import Importers
import Testing

/// What is wrong with a file is said, and what is readable is kept.
@Suite struct FITDamageTests {
  @Test func `a file cut at any byte keeps the records before the cut and says where it ends`() {
    let file = FITWriter.activity().file
    for count in 12..<file.count {
      let outcome = FITImporter.read(Array(file.prefix(count)))
      let early = outcome.problems.filter { $0.name == "ends_early" }
      #expect(early.map(\.code) == [.endsEarly(haveBytes: count, needBytes: file.count)])
      // Six bytes a record, and two of checksum behind the last one.
      let records = max(0, min(3, (count - (file.count - 20)) / 6))
      #expect(outcome.records.read == records, "\(count) of \(file.count) bytes")
    }
  }

  @Test func `a wrong checksum is said, and the records are kept`() {
    var file = FITWriter.activity().file
    file[file.count - 3] = 104
    let outcome = FITImporter.read(file)
    #expect(outcome.problems.map(\.name) == ["checksum_differs"])
    #expect(outcome.problems.first?.byteOffset == file.count - 2)
    #expect(outcome.recordings.first?.channel(.heartRate)?.raw == [101, 102, 104])
  }

  @Test func `a header's checksum is compared, unless it is 0`() {
    var file = FITWriter.activity().file
    file[12] ^= 0xFF
    let names = FITImporter.read(file).problems.map(\.name)
    #expect(names == ["checksum_differs", "checksum_differs"])
    (file[12], file[13]) = (0, 0)
    #expect(FITImporter.read(file).problems.map(\.byteOffset) == [file.count - 2])
  }

  @Test func `an undefined message ends the part, and what came before is kept`() {
    var writer = FITWriter.activity()
    let place = 14 + writer.messages.count
    writer.writeRaw([0x0B, 1, 2, 3])
    let outcome = FITImporter.read(writer.file)
    #expect(outcome.problems == [ImportProblem(.undefinedLocalMessage(11), at: place)])
    #expect(outcome.records.kept == 3)
  }

  @Test func `a message that runs past its part is not read`() {
    var writer = FITWriter.activity()
    let place = 14 + writer.messages.count
    writer.writeRaw([0x00, 1, 2])
    let outcome = FITImporter.read(writer.file)
    let early = ImportProblem.Code.endsEarly(haveBytes: place + 3, needBytes: place + 6)
    #expect(outcome.problems == [ImportProblem(early, at: place)])
    #expect(outcome.records.kept == 3)
  }

  @Test func `bytes behind the file are said`() {
    let file = FITWriter.activity().file
    let outcome = FITImporter.read(file + [1, 2, 3, 4, 5])
    #expect(outcome.problems == [ImportProblem(.trailingBytes(5), at: file.count)])
    #expect(outcome.records.kept == 3)
  }

  @Test func `every part of a chained file is read, with definitions of its own`() {
    let second = FITWriter.activity(order: .big, headerSize: 12, heartRates: [90, 91])
    let outcome = FITImporter.read(FITWriter.activity().file + second.file)
    #expect(outcome.problems == [])
    #expect(
      outcome.recordings.map { $0.channel(.heartRate)?.raw } == [[101, 102, 103], [90, 91]])
  }

  @Test func `a definition does not outlive its part`() {
    var bare = FITWriter()
    bare.writeRaw([0x00, 1, 2, 3, 4, 5])
    let first = FITWriter.activity().file
    let outcome = FITImporter.read(first + bare.file)
    #expect(
      outcome.problems == [ImportProblem(.undefinedLocalMessage(0), at: first.count + 14)])
  }

  @Test func `a part behind a damaged one is read`() {
    var damaged = FITWriter()
    damaged.writeRaw([0x00])
    let outcome = FITImporter.read(damaged.file + FITWriter.activity().file)
    #expect(outcome.problems.map(\.name) == ["undefined_local_message"])
    #expect(outcome.records.kept == 3)
  }

  @Test func `records without a time are refused and counted`() {
    var writer = FITWriter.activity()
    writer.define(0, as: 20, [.uint8(3)])
    writer.write(0, [99])
    let outcome = FITImporter.read(writer.file)
    #expect(outcome.problems == [ImportProblem(.timestampMissing(records: 1))])
    #expect(outcome.records.read == 4)
    #expect(outcome.records.kept == 3)
    #expect(outcome.records.refused == 1)
    #expect(outcome.recordings.first?.channel(.heartRate)?.raw == [101, 102, 103])
  }

  @Test func `times that repeat or step back are kept and counted`() {
    var writer = FITWriter.activity()
    writer.write(0, [FITWriter.start + 2, 104])
    writer.write(0, [FITWriter.start - 5, 105])
    let outcome = FITImporter.read(writer.file)
    #expect(outcome.problems == [ImportProblem(.timeStepsBack(records: 2))])
    #expect(outcome.recordings.first?.timestamps == [0, 1000, 2000, 2000, -5000])
  }

  @Test func `a file of another kind than training has no recordings and says so`() {
    var writer = FITWriter()
    writer.define(0, as: 0, [.enumeration(0), .uint16(1)])
    writer.write(0, [9, 1])
    let outcome = FITImporter.read(writer.file)
    #expect(outcome.problems == [ImportProblem(.noRecords(fileType: "weight"))])
    #expect(outcome.recordings == [])
  }
}
