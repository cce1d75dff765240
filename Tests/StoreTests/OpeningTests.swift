import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct OpeningTests {
  @Test func `a new database is made with its folder, for its owner only`() throws {
    try inFolder { folder in
      let store = try folder.store("deep/er/sideline.sqlite")
      #expect(try folder.mode(of: folder.file("deep")) == 0o700)
      #expect(try folder.mode(of: folder.file("deep/er/sideline.sqlite")) == 0o600)
      #expect(try folder.mode(of: folder.file("deep/er/identities.sqlite")) == 0o600)
      #expect(try store.allAthletes(includingArchived: true) == [])
      #expect(try store.failedChecks() == [])
    }
  }

  @Test func `an empty file becomes a database`() throws {
    try inFolder { folder in
      try folder.write(Data(), to: "sideline.sqlite")
      let store = try folder.store()
      try store.perform(log(people))
      #expect(try store.allAthletes().count == 2)
    }
  }

  @Test func `what was stored is there the next time, also for reading only`() throws {
    try inFolder { folder in
      let hash = try folder.storeWithPlans().logicalHash()
      for isReadOnly in [false, true, false] {
        let store = try folder.store(isReadOnly: isReadOnly)
        #expect(store.isReadOnly == isReadOnly)
        #expect(try store.logicalHash() == hash)
        try store.close()
      }
    }
  }

  @Test(arguments: Foreign.allCases, [false, true])
  func `a file that is not a whole database is refused`(foreign: Foreign, isReadOnly: Bool) throws {
    try inFolder { folder in
      try folder.write(foreign.bytes(in: folder), to: "results.sqlite")
      #expect(throws: StoreError.damaged) {
        try folder.store("results.sqlite", isReadOnly: isReadOnly)
      }
    }
  }

  @Test(arguments: [false, true])
  func `a file that is refused stays as it was`(isReadOnly: Bool) throws {
    try inFolder { folder in
      try folder.write(Data("name,time\nAmina,12.3\n".utf8), to: "results.csv")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644], ofItemAtPath: folder.file("results.csv"))
      let before = try folder.contents()
      #expect(throws: StoreError.damaged) {
        try folder.store("results.csv", isReadOnly: isReadOnly)
      }
      let after = try folder.contents()
      #expect(after == before)
    }
  }

  @Test(arguments: [false, true])
  func `another program's database is refused and stays as it was`(isReadOnly: Bool) throws {
    try inFolder { folder in
      try runRaw("CREATE TABLE photo (id INTEGER PRIMARY KEY)", on: folder.file("photos.sqlite"))
      // Nothing marks a database as ours: the tables are made in between the others.
      #expect(throws: StoreError.damaged) {
        try folder.store("photos.sqlite", isReadOnly: isReadOnly)
      }
      let tables = try otherConnection(to: folder.file("photos.sqlite")).read {
        try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      }
      #expect(tables == ["photo"])
    }
  }

  @Test func `an empty file opened for reading only is refused when it is opened`() throws {
    try inFolder { folder in
      try folder.write(Data(), to: "sideline.sqlite")
      // It opens, and then every question is answered with `other(code: 1)`.
      #expect(throws: StoreError.damaged) { try folder.store(isReadOnly: true) }
    }
  }

  @Test func `a database that is not there is not made for reading only`() throws {
    try inFolder { folder in
      #expect(throws: StoreError.missing) { try folder.store(isReadOnly: true) }
      let contents = try folder.contents()
      #expect(contents.isEmpty)
    }
  }

  @Test(arguments: ["sideline.sqlite", "identities.sqlite"], [false, true])
  func `a file that a newer program has written is refused`(name: String, isReadOnly: Bool) throws {
    try inFolder { folder in
      try folder.store().close()
      try runRaw(
        "INSERT INTO grdb_migrations VALUES ('2 a later idea')", on: folder.file(name))
      #expect(throws: StoreError.newer) { try folder.store(isReadOnly: isReadOnly) }
    }
  }

  @Test func `a folder in the place of the file is not a database`() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder.database, withIntermediateDirectories: false)
      for isReadOnly in [false, true] {
        let refused = refusal { _ = try folder.store(isReadOnly: isReadOnly) }
        #expect(refused == .notPermitted)
      }
      #expect(!folder.exists("identities.sqlite"))
    }
  }

  @Test func `nothing is made below a file`() throws {
    try inFolder { folder in
      try folder.write(Data("text".utf8), to: "file")
      #expect(throws: StoreError.notPermitted) { try folder.store("file/below/sideline.sqlite") }
      #expect(throws: StoreError.missing) {
        try folder.store("file/sideline.sqlite", isReadOnly: true)
      }
      #expect(throws: StoreError.notPermitted) { try folder.store("file/sideline.sqlite") }
    }
  }

  @Test func `while another program writes for longer than three seconds, nothing is written`()
    throws
  {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let other = try otherConnection(to: folder.database)
      try other.writeWithoutTransaction { db in
        try db.execute(sql: "BEGIN EXCLUSIVE")
        #expect(throws: StoreError.locked) {
          try store.perform(log([.saveAthlete(athlete(3))], from: 50))
        }
        #expect(try store.allAthletes().count == 2)
        try db.execute(sql: "ROLLBACK")
      }
      try store.perform(log([.saveAthlete(athlete(3))], from: 50))
      #expect(try store.allAthletes().count == 3)
    }
  }

  @Test func `a database that another program is making cannot be opened yet`() throws {
    try inFolder { folder in
      let other = try otherConnection(to: folder.database)
      try other.writeWithoutTransaction { db in
        try db.execute(sql: "BEGIN EXCLUSIVE; CREATE TABLE other (id INTEGER)")
        #expect(throws: StoreError.locked) { try folder.store() }
        try db.execute(sql: "ROLLBACK")
      }
      #expect(try folder.store().failedChecks() == [])
    }
  }

  @Test(arguments: Write.allCases)
  func `a database opened for reading only refuses to be written to`(write: Write) throws {
    try inFolder { folder in
      try folder.storeWithPlans().close()
      let store = try folder.store(isReadOnly: true)
      let hash = try store.logicalHash()
      #expect(throws: StoreError.readOnly) { try write.perform(on: store) }
      #expect(try store.logicalHash() == hash)
      #expect(try store.allIdentities() == [:])
    }
  }

  @Test(arguments: [
    (ResultCode.SQLITE_BUSY, StoreError.locked), (.SQLITE_LOCKED, .locked),
    (.SQLITE_BUSY_SNAPSHOT, .locked), (.SQLITE_NOTADB, .damaged), (.SQLITE_CORRUPT, .damaged),
    (.SQLITE_FULL, .diskFull), (.SQLITE_IOERR_WRITE, .diskFull), (.SQLITE_READONLY, .readOnly),
    (.SQLITE_CANTOPEN, .notPermitted), (.SQLITE_PERM, .notPermitted),
    (.SQLITE_CONSTRAINT_CHECK, .ruleBroken("why")), (.SQLITE_ERROR, .other(code: 1)),
  ])
  func `what SQLite says has one meaning`(code: ResultCode, meaning: StoreError) {
    #expect(StoreError(DatabaseError(resultCode: code, message: "why")) == meaning)
  }

  @Test func `a disk that cannot be read is not called full`() {
    #expect(
      StoreError(DatabaseError(resultCode: .SQLITE_IOERR_READ))
        == .other(code: Int(ResultCode.SQLITE_IOERR_READ.rawValue)))
  }

  @Test func `a damaged page is named by the check, not thrown at who asks`() throws {
    try inFolder { folder in
      try folder.storeWithPlans().close()
      try damageTable("athlete", in: "sideline.sqlite", of: folder)
      let store = try folder.store(isReadOnly: true)
      let failed = try? store.failedChecks()
      // The check of the whole file says it; those after it throw.
      #expect(failed?.contains("database_whole") == true)
    }
  }
}

/// What people hand over by mistake.
enum Foreign: CaseIterable {
  case text, fewBytes, noise, onlyTheFirstBytes, halfADatabase, databaseWithoutItsFirstPage

  func bytes(in folder: TemporaryFolder) throws -> Data {
    var generator = SeededGenerator(seed: 5)
    switch self {
    case .text: return Data(String(repeating: "name,time\nAmina,12.3\n", count: 300).utf8)
    case .fewBytes: return Data("time\n".utf8)
    case .noise:
      return Data((0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    case .onlyTheFirstBytes: return try whole(in: folder).prefix(50)
    case .halfADatabase: return try whole(in: folder).prefix(8 * 4096)
    case .databaseWithoutItsFirstPage: return try whole(in: folder).dropFirst(4096)
    }
  }

  private func whole(in folder: TemporaryFolder) throws -> Data {
    try folder.storeWithPlans().close()
    return try #require(FileManager.default.contents(atPath: folder.database))
  }
}

/// Every way to write.
enum Write: CaseIterable {
  case command, commandAndName, name, rosterRows, erasing

  func perform(on store: Store) throws(StoreError) {
    let envelopes = log([.saveAthlete(athlete(3))], from: 500)
    let name = Naming.athlete(AthleteID(bits: 3), Identity(name: "Amina"))
    switch self {
    case .command: try store.perform(envelopes[0])
    case .commandAndName: try store.perform(envelopes, naming: [name])
    case .name: try store.keep(name)
    case .rosterRows: try store.save([summary(1)])
    case .erasing: try store.erase(AthleteID(bits: 1))
    }
  }
}
