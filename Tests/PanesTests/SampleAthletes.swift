import Domain
import Engine
import ViewModels

// What the store will fill in: made by hand here, so that a picture has everything a coach can meet.

extension AthleteDetail {
  /// Twelve weeks of plans as proposed on their Mondays, each done session linked by day.
  mutating func fillPlans(today: Day) {
    let weeks = (1...12).reversed().map { Week(containing: today).advanced(by: -$0) }
    plans = weeks.compactMap { week in
      let before = loadDays(in: week.monday.advanced(by: -28)...week.monday.advanced(by: -1))
      guard before.count == 28 else { return nil }
      let recent = stride(from: before.startIndex, to: before.endIndex, by: 7).map { start in
        before[start..<start + 7].reduce(0) { $0 + $1.load }
      }
      let proposal = FixedSchedule().propose(
        PlanRequest(
          athlete: athlete, week: week, recentWeeks: recent, openInjury: nil,
          seed: UInt64(week.monday.number)))
      return Plan(
        id: PlanID(bits: UInt64(week.monday.number)), athlete: athlete.id, week: week, version: 1,
        author: .policy(.fixedSchedule, seed: 7),
        sessions: proposal.sessions, proposedAt: week.monday.start(utcOffsetSeconds: 0),
        limits: proposal.limits,
        origin: .simulated)
    }
    for session in sessions {
      let onDay = planned(on: session.day)
      if let meant = onDay.first(where: { $0.type == session.type }) ?? onDay.first {
        links[session.id] = .found(meant.id)
      }
    }
  }

  /// Every morning figure against its own sixty days.
  mutating func fillMornings(today: Day) {
    let byDay = Dictionary(wellness.map { ($0.day, $0) }, uniquingKeysWith: { $1 })
    let days = (0..<60).map { today.advanced(by: $0 - 59) }
    let items: [MorningSeries.Item] =
      [.lnRMSSD, .restingHeartRate, .sleepHours]
      + [WellnessItem.fatigue, .soreness, .stress, .mood].map { .rating($0) }
    mornings = items.compactMap { item in
      series(item, values: days.map { byDay[$0].flatMap(item.value) }, lastDay: today)
    }
  }

  private func series(
    _ item: MorningSeries.Item, values: [Double?], lastDay: Day
  ) -> MorningSeries? {
    let known = values.compactMap(\.self)
    guard !known.isEmpty else { return nil }
    var series = MorningSeries(item: item, lastDay: lastDay, values: values)
    if case .rating(let question) = item {
      series.scale = .oneToFive
      series.polarity = question.isGood ? .higherIsBetter : .higherIsWorse
    }
    guard known.count >= 14 else { return series }
    let mean = known.reduce(0, +) / Double(known.count)
    let spread = known.reduce(0) { $0 + abs($1 - mean) } / Double(known.count)
    let (low, high) = (mean - 0.6 * spread, mean + 0.6 * spread)
    (series.low, series.high) = (low, high)
    var newest = known[known.count - 1]
    if case .rating = item {
      series.standing = newest < low.rounded() ? .below : newest > high.rounded() ? .above : .inside
    } else {
      let week = values.suffix(7).compactMap(\.self)
      newest = week.reduce(0, +) / Double(max(1, week.count))
      series.standing = newest < low ? .below : newest > high ? .above : .inside
    }
    let isGood =
      switch item {
      case .lnRMSSD, .sleepHours: true
      case .restingHeartRate: false
      case .rating(let question): question.isGood
      }
    series.isWorse = series.standing == (isGood ? .below : .above)
    return series
  }

  /// The newest result of each test beside the one before.
  mutating func fillTests() {
    testChanges = TestResult.Item.allCases.compactMap { item in
      let results = tests.filter { $0.item == item }
      guard let last = results.last else { return nil }
      let previous = results.dropLast().last
      let error = last.typicalError ?? 1
      let change = previous.map { last.value - $0.value } ?? 0
      let isBetter = item.lowerIsBetter ? change < 0 : change > 0
      let isReal = abs(change) > 1.4 * error
      return TestChange(
        last: last, previous: previous,
        typicalError: Sourced(error, .literature, by: .typicalError),
        smallestWorthwhile: Sourced(error * 0.9, .estimated, by: .smallestWorthwhileChange),
        verdict: previous == nil ? .single : !isReal ? .withinError : isBetter ? .better : .worse)
    }
  }

  /// A season with a goal, a hold that stands, exams, and what coaches wrote.
  mutating func fillCalendar(today: Day, coach: CoachBadge) {
    let id = athlete.id
    injuries.insert(
      Injury(
        athlete: id, bodyPart: .ankle, onset: today.advanced(by: -52),
        lastDay: today.advanced(by: -46), severity: .mild, status: .resolved,
        hold: .lifted(
          by: coach.coach.id, at: today.advanced(by: -45).start(utcOffsetSeconds: 8 * 3600)),
        origin: .simulated), at: 0)
    injuries.append(
      Injury(
        athlete: id, bodyPart: .calf, onset: today.advanced(by: -6), lastDay: nil,
        severity: .moderate, hold: .standing, origin: .simulated))
    func event(_ bits: UInt64, _ offset: Int, _ priority: TargetEvent.Priority, _ name: String)
      -> NamedEvent
    {
      NamedEvent(
        event: TargetEvent(
          id: TargetEventID(bits: bits), athlete: id, day: today.advanced(by: offset),
          priority: priority, origin: .simulated), name: name)
    }
    targetEvents = [
      event(1, -37, .c, "Club meet"), event(2, -9, .b, "City championships"),
      event(3, 19, .a, "University final"),
    ]
    func phase(_ bits: UInt64, _ from: Int, _ through: Int, _ kind: TrainingPhase.Kind) -> TrainingPhase {
      TrainingPhase(
        id: TrainingPhaseID(bits: bits), athlete: id, from: today.advanced(by: from),
        through: today.advanced(by: through), kind: kind, origin: .simulated)
    }
    phases = [
      phase(1, -126, -43, .general), phase(2, -42, 6, .specific), phase(3, 7, 19, .taper),
      phase(4, 20, 40, .transition),
    ]
    availability = [
      Availability(
        id: AvailabilityID(bits: 1), athlete: id, from: today.advanced(by: -2),
        through: today.advanced(by: 9), kind: .limited, origin: .simulated)
    ]
    func note(_ bits: UInt64, _ back: Int, _ text: String?) -> WrittenComment {
      WrittenComment(
        comment: Comment(
          id: CommentID(bits: bits), athlete: id, day: today.advanced(by: -back),
          coach: coach.coach.id), text: text, coachName: coach.name)
    }
    comments = [
      note(1, 2, "Exams until 2 December. Wants the long run on Saturday, not on Sunday."),
      note(2, 17, "Calf tight after the track session; shoes have done 900 km."), note(3, 40, nil),
    ]
    fitnessFatigue = .failure(.tooFewPerformances(.run3000m, have: 3, need: 15))
  }
}

extension MorningSeries.Item {
  fileprivate func value(_ wellness: Wellness) -> Double? {
    switch self {
    case .lnRMSSD: wellness.lnRMSSD
    case .restingHeartRate: wellness.restingHeartRate.map(Double.init)
    case .sleepHours: wellness.sleepHours
    case .rating(let item): (wellness.ratings[item]?.value).map(Double.init)
    }
  }
}
