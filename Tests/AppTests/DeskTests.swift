import App
import Domain
import Foundation
import Logging
import Store
import Testing
import ViewModels

@Suite struct DeskTests {
  @Test func `a command log replays to the same database without a name in it`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.folder + "/log.jsonl"
    let desk = try scratch.desk(log: try CommandLog(path: path))
    let coach = try desk.saveCoach(nil, name: "赵", role: .head, as: .program)
    let actor = Actor.coach(coach, role: .head)
    let id = try desk.save(.example(), as: actor)
    let week = Week(containing: desk.world.today)
    let plan = try #require(
      try desk.propose([id], week: week, policy: .fixedSchedule, seed: 3, as: actor).first)
    #expect(try desk.approve([plan.id], as: actor) == Approvals(approved: [plan.id]))
    try desk.perform(.withdrawApproval(plan.id), as: actor)

    let log = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!log.contains("李雨桐") && !log.contains("Li Yutong") && !log.contains("赵"))
    let copy = try Store.open(at: scratch.folder + "/copy.sqlite", secret: desk.world.secret())
    try copy.perform(try CommandLog.read(path))
    #expect(try copy.logicalHash() == desk.store.logicalHash())
  }

  @Test func `the current coach is the configured one, else the only one`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let desk = try scratch.desk()
    #expect(try desk.currentCoach() == nil)
    let zhao = try desk.saveCoach(nil, name: "赵", role: .head, as: .program)
    #expect(try desk.currentCoach()?.coach.id == zhao)
    let ines = try desk.saveCoach(nil, name: "Inês", role: .assistant, as: .program)
    #expect(try desk.currentCoach() == nil)
    #expect(try desk.currentCoach(named: "Inês")?.coach.id == ines)
    #expect(try desk.currentCoach(named: zhao.description)?.name == "赵")
  }

  @Test func `approving needs a coach, changes the row and can be taken back`() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let desk = try scratch.desk()
    try desk.saveCoach(nil, name: "赵", role: .head, as: .program)
    let id = try desk.save(.example(), as: .program)
    let mailbox = Mailbox {}
    let runner = EffectRunner(desk: desk, mailbox: mailbox, log: Logger(label: "test"))
    var state = AppState(clock: Clock(now: desk.world.now(), utcOffsetSeconds: 8 * 3600))

    func settle(_ action: AppAction) async {
      var effects = state.update(action)
      while !effects.isEmpty {
        for effect in effects { await runner.run(effect) }
        effects = mailbox.collect().flatMap { state.update($0) }
      }
    }
    await settle(.started)
    #expect(state.roster.rows.map(\.athlete.id) == [id])
    await settle(.intended(.propose))
    #expect(state.roster.selectedRow?.summary.section == .routine)
    await settle(.intended(.approve))
    #expect(state.message?.text == "Plan approved by 赵. u takes it back.")
    #expect(state.roster.selectedRow?.summary.section == .nothingWaits)
    await settle(.intended(.undo))
    #expect(state.roster.selectedRow?.summary.section == .routine)
    #expect(try desk.store.events(limit: 2).map(\.name) == ["approval_withdrawn", "plan_approved"])
    await settle(.intended(.redo))
    #expect(state.roster.selectedRow?.summary.section == .nothingWaits)
  }

  @Test func `an athlete taken off the roster comes back with everything`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let desk = try scratch.desk()
    let id = try desk.save(.example(), as: .program)
    try desk.archive(id, isArchived: true, as: .program)
    #expect(try desk.store.rosterCount() == 0)
    #expect(try desk.store.athlete(id)?.isArchived == true)
    try desk.archive(id, isArchived: false, as: .program)
    #expect(try desk.store.rosterCount() == 1)
  }

  @Test func `a folder is imported file by file and the bad one stops nothing`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let desk = try scratch.desk()
    let id = try desk.save(.example(), as: .program)
    try scratch.write("", to: "rec/empty.fit")
    try scratch.write("hello", to: "rec/notes.txt")
    try scratch.write("x", to: "rec/.hidden")
    let files = ImportRunner.files(at: [scratch.folder + "/rec", scratch.folder + "/gone.fit"])
    #expect(files.map { ($0 as NSString).lastPathComponent } == ["empty.fit", "notes.txt", "gone.fit"])
    let athlete = try #require(try desk.store.athlete(id))
    let runner = ImportRunner(desk: desk, actor: .program)
    let reports = files.map { runner.importFile($0, for: athlete) }
    #expect(
      reports.flatMap(\.sentences) == [
        "empty.fit is empty. Copy it from the watch again.",
        "notes.txt is none of the files Sideline reads. It reads FIT, TCX, GPX, HRM, beats and CSV tables.",
        "gone.fit is not there. Check the path.",
      ])
    #expect(reports.allSatisfy { $0.status == .refused })
  }
}

@Suite struct StoreSentenceTests {
  @Test(arguments: [
    (
      StoreError.locked,
      "Not saved: another Sideline is writing to a.sqlite. Close it or try again in a moment; nothing is lost."
    ),
    (.newer, "a.sqlite was written by a newer Sideline than this one. Update Sideline; nothing was changed."),
    (
      .damaged,
      "a.sqlite is not a whole Sideline database. Bring back a copy with sideline restore; it was not touched."
    ),
    (
      .notPermitted,
      "a.sqlite cannot be opened for writing here. Check the folder’s rights, or choose another place with --db."
    ),
    (.missing, "a.sqlite is not there. Check the path; sideline alone makes a new database."),
    (.diskFull, "The disk is full: nothing was saved. Make room and try again."),
    (.readOnly, "a.sqlite may only be read. Check the file’s rights, or start without --readonly."),
    (
      .forgotten,
      "The identity file was compacted since: this person is forgotten and cannot be brought back."
    ),
    (
      .ruleBroken("CHECK"),
      "The database refused a change that breaks one of its rules (CHECK). Nothing was saved."
    ),
    (.duplicateFile, "The same recording is here already; it was not stored twice."),
    (
      .planNotOpen(.notProposed(.approved(by: CoachID(bits: 1), at: Instant(seconds: 0)))),
      "This plan is approved already. Nothing was changed."
    ),
    (.notAllowed(.decide), Right.decide.refusal),
    (.planNotOpen(.notApproved), "This plan is not approved, so there is nothing to take back."),
    (
      .other(code: 21),
      "The database could not do it (SQLite code 21). Nothing was saved; sideline doctor looks at it."
    ),
  ])
  func `what the store refuses has its sentence`(error: StoreError, sentence: String) {
    #expect(error.sentence(path: "/somewhere/a.sqlite") == sentence)
  }
}
