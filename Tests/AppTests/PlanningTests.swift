import App
import Domain
import Foundation
import Store
import Testing
import ViewModels

/// Weeks by rule and by hand, for one athlete and for many, checked as things are in that moment.
struct PlanningTests {
  private struct Room {
    let scratch: Scratch
    let desk: Desk
    let head: Actor
    let athletes: [AthleteID]
    var week: Week { Week(containing: desk.world.today) }

    init(athletes count: Int = 1) throws {
      scratch = try Scratch()
      desk = try scratch.desk()
      head = .coach(try desk.saveCoach(nil, name: "赵", role: .head, as: .program), role: .head)
      var ids: [AthleteID] = []
      for _ in 0..<count { ids.append(try desk.save(.example(), as: head)) }
      athletes = ids
    }

    func proposed() throws -> Plan {
      try #require(
        try desk.propose([athletes[0]], week: week, policy: .fixedSchedule, seed: 3, as: head).first)
    }

    func draft(_ plan: Plan, _ change: (inout [PlannedSession]) -> Void) -> WeekDraft {
      var sessions = plan.sessions
      change(&sessions)
      return WeekDraft(
        athlete: plan.athlete, week: plan.week, base: plan.id, sessions: sessions, word: "Changed")
    }
  }

  @Test func `a change by hand is a version beside the proposal, and further changes go into it`() throws {
    let room = try Room()
    defer { room.scratch.remove() }
    let plan = try room.proposed()
    let first = try room.desk.save(room.draft(plan) { $0[0].minutes -= 5 }, as: room.head)
    #expect(first.isNew && first.before == plan.sessions)
    // The pane may still stand on the proposal while the first change is being stored.
    let second = try room.desk.save(room.draft(plan) { $0[0].minutes -= 10 }, as: room.head)
    #expect(!second.isNew && second.plan == first.plan)
    try room.desk.propose([room.athletes[0]], week: room.week, policy: .fixedSchedule, seed: 9, as: room.head)
    let sheet = try #require(try room.desk.sheet(of: room.athletes[0], week: room.week))
    #expect(sheet.versions.map(\.plan.version) == [3, 2, 1])
    #expect(sheet.counting?.plan.id == first.plan, "a later proposal stands beside it and does not count")
    #expect(sheet.counting?.assessment.sinceBase.count == 1)
    #expect(sheet.version(plan.id)?.plan.sessions == plan.sessions)

    try room.desk.change(second, isBack: true, as: room.head)
    #expect(try room.desk.store.plan(first.plan)?.sessions == first.after)
    try room.desk.change(first, isBack: true, as: room.head)
    #expect(try room.desk.sheet(of: room.athletes[0], week: room.week)?.counting?.plan.version == 3)
    try room.desk.change(first, isBack: false, as: room.head)
    #expect(try room.desk.sheet(of: room.athletes[0], week: room.week)?.counting?.plan.id == first.plan)
  }

  @Test func `a change that breaks a limit is refused and nothing is stored`() throws {
    let room = try Room()
    defer { room.scratch.remove() }
    let plan = try room.proposed()
    let hash = try room.desk.store.logicalHash()
    // Every day full: no day off is left.
    let full = room.draft(plan) { sessions in
      sessions = room.week.days.enumerated().map { index, day in
        PlannedSession(
          id: PlannedSessionID(bits: UInt64(index + 1)), day: day, type: .easy, minutes: 30, intensity: 3)
      }
    }
    let check = LimitCheck(rule: .restDays, bound: 1, value: 0)
    #expect(throws: StoreError.planNotOpen(.limitBroken(check))) { try room.desk.save(full, as: room.head) }
    #expect(try room.desk.store.logicalHash() == hash)
  }

  @Test func `what was entered since a proposal is looked at when it is approved`() throws {
    let room = try Room()
    defer { room.scratch.remove() }
    let plan = try room.proposed()
    let injury = Injury(
      athlete: room.athletes[0], bodyPart: .knee, onset: room.desk.world.today, lastDay: nil, hold: .standing)
    _ = try room.desk.record(.injury(injury), about: room.athletes[0], as: room.head)
    let approvals = try room.desk.approve([plan.id], as: room.head)
    #expect(approvals.approved.isEmpty)
    guard case .limitBroken(let check)? = approvals.refused.first?.why else {
      Issue.record("the hold did not refuse it")
      return
    }
    #expect(check.rule == .injuryHold && check.source == .record)
    // A week without the hard sessions is approved.
    let easy = try room.desk.propose(
      [room.athletes[0]], week: room.week, policy: .fixedSchedule, as: room.head)
    #expect(try room.desk.approve(easy.map(\.id), as: room.head).approved == easy.map(\.id))
  }

  @Test func `a limit of the squad holds until the athlete has an own one`() throws {
    let room = try Room()
    defer { room.scratch.remove() }
    guard case .coach(let coach, _) = room.head else { return }
    let squad = try room.desk.saveSquad(nil, name: "Middle distance", as: room.head)
    var draft = try #require(try room.desk.draft(of: room.athletes[0]))
    draft.squad = squad
    try room.desk.save(draft, as: room.head)
    func restDays() throws -> LimitCheck? { try room.proposed().limits.first { $0.rule == .restDays } }
    #expect(try restDays()?.source == .standard)
    try room.desk.perform(
      .setLimit(LimitSetting(scope: .squad(squad), rule: .restDays, bound: 3, by: coach)), as: room.head)
    let ofSquad = try #require(try restDays())
    #expect(ofSquad.source == .squad(by: coach) && ofSquad.bound == 3 && ofSquad.value >= 3)
    try room.desk.perform(
      .setLimit(LimitSetting(scope: .athlete(room.athletes[0]), rule: .restDays, bound: 2, by: coach)),
      as: room.head)
    #expect(try restDays()?.source == .athlete(by: coach))
    let athlete = try #require(try room.desk.store.athlete(room.athletes[0]))
    let line = try room.desk.limitLines(of: athlete).first { $0.rule == .restDays }
    #expect(line == LimitLine(rule: .restDays, bound: 2, source: .athlete(by: coach)))
  }

  @Test func `one session is given to several athletes, and who cannot have it is named`() throws {
    let room = try Room(athletes: 3)
    defer { room.scratch.remove() }
    let day = room.week.days[2]
    let off = Entry.availability(.unavailable, from: day, through: day, utcOffsetSeconds: nil)
    _ = try room.desk.record(off, about: room.athletes[1], as: room.head)
    let session = PlannedSession(
      id: PlannedSessionID(bits: 5), day: day, type: .tempo, minutes: 40, intensity: 6)
    let applied = try room.desk.apply(session, to: room.athletes, as: room.head)
    #expect(applied.given == [room.athletes[0], room.athletes[2]])
    #expect(applied.refused.map(\.athlete) == [room.athletes[1]])
    #expect(
      applied.refused.first?.why == "40 min more than the days on file allow on \(day.weekdayName) (on file)")
    let plans = try room.athletes.map { try room.desk.store.plans(of: $0, week: room.week) }
    #expect(plans.map(\.count) == [1, 0, 1])
    #expect(plans[0][0].sessions[0].id != plans[2][0].sessions[0].id)
  }

  @Test func `a cycle of ten days runs through the weeks it reaches, week 53 and clock changes included`()
    throws
  {
    let room = try Room()
    defer { room.scratch.remove() }
    let start = Day(year: 2026, month: 12, day: 24)
    let template = TrainingTemplate(
      id: TrainingTemplateID(bits: 9), days: 10,
      slots: [
        .init(day: 0, type: .easy, minutes: 30, intensity: 3),
        .init(day: 4, start: 17 * 60, type: .tempo, minutes: 30, intensity: 5),
      ])
    let use = TemplateUse(template: template, name: "Ten days", from: start, turns: 2, block: "winter-1")
    let applied = try room.desk.lay(use, for: room.athletes, as: room.head)
    #expect(applied.given == room.athletes && applied.refused.isEmpty)
    let weeks = (0...2).map { Week(containing: start).advanced(by: $0) }
    #expect(weeks.map(\.description) == ["2026-W52", "2026-W53", "2027-W01"])
    let days = try weeks.flatMap {
      try room.desk.store.plans(of: room.athletes[0], week: $0).flatMap(\.sessions)
    }
    .map { start.distance(to: $0.day) }
    #expect(days == [0, 4, 10, 14])
  }

  @Test func `a template keeps a week under its name`() throws {
    let room = try Room()
    defer { room.scratch.remove() }
    let plan = try room.proposed()
    try room.desk.saveTemplate(name: "Base week", days: 9, plan.week, plan.sessions, as: room.head)
    let kept = try #require(try room.desk.namedTemplates().first)
    #expect(kept.name == "Base week" && kept.template.days == 9)
    #expect(kept.template.slots.map(\.minutes) == plan.sessions.map(\.minutes))
  }

  @Test func `an athlete who leaves in the middle of the week keeps the plan and its log`() throws {
    let room = try Room()
    defer { room.scratch.remove() }
    let plan = try room.proposed()
    _ = try room.desk.approve([plan.id], as: room.head)
    try room.desk.archive(room.athletes[0], isArchived: true, as: room.head)
    #expect(try room.desk.store.plan(plan.id)?.isApproved == true)
    #expect(try room.desk.squadWeek(of: nil, week: room.week).rows.isEmpty)
    #expect(try room.desk.store.checks().allSatisfy(\.isOK))
  }

  @Test func `load of days not yet done counts as planned when a later week is looked at`() throws {
    let room = try Room()
    defer { room.scratch.remove() }
    var draft = try #require(try room.desk.draft(of: room.athletes[0]))
    draft.loadUnit = .sessionRPE
    try room.desk.save(draft, as: room.head)
    let monday = room.week.monday
    for back in [10, 3] {
      let entry = SessionEntry(
        day: monday.advanced(by: -back), second: 36_000, sport: .running, type: .easy, minutes: 60, rpe: 5,
        distanceMeters: nil)
      _ = try room.desk.record(.session(entry), about: room.athletes[0], as: room.head)
    }
    let next = room.week.advanced(by: 1)
    func chronic() throws -> Double? {
      try room.desk.sheet(of: room.athletes[0], week: next)?.blank.outlook.days.last?.chronic
    }
    let without = try #require(try chronic())
    _ = try room.proposed()
    #expect(try #require(try chronic()) > without)
  }
}
