import App
import Domain
import Engine
import Foundation
import Store
import ViewModels

/// Ten years with a session a day: from scratch, and after one more session on the last day.
extension Main {
  static func benchLoad() {
    let athlete = AthleteID(bits: 1)
    let count = 3652
    let last = Day(year: 2026, month: 11, day: 22)
    var sessions = (0..<count).map { index in
      let day = last.advanced(by: index - count + 1)
      var session = Session(
        id: SessionID(bits: UInt64(index + 1)), athlete: athlete,
        start: day.start(utcOffsetSeconds: 0).adding(seconds: 61_200), utcOffsetSeconds: 0,
        sport: .running, type: .easy, durationSeconds: 1800 + index % 37 * 60,
        rpe: Double(index % 9 + 1))
      session.loads[.sessionRPE] = Sourced(
        sessionRPELoad(rating: Double(index % 9 + 1), minutes: Double(session.durationSeconds) / 60),
        .measured, by: .sessionRPE)
      return session
    }
    var ledger = LoadLedger([], unit: .sessionRPE, through: last)
    let scratch = runs(20) { ledger = LoadLedger(sessions, unit: .sessionRPE, through: last) }
    let checksum = ledger.days.last?.chronic ?? 0
    report(
      "load-scratch", input: "\(count) days", runs: scratch, quality: ["chronic": checksum], n: count)
    sessions[count - 1].loads[.sessionRPE]?.value += 100
    var changed = ledger
    let step = runs(20) { changed = ledger.recomputed(from: last, sessions: sessions, through: last) }
    report(
      "load-incremental", input: "\(count) days", runs: step,
      quality: ["chronic": changed.days.last?.chronic ?? 0], n: 1)
  }

  /// A squad table of 12,503 rows from the file to the committed database, in a new one each time.
  static func benchTable() throws {
    var text = "name,latin_name,sex,birth_date,squad,event_group,event,level,resting_hr\n"
    for row in 0..<12_503 {
      let year = 2000 + row % 8
      text +=
        "学生\(row),Student \(row),\(row % 2 == 0 ? "male" : "female"),\(year)-0\(row % 9 + 1)-1\(row % 9),Year \(row % 12),general,,trained,\(50 + row % 30)\n"
    }
    let folder = NSTemporaryDirectory() + "sideline-bench-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/squad.csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    var stored = 0
    let seconds = try (0..<5).map { round in
      let desk = try Desk.open(at: folder + "/\(round).sqlite", world: .real)
      let runner = ImportRunner(desk: desk, actor: .program)
      return time { stored = runner.importFile(path, for: nil).entries }
    }
    precondition(stored == 12_503, "\(stored) rows were stored")
    report("table-store", input: "squad.csv", runs: seconds, quality: ["rows": stored], n: stored)
  }
}
