import Domain
import Importers
import Testing

/// Units in the heads of a table of samples: read as they say, doubted where the numbers say otherwise.
@Suite struct TableUnitTests {
  private func read(_ head: String, _ row: String, sport: String = "running", rows: Int = 12) -> ImportOutcome
  {
    let lines = (0..<rows).map { "\($0),\(row)" }.joined(separator: "\n")
    let text = "# start: 2026-11-20T17:02:00Z\n# sport: \(sport)\ntime_s,\(head)\n\(lines)\n"
    return RecordingTableImporter.read(Array(text.utf8))
  }

  private func doubts(_ outcome: ImportOutcome) -> [String] {
    outcome.problems.compactMap { problem in
      guard case .unitLooksWrong(let like, _) = problem.code else { return nil }
      return "\(problem.column ?? ""): \(like)"
    }
  }

  @Test func `the axes of an inertial sensor are kept in metres, radians and microteslas`() throws {
    let outcome = read(
      "acc_x_g,acc_y_g,acc_z_g,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s,mag_x_ut,mag_y_ut,mag_z_ut",
      "0,0.5,-1,180,0,-90,22.5,-4,41")
    #expect(outcome.problems == [])
    let recording = try #require(outcome.recordings.first)
    let expected: [(Channel.Kind, Double)] = [
      (.accelerationX, 0), (.accelerationY, 4.903325), (.accelerationZ, -9.80665), (.angularRateX, Double.pi),
      (.angularRateY, 0), (.angularRateZ, -Double.pi / 2), (.magneticFieldX, 22.5), (.magneticFieldY, -4),
      (.magneticFieldZ, 41),
    ]
    for (kind, value) in expected {
      let read = try #require(recording.channel(kind)?[3])
      #expect(abs(read - value) < 1e-4, "\(kind)")
    }
  }

  @Test func `metres a second squared and radians are taken as they are`() throws {
    let recording = try #require(read("acc_x_m_s2,gyr_z_rad_s", "9.5,-1.25").recordings.first)
    #expect(recording.channel(.accelerationX)?[0] == 9.5)
    #expect(recording.channel(.angularRateZ)?[0] == -1.25)
  }

  @Test func `kilometres an hour become metres a second`() throws {
    let recording = try #require(read("speed_km_h", "12.6").recordings.first)
    #expect(recording.channel(.speed)?[0] == 3.5)
  }

  @Test(arguments: [
    ("heart_rate_bpm", "2.1", "heart_rate_bpm: beats a second"),
    ("spo2_percent", "0.97", "spo2_percent: shares of 1"),
    ("temperature_c", "88", "temperature_c: °F"), ("speed_m_s", "12.6", "speed_m_s: km/h"),
    ("acc_x_m_s2,acc_y_m_s2,acc_z_m_s2", "0.1,-0.2,0.97", "acc_x_m_s2: g"),
    ("acc_x_g,acc_y_g,acc_z_g", "0.4,-1.1,9.7", "acc_x_g: m/s²"),
  ])
  func `numbers of another unit than the head says are named`(head: String, row: String, expected: String) {
    #expect(doubts(read(head, row)) == [expected])
  }

  @Test(arguments: [
    ("heart_rate_bpm", "60"), ("spo2_percent", "97"), ("temperature_c", "35"), ("speed_m_s", "5.5"),
    ("acc_x_m_s2,acc_y_m_s2,acc_z_m_s2", "0.4,-1.1,9.7"), ("acc_x_g,acc_y_g,acc_z_g", "0.1,-0.2,0.97"),
    // One axis alone may be small however the sensor lies.
    ("acc_x_m_s2", "0.9"),
  ])
  func `numbers that the unit allows are not doubted`(head: String, row: String) {
    #expect(doubts(read(head, row)) == [])
  }

  @Test func `a cyclist may be as fast as a runner cannot`() {
    #expect(doubts(read("speed_m_s", "12.6", sport: "cycling")) == [])
  }

  @Test func `nine numbers are too few to doubt a unit`() {
    #expect(doubts(read("spo2_percent", "0.97", rows: 9)) == [])
    #expect(doubts(read("spo2_percent", "0.97", rows: 10)).count == 1)
  }
}
