import Domain
import Engine
import Testing

@Suite struct SessionAnalysisTests {
  private func session(rpe: Double? = nil, origin: Origin = .measured) -> Session {
    var session = makeSession(monday, [.edwardsTRIMP: 99_999], origin: origin)
    session.durationSeconds = 2700
    session.rpe = rpe
    return session
  }

  @Test func `a rating times the minutes is the session's load`() {
    let result = analysed(session(rpe: 6.5), recording: nil, athlete: makeAthlete())
    #expect(result.loads == [.sessionRPE: Sourced(292.5, .measured, by: .sessionRPE)])
    #expect(sessionRPELoad(rating: 7, minutes: 60) == 420)
  }

  @Test func `without a rating and without heart rate there is no load`() {
    #expect(analysed(session(), recording: nil, athlete: makeAthlete()).loads.isEmpty)
    let silent = makeRecording(perSecond: [nil, nil, nil])
    let result = analysed(session(), recording: silent, athlete: makeAthlete())
    #expect(result.loads.isEmpty && result.meanHeartRate == nil && result.zoneSeconds == nil)
  }

  @Test func `what cleaning rejects is in no load, no mean and no zone, and a long dropout is silence`()
    throws
  {
    var rates: [Int32?] = Array(repeating: 150, count: 600)
    for place in 100..<104 { rates[place] = 0 }
    for place in [200, 300] { rates[place] = 240 }
    // Longer than a gap that would be filled: these twenty seconds are silence.
    for place in 400..<420 { rates[place] = 0 }
    let result = analysed(session(), recording: makeRecording(perSecond: rates), athlete: makeAthlete())
    #expect(result.meanHeartRate == 150)
    #expect(result.zoneSeconds == [0, 0, 580, 0, 0])
    let banister = try #require(result.loads[.banisterTRIMP])
    #expect(banister.inputs.first == .samples(580))
  }

  @Test func `a recording fills mean, zones, gap and both impulses`() throws {
    // 60 s at 100, 90 s at 150, 45 s silent, 30 s at 180; maximum 190. No heart jumps so: the rules are not asked here.
    let rates: [Int32?] =
      Array(repeating: 100, count: 60) + Array(repeating: 150, count: 90)
      + Array(repeating: nil, count: 45) + Array(repeating: 180, count: 30)
    let result = analysed(
      session(rpe: 5), recording: makeRecording(perSecond: rates), athlete: makeAthlete(),
      cleaning: .asRecorded)
    // (60 × 100 + 90 × 150 + 30 × 180) / 180 = 138.3
    #expect(result.meanHeartRate == 138)
    #expect(result.zoneSeconds == [60, 0, 90, 0, 30])
    #expect(result.longestGapSeconds == 46)
    let edwards = try #require(result.loads[.edwardsTRIMP])
    #expect(abs(edwards.value - (1 + 4.5 + 2.5)) < 1e-12)
    #expect(edwards.origin == .measured && edwards.method == .edwardsTRIMP)
    let banister = try #require(result.loads[.banisterTRIMP])
    #expect(banister.method == .banisterTRIMP)
    #expect(
      banister.inputs == [
        .samples(180), .maximumHeartRate(190, .measured), .restingHeartRate(50, .measured),
      ])
    #expect(result.loads[.sessionRPE]?.value == 225)
  }

  @Test func `loads that rest on an estimate say so`() {
    let recording = makeRecording(perSecond: [120, 130, 140])
    func origins(_ athlete: Athlete, _ origin: Origin = .measured) -> [Origin?] {
      let result = analysed(session(rpe: 3, origin: origin), recording: recording, athlete: athlete)
      return [LoadUnit.sessionRPE, .banisterTRIMP, .edwardsTRIMP].map { result.loads[$0]?.origin }
    }
    #expect(origins(makeAthlete()) == [.measured, .measured, .measured])
    #expect(origins(makeAthlete(maximum: nil)) == [.measured, .estimated, .estimated])
    #expect(origins(makeAthlete(resting: nil)) == [.measured, .literature, .measured])
    #expect(origins(makeAthlete(maximum: nil), .simulated) == [.simulated, .simulated, .simulated])
    #expect(origins(makeAthlete(birthYear: nil, maximum: nil)) == [.measured, nil, nil])
  }

  @Test func `half a minute between samples is sampling, more is a gap`() {
    func gap(_ milliseconds: [Int64]) -> Int {
      let recording = makeRecording(
        milliseconds: milliseconds, rates: milliseconds.map { _ in 120 })
      return analysed(session(), recording: recording, athlete: makeAthlete()).longestGapSeconds
    }
    #expect(gap([0, 30_000, 60_000]) == 0)
    #expect(gap([0, 31_000, 60_000]) == 31)
    #expect(gap([0, 40_000, 140_000, 150_000]) == 100)
  }

  @Test func `a strap that is silent at the beginning or the end leaves a gap`() {
    func gap(_ rates: [Int32?]) -> Int {
      analysed(session(), recording: makeRecording(perSecond: rates), athlete: makeAthlete())
        .longestGapSeconds
    }
    let silent = [Int32?](repeating: nil, count: 600)
    let beating = [Int32?](repeating: 140, count: 60)
    #expect(abs(gap(beating + silent) - 600) <= 1)
    #expect(abs(gap(silent + beating) - 600) <= 1)
    #expect(abs(gap(silent) - 600) <= 1)
  }

  @Test func `a heart rate of zero is silence here as it is in the impulses`() {
    let rates: [Int32?] =
      Array(repeating: 140, count: 10) + Array(repeating: 0, count: 100)
      + Array(repeating: 140, count: 10)
    let result = analysed(
      session(), recording: makeRecording(perSecond: rates), athlete: makeAthlete())
    #expect(result.zoneSeconds?.reduce(0, +) == 20)
    #expect(result.longestGapSeconds == 101)
  }

  @Test func `analysing again gives the same, and without the recording only the rating counts`() {
    let recording = makeRecording(perSecond: [120, 130, 140])
    let once = analysed(session(rpe: 4), recording: recording, athlete: makeAthlete())
    let again = analysed(once, recording: nil, athlete: makeAthlete())
    #expect(again.loads.keys.map(\.self) == [.sessionRPE])
    #expect(analysed(once, recording: recording, athlete: makeAthlete()) == once)
  }
}
