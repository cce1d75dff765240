public import Domain

// One form for each kind of entry. What is known already stands in it.
extension Form {
  /// - Returns: `nil` when there is nothing to fill in: no session to rate, no hold to lift.
  public static func entry(
    _ kind: EntryKind, about detail: AthleteDetail, session: Session?, today: Day
  ) -> Form? {
    switch kind {
    case .rating: session.map { rating($0) }
    case .session: newSession(detail.athlete, today: today)
    case .wellness: wellness(detail.wellness, today: today)
    case .comment: comment(today)
    case .injury: injury(detail.injuries, today: today)
    case .liftHold: nil
    case .availability: availability(today)
    case .test: test(detail.tests, today: today)
    case .targetEvent: targetEvent()
    case .phase: phase(today)
    case .link: session.flatMap { link($0, detail) }
    case .heat: heat(today)
    case .diagnosis: session.map { diagnosis($0) }
    case .risk: risk(detail)
    }
  }

  private static func make(_ kind: EntryKind, _ title: String, _ fields: [Field]) -> Form {
    Form(.entry(kind), title: title, fields: fields)
  }

  private static func day(_ key: String, _ label: String, _ day: Day?) -> Field {
    Field(key, label, .text(hint: "2026-11-23, today, yesterday"), day?.description ?? "")
  }

  private static func rating(_ session: Session) -> Form {
    var form = make(
      .rating, "Rate \(session.type.word(for: session.sport)) of \(session.day.long)",
      [
        Field(
          "rpe", "Session RPE", .text(hint: "0 to 10: 3 moderate, 5 hard, 7 very hard"),
          session.rpe.map(ratingText) ?? ""),
        Field("minutes", "Minutes", .text(hint: "as trained"), "\(session.minutes)"),
        Field("type", "Kind", .choice(SessionType.allCases.map(\.rawValue)), session.type.rawValue),
      ])
    form.session = session.id
    return form
  }

  private static func newSession(_ athlete: Athlete, today: Day) -> Form {
    let sport: Sport =
      switch athlete.eventGroup {
      case .sprint, .distance: .running
      case .throw: .athletics
      case .ball: .ball
      case .general: .other
      }
    return make(
      .session, "Session without a recording",
      [
        day("day", "Day", today), Field("time", "Began at", .text(hint: "17:30"), ""),
        Field("sport", "Sport", .choice(Sport.allCases.map(\.rawValue)), sport.rawValue),
        Field("type", "Kind", .choice(SessionType.allCases.map(\.rawValue)), "easy"),
        Field("minutes", "Minutes", .text(hint: "60")),
        Field("rpe", "Session RPE", .text(hint: "0 to 10; empty when not asked")),
        Field("distance", "Kilometres", .text(hint: "8.5; empty when not known")),
      ])
  }

  private static func wellness(_ reports: [Wellness], today: Day) -> Form {
    let known = reports.last { $0.day == today }
    let set = reports.reversed().compactMap(\.questionnaire).first ?? .amount
    func answer(_ item: WellnessItem) -> String { known?.ratings[item].map { "\($0.value)" } ?? "" }
    var fields = [
      day("day", "Morning of", today),
      Field("set", "Questions", .choice(Questionnaire.allCases.map(\.word)), set.word),
    ]
    fields += WellnessItem.allCases.map { item in
      Field(item.rawValue, item.word, .text(hint: ""), answer(item))
    }
    fields += [
      Field("sleep", "Sleep, hours", .text(hint: "7.5"), known?.sleepHours.map(exactNumber) ?? ""),
      Field(
        "resting", "Resting heart rate", .text(hint: "bpm"),
        known?.restingHeartRate.map(String.init) ?? ""),
      Field(
        "variability", "HRV, lnRMSSD", .text(hint: "4.12, or RMSSD in ms such as 61"),
        known?.lnRMSSD.map(exactNumber) ?? ""),
    ]
    var form = make(.wellness, "Morning report", fields)
    form.hintAnswers()
    return form
  }

  private static func comment(_ today: Day) -> Form {
    make(
      .comment, "Comment",
      [
        Field("text", "Comment", .text(hint: "kept with the names, in no export")),
        day("day", "About", today),
      ])
  }

  private static func injury(_ injuries: [Injury], today: Day) -> Form {
    let open = injuries.last { $0.restricts(on: today) }
    let parts = Injury.BodyPart.allCases.map(\.word)
    return make(
      .injury, open == nil ? "New injury or illness" : "Open injury, or a new one by another day or part",
      [
        Field("part", "Where", .choice(parts), (open?.bodyPart ?? .knee).word),
        day("onset", "Since", open?.onset ?? today),
        Field(
          "severity", "Severity", .choice(["not known"] + Injury.Severity.allCases.map(\.rawValue)),
          open?.severity?.rawValue ?? "not known"),
        Field(
          "status", "Status", .choice(Injury.Status.allCases.map(\.rawValue)),
          open?.status.rawValue ?? "active"),
        day("last", "Last day off", open?.lastDay),
        Field(
          "hold", "Return-to-play hold", .choice(["standing", "none"]),
          open.map { $0.hold == .none ? "none" : "standing" } ?? "standing"),
      ])
  }

  private static func availability(_ today: Day) -> Form {
    make(
      .availability, "Availability and travel",
      [
        Field("kind", "Kind", .choice(Availability.Kind.allCases.map(\.rawValue)), "limited"),
        day("from", "From", today), day("through", "Through", nil),
        Field("offset", "Clocks there", .text(hint: "+09:00, for travel")),
      ])
  }

  private static func test(_ tests: [TestResult], today: Day) -> Form {
    let item = tests.last?.item ?? .countermovementJump
    return make(
      .test, "Test result",
      [
        Field("item", "Test", .choice(TestResult.Item.allCases.map(\.word)), item.word),
        day("day", "Day", today), Field("value", "Result", .text(hint: "34.1, or 12:04 for a time")),
        Field("error", "Typical error", .text(hint: "same unit; empty: from the literature")),
      ])
  }

  private static func targetEvent() -> Form {
    make(
      .targetEvent, "Target event",
      [
        Field("name", "Name", .text(hint: "kept with the names")), day("day", "Day", nil),
        Field("priority", "Priority", .choice(["A", "B", "C"]), "A"),
      ])
  }

  private static func phase(_ today: Day) -> Form {
    make(
      .phase, "Phase of the season",
      [
        Field("kind", "Kind", .choice(TrainingPhase.Kind.allCases.map(\.rawValue)), "general"),
        day("from", "From", today), day("through", "Through", nil),
      ])
  }

  private static func heat(_ today: Day) -> Form {
    make(
      .heat, "Heat where the squad trains",
      [
        Field("temperature", "WBGT, °C", .text(hint: "wet-bulb globe at the hour of training, 31.5")),
        day("from", "From", today), day("through", "Through", nil),
      ])
  }

  private static func diagnosis(_ session: Session) -> Form {
    var form = make(
      .diagnosis, "Diagnosis of \(session.type.word(for: session.sport)), \(session.day.long)",
      [
        Field(
          "finding", "Finding", .choice(Judgement.Finding.allCases.map(\.word)),
          Judgement.Finding.allCases[0].word),
        Field("note", "In your words", .text(hint: "kept with the names; may stay empty")),
      ])
    form.session = session.id
    return form
  }

  /// Nothing to acknowledge, no form.
  private static func risk(_ detail: AthleteDetail) -> Form? {
    guard detail.summary?.needsJudgement == true else { return nil }
    return make(
      .risk, "Acknowledge what the roster warns about",
      [
        Field(
          "response", "What follows", .choice(Judgement.Response.allCases.map(\.word)),
          Judgement.Response.allCases[0].word),
        Field("note", "In your words", .text(hint: "kept with the names; may stay empty")),
      ])
  }

  /// Which planned session of its day a done one was.
  private static func link(_ session: Session, _ detail: AthleteDetail) -> Form? {
    let planned = detail.plans.flatMap { $0.sessions(on: session.day) }
    guard !planned.isEmpty else { return nil }
    let words = ["as found", "none of the plan's"] + planned.map(\.label)
    var text = words[0]
    switch detail.links[session.id] {
    case .chosen(let id): text = planned.first { $0.id == id }?.label ?? text
    case .unplanned: text = words[1]
    case .found, nil: break
    }
    var form = make(
      .link, "\(session.type.word(for: session.sport)) of \(session.day.long)",
      [Field("planned", "Was planned as", .choice(words), text)])
    form.session = session.id
    return form
  }
}

extension PlannedSession {
  /// How a list of the day's planned sessions names one.
  var label: String { "\(type.word), \(minutes) min, RPE \(ratingText(intensity))" }
}

extension Judgement.Finding {
  public var word: String {
    switch self {
    case .sensorFault: "sensor fault"
    case .technique: "technique"
    case .pacing: "pacing"
    case .fatigue: "fatigue"
    case .nothingWrong: "nothing wrong"
    }
  }
}

extension Judgement.Response {
  public var word: String {
    switch self {
    case .noChange: "no change"
    case .eased: "training eased"
    case .held: "training held"
    case .examined: "sent to be examined"
    }
  }
}

extension WellnessItem {
  /// As a coach says it.
  public var word: String {
    switch self {
    case .fatigue: "Fatigue"
    case .soreness: "Soreness"
    case .stress: "Stress"
    case .mood: "Mood"
    case .sleepQuality: "Sleep quality"
    case .readiness: "Readiness"
    case .technique: "Own technique"
    }
  }
}

/// A CR-10 rating: `7`, `7.5`.
public func ratingText(_ rating: Double) -> String { shortNumber(rating) }

/// A number with all its decimals: what stands in a field and is left alone is saved as it was.
private func exactNumber(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
}

/// A number with at most one decimal.
func shortNumber(_ value: Double) -> String {
  value == value.rounded() ? figure(value) : figure(value, decimals: 1)
}
