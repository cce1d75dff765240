public import Domain
import Engine
public import Store
public import ViewModels

/// Reads an athlete's history, lets the engine judge the morning, and keeps the roster row.
public struct Summariser: Sendable {
  let store: Store
  let world: World

  public init(store: Store, world: World) {
    self.store = store
    self.world = world
  }

  /// Sessions of the last year carry the loads; older ones no longer change a figure that is shown.
  private static let days = 400

  /// Makes these athletes' rows again; those off the roster have none.
  @discardableResult
  public func refresh(_ ids: [AthleteID]) throws(StoreError) -> [AthleteSummary] {
    var summaries: [AthleteSummary] = []
    let seen = try store.staleness(of: ids)
    for athlete in try store.athletes(ids) where !athlete.isArchived {
      summaries.append(try History(of: athlete, store: store, world: world).summary)
    }
    try store.save(summaries, seen: seen)
    return summaries
  }

  struct History {
    let athlete: Athlete
    let sessions: [Session]
    let loadDays: [LoadDay]
    let wellness: [Wellness]
    let injuries: [Injury]
    let plans: [Plan]
    let today: Day
    private let settings: AttentionSettings

    init(of athlete: Athlete, store: Store, world: World) throws(StoreError) {
      self.athlete = athlete
      today = world.today
      settings = world.attention
      let since = today.advanced(by: -Summariser.days).start(utcOffsetSeconds: world.offset)
      sessions = try store.sessions(of: athlete.id, since: since)
      loadDays = Engine.loadDays(
        sessions, unit: athlete.loadUnit, through: today.advanced(by: -1))
      wellness = try store.wellness(of: athlete.id, since: today.advanced(by: -75))
      injuries = try store.injuries(of: athlete.id)
      plans = try store.plans(of: athlete.id, week: Week(containing: today))
    }

    var planState: AthleteSummary.PlanState {
      guard let plan = plans.first else { return .none }
      if let approved = plans.first(where: { $0.status != .proposed }) { return .approved(approved.id) }
      return .proposed(plan.id, since: plan.proposedAt)
    }

    /// The plan that counts: the approved version, else the newest.
    var plan: Plan? { plans.first { $0.status != .proposed } ?? plans.first }

    var summary: AthleteSummary {
      let newest = sessions.first
      let reported = wellness.last?.day
      let lastDay = [newest?.day, reported].compactMap { $0 }.max()
      return Engine.summary(
        of: Morning(
          athlete: athlete, today: today, loadDays: loadDays, sessions: sessions,
          wellness: wellness, injuries: injuries,
          lastSeen: newest.map { $0.start.adding(seconds: Int64($0.durationSeconds)) },
          lastSeenDay: lastDay,
          plan: planState), settings: settings)
    }

    var recentWeeks: [Double] {
      guard athlete.loadUnit == .sessionRPE else { return [] }
      let monday = Week(containing: today).monday
      let before = loadDays.filter { $0.day < monday }
      return stride(from: before.endIndex, to: 6, by: -7).prefix(4).map { end in
        before[end - 7..<end].reduce(0) { $0 + $1.load }
      }.reversed()
    }

    var openInjury: Injury? {
      injuries.last { $0.restricts(on: today) }
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
    let history = try History(of: athlete, store: store, world: world)
    let squads = try store.squadNames()
    var detail = AthleteDetail(
      athlete: athlete, identity: try store.identities(of: [id])[id],
      squadName: athlete.squad.flatMap { squads[$0] })
    detail.summary = history.summary
    detail.loadDays = history.loadDays
    detail.sessions = history.sessions
    detail.wellness = history.wellness
    detail.tests = try store.tests(of: id)
    detail.injuries = history.injuries
    detail.outlook = history.plan.map {
      outlook(
        of: $0, athlete: athlete, history: history.loadDays, lastWeekMinutes: history.lastWeekMinutes)
    }
    detail.planVersions = history.plans.count
    return detail
  }

  /// This week as the policy would have it; not stored.
  public func proposal(
    for id: AthleteID, week: Week, policy: PolicyID, seed: UInt64
  ) throws(StoreError) -> Plan? {
    guard let athlete = try store.athlete(id) else { return nil }
    let history = try History(of: athlete, store: store, world: world)
    let version = (try store.plans(of: id, week: week).map(\.version).max() ?? 0) + 1
    let request = PlanRequest(
      athlete: athlete, week: week, recentWeeks: history.recentWeeks,
      openInjury: history.openInjury, seed: seed, version: version)
    let proposal = policy.policy.propose(request)
    return Plan(
      id: world.identifier(of: Plan.self), athlete: id, week: week, version: version,
      sessions: proposal.sessions, policy: policy, seed: seed, proposedAt: world.now(),
      limits: proposal.limits, origin: athlete.origin == .simulated ? .simulated : .estimated)
  }
}
