public import Domain

// Forms of the plan pane, and what they say once they are filled in.
extension Form {
  /// A session of a week, new or as it stands.
  static func planned(_ session: PlannedSession?, on day: Day) -> Form {
    let rest = session?.workRest
    return Form(
      .planned(session?.id), title: session == nil ? "New session on \(day.long)" : "Change session",
      fields: [
        Field("day", "Day", .choice(Week(containing: day).days.map(\.long)), (session?.day ?? day).long),
        Field(
          "type", "Kind", .choice(SessionType.allCases.map(\.rawValue)),
          (session?.type ?? .easy).rawValue),
        Field("minutes", "Minutes", .text(hint: "5 to 600"), "\(session?.minutes ?? 45)"),
        Field(
          "rpe", "Intended RPE", .text(hint: "0.5 to 10: 3 moderate, 5 hard, 7 very hard"),
          ratingText(session?.intensity ?? 3)),
        Field(
          "start", "Begins at", .text(hint: "17:30; empty when open"), session?.start.map(hourText) ?? ""),
        Field(
          "repetitions", "Repetitions", .text(hint: "6; empty when it is one piece"),
          rest.map { "\($0.repetitions)" } ?? ""),
        Field("work", "Each, seconds", .text(hint: "90"), rest.map { "\($0.workSeconds)" } ?? ""),
        Field("rest", "Rest, seconds", .text(hint: "60"), rest.map { "\($0.restSeconds)" } ?? ""),
        Field("strategy", "Strategy", .text(hint: "an id such as tempo-ladder"), session?.strategy ?? ""),
        Field("block", "Block", .text(hint: "an id such as base-1"), session?.block ?? ""),
      ])
  }

  static func scale() -> Form {
    Form(
      .scaleWeek, title: "Scale the week’s minutes",
      fields: [Field("share", "Per cent", .text(hint: "80 makes every session a fifth shorter"), "90")])
  }

  static func reject(_ plan: PlanID, name: String) -> Form {
    Form(
      .reject(plan), title: "Reject the plan of \(name)",
      fields: [
        Field(
          "reason", "Reason", .choice(RejectionReason.choices.map(\.word)), RejectionReason.choices[0].word),
        Field("note", "In your words", .text(hint: "kept with the names; may stay empty")),
      ])
  }

  static func saveTemplate() -> Form {
    Form(
      .saveTemplate, title: "Keep this week as a template",
      fields: [
        Field("name", "Name", .text(hint: "base week, 10-day cycle")),
        Field("days", "Days in a turn", .text(hint: "7; up to 28, the rest of the turn is free"), "7"),
      ])
  }

  static func useTemplate(_ templates: [NamedTemplate], from day: Day) -> Form {
    Form(
      .useTemplate, title: "Lay a template down",
      fields: [
        Field("template", "Template", .choice(templates.map(\.label)), templates[0].label),
        Field("from", "First day", .text(hint: "2026-11-23"), day.description),
        Field("turns", "Turns", .text(hint: "1; a turn may end in another week"), "1"),
        Field("block", "Block", .text(hint: "an id such as base-1; may stay empty")),
      ])
  }

  static func limit(_ line: LimitLine, isSquad: Bool) -> Form {
    let range = line.rule.settable ?? 0...0
    let scopes = isSquad ? ["this athlete", "the squad"] : ["this athlete"]
    return Form(
      .limit(line.rule), title: line.rule.word,
      fields: [
        Field(
          "bound", line.rule.isShare ? "Per cent" : "Limit",
          .text(
            hint:
              "\(line.rule.fieldText(range.lowerBound)) to \(line.rule.fieldText(range.upperBound)); empty: the standard"
          ),
          line.bound.map(line.rule.fieldText) ?? ""),
        Field("scope", "Holds for", .choice(scopes), scopes[0]),
      ])
  }

  static func export(_ week: Week, isSquad: Bool) -> Form {
    let scopes = isSquad ? ["this athlete", "the squad"] : ["this athlete"]
    return Form(
      .exportPlan, title: "Export the week",
      fields: [
        Field("kind", "As", .choice(ExportKind.allCases.map(\.word)), ExportKind.calendar.word),
        Field("scope", "Of", .choice(scopes), scopes[0]),
        Field("names", "Names", .choice(["initials", "full names"]), "initials"),
        Field("path", "File", .text(hint: "empty: ~/sideline-\(week) and the ending")),
      ])
  }
}

extension NamedTemplate {
  /// How a list of templates names one.
  var label: String { "\(name), \(counted(template.days, "day"))" }
}

extension LimitRule {
  /// Whether its bound is a share and asked for in per cent.
  var isShare: Bool { [.taper, .sessionJump, .weeklyRamp].contains(self) }
  func fieldText(_ bound: Double) -> String { shortNumber(isShare ? (bound * 1000).rounded() / 10 : bound) }
}

/// What a week can be exported as.
public enum ExportKind: String, CaseIterable, Hashable, Sendable {
  case calendar = "ics"
  case table = "csv"
  case markdown = "md"
  case page = "html"

  public var word: String {
    switch self {
    case .calendar: "calendar (.ics)"
    case .table: "table (.csv)"
    case .markdown: "Markdown (.md)"
    case .page: "printed page (.html)"
    }
  }
}

/// What is to be written where.
public struct ExportWish: Hashable, Sendable {
  public var kind: ExportKind
  public var athletes: [AthleteID]
  public var week: Week
  public var showsNames: Bool
  /// Empty for the standard place.
  public var path: String
  public init(kind: ExportKind, athletes: [AthleteID], week: Week, showsNames: Bool, path: String) {
    self.kind = kind
    self.athletes = athletes
    self.week = week
    self.showsNames = showsNames
    self.path = path
  }
}

// MARK: Reading them

extension Form {
  /// The session that the fields describe, or `nil` with a complaint beside each wrong one.
  mutating func plannedSession(id: PlannedSessionID, week: Week) -> PlannedSession? {
    forgetComplaints()
    let minutes = whole("minutes", in: PlannedSession.minuteRange, "5 to 600 minutes")
    let rpe = decimal(text("rpe")).flatMap { (0.5...10).contains($0) ? $0 : nil }
    complain("rpe", if: rpe == nil, "0.5 to 10 on the CR-10 scale")
    let start = text("start").isEmpty ? nil : timeOfDay(text("start")).map { $0 / 60 }
    complain("start", if: start == nil && !text("start").isEmpty, "A time such as 17:30, or empty")
    let rest = workRest()
    for key in ["strategy", "block"] { complainUnlessID(key) }
    guard fields.allSatisfy({ $0.complaint == nil }), let minutes, let rpe,
      let type = SessionType(rawValue: text("type")),
      let day = week.days.first(where: { $0.long == text("day") })
    else { return nil }
    return PlannedSession(
      id: id, day: day, start: start, type: type, minutes: minutes, intensity: rpe, workRest: rest,
      block: text("block").isEmpty ? nil : text("block"),
      strategy: text("strategy").isEmpty ? nil : text("strategy"))
  }

  private mutating func workRest() -> WorkRest? {
    guard !text("repetitions").isEmpty || !text("work").isEmpty else {
      complain("rest", if: !text("rest").isEmpty, "Only with repetitions above it, or empty")
      return nil
    }
    let repetitions = whole("repetitions", in: 1...100, "1 to 100, or empty with the two below")
    let work = whole("work", in: 1...7200, "1 to 7,200 seconds")
    let rest = text("rest").isEmpty ? 0 : whole("rest", in: 0...7200, "0 to 7,200 seconds")
    guard let repetitions, let work, let rest else { return nil }
    return WorkRest(repetitions: repetitions, workSeconds: work, restSeconds: rest)
  }

  mutating func share() -> Double? {
    forgetComplaints()
    let value = whole("share", in: 20...200, "20 to 200 per cent")
    return value.map { Double($0) / 100 }
  }

  mutating func templateLength() -> Int? {
    forgetComplaints()
    complain("name", if: text("name").isEmpty, "What is it called?")
    complain("name", if: text("name").count > 60, "At most 60 letters")
    let days = whole("days", in: 7...28, "7 to 28 days")
    return fields.allSatisfy { $0.complaint == nil } ? days : nil
  }

  mutating func templateUse(_ templates: [NamedTemplate]) -> (NamedTemplate, from: Day, turns: Int)? {
    forgetComplaints()
    let from = Day(text("from"))
    complain("from", if: from == nil, "A day such as 2026-11-23")
    let turns = whole("turns", in: 1...12, "1 to 12 turns")
    complainUnlessID("block")
    guard fields.allSatisfy({ $0.complaint == nil }), let from, let turns,
      let template = templates.first(where: { $0.label == text("template") })
    else { return nil }
    return (template, from, turns)
  }

  /// The bound that is wished for; `.some(nil)` for the standard again.
  mutating func bound(of rule: LimitRule) -> Double?? {
    forgetComplaints()
    if text("bound").isEmpty { return .some(nil) }
    guard let range = rule.settable else { return nil }
    let value = decimal(text("bound")).map { rule.isShare ? $0 / 100 : $0 }
    let isWhole = rule != .restDays && rule != .hardDaysInARow || value.map { $0 == $0.rounded() } ?? false
    guard let value, range.contains(value), isWhole else {
      complain(
        "bound", if: true,
        "\(rule.fieldText(range.lowerBound)) to \(rule.fieldText(range.upperBound)), or empty")
      return nil
    }
    return .some(value)
  }

  private mutating func complainUnlessID(_ key: String) {
    complain(key, if: text(key).count > 40, "At most 40 letters")
    let isWrong = !text(key).isEmpty && !PlannedSession.isID(text(key))
    complain(key, if: isWrong, "Small letters, digits and hyphens, or empty")
  }

  mutating func whole(_ key: String, in range: ClosedRange<Int>, _ sentence: String) -> Int? {
    let value = Int(text(key)).flatMap { range.contains($0) ? $0 : nil }
    complain(key, if: value == nil, sentence)
    return value
  }
}
