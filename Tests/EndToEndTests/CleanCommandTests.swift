import Foundation
import Testing

/// `sideline clean`: what is flagged, with the settings that flagged it, and the table it writes.
struct CleanCommandTests {
  /// Five minutes of heart rate and speed: a dropout to 0, two spikes, a gap of three seconds and one of a minute.
  private func run(_ scratch: Scratch, header: String = "heart_rate_bpm,speed_m_s") throws -> String {
    var lines = ["# start: 2026-11-20T17:02:00+08:00", "# sport: running", "time_s,\(header)"]
    for second in 0..<300 {
      let rate: String =
        switch second {
        case 60, 61: "228"
        case 100..<103, 180..<240: ""
        default: "\(140 + second / 3 % 3)"
        }
      lines.append("\(second),\(rate),3.\(second % 5)")
    }
    return try scratch.write(lines.joined(separator: "\n") + "\n", to: "run.csv")
  }

  @Test func `the document has the settings, the flags by rule and the gaps`() async throws {
    try await Scratch.run { scratch in
      let file = try run(scratch)
      let document = try #require(JSON(try await scratch.sideline("clean", file, "--json").output))
      #expect(document["schema"].string == "sideline/clean")
      #expect(document["form"].string == "whole_recording")
      #expect(document["settings"]["gap_method"].string != nil)
      #expect(document["settings"]["channels"]["heart_rate"]["highest"].double == 230)
      let heart = try #require(document["channels"].elements.first { $0["name"].string == "heart_rate" })
      #expect(heart["flagged"].int == 2)
      #expect(heart["filled"].int == 5)
      #expect(heart["flags"].elements.contains { $0["start"].double == 60 && $0["end"].double == 61 })
      #expect(heart["gaps"].elements.map { $0["start"].double } == [179])
      #expect(heart["gaps"].elements.map { $0["end"].double } == [240])
      #expect(document["channels"].elements.map { $0["name"].string } == ["heart_rate", "speed"])
    }
  }

  @Test func `settings of the configuration are used and said again`() async throws {
    try await Scratch.run { scratch in
      let file = try run(scratch)
      try scratch.write(
        "[cleaning]\nlongest_filled_gap = 2\ngap_method = \"linear\"\nsmoothing = \"none\"\n",
        to: "config/sideline/config.toml")
      let document = try #require(JSON(try await scratch.sideline("clean", file, "--json").output))
      #expect(document["settings"]["gap_method"].string == "linear")
      #expect(document["settings"]["smoothing"].string == "none")
      #expect(document["settings"]["longest_filled_gap_s"].double == 2)
      let heart = try #require(document["channels"].elements.first { $0["name"].string == "heart_rate" })
      #expect(heart["gaps"].elements.map { $0["start"].double } == [59, 99, 179])
    }
  }

  @Test func `the table keeps what was recorded beside what it was cleaned to, and can be read again`()
    async throws
  {
    try await Scratch.run { scratch in
      let file = try run(scratch)
      let output = scratch.path("cleaned.csv")
      let run = try await scratch.sideline("clean", file, "-o", output)
      #expect(run.status == 0)
      #expect(run.errors.contains("Written to \(output)."))
      let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\r\n")
      #expect(lines[0] == "# start: 2026-11-20T17:02:00+08:00")
      #expect(
        lines[3]
          == "time_s,heart_rate_bpm,heart_rate_bpm_recorded,heart_rate_bpm_flags,speed_m_s,speed_m_s_recorded,speed_m_s_flags"
      )
      #expect(lines.count == 304)
      let spike = lines[64].split(separator: ",", omittingEmptySubsequences: false)
      #expect(spike[0] == "60")
      #expect(spike[2] == "228")
      #expect(try #require(Double(spike[1])) < 150)
      #expect(!spike[3].isEmpty)
      let silent = lines[4 + 200].split(separator: ",", omittingEmptySubsequences: false)
      #expect(silent[1...3].allSatisfy { $0.isEmpty })
      let mode = try FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      let again = try #require(JSON(try await scratch.sideline("clean", output, "--json").output))
      let heart = try #require(again["channels"].elements.first { $0["name"].string == "heart_rate" })
      #expect(heart["flagged"].int == 0)
    }
  }

  @Test func `as a live source each flag is of what came before`() async throws {
    try await Scratch.run { scratch in
      let document = try #require(
        JSON(try await scratch.sideline("clean", try run(scratch), "--live", "--json").output))
      #expect(document["form"].string == "streaming")
    }
  }

  @Test func `people get a line a channel and a line a flag`() async throws {
    try await Scratch.run { scratch in
      let run = try await scratch.sideline("clean", try run(scratch))
      #expect(run.output.contains("Heart rate: 300 samples, 2 flagged, 5 filled in, 1 gap left"))
      #expect(run.output.contains("! 1:00 228 bpm, 2 samples: "))
    }
  }

  @Test func `a column of another unit is named, and no cell becomes a number it is not`() async throws {
    try await Scratch.run { scratch in
      let file = try scratch.write(
        "# start: 2026-11-20T17:02:00Z\ntime_s,spo2_percent,power_w\n"
          + (0..<40).map { "\($0),0.9\($0 % 10),nan\n" }.joined(), to: "share.csv")
      let run = try await scratch.sideline("clean", file)
      #expect(run.errors.contains("which look like shares of 1"))
      #expect(!run.output.lowercased().contains("nan"))
    }
  }

  @Test(
    arguments: [
      ("missing.fit", nil, "missing.fit is not there. Check the path."),
      ("empty.fit", "", "empty.fit is empty. Copy it from the watch again."),
      ("people.csv", "name,sex\nAmina,female\n", "people.csv holds no recording."),
      ("words.txt", "hello\n", "words.txt is none of the files Sideline reads."),
    ] as [(String, String?, String)])
  func `a file that holds no recording gets a sentence`(name: String, text: String?, sentence: String)
    async throws
  {
    try await Scratch.run { scratch in
      if let text { try scratch.write(text, to: name) }
      let run = try await scratch.sideline("clean", scratch.path(name))
      #expect(run.status == 1)
      #expect(run.errors.contains(sentence), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
  }
}
