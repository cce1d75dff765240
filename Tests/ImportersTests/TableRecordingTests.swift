import Domain
import Importers
import Testing

/// The table of samples of `docs/tables.md`.
@Suite struct TableRecordingTests {
  private func read(_ text: String) -> ImportOutcome { RecordingTableImporter.read(Array(text.utf8)) }

  @Test func `samples are read with all their columns`() throws {
    let text = """
      # start: 2026-11-20T17:02:00+08:00
      # sport: running
      time_s,heart_rate_bpm,spo2_percent,cadence_per_min,power_w,speed_m_s,distance_m,altitude_m,temperature_c,\
      acceleration_m_s2,lap
      0,120,98.5,88,250,3.125,0,-12.5,-3.5,-9.81,1
      1.5,121,,89,,3.25,4.75,-12.25,,0.25,1
      3,,97,90,252,,9.5,,-3,,2
      4.25,123,97,91,253,3.5,14,-11,-3,0.5,2
      """
    let outcome = read(text)
    #expect(FileFormat.recognise(Array(text.utf8)) == .recordingTable)
    #expect(outcome.problems == [])
    #expect(outcome.counts == [4, 0, 0])
    let recording = try #require(outcome.recordings.first)
    #expect(recording.start.iso8601 == "2026-11-20T09:02:00Z")
    #expect(recording.utcOffsetSeconds == 28_800)
    #expect(recording.sport == .running)
    #expect(recording.timestamps == [0, 1500, 3000, 4250])
    let expected: [Channel.Kind: [Double?]] = [
      .heartRate: [120, 121, nil, 123], .spO2: [98.5, nil, 97, 97], .cadence: [88, 89, 90, 91],
      .power: [250, nil, 252, 253], .speed: [3.125, 3.25, nil, 3.5], .distance: [0, 4.75, 9.5, 14],
      .altitude: [-12.5, -12.25, nil, -11], .temperature: [-3.5, nil, -3, -3],
      .acceleration: [-9.81, 0.25, nil, 0.5],
    ]
    #expect(recording.channels.count == expected.count)
    for (kind, values) in expected {
      let channel = recording.channel(kind)
      #expect((0..<4).map { channel?[$0] } == values, "\(kind)")
    }
    #expect(recording.laps == [Lap(start: 0, elapsedSeconds: 3), Lap(start: 3000, elapsedSeconds: 1.25)])
  }

  @Test func `dates and times count from the first one`() throws {
    let text = """
      time;heart_rate_bpm
      2026-11-20T17:02:00+08:00;120
      2026-11-20 17:02:01.250 +0800;121
      2026-11-20T09:02:02Z;122
      """
    let recording = try #require(read(text).recordings.first)
    #expect(recording.start.iso8601 == "2026-11-20T09:02:00Z")
    #expect(recording.utcOffsetSeconds == 28_800)
    #expect(recording.timestamps == [0, 1250, 2000])
  }

  @Test func `the start's distance from UTC holds for times that say none`() throws {
    let text = "# start: 2026-11-20T17:02:00+08:00\ntime,power_w\n2026-11-20T17:02:05,250\n"
    let recording = try #require(read(text).recordings.first)
    #expect(recording.timestamps == [5000])
    #expect(recording.start.iso8601 == "2026-11-20T09:02:00Z")
  }

  @Test func `without a start the day has to come from elsewhere`() {
    let outcome = read("time_s,power_w\n0,250\n1,251\n")
    #expect(outcome.problems == [ImportProblem(.dayTakenFromFile)])
    #expect(outcome.recordings.map(\.start) == [Instant(milliseconds: 0)])
    let wrong = read("# start: today\n# sport: chess\ntime_s,power_w\n0,250\n")
    #expect(wrong.problems.map(\.name) == ["not_a_date", "not_a_word", "day_taken_from_file"])
    #expect(wrong.problems.map(\.line) == [1, 2, nil])
  }

  @Test func `values nobody can have are absent, flagged and counted`() throws {
    let text = """
      # start: 2026-11-20T17:02:00Z
      time_s,heart_rate_bpm,speed_m_s,x
      0,0,3,1
      1,300,fast,1
      2,120,99,1
      """
    let outcome = read(text)
    let recording = try #require(outcome.recordings.first)
    #expect((0..<3).map { recording.channel(.heartRate)?[$0] } == [nil, nil, 120])
    #expect((0..<3).map { recording.channel(.speed)?[$0] } == [3, nil, nil])
    #expect(
      outcome.faults == [
        ImportProblem(.unknownColumns(["x"])),
        ImportProblem(.notANumber("fast"), line: 4, column: "speed_m_s"),
        ImportProblem(.impossibleValues(channel: .heartRate, count: 2), column: "heart_rate_bpm"),
        ImportProblem(.impossibleValues(channel: .speed, count: 1), column: "speed_m_s"),
      ])
    #expect(outcome.linesOfCells == [4])
    #expect(outcome.counts == [3, 3, 0])
  }

  @Test func `a sample without a time is refused`() {
    let text =
      "# start: 2026-11-20T17:02:00Z\ntime_s,power_w\n,250\nsoon,251\n-1,252\n1e6,253\n3,254\n2,255\n"
    let outcome = read(text)
    #expect(
      outcome.problems.map(\.name) == [
        "cell_missing", "not_a_number", "impossible_value", "impossible_value", "time_steps_back",
      ])
    #expect(outcome.problems.map(\.line) == [3, 4, 5, 6, nil])
    #expect(outcome.recordings.map(\.timestamps) == [[3000, 2000]])
    #expect(outcome.counts == [2, 0, 4])
  }

  @Test func `a lap that counts back is no lap`() throws {
    let text = "# start: 2026-11-20T17:02:00Z\ntime_s,power_w,lap\n0,1,3\n1,2,\n2,3,2\n3,4,x\n4,5,5\n6,6,5\n"
    let outcome = read(text)
    #expect(
      outcome.recordings.first?.laps == [
        Lap(start: 0, elapsedSeconds: 4), Lap(start: 4000, elapsedSeconds: 2),
      ])
    #expect(outcome.problems.map(\.name) == ["impossible_value", "not_a_number"])
    #expect(outcome.counts == [6, 2, 0])
  }

  @Test(arguments: ["time,athlete,distance_m", "date,time_s,power_w", "time_s,x", "power_w,heart_rate_bpm"])
  func `a table without times or channels, or of people, is another`(head: String) {
    #expect(!RecordingTableImporter.recognises(Array((head + "\n1,2,3\n").utf8)))
  }

  @Test func `a head alone holds no samples`() {
    #expect(read("time_s,power_w\n").problems == [ImportProblem(.noRecords(fileType: "recording_csv"))])
  }
}
