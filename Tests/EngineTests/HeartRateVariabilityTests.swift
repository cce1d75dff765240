import Engine
import Foundation
import Numerics
import Support
import Testing

@Suite struct HeartRateVariabilityTests {
  @Test func `five intervals worked by hand`() throws {
    // Differences 50, −60, 90, 20; squares about the mean of 844 add up to 9320.
    let found = try #require(heartRateVariability([800, 850, 790, 880, 900]))
    #expect(found.count == 5 && found.meanNN == 844 && found.medianNN == 850)
    #expect(found.minimumNN == 790 && found.maximumNN == 900)
    #expect(found.sdnn.isClose(to: (9320 / 4.0).squareRoot()))
    #expect(found.rmssd.isClose(to: (14_600 / 4.0).squareRoot()))
    #expect(try #require(found.lnRMSSD).isClose(to: log(3650) / 2))
    #expect(found.sdsd.isClose(to: (12_100 / 3.0).squareRoot()))
    #expect(found.nn50 == 2, "50 ms are not more than 50 ms")
    #expect(found.nn20 == 3)
    #expect(found.pnn50 == 50)
    #expect(found.sd1.isClose(to: (12_100 / 6.0).squareRoot()))
    let alongLine: Double = 2 * 9320 / 4 - 12_100 / 6
    #expect(found.sd2.isClose(to: alongLine.squareRoot()))
  }

  @Test func `mean heart rate is the mean over beats, not of the mean interval`() throws {
    let found = try #require(heartRateVariability([500, 1000, 500, 1000]))
    #expect(found.meanHeartRate == 90)
    #expect(found.meanNN == 750)
  }

  @Test func `intervals that are all alike have no logarithm`() throws {
    let found = try #require(heartRateVariability(Array(repeating: 900, count: 70)))
    #expect(found.rmssd == 0 && found.lnRMSSD == nil && found.sd2 == 0)
  }

  @Test func `two differences are the least`() {
    #expect(heartRateVariability([]) == nil)
    #expect(heartRateVariability([800, 810]) == nil)
    #expect(heartRateVariability([800, 810, 805]) != nil)
    #expect(heartRateVariability([800, 0, 805]) == nil)
  }

  @Test func `the neighbours of a flagged interval are no neighbours of each other`() throws {
    let flags = [false, false, false, true, false, false, false]
    let found = try #require(
      heartRateVariability([800, 810, 790, 1500, 1000, 1020, 990], isFlagged: flags))
    // Differences 10, −20, 20, −30.
    #expect(found.rmssd.isClose(to: (1800 / 4.0).squareRoot()))
    #expect(found.count == 6 && found.maximumNN == 1020)
  }

  // MARK: Artefacts

  @Test func `what no heart does is flagged`() {
    var intervals = [Double](repeating: 1000, count: 9)
    intervals[3] = 1201
    intervals[5] = 799
    #expect(artefacts(in: intervals).indices(where: \.self) == [3, 5])
    intervals[3] = 1200
    intervals[5] = 800
    #expect(!artefacts(in: intervals).contains(true))
  }

  @Test func `rates of more than 200 and less than 30 a minute are flagged wherever they stand`() {
    #expect(artefacts(in: Array(repeating: 299, count: 6)) == Array(repeating: true, count: 6))
    #expect(artefacts(in: Array(repeating: 300, count: 6)) == Array(repeating: false, count: 6))
    #expect(artefacts(in: Array(repeating: 2000, count: 6)) == Array(repeating: false, count: 6))
    #expect(artefacts(in: Array(repeating: 2001, count: 6)) == Array(repeating: true, count: 6))
  }

  @Test func `the first and the last are held against the five at their end`() {
    #expect(artefacts(in: [1300, 1000, 1000, 1000, 1000, 1000, 700]).indices(where: \.self) == [0, 6])
    #expect(artefacts(in: [1000, 1100]) == [false, false])
    #expect(artefacts(in: []).isEmpty)
  }

  @Test func `a breath's slow swing is no artefact`() {
    let intervals = (0..<120).map { 1000 + 150 * sin(Double($0) * 2 * .pi / 12) }
    #expect(!artefacts(in: intervals).contains(true))
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `an early beat and its pause leave the morning's value as it was`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let clean = (0..<200).map { _ in 1000 + 30 * generator.normal() }
    var intervals = clean
    let beat = generator.number(10...180)
    intervals[beat] = 620
    intervals[beat + 1] = 1380
    let flags = clean.indices.map { $0 == beat || $0 == beat + 1 }
    #expect(try morningVariability(intervals) == heartRateVariability(clean, isFlagged: flags))
    #expect(try #require(heartRateVariability(intervals)).rmssd > 60, "with the beat it would be twice that")
  }

  @Test func `fifty-nine intervals are refused with their number`() {
    #expect(throws: HeartRateVariabilityRefusal.tooFewIntervals(have: 59, need: 60)) {
      try morningVariability(Array(repeating: 1000, count: 59))
    }
    #expect(throws: Never.self) { try morningVariability(Array(repeating: 1000, count: 60)) }
  }

  @Test func `more than one artefact in twenty is refused, one in twenty is not`() {
    var intervals = [Double](repeating: 1000, count: 100)
    for index in stride(from: 5, through: 95, by: 20) { intervals[index] = 1500 }
    #expect(throws: Never.self) { try morningVariability(intervals) }
    intervals[50] = 1500
    #expect(throws: HeartRateVariabilityRefusal.tooManyArtefacts(flagged: 6, of: 100)) {
      try morningVariability(intervals)
    }
  }
}

/// Recordings of the shared data folder, skipped without it.
@Suite(.enabled(if: VariabilityReference.isThere, "hrv is not in the shared data folder"))
struct HeartRateVariabilityReferenceTests {
  @Test func `every figure of every recording is that of the reference`() throws {
    let reference = try VariabilityReference.read()
    #expect(reference.series.count >= 5)
    for (file, expected) in reference.series {
      let found = try #require(heartRateVariability(try VariabilityReference.intervals(of: file)))
      var ours: [String: Double] = [
        "n": Double(found.count), "mean_nn_ms": found.meanNN, "sdnn_ms_ddof1": found.sdnn,
        "rmssd_ms": found.rmssd, "sdsd_ms_ddof1": found.sdsd, "nn50": Double(found.nn50),
        "pnn50_percent_of_diffs": found.pnn50, "nn20": Double(found.nn20),
        "mean_hr_bpm_of_beats": found.meanHeartRate, "min_nn": found.minimumNN,
        "max_nn": found.maximumNN, "median_nn": found.medianNN, "sd1_ms": found.sd1,
        "sd2_ms": found.sd2, "zero_intervals_removed_first": 0,
      ]
      ours["ln_rmssd"] = found.lnRMSSD
      #expect(Set(ours.keys) == Set(expected.keys))
      for (key, value) in expected {
        #expect(abs(try #require(ours[key]) - value) <= 1e-6, "\(file) \(key)")
      }
    }
  }

  @Test func `hrv-analysis publishes the same figures of its own recording`() throws {
    let file = "hrvanalysis_nn_intervals.txt"
    let expected = try #require(try VariabilityReference.read().published[file])
    let found = try #require(heartRateVariability(try VariabilityReference.intervals(of: file)))
    let pairs: [(String, Double)] = [
      ("mean_nni", found.meanNN), ("sdnn", found.sdnn), ("rmssd", found.rmssd),
      ("nni_50", Double(found.nn50)), ("pnni_50_of_n_minus_1", found.pnn50),
      ("nni_20", Double(found.nn20)), ("median_nni", found.medianNN),
      ("mean_hr", found.meanHeartRate), ("sd1", found.sd1), ("sd2", found.sd2),
    ]
    for (key, value) in pairs {
      #expect(value.isClose(to: try #require(expected[key]), 1e-12), "\(key)")
    }
  }

  @Test func `a rest recording can be a morning's, and a first beat that is none is seen`() throws {
    let rest = try VariabilityReference.intervals(of: "rest_rri.txt")
    #expect(throws: Never.self) { try morningVariability(rest) }
    let exercise = try VariabilityReference.intervals(of: "exercise_rri.hrm")
    #expect(artefacts(in: exercise)[0])
  }
}

private struct VariabilityReference: Decodable {
  var series: [String: [String: Double]]
  private var publishedValues: [String: [String: Value]]
  enum CodingKeys: String, CodingKey {
    case series
    case publishedValues = "published"
  }

  /// The published figures stand beside the name of their source.
  enum Value: Decodable {
    case number(Double)
    case text(String)
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
    var number: Double? { if case .number(let value) = self { value } else { nil } }
  }

  var published: [String: [String: Double]] {
    publishedValues.mapValues { $0.compactMapValues(\.number) }
  }

  static let folder = SharedFiles.data.appendingPathComponent("hrv")
  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("reference.json").path)
  }
  static func read() throws -> VariabilityReference {
    let url = folder.appendingPathComponent("reference.json")
    return try JSONDecoder().decode(VariabilityReference.self, from: Data(contentsOf: url))
  }

  /// A number a line; in Polar's files those below [HRData].
  static func intervals(of file: String) throws -> [Double] {
    let url = folder.appendingPathComponent(file)
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    let start = lines.firstIndex(of: "[HRData]").map { $0 + 1 } ?? 0
    return lines[start...].compactMap(Double.init)
  }
}

extension [Bool] {
  fileprivate func indices(where isSet: (Bool) -> Bool) -> [Int] { indices.filter { isSet(self[$0]) } }
}
