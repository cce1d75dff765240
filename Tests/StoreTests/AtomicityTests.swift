import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct AtomicityTests {
  @Test func `a batch with one refused command leaves nothing`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let hash = try store.logicalHash()
      let batch: [Command] = [
        .saveAthlete(athlete(3)), .importSessions([imported(1, of: 3)]),
        .recordWellness([Wellness(athlete: AthleteID(bits: 3), day: today, sleepHours: 30)]),
        .saveAthlete(athlete(4)),
      ]
      #expect(refusal { try store.perform(log(batch, from: 50)) }?.isRuleBroken == true)
      #expect(try store.logicalHash() == hash)
      #expect(try store.rosterCount() == 2)
    }
  }

  @Test func `a command that is refused in its middle leaves nothing`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let hash = try store.logicalHash()
      let sessions = [imported(1), imported(2), imported(3, of: 99)]
      #expect(
        refusal { try store.perform(log([.importSessions(sessions)], from: 50)) }?.isRuleBroken
          == true)
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `a file is stored once`() throws {
    try inFolder { folder in
      let store = try folder.store()
      let file = try store.contentHash(of: [1, 2, 3])
      let both = [imported(1, hash: file), imported(2, hash: file)]
      try store.perform(log(people + [.importSessions(both)]))
      #expect(try store.sessions(fromFile: file).map(\.rawValue) == [1, 2])
      let hash = try store.logicalHash()
      let again: [Command] = [
        .saveAthlete(athlete(3)), .importSessions([imported(3), imported(4, hash: file)]),
      ]
      #expect(throws: StoreError.duplicateFile) { try store.perform(log(again, from: 50)) }
      #expect(try store.logicalHash() == hash)
      #expect(try store.sessions(fromFile: store.contentHash(of: [4])) == [])
    }
  }

  @Test(arguments: ["", "not a hash", "ABCDEF", String(repeating: "0A", count: 32)])
  func `a file whose hash cannot be kept is not stored without it`(hash: String) throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let refused = refusal {
        try store.perform(log([.importSessions([imported(1, hash: hash)])], from: 50))
      }
      #expect(refused?.isRuleBroken == true)
    }
  }

  @Test func `a connection that goes away in the middle of a change leaves nothing`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let hash = try store.logicalHash()
      try store.close()
      let other = try otherConnection(to: folder.database)
      try other.writeWithoutTransaction { try writeHalf(in: $0) }
      try other.close()
      let reopened = try folder.store()
      #expect(try reopened.logicalHash() == hash)
      #expect(try reopened.failedChecks() == [])
    }
  }

  /// What a power cut leaves: the files as they are while a long change is being written to the log.
  @Test func `files copied in the middle of a change hold what was there before it`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let hash = try store.logicalHash()
      try store.main.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA cache_size = 5")
        let before = folder.everyByte(of: folder.database).count
        try writeHalf(in: db)
        #expect(folder.everyByte(of: folder.database).count > before + 500_000)
        for ending in ["", "-wal"] {
          try FileManager.default.copyItem(
            atPath: folder.database + ending, toPath: folder.file("cut.sqlite" + ending))
        }
        try db.execute(sql: "ROLLBACK")
      }
      let cut = try folder.store("cut.sqlite")
      #expect(try cut.logicalHash() == hash)
      #expect(try cut.failedChecks() == [])
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `a full disk is said, changes nothing, and is over when there is room`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let hash = try store.logicalHash()
      let many: [Command] = (10..<2000).map { .saveAthlete(athlete($0)) }
      try store.main.writeWithoutTransaction { db in
        let pages = try #require(try Int.fetchOne(db, sql: "PRAGMA page_count"))
        try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
      }
      #expect(throws: StoreError.diskFull) { try store.perform(log(many, from: 50)) }
      #expect(try store.logicalHash() == hash)
      #expect(try store.failedChecks() == [])
      try store.main.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA max_page_count = 1000000")
      }
      try store.perform(log(many, from: 50))
      #expect(try store.rosterCount() == 1992)
    }
  }
}

/// A large change, begun and not ended.
private func writeHalf(in db: Database) throws {
  try db.execute(sql: "BEGIN IMMEDIATE; DELETE FROM athlete_summary; DELETE FROM athlete")
  for number in 1...400 {
    try db.execute(
      sql: "INSERT INTO meta VALUES (?, ?)",
      arguments: ["half \(number)", String(repeating: "x", count: 3000)])
  }
}
