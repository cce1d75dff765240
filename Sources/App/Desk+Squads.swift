public import Domain
import Engine
public import Store
public import ViewModels

// Planning for several athletes at once: the squad's week, one session for many, templates and cycles.
extension Desk {
  /// Who got something, and who did not, with the reason in words.
  public struct Applied: Sendable {
    public var given: [AthleteID] = []
    public var refused: [PlanAction.Refused] = []
  }

  /// A squad's week, or everybody's without a squad: in the order of the names.
  public func squadWeek(of squad: SquadID?, week: Week) throws(StoreError) -> SquadWeek {
    let athletes = try store.allAthletes().filter { squad == nil || $0.squad == squad }.prefix(500)
    let identities = try store.identities(of: athletes.map(\.id))
    var rows: [SquadWeek.Row] = []
    for athlete in athletes {
      let plan = Plan.counting(try store.plans(of: athlete.id, week: week))
      var broken: [LimitCheck] = []
      if let plan, !plan.isApproved, let facts = try planningFacts(of: athlete.id, week: week) {
        broken = facts.limits(plan.sessions).filter { !$0.isHeld }
      }
      rows.append(
        SquadWeek.Row(
          athlete: athlete.id, name: shownName(identities[athlete.id], athlete.id), plan: plan,
          broken: broken))
    }
    rows.sort { ($0.name, $0.athlete) < ($1.name, $1.athlete) }
    return SquadWeek(squad: squad, week: week, rows: rows)
  }

  /// Puts one session into each athlete's week, on its day; an athlete whose limits it breaks keeps the week.
  public func apply(
    _ session: PlannedSession, to athletes: [AthleteID], as actor: Actor
  ) throws(StoreError) -> Applied {
    try change(athletes, weeks: [session.day.week], "given", as: actor) { _, sessions in
      var new = session
      new.id = world.identifier(of: PlannedSession.self)
      return sessions + [new]
    }
  }

  /// Lays a template's turns down from a day on, into as many weeks as they reach. What stood on those days goes; a
  /// week whose limits it breaks stays as it was.
  public func lay(
    _ use: TemplateUse, for athletes: [AthleteID], as actor: Actor
  ) throws(StoreError) -> Applied {
    let days = (0...use.from.distance(to: use.through)).map { use.from.advanced(by: $0) }
    let weeks = Set(days.map(\.week)).sorted()
    let seed = world.randomBits()
    return try change(athletes, weeks: weeks, use.name, as: actor) { week, sessions in
      let meant = week.days.filter { use.from <= $0 && $0 <= use.through }
      return sessions.filter { !meant.contains($0.day) }
        + Engine.sessions(of: use.template, from: use.from, on: meant, block: use.block, seed: seed)
    }
  }

  private func change(
    _ athletes: [AthleteID], weeks: [Week], _ word: String, as actor: Actor,
    _ edit: (Week, [PlannedSession]) -> [PlannedSession]
  ) throws(StoreError) -> Applied {
    var applied = Applied()
    let identities = try store.identities(of: athletes)
    for id in athletes {
      do throws(StoreError) {
        for week in weeks {
          let base = Plan.counting(try store.plans(of: id, week: week))
          let sessions = edit(week, base?.sessions ?? [])
          _ = try save(
            WeekDraft(athlete: id, week: week, base: base?.id, sessions: sessions, word: word), as: actor)
        }
        applied.given.append(id)
      } catch .planNotOpen(.limitBroken(let check)) {
        applied.refused.append(
          PlanAction.Refused(athlete: id, name: shownName(identities[id], id), why: check.refusal))
      }
    }
    return applied
  }

  // MARK: Templates and limits

  public func saveTemplate(
    name: String, days: Int, _ week: Week, _ sessions: [PlannedSession], as actor: Actor
  ) throws(StoreError) {
    let id = world.identifier(of: TrainingTemplate.self)
    var plan = draft(AthleteID(bits: 1), week, sessions: sessions, version: 0)
    plan.origin = .measured
    var template = Engine.template(id, of: plan)
    template.days = days
    try perform(.saveTemplate(template), naming: [.template(id, name: name)], as: actor)
  }

  public func namedTemplates() throws(StoreError) -> [NamedTemplate] {
    let templates = try store.templates()
    let names = try store.templateNames(templates.map(\.id))
    return templates.map { NamedTemplate(template: $0, name: names[$0.id] ?? "without a name") }
      .sorted { ($0.name, $0.template.id) < ($1.name, $1.template.id) }
  }

  /// Every rule with its bound for an athlete and where that is from.
  public func limitLines(of athlete: Athlete) throws(StoreError) -> [LimitLine] {
    let limits = try store.limits(of: athlete)
    return LimitRule.allCases.map { rule in
      let bound = limits.bound(rule)
      let published: Set<LimitRule> = [.youthHours, .heat, .taper]
      let standard: LimitSource = published.contains(rule) ? .literature : .standard
      let source = bound.map { $0.source == .standard ? standard : $0.source }
      return LimitLine(
        rule: rule, bound: bound?.value,
        source: source ?? (rule == .youthHours || rule == .heat ? .literature : .record))
    }
  }
}
