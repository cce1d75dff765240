import Domain
import Engine
import Testing

@Suite struct PaceLoadTests {
  @Test func `an hour at threshold speed is a hundred points in any sport`() {
    for sport in [Sport.running, .walking, .rowing, .swimming] {
      #expect(paceLoad(speed: 4, threshold: 4, seconds: 3600, sport: sport).isClose(to: 100))
    }
  }

  @Test func `half an hour of running at nine tenths of threshold is 40 points and a half`() {
    // me-create.com on TrainingPeaks' rTSS: 5:00 a kilometre with a threshold of 4:30 for 30 min.
    let load = paceLoad(speed: 1000 / 300.0, threshold: 1000 / 270.0, seconds: 1800, sport: .running)
    #expect(load.isClose(to: 40.5))
  }

  @Test func `three kilometres of swimming in 55 minutes are 55 points`() {
    // swimanalytics.app: 3000 m in 55:00 with a threshold of 64.5 m/min; its 55.3 has rounded steps in between.
    let load = paceLoad(
      speed: 3000 / 3300.0, threshold: 64.5 / 60, seconds: 3300, sport: .swimming)
    #expect(abs(load - 55.3) < 0.2)
  }

  // MARK: Distance

  @Test func `distance is the last less the first, without what came before the start`() throws {
    let recording = makeRecording([makeChannel(.distance, scale: 100, [10_000, nil, 10_500, 11_000, nil])])
    let covered = try #require(coveredDistance(of: recording))
    #expect(covered.meters == 10)
    #expect(covered.seconds == 3)
  }

  @Test func `a recording whose samples step back still ends where it ended`() throws {
    let recording = makeRecording(
      [makeChannel(.distance, [0, 30, 20, 10])], milliseconds: [0, 3000, 2000, 1000])
    #expect(try #require(coveredDistance(of: recording)).meters == 30)
  }

  @Test func `pauses are no part of the time`() throws {
    let recording = makeRecording(
      [makeChannel(.distance, [0, 100])], milliseconds: [0, 100_000],
      pauses: [Pause(start: 10_000, end: 50_000), Pause(start: 90_000, end: 200_000)])
    #expect(try #require(coveredDistance(of: recording)).seconds == 50)
  }

  @Test func `without a distance it is speed over time`() throws {
    // 3 m/s for a second, 5 m/s held for 30 s of 60, 2 m/s for the last second.
    let recording = makeRecording(
      [makeChannel(.speed, scale: 1000, [3000, 5000, 2000])], milliseconds: [0, 1000, 61_000])
    let covered = try #require(coveredDistance(of: recording))
    #expect(covered.meters.isClose(to: 3 + 150 + 2))
    #expect(covered.seconds == 32)
  }

  @Test func `without either it is what the device summed up`() throws {
    let summary = DeviceSummary(elapsedSeconds: 3900, timerSeconds: 3600, distanceMeters: 10_000)
    let covered = try #require(coveredDistance(of: makeRecording([], summary: summary)))
    #expect(covered.meters == 10_000 && covered.seconds == 3600)
    let still = makeRecording([makeChannel(.distance, [0, 0, 0]), makeChannel(.speed, [0, 0, 0])])
    #expect(coveredDistance(of: still) == nil)
    #expect(coveredDistance(of: makeRecording([])) == nil)
  }
}

/// How a session gets its power, pace and distance.
@Suite struct PowerAndPaceOfSessionTests {
  private func athlete(power: Int? = nil, speed: Double? = nil) -> Athlete {
    var athlete = makeAthlete()
    athlete.thresholdPower = power
    athlete.thresholdSpeed = speed
    return athlete
  }

  private func session(
    _ sport: Sport = .running, meters: Double? = nil, origin: Origin = .measured
  ) -> Session {
    var session = makeSession(monday, [:], origin: origin)
    session.sport = sport
    session.distanceMeters = meters
    return session
  }

  private let ride = makeRecording([makeChannel(.power, Array(repeating: 200, count: 1800))])
  private let run = makeRecording([makeChannel(.distance, (0...1800).map { Int32($0 * 4) })])

  @Test func `power against the athlete's threshold is a load`() throws {
    let result = analysed(session(.cycling), recording: ride, athlete: athlete(power: 250))
    let load = try #require(result.loads[.power])
    #expect(load.value.isClose(to: 0.5 * 0.64 * 100))
    #expect(load.origin == .measured && load.method == .powerLoad)
    #expect(load.inputs == [.samples(1800), .thresholdPower(250)])
    #expect(result.loads[.pace] == nil)
  }

  @Test func `without a threshold there is neither`() {
    #expect(analysed(session(), recording: ride, athlete: athlete()).loads.isEmpty)
    #expect(analysed(session(), recording: run, athlete: athlete(power: 250)).loads.isEmpty)
    #expect(analysed(session(), recording: ride, athlete: athlete(power: 0)).loads.isEmpty)
  }

  @Test func `a run's distance and speed come from its recording`() throws {
    let result = analysed(session(meters: 5), recording: run, athlete: athlete(speed: 5))
    #expect(result.distanceMeters == 7200)
    let load = try #require(result.loads[.pace])
    #expect(load.value.isClose(to: 0.5 * 0.64 * 100))
    #expect(load.origin == .measured && load.method == .paceLoad)
    #expect(load.inputs == [.thresholdSpeed(5)])
  }

  @Test func `a distance that was said stays where the recording has none, and is an estimate`() throws {
    for recording in [nil, makeRecording(perSecond: [120, 130])] {
      let result = analysed(session(meters: 14_400), recording: recording, athlete: athlete(speed: 5))
      #expect(result.distanceMeters == 14_400)
      let load = try #require(result.loads[.pace])
      #expect(load.value.isClose(to: 64))
      #expect(load.origin == .estimated)
    }
    let simulated = analysed(
      session(meters: 14_400, origin: .simulated), recording: nil, athlete: athlete(speed: 5))
    #expect(simulated.loads[.pace]?.origin == .simulated)
  }

  @Test(arguments: Sport.allCases) func `pace counts on foot and in water only`(sport: Sport) {
    let result = analysed(session(sport, meters: 9000), recording: nil, athlete: athlete(speed: 4))
    #expect(
      (result.loads[.pace] != nil) == [.running, .walking, .rowing, .swimming].contains(sport))
  }

  @Test func `a ride keeps its distance without a pace`() {
    let result = analysed(session(.cycling), recording: run, athlete: athlete(speed: 5))
    #expect(result.distanceMeters == 7200 && result.loads[.pace] == nil)
  }

  @Test func `analysing again changes nothing`() {
    let once = analysed(session(), recording: run, athlete: athlete(power: 250, speed: 5))
    #expect(analysed(once, recording: run, athlete: athlete(power: 250, speed: 5)) == once)
  }
}
