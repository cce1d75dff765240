import Domain
import Foundation
import Importers
import Numerics
import Signals

/// Which way of filling gaps comes nearest to what was there: samples of real recordings are masked and
/// filled in again.
extension Main {
  /// Prints a line for every kind of channel, length of gap and method, one with the winner, and one over all
  /// of a method.
  ///
  /// Masked at a fixed seed: runs of 1 to 5 s of what watches record, runs of 1 to 40 samples of an inertial
  /// sensor.
  /// - Parameter folder: recordings in the formats of `Importers`, and inertial tables with a first line
  ///   `sensor,…`.
  static func benchGaps(_ folder: String) throws {
    let series = try MaskedSeries.read(folder)
    var totals: [String: [(rmse: Double, mae: Double)]] = [:]
    for kind in MaskedSeries.kinds {
      let ofKind = series.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { continue }
      for length in ofKind[0].gapLengths {
        let trials = GapContender.all.map { GapTrial($0, ofKind, length: length) }
        for trial in trials { printLine(trial.line(kind, ofKind[0].gapName(length))) }
        printLine(winnerLine(trials, kind, ofKind[0].gapName(length)))
        for trial in trials where trial.count > 0 {
          totals[trial.contender.name, default: []].append(
            (trial.rmse / trials[0].rmse, trial.mae / trials[0].mae))
        }
      }
    }
    for contender in GapContender.all {
      guard let ratios = totals[contender.name] else { continue }
      printLine([
        "work": "gaps-total", "method": contender.name, "n": ratios.count,
        "rmse_to_linear": rounded(geometricMean(ratios.map(\.rmse))),
        "mae_to_linear": rounded(geometricMean(ratios.map(\.mae))),
        "worst_rmse_to_linear": rounded(ratios.map(\.rmse).max() ?? 0),
      ])
    }
  }

  private static func geometricMean(_ ratios: [Double]) -> Double {
    exp(ratios.map { log($0) }.reduce(0, +) / Double(ratios.count))
  }

  /// The method of the smallest error, and by how much it is smaller than each of the others', with a 95 %
  /// interval from 2000 draws of as many files as there are.
  private static func winnerLine(
    _ trials: [GapTrial], _ kind: String, _ gap: String
  ) -> [String: Any] {
    guard let winner = trials.min(by: { $0.rmse < $1.rmse }), winner.count > 0 else { return [:] }
    var margins: [String: Any] = [:]
    for trial in trials where trial.contender.name != winner.contender.name {
      var generator = SeededGenerator(seed: 11)
      let draws = (0..<2000).map { _ in
        let files = winner.files.indices.map { _ in generator.below(winner.files.count) }
        return trial.rmse(of: files) - winner.rmse(of: files)
      }.sorted()
      margins[trial.contender.name] = [
        rounded(trial.rmse - winner.rmse), rounded(draws[49]), rounded(draws[1949]),
      ]
    }
    return [
      "work": "gaps-winner", "channel": kind, "gap": gap, "winner": winner.contender.name,
      "rmse": rounded(winner.rmse), "files": winner.files.count, "margins": margins,
    ]
  }

  private static func printLine(_ document: [String: Any]) {
    guard !document.isEmpty,
      let line = try? JSONSerialization.data(withJSONObject: document, options: [.sortedKeys])
    else { return }
    print(String(decoding: line, as: UTF8.self))
  }

  fileprivate static func rounded(_ value: Double) -> NSDecimalNumber {
    NSDecimalNumber(string: String(format: "%.5g", value))
  }
}

/// A way to fill gaps, with a name to print.
private struct GapContender {
  let name: String
  let filling: GapFilling

  static let all: [GapContender] = [
    contender("linear", .linear), contender("lagrange 1", .lagrange, degree: 1),
    contender("lagrange 3", .lagrange), contender("lagrange 5", .lagrange, degree: 5),
    contender("pchip", .pchip), contender("lagrange 3 held to 0", .lagrange, overshoot: 0),
    contender("lagrange 3 held to 0.5", .lagrange, overshoot: 0.5),
    contender("lagrange 3 held to 1", .lagrange, overshoot: 1),
  ]

  private static func contender(
    _ name: String, _ method: GapMethod, degree: Int = 3, overshoot: Double? = nil
  ) -> GapContender {
    GapContender(
      name: name,
      filling: GapFilling(
        method: method, degree: degree, longestGapSeconds: .infinity, overshootLimit: overshoot))
  }
}

/// What one method made of the gaps of one length in all series of a kind.
private struct GapTrial {
  let contender: GapContender
  /// The sum of squared errors and the number of samples of each file.
  private(set) var files: [(squares: Double, count: Int)] = []
  private var errors: [Double] = []

  init(_ contender: GapContender, _ series: [MaskedSeries], length: Int) {
    self.contender = contender
    var lastFile: String?
    for one in series {
      let gaps = one.gaps(length)
      guard !gaps.isEmpty else { continue }
      var masked = one.block
      for index in gaps.joined() { (masked.values[index], masked.flags[index]) = (0, .missing) }
      var stage = GapFillStage(contender.filling)
      let filled = stage.run(masked)
      let found = gaps.joined().map {
        Double(abs(filled.values[$0] - one.block.values[$0]))
      }
      errors += found
      if one.file != lastFile { files.append((0, 0)) }
      lastFile = one.file
      files[files.count - 1].squares += found.reduce(0) { $0 + $1 * $1 }
      files[files.count - 1].count += found.count
    }
    errors.sort()
  }

  var count: Int { errors.count }
  var rmse: Double { rmse(of: files.indices) }
  var mae: Double { errors.reduce(0, +) / Double(max(count, 1)) }

  func rmse(of drawn: some Sequence<Int>) -> Double {
    var (squares, count) = (0.0, 0)
    for file in drawn {
      squares += files[file].squares
      count += files[file].count
    }
    return count > 0 ? (squares / Double(count)).squareRoot() : 0
  }

  func line(_ kind: String, _ gap: String) -> [String: Any] {
    guard count > 0 else { return [:] }
    return [
      "work": "gaps", "channel": kind, "gap": gap, "method": contender.name, "n": count,
      "files": files.count, "rmse": Main.rounded(rmse),
      "mae": Main.rounded(mae),
      "p95": Main.rounded(errors[min(count * 95 / 100, count - 1)]),
    ]
  }
}

extension SeededGenerator {
  fileprivate mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}

/// A channel of a real recording in which every sample is there.
private struct MaskedSeries {
  static let watchKinds: [Channel.Kind] = [.heartRate, .speed, .cadence, .power, .altitude]
  static let kinds = watchKinds.map(\.rawValue) + ["footAcceleration", "footAngularRate"]

  let kind: String
  /// The recording, or the axis of an inertial one: what is drawn as one when an interval is estimated.
  let file: String
  let block: SampleBlock

  /// Seconds of a watch's channel, samples of an inertial one.
  var gapLengths: [Int] { isStamped ? [1, 2, 3, 4, 5] : [1, 2, 5, 10, 20, 40] }
  func gapName(_ length: Int) -> String { isStamped ? "\(length) s" : "\(length) samples" }
  private var isStamped: Bool { if case .stamped = block.clock { true } else { false } }

  /// Where `length` is masked: about 300 runs at random places, eight samples between them and no pause near
  /// them.
  func gaps(_ length: Int) -> [Range<Int>] {
    var generator = SeededGenerator(seed: UInt64(length))
    let spacing = max(8, block.count / 300)
    var gaps: [Range<Int>] = []
    var start = 8 + generator.below(spacing)
    while start + 8 < block.count {
      var end = start + 1
      while end < block.count, isWithin(length, start, end) { end += 1 }
      guard end + 8 < block.count else { break }
      let steps = (start - 8)..<(end + 8)
      if steps.allSatisfy({ block.seconds($0 + 1) - block.seconds($0) <= 5 }) {
        gaps.append(start..<end)
      }
      start = end + 8 + generator.below(spacing)
    }
    return gaps
  }

  private func isWithin(_ length: Int, _ start: Int, _ end: Int) -> Bool {
    isStamped
      ? block.seconds(end) - block.seconds(start) < Double(length) : end - start < length
  }

  static func read(_ folder: String) throws -> [MaskedSeries] {
    var series: [MaskedSeries] = []
    var seen: Set<String> = []
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      let bytes = [UInt8](data)
      if bytes.starts(with: "sensor,".utf8) {
        series += inertial(String(decoding: bytes, as: UTF8.self))
      } else if let format = FileFormat.recognise(bytes) {
        // One session in several formats counts once.
        let stem = (name as NSString).lastPathComponent.prefix { $0 != "." }
        let found = format.importer.read(bytes).recordings.flatMap { watch($0, String(stem)) }
        if !found.isEmpty, seen.insert(String(stem)).inserted { series += found }
      }
    }
    return series
  }

  private static func watch(_ recording: Recording, _ file: String) -> [MaskedSeries] {
    watchKinds.compactMap { kind in
      guard let channel = recording.channel(kind) else { return nil }
      var (times, values): ([Int64], [Float]) = ([], [])
      for (index, time) in recording.timestamps.enumerated() where time > times.last ?? -1 {
        guard let value = channel[index], kind != .heartRate || value > 0 else { continue }
        times.append(time)
        values.append(Float(value))
      }
      guard times.count >= 60, let low = values.min(), let high = values.max(), low < high
      else { return nil }
      return MaskedSeries(
        kind: kind.rawValue, file: file, block: SampleBlock(values, clock: .stamped(times)))
    }
  }

  /// A table of gaitmap: two lines of header, the sample number and six columns of each foot, 204.8 a second.
  private static func inertial(_ text: String) -> [MaskedSeries] {
    let rows = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
    guard rows.count > 100 else { return [] }
    return (1..<rows[1].count).map { column in
      let values = rows.dropFirst(2).map { Float($0[column]) ?? .nan }
      return MaskedSeries(
        kind: rows[1][column].hasPrefix("acc") ? "footAcceleration" : "footAngularRate",
        file: "column \(column)", block: SampleBlock(values, hertz: 204.8))
    }
  }
}
