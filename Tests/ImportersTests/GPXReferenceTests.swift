import Domain
import Foundation
import Importers
import Testing

/// Against what an independent reader counted in files of real devices and services.
@Suite(.enabled(if: SharedData.isThere, "the folder of shared recordings is missing"))
struct GPXReferenceTests {
  @Test(arguments: SharedData.activities("gpx"))
  func `an inspection equals the reference`(name: String) throws {
    let inspection = GPXInspection.inspect(try SharedData.bytes(ofActivity: name))
    let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(inspection))
    #expect(trackDifferences(encoded, try SharedData.reference(ofActivity: name)) == [])
  }

  @Test(arguments: SharedData.activities("gpx"))
  func `an import keeps what the reference counted`(name: String) throws {
    let reference = try SharedData.reference(ofActivity: name)
    let outcome = GPXImporter.read(try SharedData.bytes(ofActivity: name))
    let points = try #require(reference["points"] as? Int)
    let isTimed = reference["first_time"] is String
    #expect(outcome.records.read == points)
    #expect(outcome.records.kept == (isTimed ? points : 0))
    #expect(outcome.records.refused == (isTimed ? 0 : points))
    #expect(outcome.recordings.count == (isTimed ? reference["tracks"] as? Int : 0))
    func sum(_ key: String) -> Double? { (reference[key] as? [String: Any])?["sum"] as? Double }
    #expect(outcome.total(of: .heartRate) == sum("heart_rate"))
    #expect(outcome.total(of: .cadence) == sum("cadence"))
    #expect(outcome.total(of: .power) == sum("power"))
  }

  @Test func `the way travelled is what the reference measured`() throws {
    let name = "run-5039744860.gpx"
    let recording = try #require(GPXImporter.read(try SharedData.bytes(ofActivity: name)).recordings.first)
    let length = try #require(
      try SharedData.reference(ofActivity: name)["haversine_length_m_r6371000"] as? Double)
    let travelled = try #require(recording.channel(.distance)?.values.last ?? nil)
    #expect(abs(travelled - length) <= 0.01)
    #expect(recording.sport == .cycling)
  }

  @Test func `a distance in the file is taken as it is`() throws {
    let outcome = GPXImporter.read(try SharedData.bytes(ofActivity: "suunto-move-2014-01-16.gpx"))
    let recording = try #require(outcome.recordings.first)
    #expect(recording.channel(.distance)?.values.last == 8548)
    #expect(recording.channel(.temperature)?[0] == 20.5)
    #expect(recording.channel(.altitude)?[0] == 787)
    #expect(recording.start == Instant(milliseconds: 1_389_898_124_340))
    #expect(recording.durationSeconds == 1656.45)
  }

  @Test func `a route and a file of nothing but words say what they are`() throws {
    for (name, kind) in [("ride-mapped-no-hr.gpx", "gpx route"), ("metadata-only.gpx", "gpx")] {
      let outcome = GPXImporter.read(try SharedData.bytes(ofActivity: name))
      #expect(outcome.problems == [ImportProblem(.noRecords(fileType: kind))])
      #expect(outcome.recordings == [])
    }
  }
}
