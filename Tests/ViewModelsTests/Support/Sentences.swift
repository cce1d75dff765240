import Domain
import ViewModels

/// Every sentence of `Messages.swift` with sample facts, as agreed.
enum Sentences {
  static let all =
    attention + reasons + emphases + limits + decisions + words + problems + evidence + methods

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
      said(.soreness(mornings: 3, value: 4, worst: 5), "Soreness 4 of 5 on 3 mornings in a row"),
      said(
        .soreness(mornings: 4, value: 2, worst: 1),
        "Soreness 2 where 1 is worst on 4 mornings in a row"),
      said(
        .lnRMSSDAboveBand(days: 8, mean: 4.31, low: 3.98, high: 4.2),
        "HRV above own band for 8 days: 4.31, usual 3.98–4.20"),
      said(
        .restingHeartRateAboveBand(days: 3, mean: 55.4, low: 48, high: 51.6),
        "Resting heart rate above own band for 3 days: 55, usual 48–52 bpm"),
      said(
        .rampAbove(perWeek: 14.26, limit: 9.5, unit: .sessionRPE),
        "Fitness rose by 14.3 AU a day in a week, more than 9.5"),
      said(
        .runBeyondLongest(monday.advanced(by: -2), meters: 18_040, longest: 12_310),
        "Ran 18.0 km on Sat 21, the longest of the 30 days before was 12.3 km"),
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

  static let problems: [Said] = {
    func said(_ code: ImportProblem.Code, at offset: Int? = nil, _ expected: String) -> Said {
      Said(ImportProblem(code, at: offset).sentence(file: "run.fit"), expected)
    }
    let notRead =
      "run.fit is none of the files Sideline reads. It reads FIT, TCX, GPX, HRM, beats and CSV tables."
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
      said(
        .brokenXML(reason: "a tag is not closed"), at: 4096,
        """
        run.fit breaks off at byte 4,096: a tag is not closed. What came before is kept; export it \
        again.
        """),
      said(
        .unknownColumns(["weather", "shoes"]),
        "Left out: 2 columns of run.fit that nothing reads: weather, shoes."),
      said(
        .columnMissing("rpe"),
        "run.fit has no column “rpe”. docs/tables.md lists the columns of each table."),
      said(
        .clockNeverSet(year: 1989),
        "run.fit begins in 1989: the device’s clock was not set. Kept; correct the day of the session."),
      said(
        .dayTakenFromFile,
        """
        run.fit does not say when it was recorded; the file’s own date was taken. Correct the day if \
        it is wrong.
        """),
      said(
        .impossibleValues(channel: .heartRate, count: 3),
        "Left out: 3 values of heart rate in run.fit that nobody can have. The rest is kept."),
      said(
        .overlaps(minutes: 25),
        """
        run.fit overlaps another session by 25 min. Both are kept; remove one if they are the same \
        training.
        """),
      said(
        .clockChange,
        "run.fit crosses a change of the clocks. The times are kept as the device wrote them."),
      Said(
        ImportProblem(.unitLooksWrong(like: "shares of 1", middle: 0.97), column: "spo2_percent")
          .sentence(file: "run.csv"),
        """
        Column “spo2_percent” of run.csv holds numbers like 0.97, which look like shares of 1. Name the \
        column by its unit, or convert it, and import again.
        """),
    ] + cells
  }()

  /// What is wrong with a cell or a row of a table.
  private static let cells: [Said] = {
    func said(
      _ code: ImportProblem.Code, _ column: String?, cellOnly: Bool = false, _ expected: String
    ) -> Said {
      var problem = ImportProblem(code, line: 14, column: column)
      problem.isCellOnly = cellOnly
      return Said(problem.sentence(file: "squad.csv"), expected)
    }
    let again = "The row is left out; correct it and import again."
    return [
      said(.cellMissing, "rpe", "Line 14, rpe: is empty and needed. \(again)"),
      said(.notANumber("seven"), "rpe", "Line 14, rpe: “seven” is no number. \(again)"),
      said(.notADate("31.2.2026"), "date", "Line 14, date: “31.2.2026” is no date. \(again)"),
      said(
        .notAWord("m", allowed: ["female", "male"]), "sex",
        "Line 14, sex: “m” is none of female, male. \(again)"),
      said(
        .impossible("400", low: 25, high: 250, unit: "bpm"), "resting_hr", cellOnly: true,
        "Line 14, resting_hr: 400 cannot be: 25 to 250 bpm can. The cell is left out, the row kept."),
      said(
        .inTheFuture("2031-01-01"), "birth_date",
        "Line 14, birth_date: 2031-01-01 is in the future. \(again)"),
      said(
        .offTheScale("7", low: 1, high: 5), "mood",
        "Line 14, mood: 7 is not on the scale 1 to 5 (another questionnaire). \(again)"),
      said(
        .scaleChanges(from: .wellbeing, to: .hooper), nil,
        """
        Line 14: answers are on the Hooper scale 1–7 now, on the 1–5 scale where 5 is best before; \
        they stand in a series of their own. The row is kept.
        """),
      said(
        .sameRowTwice(first: 3), nil, "Line 14: says the same as line 3. The row is left out."),
      said(
        .unknownAthlete("Ann"), "athlete",
        """
        Line 14, athlete: nobody here is called “Ann”. The row is left out; add the athlete or \
        correct the name.
        """),
      said(
        .twoAthletesOfThatName("Ann"), "athlete",
        "Line 14, athlete: two athletes are called “Ann”; write the id instead. \(again)"),
      said(
        .alreadyAnAthlete("Ann"), "name",
        """
        Line 14, name: “Ann” is on the roster already. The row is left out; edit the athlete, or \
        merge two that are one.
        """),
      said(
        .noAthleteNamed, nil,
        """
        Line 14: does not say whose it is. The row is left out; add a column athlete or say --athlete.
        """),
      said(
        .overlaps(minutes: 20), nil,
        "Line 14: overlaps another session by 20 min. The row is kept."),
      said(
        .clockChange, "time",
        """
        Line 14, time: falls into a change of the clocks: the hour came twice or not at all. The row \
        is kept.
        """),
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
    Said(Evidence.thresholdPower(280).line, "threshold power 280 W"),
    Said(Evidence.thresholdSpeed(4).line, "threshold pace 4:10 /km"),
    Said(
      Evidence.regression(
        from: .banisterTRIMP, pairs: 26, slope: 2.514, intercept: 31.25, r2: 0.814
      ).line,
      "own regression from Banister TRIMP, 26 sessions with both: 31.3 + 2.51 × load, r² 0.81"),
    Said(Evidence.limit(1.4).line, "limit 1.4"),
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
      "power load: hours × (normalised power / threshold)² × 100 (Allen & Coggan 2010)",
      "pace load: hours × (speed / threshold speed)² × 100, in the water cubed",
      "estimated from another unit by the athlete’s own regression",
      "sixty own days: a seven-day mean against half a standard deviation, an answer against a whole one",
      "natural logarithm of RMSSD over the morning’s beats",
      "single run against the longest of the thirty days before (Frandsen 2025)",
      "rise of chronic load in seven days",
      "standard deviation of an unchanged athlete’s results (Hopkins 2000)",
      "a fifth of the standard deviation between athletes (Hopkins 2004)",
      "Banister’s fitness–fatigue model fitted to own results",
    ]
  ).map { method, expected in Said(method.sentence, expected) }
}
