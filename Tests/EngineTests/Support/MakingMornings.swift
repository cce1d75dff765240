import Domain
import Engine

/// The morning of `monday`: one session a day with these AU, the last of them the day before.
func makeMorning(
  loads: [Double?] = [], sessions: [Session] = [], wellness: [Wellness] = [],
  injuries: [Injury] = [], silentDays: Int? = 0, plan: AthleteSummary.PlanState = .none,
  unit: LoadUnit = .sessionRPE
) -> Morning {
  let yesterday = monday.advanced(by: -1)
  let days = loadDays(
    makeLoadDays(loads, through: yesterday), unit: .sessionRPE, through: yesterday)
  let seen = silentDays.map { monday.advanced(by: -$0) }
  return Morning(
    athlete: makeAthlete(unit: unit), today: monday, loadDays: days, sessions: sessions,
    wellness: wellness, injuries: injuries, lastSeen: seen?.start(utcOffsetSeconds: 0),
    lastSeenDay: seen, plan: plan)
}

/// A report this many days before `monday`; the soreness is 1 to 5, 5 very sore, unless a rating is given.
func makeWellness(
  _ daysAgo: Int, soreness: Int? = nil, rating: WellnessRating? = nil, lnRMSSD: Double? = nil,
  resting: Int? = nil, sleepHours: Double? = nil
) -> Wellness {
  var ratings: [WellnessItem: WellnessRating] = [:]
  ratings[.soreness] =
    rating ?? soreness.flatMap { Questionnaire.amount.rating($0, of: .soreness) }
  return Wellness(
    athlete: makeAthlete().id, day: monday.advanced(by: -daysAgo), sleepHours: sleepHours,
    restingHeartRate: resting, lnRMSSD: lnRMSSD, ratings: ratings)
}

/// Fifty mornings of lnRMSSD around 4.2, the last `low` of them at 3.2.
func readings(low: Int) -> [Wellness] {
  (0..<50).map { makeWellness($0, lnRMSSD: $0 < low ? 3.2 : 4.2 + Double($0 % 3 - 1) / 20) }
}

/// A calf from this many days after `monday` on; negative is before it.
func makeInjury(_ onset: Int, until last: Int?, hold: Injury.Hold = .none) -> Injury {
  Injury(
    athlete: makeAthlete().id, bodyPart: .calf, onset: monday.advanced(by: onset),
    lastDay: last.map { monday.advanced(by: $0) }, hold: hold)
}

func reasons(
  _ morning: Morning, _ settings: AttentionSettings = AttentionSettings()
) -> [AttentionReason] {
  summary(of: morning, settings: settings).reasons
}

extension [AttentionReason] {
  func found(by rule: AttentionRule) -> AttentionReason? { first { $0.rule == rule } }
}
