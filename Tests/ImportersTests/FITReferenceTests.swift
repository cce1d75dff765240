import Domain
import Foundation
import Importers
import Testing

/// Against what fitdecode 0.11 read in files of real devices. A clone without these files skips the
/// suite.
@Suite(.enabled(if: SharedData.isThere, "the folder of shared recordings is missing"))
struct FITReferenceTests {
  /// About the reference itself, or in the values of developer fields, which Sideline does not
  /// read.
  private static let otherKeys = [
    "file", "oracle", "error", "garmin_sdk", "developer_fields_non_null",
  ]

  @Test(arguments: SharedData.fitFiles)
  func `an inspection equals the reference`(name: String) throws {
    let inspection = FITInspection.inspect(try SharedData.bytes(ofFIT: name))
    let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(inspection))
    var reference = try SharedData.reference(ofFIT: name)
    for key in Self.otherKeys { reference[key] = nil }
    #expect(jsonDifferences(encoded, reference) == [])
  }

  @Test(arguments: SharedData.fitFiles)
  func `an import keeps what the reference read`(name: String) throws {
    let reference = try SharedData.reference(ofFIT: name)
    let outcome = FITImporter.read(try SharedData.bytes(ofFIT: name))
    #expect(outcome.records.read == reference["record_count"] as? Int)
    #expect(outcome.records.kept + outcome.records.refused == outcome.records.read)
    let kept = outcome.recordings.reduce(0) { $0 + $1.timestamps.count }
    #expect(kept == outcome.records.kept)
    if outcome.records.kept > 0, let sessions = reference["sessions"] as? [Any] {
      #expect(outcome.recordings.count == sessions.count)
    }
    if outcome.records.refused == 0 {
      let sums = reference["sums"] as? [String: Double] ?? [:]
      #expect(outcome.sum(of: .heartRate) == sums["heart_rate"] ?? 0)
      #expect(outcome.sum(of: .cadence) == sums["cadence"] ?? 0)
      #expect(outcome.sum(of: .power) == sums["power"] ?? 0)
    }
    let beats = (reference["hrv"] as? [String: Any])?["rr_count"] as? Int
    #expect(outcome.recordings.reduce(0) { $0 + $1.rrIntervals.count } == beats ?? 0)
    let repeats = (reference["timestamps"] as? [String: Any])?["non_increasing"] as? Int ?? 0
    #expect(
      outcome.problems.contains { $0.code == .timeStepsBack(records: repeats) } == (repeats > 0))
  }

  @Test(arguments: SharedData.fitFiles)
  func `an import names the device as the reference does`(name: String) throws {
    let reference = try SharedData.reference(ofFIT: name)["file_id"] as? [String: Any] ?? [:]
    for recording in FITImporter.read(try SharedData.bytes(ofFIT: name)).recordings {
      #expect(recording.device?.manufacturer == reference["manufacturer"] as? String)
      if let product = reference["product"] as? String {
        #expect(recording.device?.product == product)
      }
    }
  }

  @Test func `a file cut off in the middle of a message says where`() throws {
    let outcome = FITImporter.read(try SharedData.bytes(ofFIT: "bad-unexpected-eof.fit"))
    #expect(
      outcome.problems == [ImportProblem(.endsEarly(haveBytes: 768, needBytes: 771), at: 751)])
    #expect(outcome.records.kept == 14)
  }

  @Test func `a wrong checksum is said, and the records are kept`() throws {
    let outcome = FITImporter.read(try SharedData.bytes(ofFIT: "bad-file-crc.fit"))
    let differs = ImportProblem.Code.checksumDiffers(found: 45_525, computed: 41_429)
    #expect(outcome.problems == [ImportProblem(differs, at: 769)])
    #expect(outcome.records.kept == 14)
  }

  @Test func `a part whose header is damaged counts as trailing bytes`() throws {
    let outcome = FITImporter.read(try SharedData.bytes(ofFIT: "bad-chained-corrupt-header.fit"))
    #expect(outcome.problems == [ImportProblem(.trailingBytes(83), at: 771)])
  }

  @Test func `a message that was never defined ends the reading`() throws {
    let outcome = FITImporter.read(try SharedData.bytes(ofFIT: "strava-android-app.fit"))
    #expect(outcome.problems.first == ImportProblem(.undefinedLocalMessage(11), at: 7471))
    #expect(outcome.records.kept == 473)
  }
}

@Suite struct JSONDifferenceTests {
  @Test func `a difference is found and said, a rounding error is not`() {
    let reference: [String: Any] = ["sum": 1.5, "names": ["a", "b"]]
    #expect(jsonDifferences(["sum": 1.5 + 1e-12, "names": ["a", "b"]], reference) == [])
    #expect(
      jsonDifferences(["sum": 1.6, "names": ["a", "c"], "more": 1], reference) == [
        "/more: 1, the reference has nothing", "/names/1: c, the reference has b",
        "/sum: 1.6, the reference has 1.5",
      ])
  }
}

extension ImportOutcome {
  /// All valid values of a kind added up, over all recordings.
  fileprivate func sum(of kind: Channel.Kind) -> Double {
    recordings.compactMap { $0.channel(kind) }.reduce(0) { sum, channel in
      sum + (0..<channel.count).reduce(0) { $0 + (channel[$1] ?? 0) }
    }
  }
}
