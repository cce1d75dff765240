import Domain
import Engine
import Signals
import ViewModels

/// A workbench full of the sample season's people, made without a database.
enum SampleScreens {
  static let lastDay = Day(year: 2026, month: 11, day: 22)
  static let today = Day(year: 2026, month: 11, day: 23)
  static let clock = Clock(
    now: today.start(utcOffsetSeconds: 8 * 3600).adding(seconds: 7 * 3600 + 31 * 60),
    utcOffsetSeconds: 8 * 3600)

  /// Every seventh width from 60 to 220 with every fifth height from 16 to 66.
  static let manySizes: [(width: Int, height: Int)] = stride(from: 60, through: 220, by: 7).flatMap { width in
    stride(from: 16, through: 66, by: 5).map { (width, $0) }
  }

  /// The scripted cases and some whose morning is routine.
  private static let people = [10, 11, 12, 15, 20, 34, 68, 7, 0, 1, 13, 22, 30, 40, 70, 85]

  static let details: [AthleteDetail] = people.map(detail)

  /// Opens on the roster with everybody on it and the details at hand.
  static let full: AppState = {
    var state = AppState(clock: clock)
    state.isSimulated = true
    let season = SampleSeason(seed: 7, through: lastDay)
    state.coach = CoachBadge(coach: season.coach.coach, name: season.coach.identity.name)
    state.coaches = [state.coach!]
    let rows = details.map { detail in
      RosterRow(
        athlete: detail.athlete, identity: detail.identity, squadName: detail.squadName,
        summary: detail.summary!)
    }.sorted {
      ($0.summary.section.rawValue, -$0.summary.score) < ($1.summary.section.rawValue, -$1.summary.score)
    }
    let counts = Dictionary(grouping: rows, by: \.summary.section).mapValues(\.count)
    _ = state.update(
      .roster(
        .loaded(rows: rows, total: rows.count, counts: counts, hasMore: false, isFirstPage: true)))
    for detail in details { _ = state.update(.detailLoaded(detail)) }
    select(people[0], in: &state)
    return state
  }()

  static let empty: AppState = {
    var state = AppState(clock: clock)
    _ = state.update(
      .roster(.loaded(rows: [], total: 0, counts: [:], hasMore: false, isFirstPage: true)))
    return state
  }()

  /// The full workbench on a pane, with what that pane loads.
  static func full(on pane: PaneID) -> AppState {
    var state = full
    state.pane = pane
    if pane == .sensors, let session = state.detail?.recorded.first {
      state.sensors.showForTest(session, recording: recording(of: session))
    }
    if pane == .plan { state = planned(state) }
    if pane == .decisions { state = decided(state) }
    if pane == .jobs { for job in jobs { _ = state.update(.jobs(.changed(job))) } }
    return state
  }

  private static func select(_ index: Int, in state: inout AppState) {
    state.roster.selection = SampleSeason(seed: 7, through: lastDay).person(index).athlete.id
  }

  private static func recording(of session: Session) -> Recording? {
    let season = SampleSeason(seed: 7, through: lastDay)
    return people.lazy.map { season.history($0) }.first {
      $0.sessions.first?.session.athlete == session.athlete
    }?
    .sessions.first { $0.session.id == session.id }?.recording
  }

  private static func detail(_ index: Int) -> AthleteDetail {
    let season = SampleSeason(seed: 7, through: lastDay)
    let person = season.person(index)
    let history = season.history(index)
    let sessions = history.sessions.map {
      analysed($0.session, recording: $0.recording, athlete: person.athlete, cleaning: .asRecorded)
    }
    let days = loadDays(sessions, unit: person.athlete.loadUnit, through: lastDay)
    let plan = plan(for: person.athlete, days, history.injuries)
    let isApproved = index % 5 == 4
    let summary = summary(
      of: Morning(
        athlete: person.athlete, today: today, loadDays: days, wellness: history.wellness,
        injuries: history.injuries,
        lastSeen: sessions.last.map { $0.start.adding(seconds: Int64($0.durationSeconds)) },
        lastSeenDay: [sessions.last?.day, history.wellness.last?.day].compactMap { $0 }.max(),
        plan: isApproved ? .approved(plan.id) : .proposed(plan.id, since: plan.proposedAt)))
    var detail = AthleteDetail(
      athlete: person.athlete, identity: person.identity,
      squadName: season.squads.first { $0.squad.id == person.athlete.squad }?.name)
    detail.summary = summary
    detail.loadDays = days
    detail.sessions = sessions.reversed()
    detail.wellness = history.wellness.suffix(60)
    detail.tests = history.tests
    detail.injuries = history.injuries
    detail.outlook = outlook(
      of: plan, athlete: person.athlete, history: days, lastWeekMinutes: 393)
    detail.planVersions = 1
    detail.fillPlans(today: today)
    detail.fillMornings(today: today)
    detail.fillTests()
    if index == people[0] {
      detail.fillCalendar(
        today: today, coach: CoachBadge(coach: season.coach.coach, name: season.coach.identity.name))
    }
    return detail
  }

  private static func plan(
    for athlete: Athlete, _ days: [LoadDay], _ injuries: [Injury]
  ) -> Plan {
    let weeks = stride(from: days.endIndex, to: 6, by: -7).prefix(4).map { end in
      days[end - 7..<end].reduce(0) { $0 + $1.load }
    }
    let proposal = FixedSchedule().propose(
      PlanRequest(
        athlete: athlete, week: Week(containing: today), recentWeeks: Array(weeks.reversed()),
        openInjury: injuries.last { $0.lastDay == nil }, seed: 7))
    return Plan(
      id: PlanID(bits: UInt64(athlete.id.rawValue)), athlete: athlete.id,
      week: Week(containing: today), version: 1, author: .policy(.fixedSchedule, seed: 7),
      sessions: proposal.sessions,
      proposedAt: lastDay.start(utcOffsetSeconds: 8 * 3600).adding(seconds: -19_200),
      limits: proposal.limits, origin: .simulated)
  }

  /// One import that runs and one that ended with everything a file can do.
  private static let jobs: [Job] = {
    var ended = Job(id: 1, kind: .importing, startedAt: clock.now.adding(seconds: -600), total: 3)
    ended.endedAt = clock.now.adding(seconds: -590)
    ended.done = 3
    ended.outcome = .done
    var records = RecordCounts()
    records.read = 3601
    records.kept = 3600
    records.refused = 1
    records.flagged = 12
    ended.files = [
      FileReport(
        path: "/rec/2026-11-20.fit", format: "fit", status: .imported,
        sessions: [SessionID(bits: 5)], records: records,
        problems: [ImportProblem(.timestampMissing(records: 1), at: 512)]),
      FileReport(
        path: "/rec/2026-11-20 (1).fit", format: "fit", status: .duplicate,
        sessions: [SessionID(bits: 5)]),
      FileReport(
        path: "/rec/broken.fit", format: "fit", status: .refused,
        problems: [ImportProblem(.endsEarly(haveBytes: 12_040, needBytes: 88_211), at: 12_040)]),
    ]
    var running = Job(id: 2, kind: .importing, startedAt: clock.now.adding(seconds: -41), total: 2076)
    running.done = 1288
    return [ended, running]
  }()
}

extension RecordingTrace {
  /// A recording as the workbench shows it: cleaned, its bouts found.
  init(analysing recording: Recording) {
    self.init(recording, analysis: RecordingAnalysis(recording, cleaning: .standard))
  }
}

extension SensorsState {
  /// Shows a recording as if it had just been read.
  mutating func showForTest(_ session: Session, recording: Recording?) {
    self.session = session
    trace = recording.map { RecordingTrace(analysing: $0) }
    cursor = 0.45
  }
}
