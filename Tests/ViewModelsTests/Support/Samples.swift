import Domain
import ViewModels

/// A small squad on the morning of Wed 25 Nov 2026, 07:31 in Beijing.
enum Sample {
  static let today = Day(year: 2026, month: 11, day: 25)
  static let offset = 8 * 3600
  static let clock = Clock(now: at(today, 7, 31), utcOffsetSeconds: offset)
  static let middleDistance = SquadID(bits: 71)
  static let throwers = SquadID(bits: 72)
  static let squads = [middleDistance: "Middle distance", throwers: "Throwers"]
  /// As a form offers them.
  static let squadChoices = [
    (id: middleDistance, name: "Middle distance"), (id: throwers, name: "Throwers"),
  ]
  static let coach = CoachBadge(coach: Coach(id: CoachID(bits: 81)), name: "Chen Wei")

  static func at(_ day: Day, _ hour: Int, _ minute: Int) -> Instant {
    day.start(utcOffsetSeconds: offset).adding(seconds: Int64(hour * 3600 + minute * 60))
  }
  static func id(_ number: Int) -> AthleteID { AthleteID(bits: UInt64(number)) }
  static func plan(_ number: Int) -> PlanID { PlanID(bits: UInt64(1000 + number)) }
  static func session(_ number: Int) -> SessionID { SessionID(bits: UInt64(number)) }
  static func proposed(_ number: Int) -> AthleteSummary.PlanState {
    .proposed(plan(number), since: at(today, 6, 2))
  }

  static let identities = [
    Identity(name: "李雨桐", latinName: "Li Yutong"), Identity(name: "Amina Diallo"),
    Identity(name: "Jonas Weber"), Identity(name: "王小明", latinName: "Wang Xiaoming"),
  ]

  static func athlete(_ number: Int) -> Athlete {
    let groups: [(EventGroup, String, SquadID?)] = [
      (.distance, "800 m", middleDistance), (.sprint, "100 m", nil),
      (.throw, "javelin", throwers), (.ball, "basketball", nil),
    ]
    let (group, event, squad) = groups[(number - 1) % 4]
    return Athlete(
      id: id(number), sex: number.isMultiple(of: 2) ? .male : .female, birthYear: 2004,
      population: .university, eventGroup: group, event: event, squad: squad)
  }

  static func summary(
    _ number: Int, _ status: AthleteSummary.PlanState = .none, reasons: [AttentionReason] = [],
    score: Double = 0
  ) -> AthleteSummary {
    AthleteSummary(
      athlete: id(number), asOf: today, score: score, reasons: reasons, dailyLoads: [],
      weekLoad: 300, usualWeekLoad: 310, chronic: 52, acute: 60, readiness: nil, lastSeen: nil,
      planStatus: status, origin: .measured)
  }

  /// Named people up to four, then `Runner 5`, `Runner 6`, ...
  static func row(
    _ number: Int, _ status: AthleteSummary.PlanState = .none, reasons: [AttentionReason] = [],
    score: Double = 0
  ) -> RosterRow {
    let athlete = athlete(number)
    return RosterRow(
      athlete: athlete,
      identity: number <= 4 ? identities[number - 1] : Identity(name: "Runner \(number)"),
      squadName: athlete.squad.flatMap { squads[$0] },
      summary: summary(number, status, reasons: reasons, score: score))
  }

  /// One who needs a look, one routine, one approved, one without a plan.
  static let rows = [
    row(1, proposed(1), reasons: [.soreness(mornings: 3, value: 4, worst: 5)], score: 19),
    row(2, proposed(2), reasons: [.planWaiting(since: at(today, 6, 2))], score: 2),
    row(3, .approved(plan(3))), row(4),
  ]

  static func session(_ number: Int, of athlete: Int, hasRecording: Bool = true) -> Session {
    Session(
      id: session(number), athlete: id(athlete), start: at(today.advanced(by: -number % 20), 16, 0),
      utcOffsetSeconds: offset, sport: .running, type: .easy, durationSeconds: 2400, rpe: 4,
      hasRecording: hasRecording)
  }
  /// Newest first: a recording, a session without, a recording.
  static func sessions(of athlete: Int) -> [Session] {
    [
      session(athlete * 100 + 1, of: athlete),
      session(athlete * 100 + 2, of: athlete, hasRecording: false),
      session(athlete * 100 + 3, of: athlete),
    ]
  }

  static func detail(_ number: Int, sessions: [Session]? = nil) -> AthleteDetail {
    let row = row(number)
    var detail = AthleteDetail(
      athlete: row.athlete, identity: row.identity, squadName: row.squadName)
    detail.summary = row.summary
    detail.sessions = sessions ?? self.sessions(of: number)
    detail.planVersions = 1
    return detail
  }

  static let recording = Recording(
    sport: .running, start: at(today, 6, 0), timestamps: [0, 1000], channels: [])

  static func loaded(_ rows: [RosterRow], hasMore: Bool = false, first: Bool = true)
    -> RosterAction
  {
    .loaded(
      rows: rows, total: rows.count, counts: [:], hasMore: hasMore, isFirstPage: first)
  }

  /// The roster is there, somebody is signed in, the first athlete is selected.
  static func workbench(_ rows: [RosterRow] = rows, hasMore: Bool = false) -> AppState {
    var state = AppState(clock: clock)
    _ = state.update(.peopleLoaded(coach: coach, coaches: [coach], squads: squads))
    _ = state.update(.roster(loaded(rows, hasMore: hasMore)))
    return state
  }

  /// As above with the first athlete's details, a recording, two jobs and two decisions, in `pane`; there the week's plan.
  static func workbench(in pane: PaneID) -> AppState {
    var state = workbench()
    _ = state.update(.detailLoaded(detail(1)))
    state.sensors.session = sessions(of: 1)[0]
    state.sensors.trace = RecordingTrace(analysing: recording)
    state.plan.day = today.weekday
    state.jobs.jobs = [
      Job(id: 2, kind: .proposing, startedAt: clock.now, total: 3), endedImport,
    ]
    state.decisions.recent = [2, 1].map(decision(of:))
    state.pane = pane
    if pane == .plan { PlanSample.load(PlanSample.sheet([PlanSample.proposal()]), into: &state) }
    return state
  }

  /// An approval that took two minutes.
  static func decision(of athlete: Int) -> DecisionsState.Line {
    let from = clock.now.adding(seconds: -300)
    return DecisionsState.Line(
      timing: DecisionTiming(
        id: DecisionID(bits: UInt64(athlete)), task: .trainingPlan, athlete: id(athlete),
        coach: coach.coach.id,
        isAssisted: true, subject: .plan(plan(athlete)),
        spans: [DecisionTiming.Span(from: from, to: from.adding(seconds: 120))], outcome: .approved),
      name: identities[athlete - 1].name)
  }

  static let endedImport: Job = {
    var job = Job(id: 1, kind: .importing, startedAt: clock.now, total: 2)
    job.outcome = .done
    job.paths = ["/data/week"]
    job.athlete = id(3)
    return job
  }()

  static let draft = AthleteDraft(
    identity: Identity(name: "Mara Lind"), sex: .female, birthYear: 2005, population: .youth,
    eventGroup: .sprint, event: "200 m", level: .trained, squad: nil, maximumHeartRate: nil,
    restingHeartRate: nil, loadUnit: .sessionRPE)
}
