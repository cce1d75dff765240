import Domain
import Foundation
import Importers
import Testing

/// Against what an independent reader counted in files of real devices.
@Suite(.enabled(if: SharedData.isThere, "the folder of shared recordings is missing"))
struct TCXReferenceTests {
  @Test(arguments: SharedData.activities("tcx"))
  func `an inspection equals the reference`(name: String) throws {
    let inspection = TCXInspection.inspect(try SharedData.bytes(ofActivity: name))
    let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(inspection))
    #expect(trackDifferences(encoded, try SharedData.reference(ofActivity: name)) == [])
  }

  @Test(arguments: SharedData.activities("tcx"))
  func `an import keeps what the reference counted`(name: String) throws {
    let reference = try SharedData.reference(ofActivity: name)
    let outcome = TCXImporter.read(try SharedData.bytes(ofActivity: name))
    #expect(outcome.recordings.count == (reference["activities"] as? [String])?.count)
    #expect(outcome.records.read == reference["trackpoints"] as? Int)
    #expect(outcome.records.kept == outcome.records.read)
    #expect(outcome.recordings.reduce(0) { $0 + $1.timestamps.count } == outcome.records.kept)
    #expect(outcome.recordings.reduce(0) { $0 + $1.laps.count } == reference["laps"] as? Int)
    func figure(_ key: String, _ part: String = "sum") -> Double? {
      (reference[key] as? [String: Any])?[part] as? Double
    }
    #expect(outcome.total(of: .heartRate) == figure("heart_rate"))
    #expect(outcome.total(of: .cadence) == figure("cadence"))
    #expect(outcome.total(of: .power) == figure("watts"))
    let speeds = outcome.recordings.reduce(0) { $0 + ($1.channel(.speed)?.validCount ?? 0) }
    #expect(speeds == reference["speeds"] as? Int)
    let places = outcome.recordings.reduce(0) { $0 + ($1.channel(.latitude)?.validCount ?? 0) }
    #expect(places == reference["positions"] as? Int)
    let meters = try #require(outcome.recordings.last?.channel(.distance)?.values.compactMap(\.self).last)
    #expect(abs(meters - (reference["last_distance_m"] as? Double ?? 0)) < 0.006)
    let seconds = outcome.recordings.compactMap(\.deviceSummary?.timerSeconds).reduce(0, +)
    #expect(abs(seconds - (reference["lap_total_time_s"] as? Double ?? 0)) < 0.001)
  }

  @Test func `the first point need not stand at the lap's start`() throws {
    let bytes = try SharedData.bytes(ofActivity: "ride-missing-data-negative-start.tcx")
    let outcome = TCXImporter.read(bytes)
    #expect(outcome.problems == [ImportProblem(.timeStepsBack(records: 12))])
    let recording = try #require(outcome.recordings.first)
    #expect(recording.start.iso8601 == "2009-01-09T19:13:13Z")
    #expect(recording.laps.map(\.start) == [1000])
    #expect(recording.device == Device(manufacturer: "garmin", product: "EDGE705", serial: 3_471_911_100))
  }

  @Test(arguments: [
    ("run-10k-garmin15.tcx", []), ("run-5039744860.tcx", []), ("swim-fr910xt.tcx", [170, 132, 90]),
    ("ride-3173437224.tcx", [398.719]), ("ride-missing-data-negative-start.tcx", []),
  ])
  func `a new lap is a pause only where the timer stood`(name: String, seconds: [Double]) throws {
    let outcome = TCXImporter.read(try SharedData.bytes(ofActivity: name))
    let pauses = outcome.recordings.flatMap(\.pauses)
    #expect(pauses.map { Double($0.end - $0.start) / 1000 } == seconds)
  }
}
