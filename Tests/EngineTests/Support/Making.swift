import Domain
import Numerics

/// The Monday that most tests stand on.
let monday = Day(year: 2026, month: 11, day: 23)

func makeAthlete(
  group: EventGroup = .distance, level: Level = .trained, sex: Sex = .male, birthYear: Int? = 2001,
  maximum: Int? = 190, resting: Int? = 50, unit: LoadUnit = .sessionRPE
) -> Athlete {
  Athlete(
    id: AthleteID(bits: 11), sex: sex, birthYear: birthYear, population: .university,
    eventGroup: group, event: "", level: level, maximumHeartRate: maximum,
    restingHeartRate: resting, loadUnit: unit)
}

/// A session at noon UTC with these loads.
func makeSession(
  _ day: Day, _ loads: [LoadUnit: Double], origin: Origin = .measured, id: UInt64 = 1
) -> Session {
  Session(
    id: SessionID(bits: id), athlete: AthleteID(bits: 11),
    start: day.start(utcOffsetSeconds: 0).adding(seconds: 43_200), utcOffsetSeconds: 0,
    sport: .running, type: .easy, durationSeconds: 3600,
    loads: loads.mapValues { Sourced($0, origin, by: .reported) }, origin: origin)
}

/// An hour at noon UTC without a load.
func makeRun(_ day: Day, meters: Double?, sport: Sport = .running) -> Session {
  var session = makeSession(day, [:])
  session.sport = sport
  session.distanceMeters = meters
  return session
}

/// One session a day with these AU, the last of them on `last`; `nil` is a day without a session.
func makeLoadDays(_ loads: [Double?], through last: Day) -> [Session] {
  loads.enumerated().compactMap { index, load in
    load.map {
      let day = last.advanced(by: index - loads.count + 1)
      return makeSession(day, [.sessionRPE: $0], id: UInt64(index + 1))
    }
  }
}

/// A recording with a heart rate at each of these times; `nil` is a silent strap.
func makeRecording(milliseconds: [Int64], rates: [Int32?]) -> Recording {
  var channel = Channel(.heartRate)
  for rate in rates { channel.append(rate) }
  return Recording(
    sport: .running, start: monday.start(utcOffsetSeconds: 0), timestamps: milliseconds,
    channels: [channel])
}

/// A heart rate every second.
func makeRecording(perSecond rates: [Int32?]) -> Recording {
  makeRecording(milliseconds: rates.indices.map { Int64($0) * 1000 }, rates: rates)
}

extension SeededGenerator {
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// A channel of these whole numbers; `nil` is a dropout.
func makeChannel(_ kind: Channel.Kind, scale: Int32 = 1, _ values: [Int32?]) -> Channel {
  var channel = Channel(kind, scale: scale)
  for value in values { channel.append(value) }
  return channel
}

/// A recording with these channels, a sample a second unless times are given.
func makeRecording(
  _ channels: [Channel], milliseconds: [Int64]? = nil, pauses: [Pause] = [],
  summary: DeviceSummary? = nil, sport: Sport = .running
) -> Recording {
  let count = channels.first?.count ?? 0
  return Recording(
    sport: sport, start: monday.start(utcOffsetSeconds: 0),
    timestamps: milliseconds ?? (0..<Int64(count)).map { $0 * 1000 }, channels: channels,
    pauses: pauses, deviceSummary: summary)
}

extension Double {
  /// Whether it differs by no more than `tolerance` of the larger of 1 and the other.
  func isClose(to other: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(self - other) <= tolerance * max(1, abs(other))
  }
}

/// `exp` by its series, so that the reference shares nothing with the engine's.
func exponential(_ x: Double) -> Double {
  var term = 1.0
  var sum = 1.0
  for n in 1...40 {
    term *= x / 32 / Double(n)
    sum += term
  }
  for _ in 0..<5 { sum *= sum }
  return sum
}
