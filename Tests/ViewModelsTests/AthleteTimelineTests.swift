import Domain
import Testing
import ViewModels

@Suite struct AthleteTimelineTests {
  private let today = Sample.today

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a week's sum is the sum of its days, and its sessions are theirs`(seed: UInt64) {
    let detail = LongSeason.detail(seed: seed, days: 40 + Int(seed) * 9)
    for back in 0..<6 {
      let week = Week(containing: today).advanced(by: -back)
      let made = detail.week(week, today: today)
      let days = detail.loadDays.filter { $0.day.week == week }
      #expect(made.doneLoad == days.reduce(0) { $0 + $1.load })
      #expect(made.doneSessions == days.reduce(0) { $0 + $1.sessions })
      let own = detail.sessions.filter { $0.day.week == week }
      #expect(made.doneMinutes == own.reduce(0) { $0 + $1.minutes })
      #expect(made.plannedLoad == detail.plans.first { $0.week == week }?.load)
      #expect(made.isOver == (back > 0))
      let byDay = week.days.compactMap { detail.doneLoad(on: $0, today: today)?.load }.reduce(0, +)
      #expect(made.doneLoad == byDay)
      #expect(made.plannedLoad == week.days.compactMap { detail.plannedLoad(on: $0) }.reduce(0, +))
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `the sessions of some days are found without looking at the rest`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let detail = LongSeason.detail(seed: seed, days: 200)
    for _ in 0..<20 {
      let from = today.advanced(by: -Int.random(in: -5...210, using: &generator))
      let range = from...from.advanced(by: Int.random(in: 0...30, using: &generator))
      #expect(Array(detail.sessions(in: range)) == detail.sessions.filter { range.contains($0.day) })
      #expect(Array(detail.loadDays(in: range)) == detail.loadDays.filter { range.contains($0.day) })
    }
  }

  @Test func `today's sessions count before the day is over`() {
    var detail = LongSeason.detail(seed: 1, days: 30)
    var session = Sample.session(900, of: 1)
    session.start = Sample.at(today, 6, 0)
    session.loads = [.sessionRPE: Sourced(160, .measured, by: .sessionRPE)]
    detail.sessions.insert(session, at: 0)
    #expect(detail.doneLoad(on: today, today: today)?.load == 160)
    #expect(detail.doneLoad(on: today.advanced(by: 1), today: today) == nil)
  }

  @Test func `a session without a load makes the week a lower bound`() {
    var detail = LongSeason.detail(seed: 1, days: 30)
    var session = Sample.session(900, of: 1)
    session.start = Sample.at(today, 6, 0)
    session.loads = [:]
    session.rpe = nil
    detail.sessions.insert(session, at: 0)
    #expect(detail.week(today.week, today: today).isLowerBound)
    #expect(detail.whyNoLoad(session) == "no RPE given")
  }

  // MARK: Flags

  /// Chronic load rises from 100 by `share` over the last seven of `days`.
  private func rising(by share: Double, days: Int, monotony: Double? = nil) -> AthleteDetail {
    var detail = AthleteDetail(athlete: Sample.athlete(1))
    detail.loadDays = (0..<days).map { offset in
      let part = Double(max(0, offset - (days - 8))) / 7
      return LoadDay(
        day: today.advanced(by: offset - days), load: 100, sessions: 1, origin: .measured,
        method: .dailyTotal, chronic: 100 * (1 + share * part), acute: 100, monotony: monotony)
    }
    return detail
  }

  @Test func `a ramp is flagged above a quarter of what fitness was, from 56 days on`() {
    let yesterday = today.advanced(by: -1)
    #expect(rising(by: 0.26, days: 56).flags(on: yesterday) == [.ramp])
    #expect(rising(by: 0.24, days: 56).flags(on: yesterday) == [])
    #expect(rising(by: 0.26, days: 55).flags(on: yesterday) == [])
    #expect(rising(by: 0.26, days: 56).flags(on: today) == [])
  }

  @Test func `monotony is flagged above its limit`() {
    let yesterday = today.advanced(by: -1)
    #expect(rising(by: 0, days: 20, monotony: 2.0).flags(on: yesterday) == [])
    #expect(rising(by: 0, days: 20, monotony: 2.01).flags(on: yesterday) == [.monotony])
    var detail = rising(by: 0, days: 20, monotony: 2.01)
    detail.attention.monotony = 2.5
    #expect(detail.flags(on: yesterday) == [])
  }

  @Test func `a flag says its limit`() {
    #expect(LoadFlag.ramp.sentence(AttentionSettings()) == "fitness up by more than 25 % in 7 days")
    #expect(LoadFlag.monotony.sentence(AttentionSettings()) == "monotony above 2.0, days alike")
  }

  // MARK: As planned

  private func detail(done minutes: Int, rpe: Double, meant: PlannedSession, type: SessionType = .easy)
    -> (AthleteDetail, Session)
  {
    var generator = TestGenerator(seed: 1)
    var detail = AthleteDetail(athlete: Sample.athlete(1))
    var plan = LongSeason.plan(today.week, using: &generator)
    plan.sessions = [meant]
    detail.plans = [plan]
    var session = Sample.session(1, of: 1)
    session.start = Sample.at(today, 6, 0)
    session.durationSeconds = minutes * 60
    session.rpe = rpe
    session.type = type
    detail.sessions = [session]
    detail.links = [session.id: .found(meant.id)]
    return (detail, session)
  }

  private func meant(_ day: Day, _ type: SessionType = .easy) -> PlannedSession {
    PlannedSession(id: PlannedSessionID(bits: 7), day: day, type: type, minutes: 45, intensity: 4)
  }

  @Test func `a done session says how near it came to its plan`() {
    func word(_ pair: (AthleteDetail, Session)) -> String? { pair.0.plannedWord(for: pair.1) }
    #expect(word(detail(done: 47, rpe: 4.5, meant: meant(today))) == "as planned")
    #expect(word(detail(done: 57, rpe: 4, meant: meant(today))) == "+12 min")
    #expect(word(detail(done: 35, rpe: 7, meant: meant(today))) == "−10 min, RPE +3")
    #expect(word(detail(done: 45, rpe: 4, meant: meant(today, .tempo))) == "not Tempo")
    let monday = today.week.monday
    #expect(word(detail(done: 45, rpe: 4, meant: meant(monday))) == "moved from Mon")
  }

  @Test func `without a link it is unplanned where a plan stood, and nothing where none did`() {
    var (detail, session) = detail(done: 45, rpe: 4, meant: meant(today))
    detail.links = [session.id: .unplanned]
    #expect(detail.plannedWord(for: session) == "unplanned")
    detail.links = [:]
    #expect(detail.plannedWord(for: session) == "unplanned")
    detail.plans = []
    #expect(detail.plannedWord(for: session) == nil)
  }

  @Test func `a session says why it carries no load in the athlete's unit`() {
    var detail = AthleteDetail(athlete: Sample.athlete(1))
    var session = Sample.session(1, of: 1)
    session.loads = [:]
    #expect(detail.whyNoLoad(session) == "not counted")
    detail.athlete.loadUnit = .banisterTRIMP
    #expect(detail.whyNoLoad(session) == "no heart rate")
    detail.athlete.loadUnit = .power
    #expect(detail.whyNoLoad(session) == "threshold power not known")
    detail.athlete.thresholdPower = 250
    #expect(detail.whyNoLoad(session) == "no power")
    session.loads = [.power: Sourced(60, .measured, by: .powerLoad)]
    #expect(detail.whyNoLoad(session) == nil)
  }

  @Test func `a plan in session RPE is not held against loads in another unit`() {
    var detail = LongSeason.detail(seed: 2, days: 60)
    detail.athlete.loadUnit = .edwardsTRIMP
    #expect(detail.plannedLoad(on: today) == nil)
    #expect(detail.week(today.week, today: today).plannedLoad == nil)
    #expect(detail.ahead(today: today).isEmpty)
  }
}
