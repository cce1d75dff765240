import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// A database that the first release wrote opens under this program with everything kept.
@Suite struct FirstMigrationTests {
  @Test func `every row of the first release is there, column by column`() throws {
    try inFolder { folder in
      let before = try folder.writeFirstRelease()
      let store = try folder.store()
      for (table, rows) in before {
        let columns = rows.columns.joined(separator: ", ")
        let after = try store.main.read { try Dump($0, table, columns: rows.columns) }
        #expect(after.values == rows.values, "\(table) (\(columns))")
        #expect(!rows.values.isEmpty, "\(table) had no row to keep")
      }
    }
  }

  @Test func `every check holds after it was opened`() throws {
    try inFolder { folder in
      _ = try folder.writeFirstRelease()
      #expect(try folder.store().failedChecks() == [])
    }
  }

  @Test func `opening it again changes nothing`() throws {
    try inFolder { folder in
      _ = try folder.writeFirstRelease()
      let store = try folder.store()
      let hash = try store.logicalHash()
      try store.close()
      #expect(try folder.store().logicalHash() == hash)
    }
  }

  @Test func `athletes and sessions read as they were, without what nobody measured then`() throws {
    try inFolder { folder in
      _ = try folder.writeFirstRelease()
      let store = try folder.store()
      var first = athlete(1, squad: 1)
      first.maximumHeartRate = 198
      first.restingHeartRate = 52
      first.loadUnit = .edwardsTRIMP
      #expect(try store.allAthletes(includingArchived: true) == [first, athlete(2, isArchived: true)])
      let session = try #require(try store.session(SessionID(bits: 1)))
      #expect(session.start == morning)
      #expect(session.rpe == 6.5)
      #expect(session.workRest == WorkRest(repetitions: 6, workSeconds: 60, restSeconds: 90))
      #expect(session.loads[.sessionRPE]?.value == 390)
      #expect(session.loads[.banisterTRIMP]?.value == 88.5)
      #expect(session.distanceMeters == nil)
      #expect(session.loads[.power] == nil)
      let recording = try store.recording(of: SessionID(bits: 1))
      #expect(recording?.channels == shortRecording.channels)
      #expect(recording?.pauses == [])
    }
  }

  @Test func `answers get the scale and the better end of the first questionnaire`() throws {
    try inFolder { folder in
      _ = try folder.writeFirstRelease()
      let mornings = try folder.store().wellness(of: AthleteID(bits: 1), since: Day(number: 0))
      #expect(
        mornings == [
          Wellness(
            athlete: AthleteID(bits: 1), day: today, sleepHours: 7.5, restingHeartRate: 51,
            lnRMSSD: 4.25,
            ratings: [.soreness: bad(1), .fatigue: bad(2), .stress: bad(5), .mood: good(4)]),
          Wellness(
            athlete: AthleteID(bits: 1), day: today.advanced(by: 1), ratings: [.mood: good(1)],
            origin: .simulated),
        ])
    }
  }

  @Test func `an open injury gets a standing hold, one that is over none`() throws {
    try inFolder { folder in
      _ = try folder.writeFirstRelease()
      let injuries = try folder.store().injuries(of: AthleteID(bits: 1))
      #expect(
        injuries == [
          Injury(
            athlete: AthleteID(bits: 1), bodyPart: .calf, onset: today.advanced(by: -90),
            lastDay: today.advanced(by: -80), status: .resolved, hold: .none),
          Injury(
            athlete: AthleteID(bits: 1), bodyPart: .knee, onset: today.advanced(by: -2),
            lastDay: nil, status: .active, hold: .standing),
        ])
    }
  }

  @Test func `the approved plan stays approved and the proposal a proposal`() throws {
    try inFolder { folder in
      _ = try folder.writeFirstRelease()
      let plans = try folder.store().plans(of: AthleteID(bits: 1), week: nextWeek)
      #expect(
        plans.map(\.status) == [.approved(by: CoachID(bits: 1), at: morning), .proposed])
      #expect(plans.map(\.sessions.count) == [1, 0])
    }
  }

  @Test func `names, the secret and positions are kept`() throws {
    try inFolder { folder in
      _ = try folder.writeFirstRelease()
      let store = try folder.store(secret: 9)
      #expect(
        try store.allIdentities() == [
          AthleteID(bits: 1): Identity(
            name: "李雨桐", latinName: "Li Yutong", birthDate: Day(number: 12_500), contact: "y@example.org")
        ])
      #expect(try store.squadNames() == [SquadID(bits: 1): "飞燕队"])
      #expect(try store.coachNames() == [CoachID(bits: 1): "Marit"])
      #expect(try store.positions(of: SessionID(bits: 1)).map(\.raw) == [[7, 8, 9]])
      let key = try store.identities.read { try Data.fetchOne($0, sql: "SELECT key FROM secret") }
      #expect(key == Data(repeating: 3, count: 32))
    }
  }

  @Test func `new commands are written beside the old events, and the chain holds`() throws {
    try inFolder { folder in
      _ = try folder.writeFirstRelease()
      let store = try folder.store()
      let old = try store.events(limit: 100)
      try store.perform(log(oneOfEverything(about: 1, base: 700, on: today.advanced(by: 5)), from: 900))
      #expect(try store.events(limit: 100).suffix(old.count) == old[...])
      #expect(try store.failedChecks() == [])
    }
  }

  @Test func `opened for reading only it can be asked everything, or is refused`() throws {
    try inFolder { folder in
      _ = try folder.writeFirstRelease()
      let store = try? folder.store(isReadOnly: true)
      // `sessions(of:)` reads columns by position and would end the program instead of throwing.
      if let store { #expect(throws: Never.self) { try store.logicalHash() } }
    }
  }
}

extension TemporaryFolder {
  /// Both files as the first release wrote them, with rows in every table.
  ///
  /// - Returns: the main file's rows by table.
  func writeFirstRelease() throws -> [String: Dump] {
    let names = try otherConnection(to: identities)
    try migrate(names, Array(identityMigrations.prefix(1)))
    try names.write { db in
      try db.execute(sql: firstIdentities)
      try db.execute(
        sql: "INSERT INTO position_chunk VALUES (1, 'latitude', 0, ?)",
        arguments: [Data(Store.chunks(of: [7, 8, 9])[0])])
    }
    try names.close()
    let main = try otherConnection(to: database)
    try migrate(main, Array(mainMigrations.prefix(1)))
    try main.write { db in
      try db.execute(sql: firstRows)
      for (kind, values) in [("time", [0, 1000, 2000]), ("heartRate", [120, 121, 122] as [Int64])] {
        try db.execute(
          sql: "INSERT INTO column_chunk VALUES (1, ?, 0, 1, 0, ?)",
          arguments: [kind, Data(Store.chunks(of: values)[0])])
      }
      try addEvents(db)
    }
    let tables = try main.read(Dump.everyTable)
    try main.close()
    return tables
  }
}

let firstIdentities = """
  INSERT INTO secret VALUES (1, x'\(String(repeating: "03", count: 32))');
  INSERT INTO athlete_identity VALUES (1, '李雨桐', 'Li Yutong', 12500, 'y@example.org');
  INSERT INTO squad_identity VALUES (1, '飞燕队');
  INSERT INTO coach_identity VALUES (1, 'Marit');
  INSERT INTO session_identity VALUES (1, 'run.fit', 4711);
  """

let firstRows = """
  INSERT INTO meta VALUES ('calendar', '{"morning":1795244400000,"utcOffsetSeconds":28800}');
  INSERT INTO squad VALUES (1, 0);
  INSERT INTO coach VALUES (1, 'head', 0);
  INSERT INTO athlete VALUES (1, 'female', 2004, 'university', 'distance', '800 m', 'trained', 1,
    198, 52, 'edwardsTRIMP', 0, 'measured');
  INSERT INTO athlete VALUES (2, 'female', 2004, 'university', 'distance', '800 m', 'trained', NULL,
    NULL, NULL, 'sessionRPE', 1, 'measured');
  INSERT INTO session VALUES (1, 1, \(morning.milliseconds), 28800, 'running', 'intervals', 3600, 6.5,
    6, 60, 90, 151, 0, 600, 1200, 900, 900, 12, 390, 88.5, 180, 3600, 198, 'measured', 52, 'measured',
    1, 'measured');
  INSERT INTO session VALUES (2, 1, \(morning.milliseconds + 90_000_000), 0, 'other', 'other', 0, NULL,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, 0, 'simulated');
  INSERT INTO source_file VALUES (x'\(String(repeating: "ab", count: 32))', 1);
  INSERT INTO recording VALUES (1, 3, 'garmin', 'fr955', NULL, NULL);
  INSERT INTO wellness VALUES (1, \(today.number), 7.5, 1, 2, 5, 4, 51, 4.25, 'measured');
  INSERT INTO wellness VALUES (1, \(today.number + 1), NULL, NULL, NULL, NULL, 1, NULL, NULL, 'simulated');
  INSERT INTO test_result VALUES (1, \(today.number), 'sprint30m', 4.21, 'measured');
  INSERT INTO injury VALUES (1, \(today.number - 2), 'knee', NULL, 'measured');
  INSERT INTO injury VALUES (1, \(today.number - 90), 'calf', \(today.number - 80), 'measured');
  INSERT INTO plan VALUES (1, 1, \(nextWeek.monday.number), 1, 'proposed', NULL, NULL, 'fixedSchedule',
    1, 5, '[]', 'measured');
  INSERT INTO plan VALUES (2, 1, \(nextWeek.monday.number), 2, 'proposed', NULL, NULL, 'fixedSchedule',
    2, 6, '[]', 'measured');
  UPDATE plan SET status = 'approved', decided_by = 1, decided_at = \(morning.milliseconds) WHERE id = 2;
  INSERT INTO planned_session VALUES (20, 2, \(nextWeek.monday.number), 'easy', 45, 4, NULL, NULL, NULL,
    'base', NULL);
  INSERT INTO athlete_summary VALUES (1, \(today.number), 0, 2, -1.5, '{}');
  """
