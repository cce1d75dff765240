import Domain
import Engine
import Testing

@testable import App

/// Days that were kept are those that would be counted anew.
@Suite struct LoadCacheTests {
  private let id = AthleteID(bits: 1)
  private let last = Day(number: 20_700)

  private func session(
    _ number: UInt64, on day: Day, hour: Int = 16, load: Double?, offset: Int = 28_800
  ) -> Session {
    var session = Session(
      id: SessionID(bits: number), athlete: id,
      start: day.start(utcOffsetSeconds: offset).adding(seconds: Int64(hour * 3600)),
      utcOffsetSeconds: offset, sport: .running, type: .easy, durationSeconds: 3600)
    session.loads[.sessionRPE] = load.map { Sourced($0, .measured, by: .sessionRPE) }
    session.loads[.edwardsTRIMP] = Sourced(Double(number % 90), .estimated, by: .edwardsTRIMP)
    return session
  }
  private func newestFirst(_ sessions: [Session]) -> [Session] {
    sessions.sorted { ($1.start, $0.id) < ($0.start, $1.id) }
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `whatever is changed, the days are those counted from scratch`(seed: UInt64) {
    var generator = Dice64(seed: seed)
    let cache = LoadCache()
    var sessions: [Session] = []
    var through = last
    var unit = LoadUnit.sessionRPE
    var next: UInt64 = 1
    for step in 0..<120 {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0..<5:
        let day = last.advanced(by: -Int.random(in: 0...90, using: &generator))
        let load = Bool.random(using: &generator) ? Double.random(in: 50...700, using: &generator) : nil
        let offset = [28_800, -36_000, 0].randomElement(using: &generator)!
        sessions.append(
          session(
            next, on: day, hour: Int.random(in: 0...23, using: &generator), load: load, offset: offset))
        next += 1
      case 5 where !sessions.isEmpty, 6 where !sessions.isEmpty:
        sessions.remove(at: Int.random(in: 0..<sessions.count, using: &generator))
      case 7 where !sessions.isEmpty:
        let index = Int.random(in: 0..<sessions.count, using: &generator)
        sessions[index].loads[.sessionRPE] = Sourced(
          Double.random(in: 50...700, using: &generator), .measured, by: .sessionRPE)
      case 8 where !sessions.isEmpty:
        let index = Int.random(in: 0..<sessions.count, using: &generator)
        sessions[index].start = sessions[index].start.adding(
          seconds: Int64.random(in: -900_000...900_000, using: &generator))
      case 9: through = last.advanced(by: Int.random(in: -20...20, using: &generator))
      case 10: unit = unit == .sessionRPE ? .edwardsTRIMP : .sessionRPE
      case 11 where step % 5 == 0: sessions = []
      default: break
      }
      let list = newestFirst(sessions)
      let kept = cache.days(of: id, list, unit: unit, through: through)
      let fresh = loadDays(list, unit: unit, through: through)
      guard kept == fresh else {
        Issue.record("seed \(seed), step \(step): \(kept.count) days, \(fresh.count) from scratch")
        return
      }
    }
  }

  @Test func `a day that passes adds itself`() {
    let cache = LoadCache()
    let list = newestFirst([session(1, on: last.advanced(by: -10), load: 300)])
    _ = cache.days(of: id, list, unit: .sessionRPE, through: last)
    let next = cache.days(of: id, list, unit: .sessionRPE, through: last.advanced(by: 1))
    #expect(next == loadDays(list, unit: .sessionRPE, through: last.advanced(by: 1)))
    #expect(next.count == 12)
  }

  @Test func `athletes are kept apart, also more of them than are kept`() {
    let cache = LoadCache()
    for round in 0..<2 {
      for number in 1...150 as ClosedRange<UInt64> {
        let list = [session(number, on: last.advanced(by: -Int(number) % 40 - round), load: 10)]
        let days = cache.days(of: AthleteID(bits: number), list, unit: .sessionRPE, through: last)
        #expect(days == loadDays(list, unit: .sessionRPE, through: last))
      }
    }
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014), so that a property fails the same way twice.
private struct Dice64: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
