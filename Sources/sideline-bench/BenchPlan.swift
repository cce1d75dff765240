import App
import Cells
import Domain
import Foundation
import Keys
import Logging
import Panes
import Store
import ViewModels

extension Main {
  /// The coach's week on a copy of a database: a session dragged a day further with all that follows from it, a squad of
  /// 500 proposed and checked by rule, a week opened with its versions.
  static func benchPlan(_ path: String) async throws {
    let folder = NSTemporaryDirectory() + "sideline-bench-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let copy = folder + "/sideline.sqlite"
    try Desk.open(at: path, isReadOnly: true, world: .real).store.backup(to: copy)
    let desk = try Desk.open(at: copy, world: .real)
    let athletes = try desk.store.allAthletes().map(\.id)
    let week = Week(containing: desk.world.today)
    try await benchDrag(desk, athletes[0])
    let squad = (0..<500).map { athletes[$0 % athletes.count] }
    var bound = 0
    let reading = try runs(5) {
      bound = 0
      for id in squad {
        guard let facts = try desk.planningFacts(of: id, week: week) else { continue }
        bound += desk.checkedProposal(facts).limits.count(where: \.didBind)
      }
    }
    report("plan-propose", input: "500, read and proposed", runs: reading, quality: ["bound": bound], n: 500)
    let facts = try squad.compactMap { try desk.planningFacts(of: $0, week: week) }
    let proposing = runs(9) {
      bound = facts.reduce(0) { $0 + desk.checkedProposal($1).limits.count(where: \.didBind) }
    }
    report("plan-propose", input: "500, known", runs: proposing, quality: ["bound": bound], n: 500)
    var versions = 0
    for _ in 0..<20 { try desk.propose([athletes[0]], week: week, policy: .fixedSchedule, as: .program) }
    let opening = try runs(20) {
      versions = try desk.sheet(of: athletes[0], week: week)?.versions.count ?? 0
    }
    report(
      "plan-open", input: "a week with its versions", runs: opening,
      quality: ["versions": versions, "ms": median(opening) * 1000], n: versions)
  }

  /// From the key to the frame that shows what the week comes to: the same loop as the workbench's.
  private static func benchDrag(_ desk: Desk, _ athlete: AthleteID) async throws {
    let arrived = DispatchSemaphore(value: 0)
    let mailbox = Mailbox { arrived.signal() }
    let runner = EffectRunner(desk: desk, mailbox: mailbox, log: Logger(label: "bench"))
    var state = AppState(clock: Clock(now: desk.world.now(), utcOffsetSeconds: desk.world.offset))
    func settle(_ effects: [Effect]) async {
      var waiting = effects
      while !waiting.isEmpty {
        for effect in waiting { await runner.run(effect) }
        waiting = mailbox.collect().flatMap { state.update($0) }
      }
    }
    await settle(state.update(.started))
    await settle(state.update(.intended(.plan)))
    await settle(state.update(.keyPressed(.enter)))
    var seconds: [Double] = []
    for step in 0..<60 {
      let clock = ContinuousClock()
      let start = clock.now
      await settle(state.update(.keyPressed(step % 10 < 5 ? .right : .left)))
      var buffer = CellBuffer(width: 200, height: 60)
      draw(state, on: &buffer)
      seconds.append((clock.now - start) / .seconds(1))
    }
    report(
      "plan-drag", input: "a day further, 200x60", runs: seconds,
      quality: ["ms": median(seconds) * 1000, "ms_max": (seconds.max() ?? 0) * 1000], n: 60)
  }
}
