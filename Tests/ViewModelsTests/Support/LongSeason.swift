import Domain
import ViewModels

/// An athlete with a session on most days and a plan for each week, made from a seed.
enum LongSeason {
  static let today = Sample.today

  /// - Parameter days: how many days before today there are.
  static func detail(seed: UInt64, days: Int) -> AthleteDetail {
    var generator = TestGenerator(seed: seed)
    var detail = AthleteDetail(athlete: Sample.athlete(1))
    let first = today.advanced(by: -days)
    var (chronic, acute) = (0.0, 0.0)
    for offset in 0..<days {
      let day = first.advanced(by: offset)
      var load = 0.0
      let count = Int.random(in: 0...2, using: &generator)
      for part in 0..<count {
        let session = session(offset * 3 + part, on: day, using: &generator)
        load += session.loads[.sessionRPE]!.value
        detail.sessions.insert(session, at: 0)
      }
      chronic += (load - chronic) / 42
      acute += (load - acute) / 7
      detail.loadDays.append(
        LoadDay(
          day: day, load: load, sessions: count, origin: .measured, method: .dailyTotal,
          chronic: chronic, acute: acute, monotony: offset > 6 ? 1 + Double(offset % 20) / 10 : nil))
    }
    var week = first.week
    while week <= today.week {
      detail.plans.append(plan(week, using: &generator))
      week = week.advanced(by: 1)
    }
    return detail
  }

  private static func session(
    _ number: Int, on day: Day, using generator: inout TestGenerator
  ) -> Session {
    let minutes = Int.random(in: 20...120, using: &generator)
    let rpe = Double(Int.random(in: 2...9, using: &generator))
    return Session(
      id: Sample.session(number + 1), athlete: Sample.id(1),
      start: Sample.at(day, 8 + number % 3 * 4, 0), utcOffsetSeconds: Sample.offset, sport: .running,
      type: .easy, durationSeconds: minutes * 60, rpe: rpe,
      loads: [.sessionRPE: Sourced(rpe * Double(minutes), .measured, by: .sessionRPE)])
  }

  static func plan(_ week: Week, using generator: inout TestGenerator) -> Plan {
    let sessions = week.days.prefix(5).enumerated().map { index, day in
      PlannedSession(
        id: PlannedSessionID(bits: UInt64(day.number) * 8 + UInt64(index) + 1), day: day, type: .easy,
        minutes: Int.random(in: 30...90, using: &generator), intensity: 4)
    }
    return Plan(
      id: PlanID(bits: UInt64(week.monday.number)), athlete: Sample.id(1), week: week, version: 1,
      author: .policy(.fixedSchedule, seed: 1), sessions: sessions, proposedAt: Sample.at(week.monday, 7, 0))
  }
}
