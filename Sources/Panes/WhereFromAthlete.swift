import Cells
import Domain
import ViewModels

/// The reasons of the row that is meant on the roster: which rule, its limit, what it counts, from what.
func reasonSources(_ app: AppState) -> [NumberSource] {
  guard let row = app.roster.visibleRow else { return [] }
  let reasons = row.summary.reasons
  guard !reasons.isEmpty else { return [] }
  let settings = app.detail?.attention ?? AttentionSettings()
  var sources = reasons.prefix(4).map { reason in
    NumberSource(title: reason.sentence(clock: app.clock), lines: reason.provenance(settings))
  }
  sources[0].lines.append("a coach’s convention, not a risk of injury")
  return sources
}

/// Everything of the athlete pane, the part that is meant first.
func athleteSources(_ app: AppState, _ detail: AthleteDetail) -> [NumberSource] {
  func sources(of part: AthleteState.Part) -> [NumberSource] {
    switch part {
    case .chart: loadSources(detail) + planAndFlagSources(detail)
    case .sessions: sessionSources(app, detail)
    case .morning: morningSources(detail, app.clock)
    case .tests: testSources(detail, app.clock)
    case .injuries: injurySources(detail)
    case .notes: []
    case .profile: profileSources(detail, app.clock)
    }
  }
  let first = app.athlete.part
  let rest = AthleteState.Part.allCases.filter { $0 != first }
  return sources(of: first) + rest.flatMap { sources(of: $0) }
}

func loadSources(_ detail: AthleteDetail) -> [NumberSource] {
  guard let last = detail.loadDays.last, let first = detail.loadDays.first else { return [] }
  let unit = detail.athlete.loadUnit
  let loads = detail.sessions.compactMap { $0.loads[unit] }
  let method = loads.first?.method ?? .sessionRPE
  let zeroDays = detail.loadDays.count { $0.sessions == 0 }
  let missing = detail.loadDays.reduce(0) { $0 + $1.sessionsWithoutLoad }
  let evidence: [Evidence] = [
    .sessions(loads.count), .days(from: first.day, through: last.day), .zeroDays(zeroDays),
  ]
  var daily = ["\(last.origin.rawValue): \(method.sentence)"]
  daily.append(evidence.map(\.line).joined(separator: "; "))
  let estimated = loads.count { $0.origin == .estimated }
  if estimated > 0 { daily.append("\(counted(estimated, "load")) estimated, marked ~") }
  if missing > 0 {
    daily.append("\(counted(missing, "session")) without \(unit.word) left out of the sum")
  }
  return [
    NumberSource(title: "Load a day, \(figure(last.load)) \(unit.symbol) on \(last.day)", lines: daily),
    NumberSource(
      title: "Fitness \(figure(last.chronic)), fatigue \(figure(last.acute)), form",
      lines: [
        "\(last.origin.combined(with: .estimated).rawValue): \(Domain.Method.exponentialLoad.sentence)",
        "form is the next morning’s difference, chronic − acute",
      ]),
  ]
}

private func planAndFlagSources(_ detail: AthleteDetail) -> [NumberSource] {
  let settings = detail.attention
  var sources: [NumberSource] = []
  if detail.comparesPlans, detail.outlook != nil || !detail.plans.isEmpty {
    sources.append(
      NumberSource(
        title: "Plan, and the dotted lines after today",
        lines: [
          "planned load: intended RPE × minutes of the plan that counts for the week",
          "estimated: goes on from the last day that is over as if the plan were done as written",
        ]))
  } else if !detail.comparesPlans {
    sources.append(
      NumberSource(
        title: "Plan",
        lines: [
          "counted in session RPE, the load in \(detail.athlete.loadUnit.word): never added or compared"
        ]))
  }
  sources.append(
    NumberSource(
      title: "Flags of a week",
      lines: [
        "▲ \(LoadFlag.ramp.sentence(settings)), from 56 days of loads on",
        "= \(LoadFlag.monotony.sentence(settings)): \(Domain.Method.monotony.sentence)",
        "conventions of coaches, not a risk of injury",
      ]))
  return sources
}

private func sessionSources(_ app: AppState, _ detail: AthleteDetail) -> [NumberSource] {
  guard detail.sessions.indices.contains(app.athlete.selectedSession) else { return [] }
  let session = detail.sessions[app.athlete.selectedSession]
  let name = "\(session.type.word(for: session.sport)) of \(session.day)"
  var sources = LoadUnit.allCases.compactMap { unit in
    session.loads[unit].map { load in
      NumberSource(
        title: "\(name): \(figure(load.value)) \(unit.symbol)",
        lines: ["\(load.origin.rawValue): \(load.method.sentence)"]
          + (load.inputs.isEmpty ? [] : [load.inputs.map(\.line).joined(separator: "; ")]))
    }
  }
  if let why = detail.whyNoLoad(session) {
    sources.insert(NumberSource(title: "\(name): no load", lines: [why]), at: 0)
  }
  if let link = detail.links[session.id] {
    let how =
      switch link {
      case .found: "found by day, type and length"
      case .chosen: "a coach said which planned session it was"
      case .unplanned: "a coach said that it was not planned"
      }
    sources.append(NumberSource(title: "As planned or not", lines: [how]))
  }
  return sources
}

func morningSources(_ detail: AthleteDetail, _ clock: Clock) -> [NumberSource] {
  guard let last = detail.wellness.last else { return [] }
  let age = last.day.distance(to: clock.today)
  let old = age == 0 ? "today" : "\(counted(age, "day")) old"
  var lines = [
    "\(last.origin.rawValue): \(last.origin == .simulated ? "nobody reported it" : Domain.Method.reported.sentence), \(old)"
  ]
  if !detail.mornings.isEmpty {
    let most = detail.mornings.map { $0.values.suffix(60).count { $0 != nil } }.max() ?? 0
    lines.append("band: \(Domain.Method.ownBand.sentence), at most \(counted(most, "reading")) an item")
    lines.append("▲ ▼ compare HRV, heart rate and sleep by their seven-day mean, an answer by its newest")
    lines.append("HRV: \(Domain.Method.heartRateVariability.sentence)")
  }
  return [NumberSource(title: "Morning report of \(last.day)", lines: lines)]
}

private func testSources(_ detail: AthleteDetail, _ clock: Clock) -> [NumberSource] {
  detail.testChanges.map { change in
    let last = change.last
    let age = last.day.distance(to: clock.today)
    var lines = ["\(last.origin.rawValue): test of \(last.day), \(counted(age, "day")) old"]
    func line(_ word: String, _ value: Sourced<Double>?) {
      guard let value else { return }
      let inputs = value.inputs.isEmpty ? "" : "; " + value.inputs.map(\.line).joined(separator: "; ")
      lines.append("\(word), \(value.origin.rawValue): \(value.method.sentence)\(inputs)")
    }
    line("typical error", change.typicalError)
    line("smallest worthwhile", change.smallestWorthwhile)
    return NumberSource(title: "\(last.item.word) \(last.item.text(last.value))", lines: lines)
  }
}

private func injurySources(_ detail: AthleteDetail) -> [NumberSource] {
  guard let last = detail.injuries.last else { return [] }
  return [
    NumberSource(
      title: "Injuries",
      lines: [
        "\(last.origin.rawValue): \(last.origin == .simulated ? "nobody was hurt" : Domain.Method.reported.sentence)",
        "severity by days of restricted training: up to 7 mild, up to 28 moderate, more severe (Bahr 2020)",
        "a hold ends only when a person lifts it",
      ])
  ]
}

private func profileSources(_ detail: AthleteDetail, _ clock: Clock) -> [NumberSource] {
  let athlete = detail.athlete
  var lines: [String] = []
  if athlete.maximumHeartRate == nil, athlete.birthYear != nil {
    lines.append("highest heart rate, estimated: \(Domain.Method.ageHeartRate.sentence)")
  }
  if athlete.restingHeartRate == nil { lines.append("resting heart rate 68 bpm, literature") }
  let entered = [
    athlete.maximumHeartRate.map { "highest heart rate \($0) bpm" },
    athlete.restingHeartRate.map { "resting heart rate \($0) bpm" },
    athlete.thresholdPower.map { "threshold power \($0) W" },
    athlete.thresholdSpeed.map { "threshold pace \(paceText($0)) /km" },
  ].compactMap(\.self)
  if !entered.isEmpty {
    lines.append(
      "\(athlete.origin == .simulated ? "simulated" : "measured, entered by a person"): \(entered.joined(separator: ", "))"
    )
  }
  var sources = lines.isEmpty ? [] : [NumberSource(title: "Profile", lines: lines)]
  if case .success(let fit) = detail.fitnessFatigue {
    sources.append(
      NumberSource(
        title: "Fitness–fatigue model",
        lines: ["estimated: \(Domain.Method.fitnessFatigue.sentence)", fit.summary]))
  }
  return sources
}
