public import Domain
import Engine
public import Store
public import ViewModels

// A week's versions: proposed, made by hand, decided. Every version is checked against the limits as they are in the
// moment it is stored or approved, whoever made it.
extension Desk {
  /// What is known for planning a week; `nil` for nobody.
  public func planningFacts(of id: AthleteID, week: Week) throws(StoreError) -> PlanningFacts? {
    guard let athlete = try store.athlete(id) else { return nil }
    return try PlanningFacts(try summariser.history(of: athlete), week: week, store: store)
  }

  /// Every version of a week with what follows from each.
  public func sheet(of id: AthleteID, week: Week, facts: PlanningFacts? = nil) throws(StoreError)
    -> PlanSheet?
  {
    var facts = facts
    if facts == nil { facts = try planningFacts(of: id, week: week) }
    guard let facts else { return nil }
    let plans = try store.plans(of: id, week: week)
    let notes = try store.planNotes(plans.map(\.id))
    let versions = plans.map { plan in
      PlanSheet.Version(
        plan: plan, assessment: facts.assess(plan, base: base(of: plan, in: plans)), note: notes[plan.id])
    }
    return PlanSheet(
      athlete: id, week: week, versions: versions,
      blank: facts.assess(draft(id, week, sessions: [], version: 0), base: nil))
  }

  private func base(of plan: Plan, in plans: [Plan]) -> Plan? {
    guard case .coach(_, let from?) = plan.author else { return nil }
    return plans.first { $0.id == from }
  }

  /// A week that is looked at and not stored.
  public func draft(_ id: AthleteID, _ week: Week, sessions: [PlannedSession], version: Int) -> Plan {
    Plan(
      id: PlanID(bits: 1), athlete: id, week: week, version: version,
      author: .policy(.fixedSchedule, seed: 0), sessions: sessions, proposedAt: world.now())
  }

  // MARK: Proposing

  /// A week as a policy would have it, stored beside what is there.
  @discardableResult
  public func propose(
    _ athletes: [AthleteID], week: Week, policy: PolicyID, seed: UInt64? = nil, as actor: Actor
  ) throws(StoreError) -> [Plan] {
    var plans: [Plan] = []
    for id in athletes {
      guard let facts = try planningFacts(of: id, week: week) else { continue }
      plans.append(
        proposal(facts, policy, seed: seed ?? world.randomBits(), after: try store.plans(of: id, week: week)))
    }
    try performAll(plans.map { .proposePlan($0) }, as: actor)
    return plans
  }

  /// A proposal that is looked at and not stored.
  public func checkedProposal(_ facts: PlanningFacts) -> Plan {
    proposal(facts, .fixedSchedule, seed: 7, after: [])
  }

  func proposal(_ facts: PlanningFacts, _ policy: PolicyID, seed: UInt64, after versions: [Plan]) -> Plan {
    let athlete = facts.request.athlete
    let version = (versions.map(\.version).max() ?? 0) + 1
    let proposal = facts.proposal(policy, seed: seed, version: version)
    return Plan(
      id: world.identifier(of: Plan.self), athlete: athlete.id, week: facts.request.week, version: version,
      author: .policy(policy, seed: seed), sessions: proposal.sessions, proposedAt: world.now(),
      limits: proposal.limits, origin: athlete.origin == .simulated ? .simulated : .estimated)
  }

  // MARK: A coach's own version

  /// Stores a week as a coach made it: into the coach's own undecided version where there is one, else as a new one
  /// beside the rest.
  ///
  /// - Throws: `.planNotOpen(.limitBroken)` when the change breaks a limit that held, or makes a broken one worse.
  public func save(_ draft: WeekDraft, as actor: Actor) throws(StoreError) -> WeekChange {
    guard case .coach(let coach, _) = actor else { throw .notAllowed(.propose) }
    guard let facts = try planningFacts(of: draft.athlete, week: draft.week) else { throw .missing }
    let versions = try store.plans(of: draft.athlete, week: draft.week)
    let base = draft.base.flatMap { id in versions.first { $0.id == id } }
    let own = versions.first { plan in
      plan.coach == coach && plan.isProposed
        && (plan.id == draft.base || plan.author == .coach(coach, from: draft.base))
    }
    let before = own?.sessions ?? base?.sessions ?? []
    let limits = facts.limits(draft.sessions)
    if let broken = firstBroken(by: limits, before: facts.limits(before)) {
      throw .planNotOpen(.limitBroken(broken))
    }
    if let own {
      try perform(.revisePlan(own.id, draft.sessions, limits: limits), as: actor)
      return WeekChange(draft, plan: own.id, before: before, isNew: false)
    }
    let id = world.identifier(of: Plan.self)
    let plan = Plan(
      id: id, athlete: draft.athlete, week: draft.week, version: (versions.first?.version ?? 0) + 1,
      author: .coach(coach, from: base?.id), sessions: draft.sessions, proposedAt: world.now(),
      limits: limits, origin: facts.request.athlete.origin == .simulated ? .simulated : .measured)
    try perform(.proposePlan(plan), as: actor)
    return WeekChange(draft, plan: id, before: before, isNew: true)
  }

  /// Takes a change of a week back, or does it again. Nothing is deleted: a version that is taken back stays on file.
  public func change(_ change: WeekChange, isBack: Bool, as actor: Actor) throws(StoreError) {
    if change.isNew {
      try perform(isBack ? .rejectPlan(change.plan, .takenBack) : .reopenPlan(change.plan), as: actor)
      return
    }
    guard let facts = try planningFacts(of: change.athlete, week: change.week) else { throw .missing }
    let sessions = isBack ? change.before : change.after
    try perform(.revisePlan(change.plan, sessions, limits: facts.limits(sessions)), as: actor)
  }

  // MARK: Deciding

  /// Approves what every limit holds for; the rest is named and stays as it is.
  public func approve(
    _ plans: [PlanID], replacing other: PlanID? = nil, as actor: Actor
  ) throws(StoreError) -> Approvals {
    var result = Approvals()
    for id in plans {
      guard let plan = try store.plan(id), let facts = try planningFacts(of: plan.athlete, week: plan.week)
      else { continue }
      let limits = facts.limits(plan.sessions, noted: plan.limits)
      do throws(StoreError) {
        try perform(.approvePlan(id, limits: limits, replacing: other), as: actor)
        result.approved.append(id)
      } catch .planNotOpen(let error) {
        result.refused.append(Approvals.Refusal(plan: id, athlete: plan.athlete, why: error))
      }
    }
    return result
  }

  public func reject(
    _ id: PlanID, _ reason: RejectionReason, note: String?, as actor: Actor
  ) throws(StoreError) {
    guard let plan = try store.plan(id) else { throw .missing }
    let words = note.flatMap { $0.isEmpty ? nil : [Naming.planNote(id, of: plan.athlete, $0)] }
    try perform(.rejectPlan(id, reason), naming: words ?? [], as: actor)
  }
}
