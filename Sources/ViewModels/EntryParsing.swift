public import Domain

// What a filled-in entry form says, or a complaint beside each field that keeps it from saying it.
extension Form {
  /// - Returns: `nil` with complaints when something is missing, impossible or in the future.
  public mutating func entry(_ kind: EntryKind, about detail: AthleteDetail, today: Day) -> Entry? {
    forgetComplaints()
    let entry: Entry? =
      switch kind {
      case .rating: readRating()
      case .session: readSession(today)
      case .wellness: readWellness(detail.athlete, today)
      case .comment: readComment(today)
      case .injury: readInjury(detail.athlete, today)
      case .availability: readAvailability(today)
      case .test: readTest(detail.athlete, today)
      case .targetEvent: readTargetEvent(today)
      case .phase: readPhase(today)
      case .link: readLink(detail)
      case .heat: readHeat(today)
      case .diagnosis: readDiagnosis()
      case .risk: readRisk(detail)
      case .liftHold: nil
      }
    if let wrong = fields.firstIndex(where: { $0.complaint != nil }) {
      selected = wrong
      return nil
    }
    return entry
  }

  /// Each wrong field with what is wrong, for a command line.
  public var complaints: [(key: String, sentence: String)] {
    fields.compactMap { field in field.complaint.map { (field.key, $0) } }
  }

  private mutating func readRating() -> Entry? {
    let rpe = number("rpe", in: 0...10, "0 to 10 on the CR-10 scale")
    let minutes = number("minutes", in: 1...1440, "1 to 1440 minutes").map { Int($0.rounded()) }
    guard let session, let rpe, let minutes, let type = SessionType(rawValue: text("type")) else {
      return nil
    }
    return .rating(session, rpe: rpe, minutes: minutes, type)
  }

  private mutating func readSession(_ today: Day) -> Entry? {
    let day = day("day", through: today, today)
    let second = text("time").isEmpty ? 12 * 3600 : timeOfDay(text("time"))
    complain("time", if: second == nil, "A time such as 17:30, or empty")
    let minutes = number("minutes", in: 1...1440, "1 to 1440 minutes").map { Int($0.rounded()) }
    let rpe = optional("rpe", in: 0...10, "0 to 10 on the CR-10 scale, or empty")
    let distance = optional("distance", in: 0.05...500, "0.05 to 500 km, or empty")
    guard let day, let second, let minutes, let sport = Sport(rawValue: text("sport")),
      let type = SessionType(rawValue: text("type"))
    else { return nil }
    return .session(
      SessionEntry(
        day: day, second: second, sport: sport, type: type, minutes: minutes, rpe: rpe,
        distanceMeters: distance.map { $0 * 1000 }))
  }

  private mutating func readWellness(_ athlete: Athlete, _ today: Day) -> Entry? {
    let day = day("day", through: today, today)
    let set = Questionnaire(spoken: text("set")) ?? .amount
    var report = Wellness(athlete: athlete.id, day: day ?? today, origin: athlete.origin)
    for item in WellnessItem.allCases where !text(item.rawValue).isEmpty {
      let rating = Int(text(item.rawValue)).flatMap { set.rating($0, of: item) }
      let range = (item == .readiness ? RatingScale.zeroToTen : set.scale).range
      complain(
        item.rawValue, if: rating == nil, "\(range.lowerBound) to \(range.upperBound), or empty")
      report.ratings[item] = rating
    }
    report.sleepHours = optional("sleep", in: 0...24, "0 to 24 hours, or empty")
    report.restingHeartRate = optional("resting", in: 25...120, "25 to 120 bpm, or empty")
      .map { Int($0.rounded()) }
    // RMSSD is 5 ms at the least, its logarithm 7 at the most.
    let range = "lnRMSSD 1 to 6.5, or RMSSD 7 to 300 ms"
    let variability = optional("variability", in: 1...300, range)
    complain("variability", if: variability.map { $0 > 6.5 && $0 < 7 } ?? false, range)
    report.lnRMSSD = variability.map { $0 > 6.5 ? naturalLogarithm($0) : $0 }
    let isRight = complaints.isEmpty
    complain("day", if: isRight && report.isEmpty, "At least one answer is needed")
    return report.isEmpty || day == nil ? nil : .wellness(report)
  }

  private mutating func readComment(_ today: Day) -> Entry? {
    let day = day("day", through: today, today)
    complain("text", if: text("text").isEmpty, "What should be remembered?")
    complain("text", if: text("text").count > 4000, "At most 4,000 letters")
    return day.map { .comment($0, text("text")) }
  }

  private mutating func readInjury(_ athlete: Athlete, _ today: Day) -> Entry? {
    let onset = day("onset", through: today, today)
    let last = text("last").isEmpty ? nil : day("last", through: nil, today)
    if let onset, let last {
      complain("last", if: last < onset, "Not before the injury began")
    }
    guard let onset, let part = Injury.BodyPart(spoken: text("part")),
      let status = Injury.Status(rawValue: text("status"))
    else { return nil }
    return .injury(
      Injury(
        athlete: athlete.id, bodyPart: part, onset: onset, lastDay: last,
        severity: Injury.Severity(rawValue: text("severity")), status: status,
        hold: text("hold") == "standing" ? .standing : .none, origin: athlete.origin))
  }

  private mutating func readAvailability(_ today: Day) -> Entry? {
    let (from, through) = stretch(today)
    let offset = text("offset").isEmpty ? nil : utcOffset(text("offset"))
    complain("offset", if: offset == nil && !text("offset").isEmpty, "Such as +09:00, or empty")
    guard let from, let through, let kind = Availability.Kind(rawValue: text("kind")) else {
      return nil
    }
    return .availability(kind, from: from, through: through, utcOffsetSeconds: offset)
  }

  private mutating func readTest(_ athlete: Athlete, _ today: Day) -> Entry? {
    let day = day("day", through: today, today)
    guard let item = TestResult.Item(spoken: text("item")) else { return nil }
    let range = item.plausible
    let value = item.unit == "s" ? seconds(text("value")) : decimal(text("value"))
    let isPossible = value.map(range.contains) ?? false
    complain(
      "value", if: !isPossible,
      "\(item.text(range.lowerBound)) to \(item.text(range.upperBound)) \(item.shownUnit)")
    let most = range.upperBound - range.lowerBound
    let error = optional("error", in: 0.0001...most, "Above 0, in \(item.unit), or empty")
    guard let day, let value, isPossible else { return nil }
    return .test(
      TestResult(
        athlete: athlete.id, day: day, item: item, value: value, typicalError: error,
        origin: athlete.origin))
  }

  private mutating func readTargetEvent(_ today: Day) -> Entry? {
    complain("name", if: text("name").isEmpty, "What is it called?")
    complain("name", if: text("name").count > 200, "At most 200 letters")
    guard let day = day("day", through: nil, today),
      let priority = TargetEvent.Priority(rawValue: text("priority").lowercased())
    else { return nil }
    return .targetEvent(day, priority, name: text("name"))
  }

  private mutating func readPhase(_ today: Day) -> Entry? {
    let (from, through) = stretch(today)
    guard let from, let through, let kind = TrainingPhase.Kind(rawValue: text("kind")) else {
      return nil
    }
    return .phase(kind, from: from, through: through)
  }

  private func readLink(_ detail: AthleteDetail) -> Entry? {
    guard let session, case .choice(let words)? = fields.first?.kind,
      let day = detail.sessions.first(where: { $0.id == session })?.day,
      let index = words.firstIndex(of: text("planned"))
    else { return nil }
    switch index {
    case 0: return .link(session, nil)
    case 1: return .link(session, .unplanned)
    default:
      let planned = detail.plans.flatMap { $0.sessions(on: day) }
      return planned.indices.contains(index - 2) ? .link(session, .chosen(planned[index - 2].id)) : nil
    }
  }

  private mutating func readHeat(_ today: Day) -> Entry? {
    let (from, through) = stretch(today)
    let range = DayCondition.range
    let temperature = number(
      "temperature", in: range, "\(figure(range.lowerBound)) to \(figure(range.upperBound)) °C")
    if let from, let through { complain("through", if: from.distance(to: through) > 30, "At most 31 days") }
    guard let from, let through, let temperature else { return nil }
    return .heat(from: from, through: through, wetBulbGlobe: temperature)
  }

  private mutating func readDiagnosis() -> Entry? {
    complain("note", if: text("note").count > 4000, "At most 4,000 letters")
    guard let session, let finding = Judgement.Finding(spoken: text("finding")) else { return nil }
    return .diagnosis(session, finding, text("note"))
  }

  private mutating func readRisk(_ detail: AthleteDetail) -> Entry? {
    complain("note", if: text("note").count > 4000, "At most 4,000 letters")
    let rules = (detail.summary?.reasons ?? []).filter(\.asksForJudgement).map(\.rule)
    guard !rules.isEmpty, let response = Judgement.Response(spoken: text("response")) else { return nil }
    return .risk(rules, response, text("note"))
  }

  // MARK: Fields

  private mutating func stretch(_ today: Day) -> (from: Day?, through: Day?) {
    let from = day("from", through: nil, today)
    let through = text("through").isEmpty ? from : day("through", through: nil, today)
    if let from, let through { complain("through", if: through < from, "Not before it begins") }
    return (from, through)
  }

  private mutating func day(_ key: String, through last: Day?, _ today: Day) -> Day? {
    guard let day = spokenDay(text(key), today: today) else {
      complain(key, if: true, "A day such as \(today), today or yesterday")
      return nil
    }
    if let last, day > last {
      complain(key, if: true, "\(day) is in the future")
      return nil
    }
    complain(key, if: day.civil.year < 1950 || day > today.advanced(by: 3660), "1950 to ten years on")
    return day
  }

  private mutating func number(
    _ key: String, in range: ClosedRange<Double>, _ sentence: String
  ) -> Double? {
    let value = decimal(text(key)).flatMap { range.contains($0) ? $0 : nil }
    complain(key, if: value == nil, sentence)
    return value
  }

  private mutating func optional(
    _ key: String, in range: ClosedRange<Double>, _ sentence: String
  ) -> Double? {
    text(key).isEmpty ? nil : number(key, in: range, sentence)
  }

  /// Beside each question of the morning report, which end of its scale is which.
  mutating func hintAnswers() {
    let set = Questionnaire(spoken: text("set")) ?? .amount
    for index in fields.indices {
      guard let item = WellnessItem(rawValue: fields[index].key) else { continue }
      fields[index].kind = .text(hint: set.hint(for: item))
    }
  }
}

extension Questionnaire {
  /// By the form's word or the command line's.
  init?(spoken text: String) {
    guard let found = Self.allCases.first(where: { [$0.word, $0.rawValue].contains(text) }) else {
      return nil
    }
    self = found
  }
}

extension Judgement.Finding {
  init?(spoken text: String) {
    guard let found = Self.allCases.first(where: { [$0.word, $0.rawValue].contains(text) }) else {
      return nil
    }
    self = found
  }
}

extension Judgement.Response {
  init?(spoken text: String) {
    guard let found = Self.allCases.first(where: { [$0.word, $0.rawValue].contains(text) }) else {
      return nil
    }
    self = found
  }
}

extension Injury.BodyPart {
  init?(spoken text: String) {
    guard let found = Self.allCases.first(where: { [$0.word, $0.rawValue].contains(text) }) else {
      return nil
    }
    self = found
  }
}

extension TestResult.Item {
  init?(spoken text: String) {
    guard let found = Self.allCases.first(where: { [$0.word, $0.rawValue].contains(text) }) else {
      return nil
    }
    self = found
  }
}

extension Questionnaire {
  /// `1 none to 5 very sore`.
  func hint(for item: WellnessItem) -> String {
    if item == .readiness { return "0 to 10, 10 is ready" }
    guard items.contains(item) else { return "not asked in this set" }
    let range = scale.range
    let best = polarity(of: item) == .higherIsBetter ? range.upperBound : range.lowerBound
    return "\(range.lowerBound) to \(range.upperBound), \(best) is best"
  }
}
