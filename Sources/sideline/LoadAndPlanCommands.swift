import App
public import ArgumentParser
public import Domain
import Foundation
import Store
import ViewModels

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "An athlete’s daily loads and what they add up to.")
  @OptionGroup var database: DatabaseOptions
  @Option(help: "The athlete’s id.") var athlete: String
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    let desk = try database.openExisting()
    let athlete = try desk.requiredAthlete(athlete)
    let detail = try desk.stating { desk throws(StoreError) in
      try desk.summariser.detail(of: athlete.id)
    }
    let days = detail?.loadDays ?? []
    if json {
      try printDocument(LoadDocument(athlete, days))
      return
    }
    print("day         \(athlete.loadUnit.symbol)  fitness  fatigue  form  monotony")
    for day in days {
      let monotony = day.monotony.map { figure($0, decimals: 2) } ?? "—"
      print(
        "\(day.day)  \(figure(day.load))  \(figure(day.chronic))  \(figure(day.acute))  \(signed(day.form))  \(monotony)"
      )
    }
    if days.isEmpty { print("No session is stored yet. sideline import brings recordings.") }
  }
}

struct LoadDocument: Document {
  static let schema = "load"
  var simulated: Bool
  var unit: String
  var days: [Entry]

  struct Entry: Encodable {
    var date: String
    var load: Double
    var source: String
    var method: String
    var sessions: Int
    var sessionsWithoutLoad: Int
    var chronicLoad: Double
    var acuteLoad: Double
    var form: Double
    var monotony: Double?
    var strain: Double?
  }

  init(_ athlete: Athlete, _ days: [LoadDay]) {
    simulated = days.last?.origin == .simulated
    unit = athlete.loadUnit.rawValue
    self.days = days.map {
      Entry(
        date: $0.day.description, load: $0.load, source: $0.origin.rawValue,
        method: $0.method.rawValue, sessions: $0.sessions, sessionsWithoutLoad: $0.sessionsWithoutLoad,
        chronicLoad: $0.chronic, acuteLoad: $0.acute, form: $0.form, monotony: $0.monotony,
        strain: $0.strain)
    }
  }
}

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "A week’s plan: propose, show, approve, withdraw.",
    subcommands: [Propose.self, Show.self, Approve.self, Withdraw.self])

  struct Which: ParsableArguments {
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The athlete’s id.") var athlete: String
    @Option(help: "The week, 2026-W48; this one when left out.") var week: String?
    @Flag(help: "Print one JSON document.") var json = false

    func open() throws -> (desk: Desk, athlete: Athlete, week: Week) {
      let desk = try database.openExisting()
      guard let text = week else {
        return (desk, try desk.requiredAthlete(athlete), Week(containing: desk.world.today))
      }
      guard let week = Week(text) else {
        throw Refusal("“\(text)” is no week. Write it like 2026-W48.", .misused)
      }
      return (desk, try desk.requiredAthlete(athlete), week)
    }

    func show(_ plan: Plan) throws {
      if json {
        try printDocument(PlanDocument(plan))
        return
      }
      print("\(plan.week)  version \(plan.version)  \(PlanDocument(plan).status)")
      for session in plan.sessions {
        let workRest = session.workRest.map { "  \($0.text)" } ?? ""
        print(
          "  \(session.day.weekdayName)  \(session.type.word)  \(session.minutes) min  RPE \(figure(session.intensity, decimals: 1))  \(figure(session.load)) AU\(workRest)"
        )
      }
      for limit in plan.limits {
        print("  \(limit.didBind ? "!" : "✓") \(limit.rule.line(bound: limit.bound, value: limit.value))")
      }
    }
  }

  struct Propose: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Propose a week by a policy.")
    @OptionGroup var which: Which
    @Option(help: "fixedSchedule.") var policy: PolicyID = .fixedSchedule
    @Option(help: "A seed; drawn when left out.") var seed: UInt64?

    func run() throws {
      let (desk, athlete, week) = try which.open()
      let actor = try desk.commandLineActor()
      let seed = seed ?? desk.world.randomBits()
      let plan = try desk.stating { desk throws(StoreError) in
        let plan = try desk.summariser.proposal(
          for: athlete.id, week: week, policy: policy, seed: seed)
        guard let plan else { throw .missing }
        try desk.perform(.proposePlan(plan), as: actor)
        try desk.summariser.refresh([athlete.id])
        return plan
      }
      try which.show(plan)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The newest version of a week.")
    @OptionGroup var which: Which

    func run() throws {
      let (desk, athlete, week) = try which.open()
      try which.show(try newest(desk, athlete, week))
    }
  }

  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Approve the newest version, in a coach’s name.")
    @OptionGroup var which: Which
    @Option(help: "The coach’s id or name; the configured one when left out.") var coach: String?

    func run() throws {
      try decide(which, coach: coach) { .approvePlan($0) }
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take an approval back; the log keeps both.")
    @OptionGroup var which: Which
    @Option(help: "The coach’s id or name; the configured one when left out.") var coach: String?

    func run() throws {
      try decide(which, coach: coach) { .withdrawApproval($0) }
    }
  }

  private static func newest(_ desk: Desk, _ athlete: Athlete, _ week: Week) throws -> Plan {
    let plans = try desk.stating { desk throws(StoreError) in
      try desk.store.plans(of: athlete.id, week: week)
    }
    guard let plan = plans.first(where: { $0.status != .proposed }) ?? plans.first else {
      throw Refusal("There is no plan for \(week) yet. sideline plan propose makes one.")
    }
    return plan
  }

  private static func decide(
    _ which: Which, coach: String?, _ command: (PlanID) -> Command
  ) throws {
    let (desk, athlete, week) = try which.open()
    guard let badge = try desk.commandLineCoach(coach) else {
      throw Refusal(
        "A plan is decided by a person. Say --coach, or add one with sideline coach add.", .misused)
    }
    let plan = try newest(desk, athlete, week)
    let command = command(plan.id)
    let decided = try desk.stating { desk throws(StoreError) in
      try desk.perform(command, as: .coach(badge.coach.id, role: badge.coach.role))
      try desk.summariser.refresh([athlete.id])
      return try desk.store.plan(plan.id)
    }
    if let decided { try which.show(decided) }
  }
}

extension PolicyID: ExpressibleByArgument {}

struct PlanDocument: Document {
  static let schema = "plan"
  var simulated: Bool
  var planId: String
  var athlete: String
  var week: String
  var versionNumber: Int
  var status: String
  var decidedBy: String?
  var policy: String
  var seed: UInt64
  var load: Double
  var minutes: Int
  var sessions: [Entry]
  var limits: [Limit]

  struct Entry: Encodable {
    var id: String
    var date: String
    var type: String
    var minutes: Int
    var intensity: Double
    var load: Double
    var workRest: Rest?
    var block: String?
    var strategyId: String?
  }
  struct Rest: Encodable {
    var repetitions: Int
    var workSeconds: Int
    var restSeconds: Int
  }
  struct Limit: Encodable {
    var rule: String
    var bound: Double
    var value: Double
    var didBind: Bool
  }

  init(_ plan: Plan) {
    simulated = plan.origin == .simulated
    planId = plan.id.description
    athlete = plan.athlete.description
    week = plan.week.description
    versionNumber = plan.version
    policy = plan.policy.rawValue
    seed = plan.seed
    load = plan.load
    minutes = plan.minutes
    switch plan.status {
    case .proposed: status = "proposed"
    case .approved(let coach, _):
      status = "approved"
      decidedBy = coach.description
    }
    sessions = plan.sessions.map { session in
      Entry(
        id: session.id.description, date: session.day.description, type: session.type.rawValue,
        minutes: session.minutes, intensity: session.intensity, load: session.load,
        workRest: session.workRest.map {
          Rest(
            repetitions: $0.repetitions, workSeconds: $0.workSeconds, restSeconds: $0.restSeconds)
        }, block: session.block, strategyId: session.strategy)
    }
    limits = plan.limits.map {
      Limit(rule: $0.rule.rawValue, bound: $0.bound, value: $0.value, didBind: $0.didBind)
    }
  }
}
