import Domain
import Engine
public import Logging
import Store
public import ViewModels

/// The one place where wishes become reads, writes and jobs. Effects run in the order they were wished for.
public actor EffectRunner {
  let desk: Desk
  let mailbox: Mailbox
  let log: Logger
  var coach: CoachBadge?
  private var position: RosterPosition?
  private var names: [AthleteID: Identity]?
  private var nextJob = 1
  /// What was read for the week that is being moved about; let go when something is stored.
  var facts: PlanningFacts?
  /// The recording that was opened last: its spectra are asked for with every step of the cursor's window.
  var opened: OpenedRecording?
  private var running: [JobID: Task<Void, Never>] = [:]

  public init(desk: Desk, mailbox: Mailbox, log: Logger) {
    self.desk = desk
    self.mailbox = mailbox
    self.log = log
  }

  /// Rows of the first page: what a screen shows, so that the first frame waits for no more.
  private static let firstPage = 32
  private static let pageLength = 400
  /// Up to here the roster is read whole in the background; beyond, page by page as somebody scrolls.
  private static let smallRoster = 4000

  var actor: Actor { coach.map { .coach($0.coach.id, role: $0.coach.role) } ?? .program }

  public func run(_ effect: Effect) {
    do throws(StoreError) {
      try carryOut(effect)
    } catch .planNotOpen(let error) {
      log.error("decision refused", metadata: ["error": "\(error)"])
      let names = (try? desk.store.coachNames()) ?? [:]
      let clock = Clock(now: desk.world.now(), utcOffsetSeconds: desk.world.offset)
      let sentence = error.sentence(name: { names[$0] ?? "Somebody" }, clock: clock)
      mailbox.send(.plan(.notSaved(Message(.look, sentence))))
    } catch {
      log.error("effect refused", metadata: ["error": "\(error)"])
      mailbox.send(.told(Message(.act, error.sentence(path: desk.store.path))))
    }
  }

  private func carryOut(_ effect: Effect) throws(StoreError) {
    switch effect {
    case .loadRoster: try loadRoster()
    case .loadRosterPage: try readRoster()
    case .loadMoreRoster: try loadPage(isFirst: false)
    case .loadWholeRoster: while position != nil { try loadPage(isFirst: false) }
    case .findAthletes(let text): try find(text)
    case .loadDetail(let id): try loadDetail(id)
    case .loadRecording(let id): try loadRecording(id)
    case .loadSpectrum(let wish): try loadSpectrum(wish)
    case .loadWeek, .loadSquadWeek, .assess, .saveWeek, .changeWeek, .applySession, .useTemplate,
      .saveTemplate, .setLimit, .exportPlan, .recordTiming, .loadDecisions, .reject, .reopen:
      try carryOutPlanning(effect)
    case .propose(let athletes, let week): try propose(athletes, week)
    case .approve(let plans, let replaced):
      facts = nil
      let approvals = try desk.approve(plans, replacing: replaced, as: actor)
      try sendRows(of: plans)
      mailbox.send(.approved(approvals, replaced: replaced))
    case .withdraw(let plans):
      try desk.performAll(plans.map { .withdrawApproval($0) }, as: actor)
      try sendRows(of: plans)
      mailbox.send(.approvalWithdrawn(plans))
    case .saveAthlete(let draft):
      let before = try draft.id.flatMap { id throws(StoreError) in try desk.draft(of: id) }
      let id = try desk.save(draft, as: actor)
      names = nil
      var after = draft
      after.id = id
      mailbox.send(.athleteSaved(id, before: before, after: after))
    case .putBackAthlete(let draft):
      let id = try desk.save(draft, as: actor)
      names = nil
      mailbox.send(.athletePutBack(id, draft))
    case .archiveAthlete(let id, let isArchived):
      try desk.archive(id, isArchived: isArchived, as: actor)
      try loadRoster()
    case .record(let entry, let id):
      let entered = try desk.record(entry, about: id, as: actor)
      try sendRows(of: [id])
      mailbox.send(.entered(entered))
    case .change(let entered, let isBack):
      try desk.change(entered, isBack: isBack, as: actor)
      try sendRows(of: [entered.athlete])
      mailbox.send(.entryChanged(entered, isBack: isBack))
    case .merge(let source, let target):
      try desk.merge(source, into: target, as: actor)
      mailbox.send(.merged(source, into: target))
    case .split(let source, let target):
      try desk.split(source, from: target, as: actor)
      mailbox.send(.told(Message(.done, "They are two again. Ctrl-R merges them.")))
      try loadRoster()
    case .erase(let id):
      let name = shownName(try desk.store.identities(of: [id])[id], id)
      try desk.erase(id, as: actor)
      names = nil
      mailbox.send(.erased(id, name: name))
    case .unErase(let id):
      try desk.unErase(id, as: actor)
      names = nil
      mailbox.send(.told(Message(.done, "Back on the roster, with the name.")))
      try loadRoster()
    case .saveSquad(let id, let name):
      try desk.saveSquad(id, name: name, as: actor)
      try loadPeople()
      mailbox.send(.told(Message(.done, "Squad \(name) is saved. An athlete’s form can choose it.")))
    case .saveCoach(let id, let name, let role):
      try desk.saveCoach(id, name: name, role: role, as: actor)
      try loadPeople()
      mailbox.send(.told(Message(.done, signedIn(name))))
    case .importFiles(let paths, let athlete): try startImport(paths, athlete)
    case .cancelJob(let id): running[id]?.cancel()
    case .suspend, .redraw, .quit: break  // the loop's own
    }
  }

  private func signedIn(_ name: String) -> String {
    coach?.name == name
      ? "\(name) is signed in and can approve plans."
      : "\(name) is saved. Several coaches are on file: name the current one in config.toml."
  }

  /// Somebody came or was renamed: the index for searching is read again.
  func forgetNames() { names = nil }

  // MARK: Roster

  private func loadRoster() throws(StoreError) {
    try loadPeople()
    try readRoster()
    try refreshStaleRows()
  }

  private func readRoster() throws(StoreError) {
    try loadPage(isFirst: true)
    var rows = EffectRunner.firstPage
    while position != nil, rows < EffectRunner.smallRoster {
      try loadPage(isFirst: false)
      rows += EffectRunner.pageLength
    }
  }

  private func loadPeople() throws(StoreError) {
    coach = try desk.currentCoach()
    let current = Set(try desk.store.squads().filter { !$0.isArchived }.map(\.id))
    let squads = try desk.store.squadNames().filter { current.contains($0.key) }
    mailbox.send(.peopleLoaded(coach: coach, coaches: try desk.coaches(), squads: squads))
  }

  private func loadPage(isFirst: Bool) throws(StoreError) {
    if !isFirst, position == nil { return }
    let (summaries, next) = try desk.store.rosterPage(
      after: isFirst ? nil : position,
      limit: isFirst ? EffectRunner.firstPage : EffectRunner.pageLength)
    position = next
    var counts: [AthleteSummary.Section: Int] = [:]
    for (rank, count) in try desk.store.sectionCounts() {
      if let section = AthleteSummary.Section(rawValue: rank) { counts[section] = count }
    }
    mailbox.send(
      .roster(
        .loaded(
          rows: try rows(summaries), total: try desk.store.rosterCount(), counts: counts,
          hasMore: next != nil, isFirstPage: isFirst)))
  }

  func rows(_ summaries: [AthleteSummary]) throws(StoreError) -> [RosterRow] {
    let ids = summaries.map(\.athlete)
    let identities = try desk.store.identities(of: ids)
    let squads = try desk.store.squadNames()
    let athletes = Dictionary(
      try desk.store.athletes(ids).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    return summaries.compactMap { summary in
      athletes[summary.athlete].map { athlete in
        RosterRow(
          athlete: athlete, identity: identities[athlete.id],
          squadName: athlete.squad.flatMap { squads[$0] }, summary: summary)
      }
    }
  }

  /// Names are searched in memory only: the index is read once and forgotten when a name changes.
  private func find(_ text: String) throws(StoreError) {
    if names == nil { names = try desk.store.allIdentities() }
    let names = names ?? [:]
    let words = text.lowercased().split(separator: " ")
    let found = names.filter { _, identity in
      let name = "\(identity.name) \(identity.latinName ?? "")".lowercased()
      return words.allSatisfy { name.contains($0) }
    }.keys.sorted().prefix(EffectRunner.pageLength)
    let rows = try rows(try desk.store.summaries(of: Array(found)))
    mailbox.send(.roster(.found(RosterState.Found(filter: text, rows: rows))))
  }

  func sendRows(of plans: [PlanID]) throws(StoreError) {
    var athletes: [AthleteID] = []
    for id in plans {
      if let plan = try desk.store.plan(id) { athletes.append(plan.athlete) }
    }
    try sendRows(of: athletes)
  }

  func sendRows(of athletes: [AthleteID]) throws(StoreError) {
    let summaries = try desk.summariser.refresh(athletes)
    mailbox.send(.roster(.rowsChanged(try rows(summaries))))
  }

  // MARK: One athlete

  private func loadDetail(_ id: AthleteID) throws(StoreError) {
    let summariser = desk.summariser
    if let detail = try summariser.detail(of: id) { mailbox.send(.detailLoaded(detail)) }
  }

  // MARK: Jobs

  func newJob(_ kind: Job.Kind, total: Int) -> Job {
    defer { nextJob += 1 }
    return Job(id: nextJob, kind: kind, startedAt: desk.world.now(), total: total)
  }

  func start(_ job: Job, _ work: @escaping @Sendable (Job) async -> Void) {
    mailbox.send(.jobs(.changed(job)))
    running[job.id] = Task.detached(priority: .utility) { [weak self] in
      await work(job)
      await self?.ended(job.id)
    }
  }

  private func ended(_ id: JobID) { running[id] = nil }

  /// Jobs still running, for those who wait before they leave.
  public func waitForJobs() async {
    for task in running.values { await task.value }
  }
}
