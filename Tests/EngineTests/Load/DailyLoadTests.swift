import Domain
import Engine
import Foundation
import Numerics
import Testing

@Suite struct DailyLoadTests {
  @Test(arguments: [1, 7, 41, 42, 43, 300])
  func `a constant load follows the closed form`(days: Int) throws {
    let sessions = makeLoadDays([Double](repeating: 434, count: days), through: monday)
    let result = loadDays(sessions, unit: .sessionRPE, through: monday)
    #expect(result.count == days)
    for (index, day) in result.enumerated() {
      let n = Double(index + 1)
      #expect(abs(day.chronic - 434 * (1 - pow(1 - 1.0 / 42, n))) < 1e-9)
      #expect(abs(day.acute - 434 * (1 - pow(1 - 1.0 / 7, n))) < 1e-9)
      #expect(day.form == day.chronic - day.acute)
      #expect(day.monotony == nil, "seven days alike have no deviation")
    }
  }

  @Test func `other time constants follow the same form`() {
    let sessions = makeLoadDays([100, 100, 100], through: monday)
    let days = loadDays(
      sessions, unit: .sessionRPE, through: monday,
      constants: LoadConstants(chronicDays: 28, acuteDays: 1))
    #expect(abs(days[2].chronic - 100 * (1 - pow(27.0 / 28, 3))) < 1e-12)
    #expect(days[2].acute == 100)
  }

  @Test func `a single load fades as a power of what is left of it`() {
    let sessions = makeLoadDays([420], through: monday)
    let days = loadDays(sessions, unit: .sessionRPE, through: monday.advanced(by: 30))
    #expect(days.count == 31)
    for (index, day) in days.enumerated() {
      #expect(abs(day.chronic - 10 * pow(41.0 / 42, Double(index))) < 1e-12)
      #expect(abs(day.acute - 60 * pow(6.0 / 7, Double(index))) < 1e-12)
    }
  }

  @Test func `Foster's week has its monotony and strain`() throws {
    // Mean 1700 / 7; sum of squares 715,000 less 7 × mean² on 6 degrees of freedom.
    let week: [Double?] = [300, nil, 450, 200, nil, 600, 150]
    let sum = 1700.0
    let squares = 90_000.0 + 202_500 + 40_000 + 360_000 + 22_500
    let deviation = ((squares - sum * sum / 7) / 6).squareRoot()
    let days = loadDays(makeLoadDays(week, through: monday), unit: .sessionRPE, through: monday)
    let last = try #require(days.last)
    #expect(abs(try #require(last.monotony) - sum / 7 / deviation) < 1e-12)
    #expect(abs(try #require(last.monotony) - 1.082_231_923_934_691_6) < 1e-12)
    #expect(abs(try #require(last.strain) - 1839.794_270_688_975_8) < 1e-9)
    #expect(days.dropLast().allSatisfy { $0.monotony == nil && $0.strain == nil })
  }

  @Test func `monotony is undefined when every day is alike`() {
    #expect(monotony(of: [Double](repeating: 0, count: 7)) == nil)
    #expect(monotony(of: [Double](repeating: 300, count: 7)) == nil)
    #expect(monotony(of: [0, 0, 0, 0, 0, 0, 70]) == 10 / 700.0.squareRoot())
  }

  @Test func `days without a session count zero, to the day asked for`() {
    let sessions = makeLoadDays([100, nil, nil, 50], through: monday)
    let days = loadDays(sessions, unit: .sessionRPE, through: monday.advanced(by: 3))
    #expect(days.map(\.load) == [100, 0, 0, 50, 0, 0, 0])
    #expect(days.map(\.sessions) == [1, 0, 0, 1, 0, 0, 0])
    #expect(days.map(\.day.number) == Array(monday.number - 3...monday.number + 3))
    #expect(days.last?.monotony != nil)
  }

  @Test func `no session and none until the day give nothing`() {
    #expect(loadDays([], unit: .sessionRPE, through: monday).isEmpty)
    let later = makeLoadDays([100], through: monday.advanced(by: 1))
    #expect(loadDays(later, unit: .sessionRPE, through: monday).isEmpty)
  }

  @Test func `a session after the day asked for changes nothing`() {
    let early = makeLoadDays([100, 200], through: monday)
    let all = early + makeLoadDays([999], through: monday.advanced(by: 2))
    #expect(
      loadDays(all, unit: .sessionRPE, through: monday)
        == loadDays(early, unit: .sessionRPE, through: monday))
  }

  @Test func `different units are never summed`() {
    let sessions = [
      makeSession(monday, [.sessionRPE: 300, .banisterTRIMP: 80]),
      makeSession(monday, [.banisterTRIMP: 60], id: 2),
      makeSession(monday, [.edwardsTRIMP: 150], id: 3), makeSession(monday, [:], id: 4),
    ]
    func day(_ unit: LoadUnit) -> LoadDay? {
      loadDays(sessions, unit: unit, through: monday).first
    }
    #expect(day(.sessionRPE)?.load == 300)
    #expect(day(.sessionRPE)?.sessionsWithoutLoad == 3)
    #expect(day(.banisterTRIMP)?.load == 140)
    #expect(day(.banisterTRIMP)?.sessionsWithoutLoad == 2)
    #expect(day(.edwardsTRIMP)?.load == 150)
    #expect(day(.edwardsTRIMP)?.sessions == 4)
  }

  @Test func `midnight of the wearer's clock parts the days`() {
    func session(_ second: Int64, _ id: UInt64) -> Session {
      Session(
        id: SessionID(bits: id), athlete: AthleteID(bits: 11),
        start: Instant(seconds: second), utcOffsetSeconds: 8 * 3600, sport: .running, type: .easy,
        durationSeconds: 600, loads: [.sessionRPE: Sourced(Double(id), .measured, by: .reported)])
    }
    let midnight = monday.start(utcOffsetSeconds: 8 * 3600).seconds
    let days = loadDays(
      [session(midnight - 1, 1), session(midnight, 2), session(midnight + 86_399, 4)],
      unit: .sessionRPE, through: monday)
    #expect(days.map(\.day) == [monday.advanced(by: -1), monday])
    #expect(days.map(\.load) == [1, 6])
  }

  @Test func `what a day claims is no more than all before it may claim`() {
    let sessions = [
      makeSession(monday.advanced(by: -2), [.sessionRPE: 100]),
      makeSession(monday.advanced(by: -1), [.sessionRPE: 100], origin: .estimated, id: 2),
      makeSession(monday, [.sessionRPE: 100], id: 3),
    ]
    let days = loadDays(sessions, unit: .sessionRPE, through: monday)
    #expect(days.map(\.origin) == [.measured, .estimated, .estimated])
    let simulated = makeSession(monday, [:], origin: .simulated, id: 4)
    let all = loadDays(sessions + [simulated], unit: .sessionRPE, through: monday)
    #expect(all.last?.origin == .simulated)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `going on from a whole history is the same as counting from scratch`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let loads = (0..<80).map { _ in Double(generator.number(0...9) * 70) }
    let all = loadDays(makeLoadDays(loads, through: monday), unit: .sessionRPE, through: monday)
    let cut = generator.number(1...79)
    let early = loadDays(
      makeLoadDays(Array(loads.prefix(cut)), through: all[cut - 1].day), unit: .sessionRPE,
      through: all[cut - 1].day)
    let more = early + continued(after: early, with: Array(loads.dropFirst(cut)), origin: .measured)
    #expect(more.map(\.day) == all.map(\.day))
    #expect(more.map(\.load) == all.map(\.load))
    #expect(more.map(\.chronic) == all.map(\.chronic))
    #expect(more.map(\.acute) == all.map(\.acute))
    #expect(more.map(\.monotony) == all.map(\.monotony))
    #expect(more.map(\.strain) == all.map(\.strain))
  }

  @Test func `going on from the last weeks of a history keeps its fitness`() throws {
    let loads = [Double](repeating: 420, count: 100)
    let all = loadDays(makeLoadDays(loads, through: monday), unit: .sessionRPE, through: monday)
    let tail = Array(all.prefix(90).suffix(20))
    let added = [Double](repeating: 420, count: 10)
    let more = continued(after: tail, with: added, origin: .measured)
    #expect(more.count == 10)
    #expect(abs(more[0].chronic - all[90].chronic) < 1e-9)
    #expect(abs(more[9].chronic - all[99].chronic) < 1e-9)
  }

  @Test func `going on from nothing gives nothing, and what is added is marked`() {
    #expect(continued(after: [], with: [100], origin: .estimated).isEmpty)
    let days = loadDays(makeLoadDays([100], through: monday), unit: .sessionRPE, through: monday)
    let more = continued(after: days, with: [50], origin: .estimated)
    #expect(more.map(\.origin) == [.estimated])
    #expect(more.map(\.day) == [monday.advanced(by: 1)])
  }
}
