import Domain
import Foundation
import Importers
import Testing

/// Times between heart beats, a number a line.
@Suite struct BeatsTests {
  private func read(_ text: String) -> ImportOutcome { BeatsImporter.read(Array(text.utf8)) }

  @Test(arguments: [
    "812\n805\n799\n", "812\r\n805\r\n799", "812, 805, 799", "812 805\n799", "RR (ms)\n812\n805\n799\n",
    "nni\r812\r805\r799\r", "\u{FEFF}812\n\n805\n799\n", "0.812\n0.805\n0.799\n", "812.0\n804.6;799.4\n",
  ])
  func `intervals are read in every form, in milliseconds`(text: String) throws {
    #expect(FileFormat.recognise(Array(text.utf8)) == .beats)
    let outcome = read(text)
    let recording = try #require(outcome.recordings.first)
    #expect(recording.rrIntervals == [812, 805, 799])
    #expect(recording.sport == .other)
    #expect(recording.timestamps.isEmpty && recording.channels.isEmpty)
    #expect(recording.durationSeconds == 2.416)
    #expect(outcome.problems == [ImportProblem(.dayTakenFromFile)])
    #expect(outcome.counts == [3, 0, 0])
  }

  @Test func `a comment says when it began`() {
    let outcome = read("# device: strap\n# start: 2026-11-20T07:02:00+08:00\n812\n805\n")
    #expect(outcome.problems == [])
    #expect(outcome.recordings.map(\.start.iso8601) == ["2026-11-19T23:02:00Z"])
    #expect(outcome.recordings.map(\.utcOffsetSeconds) == [28_800])
    let wrong = read("# start: morning\n812\n805\n")
    #expect(wrong.problems.map(\.name) == ["not_a_date", "day_taken_from_file"])
  }

  @Test func `what is no interval is left out and counted`() {
    let outcome = read(
      "812\n0\n-5\n65535\n65536\n799\n" + String(repeating: "800\n", count: 60) + "artefact\n")
    #expect(outcome.recordings.map { Array($0.rrIntervals.prefix(3)) } == [[812, 65_535, 799]])
    #expect(outcome.counts == [65, 2, 2])
    #expect(
      outcome.problems == [
        ImportProblem(.impossible("65536", low: 1, high: 65_535, unit: "ms"), line: 5),
        ImportProblem(.notANumber("artefact"), line: 67), ImportProblem(.dayTakenFromFile),
      ])
  }

  @Test(arguments: [
    "812\n", "1\n2\n3\n", "812\nx\n805\n", "hello", "RR\n", "12, 13, 14", "40000\n40000\n",
    "812 805 799 0 -5 820", "0.5\n0.1\n0.01\n",
  ])
  func `a text without plausible intervals is not one of beats`(text: String) {
    #expect(!BeatsImporter.recognises(Array(text.utf8)))
  }
}

/// Against numpy's figures. A clone without these files skips the suite.
@Suite(.enabled(if: Tables.isThere("hrv/reference.json"), "the folder of shared data is missing"))
struct BeatsReferenceTests {
  @Test(arguments: [
    "rest_rri.txt", "hrvanalysis_nn_intervals.txt", "long_rri_08012805.txt", "pyhrv_nni_short.txt",
    "exercise_rri.hrm",
  ])
  func `count, sum, smallest and largest are the reference's`(name: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(try Tables.bytes("hrv/reference.json")))
    let series = (object as? [String: Any])?["series"] as? [String: [String: Double]]
    let reference = try #require(series?[name])
    let bytes = try Tables.bytes("hrv/\(name)")
    let format = try #require(FileFormat.recognise(bytes))
    #expect(format == (name.hasSuffix("hrm") ? .hrm : .beats))
    let outcome = format.importer.read(bytes)
    let intervals = try #require(outcome.recordings.first).rrIntervals.map { Double($0) }
    let count = try #require(reference["n"])
    #expect(Double(intervals.count) == count)
    #expect(outcome.records.flagged == Int(reference["zero_intervals_removed_first"] ?? -1))
    #expect(outcome.records.kept - outcome.records.flagged == intervals.count)
    let mean = intervals.reduce(0, +) / count
    #expect(abs(mean - (reference["mean_nn_ms"] ?? 0)) < 1e-6)
    #expect(intervals.min() == reference["min_nn"])
    #expect(intervals.max() == reference["max_nn"])
  }
}
