import Domain
import Importers
import Testing

/// Whatever the bytes are, reading them returns, and every row is counted once.
@Suite struct TableRobustnessTests {
  private static let beats = String(repeating: "790 ", count: 20)

  private static let texts: [(FileFormat, String)] = [
    (
      .table,
      "name,sex,birth_date,max_hr,threshold_pace\n李,女,2004-05-31,198,4:10\n\"A \"\"b\"\"\",m,,x,\n"
    ),
    (
      .table,
      "athlete;date;time;sport;minutes;rpe;km\nLi;20.11.2026;17:02;['a', 'running'];62,5;7;10,2\n;;;;;;\n"
    ),
    (
      .table,
      "date,scale,fatigue,rmssd,sleep_hours\n2026-11-20,hooper,7,55.5,7e0\n2026-11-19,,1,,\n"
    ),
    (.table, "date,test,value\n11/20/2026,run_800m,2:31.4\n11/20/2026,cmj,3'25\"\n"),
    (.table, "date,cmj (m),ftp\n2026-11-20,0.31,250\n"),
    (
      .table,
      "effective_time_frame,injuries\n2020-01-30T06:38Z,\"{'left_knee': 'minor', 'tail': 'x'}\"\n"
    ),
    (.table, "from,through,kind,utc_offset\n2026-12-05,2026-12-06,travel,+01:00\n"),
    (.table, "[{\"dateTime\": \"2019-11-01\", \"value\": {\"value\": 53.74, \"x\": [1, {}]}}]"),
    (
      .recordingTable,
      "# start: 2026-11-20T17:02:00+08:00\n# sport: running\ntime_s,heart_rate_bpm,speed_m_s,lap\n0,120,3.1,1\n1.5,,3.2,2\n"
    ),
    (.recordingTable, "time;power_w\n2026-11-20T17:02:00,5;250\n2026-11-20T17:02:01,5;251\n"),
    (.beats, "# start: 2026-11-20T17:02:00Z\nRR (ms)\n812\n805, 799 801 798\n-5\n70000\n" + beats),
    (
      .hrm,
      "[Params]\nVersion=106\nSMode=111100100\nDate=20100919\nStartTime=13:51:36.0\nLength=01:07:34.9\nInterval=5\n"
        + "[IntTimes]\n00:00:05.0\t1\t2\n0\t1\n00:00:10.0\t1\n[Trip]\n195\n[HRData]\n92\t51\t0\t285\t120\n0\t3\n"
    ),
    (.hrm, "[Params]\nMode=011\nInterval=238\n[HRData]\n812\n0\n805\n"),
  ]

  @Test func `a text cut at any byte is read to its end`() {
    for (format, text) in Self.texts {
      let bytes = Array(text.utf8)
      for count in 0...bytes.count { expectSound(format, Array(bytes.prefix(count))) }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `a text with damaged bytes is read to its end`(seed: UInt64) {
    var generator = SeededBytes(seed: seed)
    let telling = Array("\"\"\n\r,;\t#:.-/'{}[]0199eE+ ".utf8) + [0, 0x80, 0xC3, 0xEF, 0xFF]
    for (format, text) in Self.texts {
      for _ in 0..<10 {
        var damaged = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...12, using: &generator) {
          let place = Int.random(in: 0..<damaged.count, using: &generator)
          let byte = telling.randomElement(using: &generator) ?? 0
          switch Int.random(in: 0...2, using: &generator) {
          case 0: damaged[place] = byte
          case 1: damaged.insert(byte, at: place)
          default: damaged[place] = UInt8.random(in: 0...255, using: &generator)
          }
        }
        expectSound(format, damaged)
      }
    }
  }

  @Test(arguments: ["\"", ",", "\r", "[", "{", "'", "9", "-", ":", "\"\"\"", "#\n", "\",\n"])
  func `a long run of one letter is read in good time`(letter: String) {
    let run = String(repeating: letter, count: 4000)
    for (format, text) in Self.texts { expectSound(format, Array((text + run).utf8)) }
    for (format, _) in Self.texts { expectSound(format, Array(run.utf8)) }
  }

  @Test func `the largest numbers there are do no harm`() {
    for number in ["9223372036854775808", "1e308", "-1e308", "1e999", "99999999999999999999999999", "1e-400"]
    {
      for (format, text) in Self.texts {
        for digit in ["0", "1", "2", "3"] {
          expectSound(format, Array(text.replacing(digit, with: number).utf8))
        }
      }
    }
  }

  private func expectSound(_ format: FileFormat, _ bytes: [UInt8]) {
    let outcome = format.importer.read(bytes, in: ImportContext(today: Tables.today))
    let records = outcome.records
    #expect(records.kept + records.refused == records.read)
    #expect(records.flagged <= records.kept)
    for recording in outcome.recordings where !recording.timestamps.isEmpty {
      #expect(recording.timestamps.count == records.kept)
    }
    #expect(recordingsAreSound(outcome.recordings))
    _ = FileFormat.recognise(bytes)
  }

  private func recordingsAreSound(_ recordings: [Recording]) -> Bool {
    recordings.allSatisfy { recording in
      recording.rrIntervals.allSatisfy { (1...65_535).contains($0) }
        && recording.laps.allSatisfy { $0.elapsedSeconds >= 0 } && recording.durationSeconds >= 0
    }
  }
}
