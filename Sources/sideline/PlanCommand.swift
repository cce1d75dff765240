import App
public import ArgumentParser
public import Domain
import Store
import ViewModels

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "A week’s plan: propose, show, change, decide, export.",
    discussion: """
        sideline plan propose --athlete ID --week 2026-W48
        sideline plan move --athlete ID --session ID --to 2026-11-27
        sideline plan reject --athlete ID --reason examOrClass "Physics on Thursday"
        sideline plan export --athlete ID --as ics -o week.ics
      """,
    subcommands: [
      Propose.self, Show.self, Move.self, Approve.self, Reject.self, Withdraw.self, Reopen.self, Export.self,
      Limit.self,
    ])

  struct Which: ParsableArguments {
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The athlete’s id.") var athlete: String
    @Option(help: "The week, 2026-W48; this one when left out.") var week: String?
    @Flag(help: "Print one JSON document.") var json = false

    func open() throws -> (desk: Desk, athlete: Athlete, week: Week) {
      let desk = try database.openExisting()
      let week = try requiredWeek(week, desk)
      return (desk, try desk.requiredAthlete(athlete), week)
    }

    func show(_ plan: Plan, _ desk: Desk) throws {
      if json {
        let outlook = try desk.stating { desk throws(StoreError) in
          try desk.planningFacts(of: plan.athlete, week: plan.week)?.assess(plan, base: nil).outlook
        }
        try printDocument(PlanDocument(plan, outlook: outlook))
        return
      }
      print("\(plan.week)  version \(plan.version)  \(PlanDocument(plan).status)")
      for session in plan.sessions {
        let workRest = session.workRest.map { "  \($0.text)" } ?? ""
        let hour = session.start.map { "  \(hourText($0))" } ?? ""
        print(
          "  \(session.id)  \(session.day.short)\(hour)  \(session.type.word)  \(session.minutes) min  RPE \(ratingText(session.intensity))  \(figure(session.load)) AU\(workRest)"
        )
      }
      for limit in plan.limits {
        print("  \(limit.isHeld ? limit.didBind ? "!" : "✓" : "✗") \(limit.line), \(limit.source.word)")
      }
    }
  }

  struct Propose: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Propose a week by a policy; a coach’s own version stays beside it.")
    @OptionGroup var which: Which
    @Option(help: "fixedSchedule.") var policy: PolicyID = .fixedSchedule
    @Option(help: "A seed; drawn when left out.") var seed: UInt64?

    func run() throws {
      let (desk, athlete, week) = try which.open()
      let actor = try desk.commandLineActor()
      let plans = try desk.stating { desk throws(StoreError) in
        let plans = try desk.propose([athlete.id], week: week, policy: policy, seed: seed, as: actor)
        desk.renewRows([athlete.id])
        return plans
      }
      if let plan = plans.first { try which.show(plan, desk) }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The version of a week that counts, another one, or all of them.")
    @OptionGroup var which: Which
    @Option(help: "A version’s number.") var version: Int?
    @Flag(help: "Every version, newest first.") var versions = false

    func run() throws {
      let (desk, athlete, week) = try which.open()
      if versions {
        let plans = try allVersions(desk, athlete, week)
        if which.json {
          try printDocument(VersionsDocument(plans))
        } else {
          for plan in plans { try which.show(plan, desk) }
        }
        return
      }
      try which.show(try chosen(desk, athlete, week, version), desk)
    }
  }

  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Move a session to another day: a version of the coach’s own.")
    @OptionGroup var which: Which
    @Option(help: "The session’s id, as plan show has it.") var session: String
    @Option(help: "The day, 2026-11-27, in the same week.") var to: String
    @Option(help: "The coach’s id or name; the configured one when left out.") var coach: String?

    func run() throws {
      let (desk, athlete, week) = try which.open()
      let actor = try requiredCoach(desk, coach)
      let plan = try chosen(desk, athlete, week, nil)
      guard let id = PlannedSessionID(session), let moved = plan.sessions.first(where: { $0.id == id }) else {
        throw Refusal("This week has no session “\(visible(session))”. sideline plan show lists them.")
      }
      guard let day = Day(to), week.days.contains(day) else {
        throw Refusal("“\(visible(to))” is no day of \(week). Write it like \(week.days[4]).", .misused)
      }
      let sessions = plan.sessions.map { session in
        var session = session
        if session.id == id { session.day = day }
        return session
      }
      let word = "\(moved.type.word) moved to \(day.weekdayName)"
      let draft = WeekDraft(athlete: athlete.id, week: week, base: plan.id, sessions: sessions, word: word)
      let changed = try desk.stating { desk throws(StoreError) in
        let change = try desk.save(draft, as: actor)
        desk.renewRows([athlete.id])
        return try desk.store.plan(change.plan)
      }
      if let changed { try which.show(changed, desk) }
    }
  }
}

/// A week as it was written, this one when nothing was.
func requiredWeek(_ text: String?, _ desk: Desk) throws -> Week {
  guard let text else { return Week(containing: desk.world.today) }
  guard let week = Week(text) else {
    throw Refusal("“\(visible(text))” is no week. Write it like 2026-W48.", .misused)
  }
  return week
}

extension PlanCommand {
  static func allVersions(_ desk: Desk, _ athlete: Athlete, _ week: Week) throws -> [Plan] {
    let plans = try desk.stating { desk throws(StoreError) in
      try desk.store.plans(of: athlete.id, week: week)
    }
    guard !plans.isEmpty else {
      throw Refusal("There is no plan for \(week) yet. sideline plan propose makes one.")
    }
    return plans
  }

  /// The version with that number, else the one that counts, else the newest rejected one.
  static func chosen(_ desk: Desk, _ athlete: Athlete, _ week: Week, _ version: Int?) throws -> Plan {
    let plans = try allVersions(desk, athlete, week)
    guard let version else { return Plan.counting(plans) ?? plans[0] }
    guard let plan = plans.first(where: { $0.version == version }) else {
      throw Refusal("\(week) has no version \(version): it has \(plans.count).")
    }
    return plan
  }

  /// Who decides; a week is a person's decision.
  static func requiredCoach(_ desk: Desk, _ name: String?) throws -> Actor {
    guard let badge = try desk.commandLineCoach(name) else {
      throw Refusal(
        "A plan is decided by a person. Say --coach, or add one with sideline coach add.", .misused)
    }
    return .coach(badge.coach.id, role: badge.coach.role)
  }
}

extension PolicyID: ExpressibleByArgument {}

struct VersionsDocument: Document {
  static let schema = "plan_versions"
  var simulated: Bool
  var versions: [PlanDocument]

  init(_ plans: [Plan]) {
    simulated = plans.contains { $0.origin == .simulated }
    versions = plans.map { PlanDocument($0) }
  }
}
