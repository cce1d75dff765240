import Domain
import ViewModels

// What `PlanMessages.swift` and `Decisions.swift` say about limits, decisions and roles, as agreed.
extension Sentences {
  private static let monday = Day(year: 2026, month: 11, day: 23)
  private static let tuesday = monday.advanced(by: 1)

  static let limits = limitLines + refusals + held + ruleWords + figures

  private static func check(
    _ rule: LimitRule, _ bound: Double, _ value: Double, _ source: LimitSource = .standard, on day: Day? = nil
  ) -> LimitCheck {
    LimitCheck(rule: rule, bound: bound, value: value, source: source, day: day)
  }

  /// A line of the guardrail list; each rule, and availability as kept and on a day.
  static let limitLines: [Said] = [
    Said(check(.availability, 0, 0, .record).line, "Availability: every session fits the days on file"),
    Said(
      check(.availability, 0, 30, .record, on: tuesday).line,
      "Availability: 30 min more than Tue 24 allows"),
    // One day or several: the days allow.
    Said(
      check(.availability, 0, 30, .record).line,
      "Availability: 30 min more than the days on file allow"),
    Said(check(.injuryHold, 4, 3, .record).line, "Hold after injury: RPE 3, nothing above 4"),
    Said(check(.exams, 5, 4.4, .record).line, "Exams: RPE 4 at most, limit 5 on those days"),
    Said(check(.heat, 60, 75, .literature, on: tuesday).line, "Heat Tue 24: 75 min, limit 60"),
    Said(check(.restDays, 1, 2).line, "Days off: 2, at least 1"),
    Said(check(.youthHours, 14, 11.5, .literature).line, "Hours: 11.5, limit 14 at this age"),
    Said(check(.hardDaysInARow, 1, 1).line, "Hard days in a row: 1, limit 1"),
    Said(check(.taper, 0.6, 0.55).line, "Taper: 55 % of usual before the event, limit 60 %"),
    Said(
      check(.sessionJump, 1.3, 1.1).line, "Heaviest session: 110 % of the last 30 days’, limit 130 %"),
    Said(check(.weeklyRamp, 1.3, 1.12).line, "Ramp: week at 112 % of the last four, limit 130 %"),
  ]

  /// Why a week cannot stand like this; each rule, some with and some without their day.
  static let refusals: [Said] = [
    Said(
      check(.availability, 0, 30, .record, on: tuesday).refusal,
      "30 min more than the days on file allow on Tue (on file)"),
    Said(check(.availability, 0, 30, .record).refusal, "30 min more than the days on file allow (on file)"),
    Said(
      check(.injuryHold, 4, 7.5, .record).refusal,
      "an injury’s hold stands: easy sessions of at most 30 min, RPE 4 (on file)"),
    Said(
      check(.exams, 5, 7, .record, on: tuesday).refusal, "exams on Tue: RPE 7, nothing above 5 (on file)"),
    Said(
      check(.heat, 60, 75, .literature, on: tuesday).refusal, "too hot on Tue: 75 min, at most 60 (published)"
    ),
    Said(check(.restDays, 1, 0).refusal, "0 days off, at least 1 (standard)"),
    Said(check(.restDays, 2, 1, .athlete(by: CoachID(bits: 1))).refusal, "1 day off, at least 2 (own limit)"),
    Said(
      check(.youthHours, 14, 15.5, .literature).refusal, "15.5 h, at most 14 at this age (published)"),
    Said(
      check(.hardDaysInARow, 1, 2, on: tuesday).refusal,
      "2 hard days in a row up to Tue, at most 1 (standard)"),
    Said(check(.hardDaysInARow, 1, 3).refusal, "3 hard days in a row, at most 1 (standard)"),
    Said(
      check(.taper, 0.6, 0.84).refusal, "84 % of usual before the event, at most 60 % (standard)"),
    Said(
      check(.sessionJump, 1.3, 1.6, on: tuesday).refusal,
      "a session on Tue at 160 % of the last 30 days’ heaviest, at most 130 % (standard)"),
    Said(
      check(.sessionJump, 1.3, 1.6).refusal,
      "a session at 160 % of the last 30 days’ heaviest, at most 130 % (standard)"),
    Said(
      check(.weeklyRamp, 1.2, 1.34, .squad(by: CoachID(bits: 1))).refusal,
      "the week at 134 % of the last four, at most 120 % (squad’s limit)"),
    Said(
      check(.exams, 5, 7, .record).refusal, "exams: RPE 7, nothing above 5 (on file)"),
    Said(check(.heat, 60, 75, .literature).refusal, "too hot: 75 min, at most 60 (published)"),
  ]

  static let held: [Said] = {
    func held(_ rule: LimitRule, _ bound: Double, _ text: String) -> Said {
      Said(PlanReason.heldBy(rule, bound: bound).sentence(today: Sample.today), text)
    }
    return [
      held(.availability, 60, "Cut to what the days on file allow."),
      held(.injuryHold, 4, "Only easy work until a person lifts the hold."),
      held(.exams, 5, "Eased on the days of exams."),
      held(.heat, 60, "Shortened for the heat: 60 min at most."),
      held(.restDays, 1, "1 day kept free by rule."),
      held(.youthHours, 14, "Held to 14 hours, the age in years."),
      held(.hardDaysInARow, 1, "A hard day too many in a row became easy."),
      held(.taper, 0.6, "Held to 60 % of usual before the event."),
      held(.sessionJump, 1.3, "No session above 130 % of the last 30 days’ heaviest."),
      held(.weeklyRamp, 1.3, "Held to 130 % of the mean of the last four weeks."),
    ]
  }()

  private static let ruleWords: [Said] = zip(
    LimitRule.allCases,
    [
      "Availability", "Hold after injury", "Exams", "Heat", "Days off, at least", "Hours a week under 18",
      "Hard days in a row", "Taper before an event", "Heaviest session, of 30 days’",
      "Week, of the last four",
    ]
  ).map { Said($0.word, $1) }

  private static let figures: [Said] = zip(
    LimitRule.allCases,
    ["60 min", "RPE 4", "RPE 4", "60 min", "2", "14 h", "2", "60 %", "130 %", "120 %"]
  ).map { rule, expected in
    let value: Double =
      switch rule {
      case .availability, .heat: 60
      case .injuryHold, .exams: 4
      case .restDays, .hardDaysInARow: 2
      case .youthHours: 14
      case .taper: 0.6
      case .sessionJump: 1.3
      case .weeklyRamp: 1.2
      }
    return Said(rule.figureText(value), expected)
  }

  /// Why a decision was not taken.
  static let decisions: [Said] = {
    func said(_ error: PlanError, _ expected: String) -> Said {
      Said(error.sentence(name: { _ in "Li Na" }, clock: Sample.clock), expected)
    }
    let (by, at) = (PlanSample.other.coach.id, Sample.at(Sample.today, 7, 10))
    return [
      said(
        .notProposed(.approved(by: by, at: at)),
        "Li Na has approved this plan, 07:10. Nothing was changed; u there takes it back."),
      said(
        .notProposed(.rejected(by: by, at: at, .venueTaken)),
        "Li Na has rejected this plan, 07:10: venue taken. Nothing was changed."),
      said(.notProposed(.proposed), "This plan is open already. Nothing was changed."),
      said(.notApproved, "This plan is not approved, so there is nothing to take back."),
      said(.notRejected, "This plan is not rejected, so there is nothing to take back."),
      said(
        .otherApproved(Sample.plan(1), by: by),
        "Li Na approved another version of this week meanwhile. Yours is kept beside it: v shows both."),
      said(
        .limitBroken(check(.restDays, 1, 0)), "Not done: 0 days off, at least 1 (standard)."),
      said(
        .notTheirs,
        "This version is another coach’s. Your change becomes a version of your own; nothing was lost."),
    ]
      + [
        Said(
          Right.enter.refusal,
          "This role only looks: nothing was saved. The configuration names who is signed in."),
        Said(
          Right.propose.refusal,
          "This role only looks: no week was changed. The configuration names who is signed in."),
        Said(
          Right.decide.refusal,
          """
          A head coach decides this; an assistant proposes. Nothing was changed, and what was proposed waits.
          """),
        Said(Right.manage.refusal, Right.decide.refusal), Said(DecisionReport.caution, caution),
      ]
  }()

  private static let caution = "Not a random trial: tasks and days may differ."

  /// Words that lists, titles and documents put beside something.
  static let words: [Said] = {
    func said<Value>(_ values: [Value], _ word: (Value) -> String, _ expected: [String]) -> [Said] {
      zip(values, expected).map { Said(word($0), $1) }
    }
    let coach = CoachID(bits: 1)
    return said(
      RejectionReason.allCases, \.word,
      [
        "exam or class", "feels tired", "venue taken", "event moved", "injury worry", "too much",
        "too little",
        "wrong focus", "taken back", "other",
      ])
      + said(Coach.Role.allCases, \.word, ["head", "assistant", "read only", "analyst"])
      + said(PolicyID.allCases, \.word, ["rule"])
      + said(
        [.standard, .literature, .record, .squad(by: coach), .athlete(by: coach)], \LimitSource.word,
        ["standard", "published", "on file", "squad’s limit", "own limit"])
      + said(DecisionTask.allCases, \.word, ["Make a plan", "Judge a movement", "Weigh injury risk"])
      + said(
        DecisionTiming.Outcome.allCases, \.word,
        ["approved", "approved, edited", "rejected", "diagnosed", "acknowledged"])
      + said(
        Judgement.Finding.allCases, \.word,
        ["sensor fault", "technique", "pacing", "fatigue", "nothing wrong"])
      + said(
        Judgement.Response.allCases, \.word,
        ["no change", "training eased", "training held", "sent to be examined"])
      + said(
        [.single, .observed(.same), .observed(.someOfThem), .observed(.different)],
        \DecisionReport.Design.word,
        [
          "one side only", "observed, the same coaches", "observed, some of the same coaches",
          "observed, different coaches",
        ])
      + said(
        [
          .tooFewCoaches(isAssisted: true, have: 1, need: 2),
          .tooFewDecisions(isAssisted: false, have: 3, need: 5),
          .oneSided(draws: 9),
        ], \DecisionReport.Refusal.sentence,
        [
          "no interval: 1 coach, it needs 2", "no interval: 3 decisions, it needs 5",
          "no interval: too few coaches on one side",
        ])
      + said(
        ExportKind.allCases, \.word,
        [
          "calendar (.ics)", "table (.csv)", "Markdown (.md)", "printed page (.html)",
        ])
  }()
}
