public import Domain
import Engine
public import Store
public import ViewModels

/// Reads an athlete's history, lets the engine judge the morning, and keeps the roster row.
public struct Summariser: Sendable {
  let store: Store
  let world: World
  let loads: LoadCache

  public init(store: Store, world: World, loads: LoadCache = LoadCache()) {
    self.store = store
    self.world = world
    self.loads = loads
  }

  /// Makes these athletes' rows again; those off the roster have none.
  @discardableResult
  public func refresh(_ ids: [AthleteID]) throws(StoreError) -> [AthleteSummary] {
    var summaries: [AthleteSummary] = []
    let seen = try store.staleness(of: ids)
    for athlete in try store.athletes(ids) where !athlete.isArchived {
      summaries.append(try history(of: athlete).summary)
    }
    try store.save(summaries, seen: seen)
    return summaries
  }

  func history(of athlete: Athlete) throws(StoreError) -> History {
    try History(of: athlete, store: store, world: world, loads: loads)
  }

  struct History {
    let athlete: Athlete
    /// Newest first; those without a load in the athlete's unit carry an estimate where there can be one.
    let sessions: [Session]
    let loadDays: [LoadDay]
    let wellness: [Wellness]
    let injuries: [Injury]
    let plans: [Plan]
    /// What a coach has said today to have seen.
    let acknowledged: Set<AttentionRule>
    let today: Day
    private let settings: AttentionSettings

    init(
      of athlete: Athlete, store: Store, world: World, loads: LoadCache
    ) throws(StoreError) {
      self.athlete = athlete
      today = world.today
      settings = world.attention
      sessions = converted(try store.sessions(of: athlete.id), unit: athlete.loadUnit)
      loadDays = loads.days(
        of: athlete.id, sessions, unit: athlete.loadUnit, through: today.advanced(by: -1))
      wellness = try store.wellness(of: athlete.id, since: today.advanced(by: -75))
      injuries = try store.injuries(of: athlete.id)
      plans = try store.plans(of: athlete.id, week: Week(containing: today))
      acknowledged = try store.judgements(of: athlete.id).reduce(into: []) { rules, judgement in
        if judgement.day == world.today, case .risk(let seen, _) = judgement.kind { rules.formUnion(seen) }
      }
    }

    var planState: AthleteSummary.PlanState {
      guard let plan else { return plans.first.map { .rejected($0.id) } ?? .none }
      return plan.isApproved ? .approved(plan.id) : .proposed(plan.id, since: plan.proposedAt)
    }

    /// The version that counts.
    var plan: Plan? { Plan.counting(plans) }

    var summary: AthleteSummary {
      let newest = sessions.first
      let reported = wellness.last?.day
      let lastDay = [newest?.day, reported].compactMap { $0 }.max()
      var summary = Engine.summary(
        of: Morning(
          athlete: athlete, today: today, loadDays: loadDays, sessions: sessions,
          wellness: wellness, injuries: injuries,
          lastSeen: newest.map { $0.start.adding(seconds: Int64($0.durationSeconds)) },
          lastSeenDay: lastDay,
          plan: planState), settings: settings)
      summary.acknowledged = acknowledged
      return summary
    }

    var lastWeekMinutes: Int? {
      let monday = Week(containing: today).monday
      let week = sessions.filter { $0.day < monday && $0.day >= monday.advanced(by: -7) }
      return week.isEmpty ? nil : week.reduce(0) { $0 + $1.minutes }
    }
  }

  /// Everything the panes show about one athlete.
  public func detail(of id: AthleteID) throws(StoreError) -> AthleteDetail? {
    guard let athlete = try store.athlete(id) else { return nil }
    let history = try history(of: athlete)
    let squads = try store.squadNames()
    var detail = AthleteDetail(
      athlete: athlete, identity: try store.identities(of: [id])[id],
      squadName: athlete.squad.flatMap { squads[$0] })
    detail.summary = history.summary
    detail.loadDays = history.loadDays
    detail.sessions = history.sessions
    detail.wellness = history.wellness
    detail.mornings = morningSeries(of: history.wellness, endingAt: history.today)
    detail.tests = try store.tests(of: id)
    detail.testChanges = testChanges(detail.tests, squad: try store.peerTests(of: athlete))
    // The same seed each time: the same history gives the same intervals.
    detail.fitnessFatigue = fitnessFatigue(
      of: detail.tests, loads: history.loadDays, seed: UInt64(bitPattern: id.rawValue))
    detail.injuries = history.injuries
    try addCalendar(to: &detail, today: history.today)
    detail.outlook = history.plan.map {
      outlook(
        of: $0, athlete: athlete, history: history.loadDays, lastWeekMinutes: history.lastWeekMinutes)
    }
    detail.planVersions = history.plans.count
    detail.attention = world.attention
    return detail
  }

  /// What stands beside the figures: availability, events, phases, comments, and what was planned.
  private func addCalendar(to detail: inout AthleteDetail, today: Day) throws(StoreError) {
    let id = detail.athlete.id
    detail.availability = try store.availability(of: id)
    let events = try store.targetEvents(of: id)
    let names = try store.targetEventNames(events.map(\.id))
    detail.targetEvents = events.map { NamedEvent(event: $0, name: names[$0.id]) }
    detail.phases = try store.phases(of: id)
    let comments = try store.comments(of: id).reversed()
    let texts = try store.commentTexts(comments.map(\.id))
    let coaches = try store.coachNames()
    detail.comments = comments.map { comment in
      WrittenComment(
        comment: comment, text: texts[comment.id], coachName: comment.coach.flatMap { coaches[$0] })
    }
    let judgements = try store.judgements(of: id).reversed()
    let words = try store.judgementTexts(judgements.map(\.id))
    detail.judgements = judgements.map {
      WrittenJudgement(judgement: $0, text: words[$0.id], coachName: coaches[$0.coach])
    }
    detail.plans = try store.plans(
      of: id, from: today.advanced(by: -730), through: today.advanced(by: 60))
    detail.links = matched(
      planned: detail.plans.flatMap(\.sessions), done: detail.sessions,
      links: try store.chosenLinks(of: id))
  }
}
