import Domain
import ViewModels

/// The first athlete with something to prefill every entry form, and what the forms make of typed text.
enum EntrySample {
  static let id = Sample.id(1)
  static let today = Sample.today
  static let planned = [
    PlannedSession(
      id: PlannedSessionID(bits: 501), day: today.advanced(by: -1), type: .easy, minutes: 40, intensity: 3),
    PlannedSession(
      id: PlannedSessionID(bits: 502), day: today.advanced(by: -1), type: .intervals, minutes: 55,
      intensity: 7.5),
    PlannedSession(id: PlannedSessionID(bits: 503), day: today, type: .long, minutes: 90, intensity: 4),
  ]

  static let knee = Injury(
    athlete: id, bodyPart: .knee, onset: today.advanced(by: -12), lastDay: nil, severity: .moderate,
    status: .returning, hold: .standing)

  /// Two reasons that ask for a judgement, and one that does not.
  static let warnings: [AttentionReason] = [
    .injuryOpen(.knee, since: today.advanced(by: -12)), .soreness(mornings: 3, value: 4, worst: 5),
    .planWaiting(since: Sample.at(today, 6, 2)),
  ]

  /// With a plan of this week, an open injury, this morning's report and a test.
  static let detail: AthleteDetail = {
    var detail = Sample.detail(1)
    detail.plans = [
      Plan(
        id: Sample.plan(1), athlete: id, week: today.week, version: 1,
        author: .policy(.fixedSchedule, seed: 1), sessions: planned, proposedAt: Sample.clock.now)
    ]
    detail.injuries = [knee]
    detail.wellness = [
      Wellness(
        athlete: id, day: today, sleepHours: 7.5, restingHeartRate: 48, lnRMSSD: 4.12,
        ratings: [
          .fatigue: Questionnaire.hooper.rating(3, of: .fatigue)!,
          .readiness: Questionnaire.hooper.rating(8, of: .readiness)!,
        ])
    ]
    detail.summary?.reasons = warnings
    detail.tests = [
      TestResult(athlete: id, day: today.advanced(by: -40), item: .run3000m, value: 724)
    ]
    return detail
  }()

  /// As the bindings open it about an athlete of whom nothing but sessions is known.
  static func form(_ kind: EntryKind, about detail: AthleteDetail = Sample.detail(1)) -> Form {
    Form.entry(kind, about: detail, session: detail.sessions.first, today: today)!
  }

  /// A form with some fields filled in and submitted.
  static func read(
    _ kind: EntryKind, _ values: [String: String] = [:], about detail: AthleteDetail = Sample.detail(1)
  ) -> (entry: Entry?, form: Form) {
    var form = form(kind, about: detail)
    for (key, text) in values { form.set(key, to: text) }
    let entry = form.entry(kind, about: detail, today: today)
    return (entry, form)
  }

  /// The workbench with the rich detail, in the athlete's pane.
  static func workbench(_ detail: AthleteDetail = detail, in pane: PaneID = .athlete) -> AppState {
    var state = Sample.workbench(in: pane)
    _ = state.update(.detailLoaded(detail))
    return state
  }
}
