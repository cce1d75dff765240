import App
import Cells
import Domain
import Foundation
import Importers
import Keys
import Panes
import Store
import ViewModels

/// Times our own work and prints one JSON line each, in the form the peers' scripts print, so that both run side by side.
///
///     sideline-bench fit FILE.fit          parse; parse and store
///     sideline-bench draw                  a 200×60 roster frame of 10,000 athletes
///     sideline-bench athlete               200×60 frames of an athlete with ten years of daily sessions
///     sideline-bench sensors               200×60 frames of ten hours at 1 Hz with eight channels
///     sideline-bench load                  ten years of daily loads, from scratch and after one more session
///     sideline-bench table                 a squad table of 12,503 rows, read and stored
///     sideline-bench plan SAMPLE.sqlite    a session dragged, 500 weeks proposed and checked, a week opened
///     sideline-bench prep DATA [OPTIONS]   the chain of sensors' stages beside its peers: see BenchPrep.swift
///     sideline-bench gaps FOLDER           which interpolation wins on masked recordings
///     sideline-bench roster [COUNT]        the first page of a large roster
@main
struct Main {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.dropFirst().first) {
    case ("fit", let file?): try benchFIT(file)
    case ("draw", nil): benchDraw()
    case ("athlete", nil): benchAthlete()
    case ("sensors", nil): benchSensors()
    case ("load", nil): benchLoad()
    case ("table", nil): try benchTable()
    case ("plan", let database?): try await benchPlan(database)
    case ("gaps", let folder?): try benchGaps(folder)
    case ("prep", _?): try benchPrep(Array(arguments.dropFirst()))
    case ("roster", let count): try benchRoster(count.flatMap { Int($0) } ?? 100_000)
    default:
      FileHandle.standardError.write(
        Data(
          "sideline-bench fit FILE.fit | draw | athlete | sensors | load | table | plan SAMPLE | gaps FOLDER | prep DATA | roster [COUNT]\n"
            .utf8))
      exit(2)
    }
  }

  private static func benchFIT(_ path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      FileHandle.standardError.write(Data("\(path) cannot be read.\n".utf8))
      exit(1)
    }
    let bytes = [UInt8](data)
    var outcome = ImportOutcome()
    let parsing = runs(5) { outcome = FITImporter.read(bytes) }
    let inspection = FITInspection.inspect(bytes)
    let heartRates = outcome.recordings.compactMap { $0.channel(.heartRate) }
    let sum = heartRates.reduce(0.0) { total, channel in
      total + (0..<channel.count).reduce(0.0) { $0 + (channel[$1] ?? 0) }
    }
    let quality: [String: Any] = [
      "mb_per_s": Double(bytes.count) / 1e6 / median(parsing),
      "records_per_s": Double(outcome.records.read) / median(parsing),
      "messages": inspection.messageCounts.values.reduce(0, +), "records": outcome.records.read,
      "heart_rate_sum": Int(sum),
    ]
    let name = (path as NSString).lastPathComponent
    report("fit", input: name, runs: parsing, quality: quality, n: outcome.records.read)
    let storing = try (0..<5).map { _ in try storeOnce(path) }
    report(
      "fit-store", input: name, runs: storing, quality: ["records": outcome.records.read],
      n: outcome.records.read)
  }

  /// Seconds to read, parse, analyse and commit a file in a new database.
  private static func storeOnce(_ path: String) throws -> Double {
    let folder = NSTemporaryDirectory() + "sideline-bench-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let desk = try Desk.open(at: folder + "/sideline.sqlite", world: .real)
    let athlete = Athlete(
      id: desk.world.identifier(of: Athlete.self), sex: .female, birthYear: 2004,
      population: .university, eventGroup: .distance, event: "800 m")
    try desk.perform(.saveAthlete(athlete), as: .program)
    let runner = ImportRunner(desk: desk, actor: .program)
    var status = FileReport.Status.refused
    let seconds = time { status = runner.importFile(path, for: athlete).status }
    precondition(status == .imported, "the file was not stored")
    return seconds
  }

  private static func benchDraw() {
    let rows = (0..<10_000).map { row($0) }
    var state = AppState(clock: Clock(now: Instant(seconds: 1_795_390_260), utcOffsetSeconds: 0))
    _ = state.update(
      .roster(
        .loaded(rows: rows, total: rows.count, counts: [:], hasMore: false, isFirstPage: true)))
    var cells = 0
    let seconds = runs(40) {
      _ = state.update(.keyPressed(.down))
      var buffer = CellBuffer(width: 200, height: 60)
      draw(state, on: &buffer)
      cells = buffer.cells.count
    }
    report("draw", input: "roster 10000, 200x60", runs: seconds, quality: ["cells": cells], n: 10_000)
  }

  static func row(_ index: Int) -> RosterRow {
    let id = AthleteID(bits: UInt64(index + 1))
    let athlete = Athlete(
      id: id, sex: .female, birthYear: 2004, population: .university, eventGroup: .distance,
      event: "800 m")
    let summary = AthleteSummary(
      athlete: id, asOf: Day(number: 20_780), score: Double(10_000 - index),
      reasons: index % 5 == 0 ? [.soreness(mornings: 3, value: 4, worst: 5)] : [],
      dailyLoads: (0..<14).map { Double(($0 * 97 + index) % 700) }, weekLoad: 2100,
      usualWeekLoad: 2000, chronic: 300, acute: 310, readiness: -0.2, lastSeen: nil,
      planStatus: .none, origin: .measured)
    return RosterRow(
      athlete: athlete, identity: Identity(name: "Athlete \(index)"), squadName: nil,
      summary: summary)
  }

  private static func benchRoster(_ count: Int) throws {
    let folder = NSTemporaryDirectory() + "sideline-bench-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/sideline.sqlite"
    let desk = try Desk.open(at: path, world: .real)
    for start in stride(from: 0, to: count, by: 10_000) {
      let rows = (start..<min(start + 10_000, count)).map { row($0) }
      try desk.performAll(rows.map { .saveAthlete($0.athlete) }, as: .program)
      try desk.store.save(rows.map(\.summary))
    }
    var read = 0
    let opening = try runs(7) {
      let store = try Store.open(at: path, isReadOnly: true, secret: [])
      read = try store.rosterPage(limit: 48).rows.count
    }
    report("roster-page", input: "\(count) athletes", runs: opening, quality: ["rows": read], n: count)
  }

  // MARK: Clock and report

  static func time(_ body: () throws -> Void) rethrows -> Double {
    let elapsed = try ContinuousClock().measure(body)
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  static func runs(_ count: Int, _ body: () throws -> Void) rethrows -> [Double] {
    try (0..<count).map { _ in try time(body) }
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted[sorted.count / 2]
  }

  static func report(
    _ work: String, input: String, runs: [Double], quality: [String: Any], n: Int
  ) {
    let document: [String: Any] = [
      "work": work, "peer": "ours", "input": input, "seconds": median(runs), "runs": runs,
      "quality": quality, "n": n,
    ]
    guard
      let line = try? JSONSerialization.data(withJSONObject: document, options: [.sortedKeys])
    else { return }
    print(String(decoding: line, as: UTF8.self))
  }
}
