import Domain
import ViewModels

/// Every sentence of `Messages.swift` with sample facts, as agreed.
enum Sentences {
  static let all = attention + reasons + emphases + limits + problems + evidence + methods

  private static let monday = Day(year: 2026, month: 11, day: 23)
  private static func days(_ numbers: Int...) -> [Day] { numbers.map { monday.advanced(by: $0) } }

  static let attention: [Said] = {
    func said(_ reason: AttentionReason, _ expected: String) -> Said {
      Said(reason.sentence(clock: Sample.clock), expected)
    }
    return [
      said(
        .injuryOpen(.knee, since: monday),
        "Knee injury since Mon 23: only easy sessions until somebody lifts the hold"),
      said(
        .injuryOpen(.illness, since: Day(year: 2026, month: 11, day: 2)),
        "Ill since 2 Nov: only easy sessions until somebody lifts the hold"),
      said(
        .lnRMSSDBelowBand(days: 4, mean: 4.064, low: 4.1, high: 4.376),
        "HRV below own band for 4 days: 4.06, usual 4.10–4.38"),
      said(
        .formBelow(form: -26.4, limit: -18.2),
        "Form −26, below −18: fatigue is well above fitness"),
      said(
        .weekLoadAbove(week: 2044, usual: 1400, unit: .sessionRPE),
        "Last week 2,044 AU, usual 1,400: 46 % more"),
      said(
        .weekLoadAbove(week: 612.4, usual: 400, unit: .banisterTRIMP),
        "Last week 612 TRIMP, usual 400: 53 % more"),
      said(
        .monotonyHigh(value: 2.34, usual: 1.2),
        "Monotony 2.3 last week, own median 1.2: every day alike"),
      said(.soreness(mornings: 3, value: 4), "Soreness 4 of 5 on 3 mornings in a row"),
      said(.noWellness(days: 4), "No morning report for 4 days: readiness not known"),
      said(.noData(days: 9), "Nothing recorded for 9 days: strap silent or training stopped"),
      said(.neverRecorded, "No recording yet: I imports the first"),
      said(.planWaiting(since: Sample.at(Sample.today, 6, 2)), "Plan waits since 06:02"),
    ]
  }()

  static let reasons: [Said] = {
    func said(_ reason: PlanReason, _ expected: String) -> Said {
      Said(reason.sentence(today: Sample.today), expected)
    }
    return [
      said(
        .loadAgainstLastWeek(planned: 1799.6, last: 2044.4),
        "Load falls by 244 AU, −12 % on last week."),
      said(
        .loadAgainstLastWeek(planned: 2044, last: 1600),
        "Load rises by 444 AU, +28 % on last week."),
      said(
        .loadAgainstLastWeek(planned: 1604, last: 1600), "Load stays at last week’s 1,600 AU."),
      said(.form(from: -26, to: 9.2), "Form goes from −26 to +9 by Sunday night."),
      said(.hardDays([]), "No hard day."),
      said(.hardDays(days(1)), "1 hard day: Tue."),
      said(.hardDays(days(1, 3, 5)), "3 hard days: Tue, Thu, Sat."),
      said(.restDays([]), "No day off."),
      said(.restDays(days(0)), "Off on Mon."),
      said(.restDays(days(0, 4)), "Off on Mon and Fri."),
    ]
  }()

  static let emphases: [Said] = zip(
    EventGroup.allCases,
    [
      "68 % of the time is strength and speed.", "68 % of the time is endurance.",
      "68 % of the time is strength and mobility.",
      "68 % of the time is technique, tactics and fitness.",
      "68 % of the time is easy work, strength and mobility.",
    ]
  ).map { group, expected in
    Said(PlanReason.emphasis(group, share: 0.68).sentence(today: Sample.today), expected)
  }

  static let limits: [Said] = {
    func line(_ rule: LimitCheck.Rule, _ bound: Double, _ value: Double, _ text: String) -> Said {
      Said(rule.line(bound: bound, value: value), text)
    }
    func held(_ rule: LimitCheck.Rule, _ bound: Double, _ text: String) -> Said {
      Said(PlanReason.heldBy(rule, bound: bound).sentence(today: Sample.today), text)
    }
    return [
      line(.weeklyRamp, 1.3, 1.12, "Ramp: week at 112 % of the last four, limit 130 %"),
      line(.restDays, 1, 2, "Days off: 2, at least 1"),
      line(.youthHours, 14, 11.5, "Hours: 11.5, limit 14 at this age"),
      line(.hardDaysInARow, 1, 1, "Hard days in a row: 1, limit 1"),
      line(.injuryHold, 4, 3, "Hold after injury: nothing above RPE 4"),
      held(.weeklyRamp, 1.3, "Held to 130 % of the mean of the last four weeks."),
      held(.restDays, 1, "1 day kept free by rule."),
      held(.youthHours, 14, "Held to 14 hours, the age in years."),
      held(.hardDaysInARow, 1, "A second hard day in a row became easy."),
      held(.injuryHold, 4, "Only easy work until a person lifts the hold."),
    ]
  }()

  static let problems: [Said] = {
    func said(_ code: ImportProblem.Code, at offset: Int? = nil, _ expected: String) -> Said {
      Said(ImportProblem(code, at: offset).sentence(file: "run.fit"), expected)
    }
    let notRead = "run.fit is none of the files Sideline reads. It reads FIT recordings."
    return [
      said(.emptyFile, "run.fit is empty. Copy it from the watch again."),
      said(.notThisFormat, notRead), said(.unknownFormat, notRead),
      said(
        .endsEarly(haveBytes: 12_345, needBytes: 88_000),
        """
        run.fit ends after 12 kB of 88 kB. What was readable is kept; copy it from the watch \
        again.
        """),
      said(
        .checksumDiffers(found: 1, computed: 2),
        """
        run.fit was changed on its way: its checksum differs. What was readable is kept; compare \
        it with the watch.
        """),
      said(
        .undefinedLocalMessage(3), at: 812,
        "run.fit stops making sense at byte 812. What came before is kept."),
      said(
        .badDefinition(fieldSize: 3), at: 812,
        "run.fit describes its data wrongly at byte 812. What came before is kept."),
      said(.trailingBytes(7), "Left out: 7 bytes after the end of run.fit."),
      said(
        .noRecords(fileType: "workout"),
        "run.fit holds no recording; its kind is workout. Nothing to store."),
      said(
        .developerFieldsSkipped(3612),
        """
        Left out: 3,612 values of other makers’ own fields in run.fit. Everything else is kept.
        """),
      said(
        .compressedTimestampsSkipped(40),
        "Left out: 40 records of run.fit with compressed times."),
      said(.chainedPartsSkipped(2), "Left out: 2 further parts of run.fit."),
      said(
        .timestampMissing(records: 5), "Left out: 5 records of run.fit without a time."),
      said(
        .timeStepsBack(records: 2),
        """
        Time steps back or stands at 2 records of run.fit, kept in the file’s order.
        """),
      said(
        .tooLarge(bytes: 90_400_000, limit: 64_000_000),
        "run.fit is 90.4 MB, more than the 64.0 MB Sideline reads at once. Split it first."),
    ]
  }()

  static let evidence: [Said] = [
    Said(Evidence.sessions(1).line, "1 session"),
    Said(
      Evidence.days(from: monday, through: Sample.today).line, "2026-11-23 to 2026-11-25"),
    Said(Evidence.samples(3612).line, "3,612 heart-rate samples"),
    Said(Evidence.maximumHeartRate(201, .measured).line, "highest heart rate 201 bpm, measured"),
    Said(
      Evidence.restingHeartRate(68, .literature).line,
      "resting heart rate 68 bpm, literature"),
    Said(
      Evidence.timeConstants(chronicDays: 42, acuteDays: 7).line,
      "time constants 42 and 7 days"),
    Said(Evidence.zeroDays(3).line, "3 days without a session counted as 0"),
    Said(Evidence.zeroDays(1).line, "1 day without a session counted as 0"),
  ]

  static let methods: [Said] = zip(
    Method.allCases,
    [
      "entered by a person", "summed up by the device",
      "session RPE: CR-10 rating × minutes (Foster 2001)",
      "Banister TRIMP: minutes weighted by heart-rate reserve (Morton 1990)",
      "Edwards TRIMP: minutes in five zones times 1 to 5",
      "sum of the local day’s sessions, days without one count 0",
      "chronic and acute load step by (load − x) / τ, τ 42 and 7 days",
      "mean over sample standard deviation of seven days (Foster 1998)",
      "208 − 0.7 × age (Tanaka 2001)", "fixed schedule by event group, level and age",
      "sample season, nobody ran it",
    ]
  ).map { method, expected in Said(method.sentence, expected) }
}
