import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct BackupTests {
  @Test func `a backup holds both files as they are, for its owner only`() throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      try store.keep(.athlete(AthleteID(bits: 1), Identity(name: "李雨桐")))
      try store.backup(to: folder.file("copy.sqlite"))
      #expect(
        try folder.contents().keys.filter { $0.hasPrefix("copy") }.sorted()
          == ["copy.identities.sqlite", "copy.sqlite"])
      #expect(try folder.mode(of: folder.file("copy.sqlite")) == 0o600)
      #expect(try folder.mode(of: folder.file("copy.identities.sqlite")) == 0o600)
      let copy = try folder.store("copy.sqlite", secret: 99)
      #expect(try copy.logicalHash() == store.logicalHash())
      #expect(try copy.allIdentities() == store.allIdentities())
      #expect(try copy.contentHash(of: [1]) == store.contentHash(of: [1]))
      #expect(try copy.failedChecks() == [])
    }
  }

  @Test func `backups made while somebody writes hold files that belong together`() async throws {
    try await inFolderAsync { folder in
      let store = try folder.store()
      let writer = Task.detached { try addSquads(to: store) }
      let start = ContinuousClock.now
      while try store.squads().count < 20, start.duration(to: .now) < .seconds(60) {
        await Task.yield()
      }
      var sizes: [Int] = []
      for number in 0..<5 {
        let name = "copy\(number).sqlite"
        try store.backup(to: folder.file(name))
        let copy = try folder.store(name, isReadOnly: true)
        let squads = try copy.squads().count
        #expect(try copy.squadNames().count == squads)
        #expect(try copy.events(limit: .max).count == squads)
        #expect(try copy.failedChecks() == [])
        sizes.append(squads)
      }
      writer.cancel()
      #expect(sizes[0] >= 20)
      #expect(try await writer.value > sizes[0])
    }
  }

  @Test(arguments: ["copy.sqlite", "copy.identities.sqlite"])
  func `a backup writes over nothing`(name: String) throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      try folder.write(Data("mine".utf8), to: name)
      let refused = refusal { try store.backup(to: folder.file("copy.sqlite")) }
      #expect(refused == .ruleBroken("\(name) is already there"))
      #expect(try folder.contents().keys.filter { $0.hasPrefix("copy") } == [name])
      #expect(FileManager.default.contents(atPath: folder.file(name)) == Data("mine".utf8))
    }
  }

  @Test func `a backup to a folder that is not there leaves nothing`() throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      #expect(throws: StoreError.notPermitted) {
        try store.backup(to: folder.file("nowhere/copy.sqlite"))
      }
      #expect(!folder.exists("nowhere"))
    }
  }

  @Test func `a database opened for reading only can be backed up`() throws {
    try inFolder { folder in
      let hash = try folder.storeWithPlans().logicalHash()
      let store = try folder.store(isReadOnly: true)
      try store.backup(to: folder.file("copy.sqlite"))
      #expect(try folder.store("copy.sqlite", isReadOnly: true).logicalHash() == hash)
    }
  }
}

@Suite struct RestoreTests {
  @Test func `names and plans come back, and what stood there is kept`() throws {
    try inFolder { folder in
      let store = try folder.storeWithBackup()
      let backedUp = try folder.store("copy.sqlite", isReadOnly: true)
      let later = try store.logicalHash()
      try store.close()
      try Store.restore(
        folder.file("copy.sqlite"), to: folder.database, keepingOldAs: ".before")
      let restored = try folder.store()
      #expect(try restored.logicalHash() == backedUp.logicalHash())
      #expect(
        try restored.allIdentities() == [AthleteID(bits: 1): Identity(name: "李雨桐")])
      #expect(try restored.plan(PlanID(bits: 2))?.status != .proposed)
      #expect(try folder.mode(of: folder.database) == 0o600)
      #expect(try folder.mode(of: folder.identities) == 0o600)
      try restored.close()
      #expect(try folder.store("sideline.sqlite.before", isReadOnly: true).logicalHash() == later)
      #expect(
        folder.everyByte(of: folder.file("sideline.sqlite.before.identities.sqlite")).range(
          of: Data("Amina".utf8)) != nil)
      #expect(!folder.exists("sideline.sqlite.incoming"))
      #expect(!folder.exists("identities.sqlite.incoming"))
    }
  }

  @Test func `what stood there is kept with the log it had not put away`() throws {
    try inFolder { folder in
      let store = try folder.storeWithBackup()
      let later = try store.logicalHash()
      #expect(folder.exists("sideline.sqlite-wal"))
      try Store.restore(
        folder.file("copy.sqlite"), to: folder.database, keepingOldAs: ".before")
      #expect(folder.exists("sideline.sqlite.before-wal"))
      #expect(try folder.store().allIdentities().count == 1)
      #expect(try folder.store("sideline.sqlite.before", isReadOnly: true).logicalHash() == later)
    }
  }

  @Test func `a backup is restored where nothing stood`() throws {
    try inFolder { folder in
      try folder.storeWithBackup().close()
      for name in ["sideline.sqlite", "identities.sqlite"] {
        try FileManager.default.removeItem(atPath: folder.file(name))
      }
      try Store.restore(folder.file("copy.sqlite"), to: folder.database, keepingOldAs: ".before")
      #expect(try folder.store().allIdentities().count == 1)
      #expect(!folder.exists("sideline.sqlite.before"))
    }
  }

  @Test(arguments: BackupDamage.allCases)
  func `a damaged backup is refused and nothing changes`(damage: BackupDamage) throws {
    try inFolder { folder in
      try folder.storeWithBackup().close()
      try damage.apply(to: folder)
      let before = try folder.contents()
      #expect(throws: damage.error) {
        try Store.restore(
          folder.file("copy.sqlite"), to: folder.database, keepingOldAs: ".before")
      }
      let after = try folder.contents()
      #expect(
        after.filter { !$0.key.hasPrefix("copy") } == before.filter { !$0.key.hasPrefix("copy") })
      #expect(try folder.store().allIdentities().count == 2)
    }
  }

  @Test(arguments: ["sideline.sqlite.before", "sideline.sqlite.before.identities.sqlite"])
  func `when the old files cannot be kept nothing changes`(taken: String) throws {
    try inFolder { folder in
      try folder.storeWithBackup().close()
      try folder.write(Data("older still".utf8), to: taken)
      let before = try folder.contents()
      #expect(throws: StoreError.self) {
        try Store.restore(
          folder.file("copy.sqlite"), to: folder.database, keepingOldAs: ".before")
      }
      let after = try folder.contents()
      #expect(
        after.filter { !$0.key.hasPrefix("copy") }
          == before.filter { !$0.key.hasPrefix("copy") })
    }
  }
}

/// What can have happened to a backup.
enum BackupDamage: CaseIterable {
  case missing, noise, cut, cutIdentities, damagedPage, changedEvent, changedSamples, newer

  var error: StoreError {
    switch self {
    case .missing: .missing
    case .newer: .newer
    default: .damaged
    }
  }

  func apply(to folder: TemporaryFolder) throws {
    let main = folder.file("copy.sqlite")
    let bytes = try #require(FileManager.default.contents(atPath: main))
    switch self {
    case .missing: try FileManager.default.removeItem(atPath: main)
    case .noise: try folder.write(Data("not a database at all".utf8), to: "copy.sqlite")
    case .cut: try folder.write(bytes.prefix(10 * 4096), to: "copy.sqlite")
    case .cutIdentities:
      let identities = folder.file("copy.identities.sqlite")
      let half = try #require(FileManager.default.contents(atPath: identities)).prefix(3 * 4096)
      try folder.write(half, to: "copy.identities.sqlite")
    case .damagedPage: try damageTable("athlete", in: "copy.sqlite", of: folder)
    case .changedEvent:
      try runRaw(
        "DROP TRIGGER event_is_not_changed; UPDATE event SET at = 1 WHERE sequence = 2", on: main)
    case .changedSamples:
      try runRaw(
        """
        INSERT INTO session (id, athlete, start, utc_offset, sport, type, duration, has_recording,
          origin) VALUES (5, 1, 0, 0, 'running', 'easy', 60, 1, 'measured');
        INSERT INTO recording VALUES (5, 0, NULL, NULL, NULL, NULL, NULL, NULL);
        INSERT INTO column_chunk VALUES (5, 'heartRate', 0, 1, 0, x'0102030405');
        """, on: main)
    case .newer: try runRaw("INSERT INTO grdb_migrations VALUES ('9 later')", on: main)
    }
  }
}

extension TemporaryFolder {
  /// One name and an approved plan in the backup; then another name and the approval taken back.
  fileprivate func storeWithBackup() throws -> Store {
    let store = try storeWithPlans()
    try store.keep(.athlete(AthleteID(bits: 1), Identity(name: "李雨桐")))
    try store.backup(to: file("copy.sqlite"))
    try store.keep(.athlete(AthleteID(bits: 2), Identity(name: "Amina")))
    try store.perform(log([.withdrawApproval(PlanID(bits: 2))], from: 300, by: headCoach))
    return store
  }
}

/// Adds squad after squad until it is cancelled, and tells how many.
private func addSquads(to store: Store) throws(StoreError) -> Int {
  var number: UInt64 = 0
  while !Task.isCancelled {
    number += 1
    let id = SquadID(bits: number)
    try store.perform(
      log([.saveSquad(Squad(id: id))], from: number), naming: [.squad(id, name: "\(number)")])
  }
  return Int(number)
}
