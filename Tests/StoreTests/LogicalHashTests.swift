import Domain
import Testing

@testable import Store

@Suite struct LogicalHashTests {
  @Test func `the same commands make the same database`() throws {
    try inFolder { folder in
      let one = try folder.store("one.sqlite", secret: 1)
      let other = try folder.store("other.sqlite", secret: 2)
      try one.perform(log(season))
      for envelope in log(season) { try other.perform(envelope) }
      let hash = try one.logicalHash()
      #expect(hash.count == 64)
      #expect(try other.logicalHash() == hash)
    }
  }

  /// Equal sessions: a dictionary's order differs from one to the next, and from one run to the next.
  @Test func `the order in which loads lie in memory makes no difference`() throws {
    try inFolder { folder in
      let sessions: () -> [Command] = {
        (1...30 as ClosedRange<UInt64>).map { number in
          var one = imported(number)
          one.session.rpe = 5
          one.session.loads = loads(reservedFor: Int(number))
          return .importSessions([one])
        }
      }
      let one = try folder.store("one.sqlite")
      let other = try folder.store("other.sqlite")
      try one.perform(log(people + sessions()))
      try other.perform(log(people + sessions()))
      #expect(try one.logicalHash() == other.logicalHash())
    }
  }

  @Test func `how the pages lie makes no difference`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(season))
      let hash = try store.logicalHash()
      try store.close()
      try runRaw("PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM", on: store.path)
      #expect(try folder.store().logicalHash() == hash)
    }
  }

  @Test func `roster rows make no difference`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(season))
      let hash = try store.logicalHash()
      try store.save([summary(1, score: 9, section: .waitsOnYou)])
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `names make no difference`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(season))
      let hash = try store.logicalHash()
      try store.keep(.athlete(AthleteID(bits: 1), Identity(name: "李雨桐")))
      #expect(try store.logicalHash() == hash)
    }
  }

  /// One row, one column at a time; the event log stays as it is.
  @Test(arguments: [
    "UPDATE meta SET value = value || ' '",
    "UPDATE squad SET archived = 1",
    "UPDATE coach SET role = 'assistant' WHERE id = 1",
    "UPDATE athlete SET resting_heart_rate = 50 WHERE id = 1",
    "UPDATE session SET rpe = 5.000000000000001",
    "UPDATE source_file SET hash = zeroblob(32)",
    "UPDATE recording SET product = 'other'",
    "UPDATE column_chunk SET offset = 1 WHERE kind = 'heartRate'",
    "UPDATE column_chunk SET data = (SELECT data FROM column_chunk WHERE kind = 'time')",
    "UPDATE wellness SET mood = NULL, mood_scale = NULL",
    "UPDATE test_result SET value = value + 0.001",
    "UPDATE injury SET last_day = onset",
    "UPDATE plan SET limits = '[]'",
    "UPDATE plan SET status = 'rejected', reason = 'other', decided_by = 1, decided_at = 5",
    "INSERT INTO meta VALUES ('a', 'b')",
  ])
  func `any change makes another hash`(change: String) throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(season))
      let hash = try store.logicalHash()
      try runRaw(change, on: store.path)
      #expect(try store.logicalHash() != hash)
    }
  }

  @Test func `the same state by another way has another hash, for the log tells the way`() throws {
    try inFolder { folder in
      let one = try folder.store("one.sqlite")
      let other = try folder.store("other.sqlite")
      try one.perform(log(season))
      try other.perform(log(season + [season[1]]))
      #expect(try one.squads() == other.squads())
      #expect(try one.logicalHash() != other.logicalHash())
    }
  }
}

private let season: [Command] =
  [.setCalendar(SimulatedCalendar(morning: morning, utcOffsetSeconds: 28_800))] + people + [
    .importSessions([rated]),
    .recordWellness([Wellness(athlete: AthleteID(bits: 1), day: today, ratings: [.mood: good(4)])]),
    .recordTests([
      TestResult(athlete: AthleteID(bits: 1), day: today, item: .sprint30m, value: 4.21)
    ]),
    .recordInjuries([
      Injury(athlete: AthleteID(bits: 1), bodyPart: .calf, onset: today, lastDay: nil)
    ]),
    .proposePlan(plan(1)),
  ]

private let rated: ImportedSession = {
  var heart = Channel(.heartRate)
  for value in [120, nil, 130] as [Int32?] { heart.append(value) }
  let recording = Recording(
    sport: .running, start: morning, utcOffsetSeconds: 28_800,
    device: Device(manufacturer: "garmin", product: "fr955"), timestamps: [0, 1000, 2000],
    channels: [heart])
  var rated = imported(1, recording: recording, hash: String(repeating: "ab", count: 32))
  rated.session.rpe = 5
  return rated
}()

private func loads(reservedFor capacity: Int) -> [LoadUnit: Sourced<Double>] {
  var loads = [LoadUnit: Sourced<Double>](minimumCapacity: capacity)
  loads[.sessionRPE] = Sourced(300, .measured, by: .sessionRPE)
  loads[.banisterTRIMP] = Sourced(
    80, .measured, by: .banisterTRIMP,
    from: [.samples(9), .maximumHeartRate(200, .measured), .restingHeartRate(50, .measured)])
  loads[.edwardsTRIMP] = Sourced(
    120, .measured, by: .edwardsTRIMP, from: [.samples(9), .maximumHeartRate(200, .measured)])
  return loads
}
