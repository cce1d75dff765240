import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct PrivacyTests {
  @Test(arguments: Secret.allCases)
  func `what says who somebody is stands in the identity file only`(secret: Secret) throws {
    try inFolder { folder in
      let store = try folder.storeOfYutong()
      // Once with the logs still full, once with everything in the files themselves.
      for isClosed in [false, true] {
        if isClosed { try store.close() }
        let main = folder.everyByte(of: folder.database)
        let identities = folder.everyByte(of: folder.identities)
        #expect(identities.contains(secret.bytes))
        for form in secret.everyForm {
          #expect(!main.contains(form), "\(secret) as \([UInt8](form))")
        }
      }
    }
  }

  @Test func `a command that still carries positions and a serial leaves them out`() throws {
    try inFolder { folder in
      let store = try folder.storeOfYutong()
      let recording = try #require(try store.recording(of: SessionID(bits: 1)))
      #expect(recording.device == Device(manufacturer: "garmin", product: "fr955"))
      #expect(recording.channels.map(\.kind) == [.heartRate])
    }
  }

  @Test func `a copy of the main file opens and names nobody`() throws {
    try inFolder { folder in
      let store = try folder.storeOfYutong()
      try store.close()
      try FileManager.default.copyItem(atPath: store.path, toPath: folder.file("copy.sqlite"))
      let copy = try folder.store("copy.sqlite", isReadOnly: true)
      #expect(try copy.allAthletes().map(\.id.rawValue) == [1, 2])
      #expect(try copy.allIdentities() == [:])
      #expect(try copy.squadNames() == [:])
      #expect(try copy.coachNames() == [:])
      #expect(try copy.positions(of: SessionID(bits: 1)) == [])
      #expect(!folder.exists("copy.identities.sqlite"))
    }
  }

  @Test func `names are read back as they were written`() throws {
    try inFolder { folder in
      let store = try folder.storeOfYutong()
      #expect(try store.allIdentities() == [AthleteID(bits: 1): yutong])
      #expect(
        try store.identities(of: [AthleteID(bits: 2), AthleteID(bits: 1)])
          == [AthleteID(bits: 1): yutong])
      #expect(try store.squadNames() == [SquadID(bits: 1): "飞燕队"])
      #expect(try store.coachNames() == [CoachID(bits: 1): "Marit Bjørgen-Æble"])
      let nameOnly = Identity(name: "Amina Diallo")
      try store.keep(.athlete(AthleteID(bits: 1), nameOnly))
      #expect(try store.identities(of: [AthleteID(bits: 1)]) == [AthleteID(bits: 1): nameOnly])
    }
  }

  @Test func `the same bytes have another hash in another database`() throws {
    try inFolder { folder in
      let one = try folder.store("one.sqlite", secret: 1)
      let other = try folder.store("other.sqlite", secret: 2)
      let bytes = Array("the same file".utf8)
      let hash = try one.contentHash(of: bytes)
      #expect(hash.count == 64)
      #expect(try one.contentHash(of: bytes) == hash)
      #expect(try one.contentHash(of: bytes + [0]) != hash)
      #expect(try other.contentHash(of: bytes) != hash)
    }
  }

  @Test func `the secret outlives the program and is not replaced`() throws {
    try inFolder { folder in
      let hash = try folder.store(secret: 1).contentHash(of: [1, 2, 3])
      #expect(try folder.store(secret: 2).contentHash(of: [1, 2, 3]) == hash)
    }
  }

  @Test func `without the secret no content is hashed as everybody else would hash it`() throws {
    try inFolder { folder in
      try folder.store().close()
      try FileManager.default.removeItem(atPath: folder.identities)
      let store = try folder.store(isReadOnly: true)
      var everybody = Digest()
      everybody.update([1, 2, 3])
      // Without a key the hash is plain SHA-256.
      #expect((try? store.contentHash(of: [1, 2, 3])) != hex(everybody.finish()))
    }
  }

  @Test func `both files and their logs are for their owner only`() throws {
    try inFolder { folder in
      let store = try folder.storeOfYutong()
      for file in [folder.database, folder.identities] {
        for ending in ["", "-wal", "-shm"] {
          #expect(try folder.mode(of: file + ending) == 0o600, "\(file + ending)")
        }
      }
      #expect(try store.failedChecks() == [])
    }
  }

  @Test func `a file that others may read is closed to them when it is opened`() throws {
    try inFolder { folder in
      try folder.store().close()
      for file in [folder.database, folder.identities] {
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
      }
      #expect(try folder.store(isReadOnly: true).failedChecks() == ["files_private"])
      #expect(try folder.store().failedChecks() == [])
      #expect(try folder.mode(of: folder.database) == 0o600)
      #expect(try folder.mode(of: folder.identities) == 0o600)
    }
  }

  @Test func `erasing an identity takes one person out and leaves the main file as it was`()
    throws
  {
    try inFolder { folder in
      let store = try folder.storeOfYutong()
      let amina = Identity(name: "Amina Diallo")
      try store.keep(.athlete(AthleteID(bits: 2), amina))
      let hash = try store.logicalHash()
      try store.erase(AthleteID(bits: 1))
      #expect(try store.allIdentities() == [AthleteID(bits: 2): amina])
      #expect(try store.positions(of: SessionID(bits: 1)) == [])
      let rows = try store.identities.read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM session_identity")
      }
      #expect(rows == 0)
      #expect(try store.logicalHash() == hash)
      #expect(try store.failedChecks() == [])
    }
  }

  @Test(arguments: Secret.ofTheAthlete)
  func `what was erased is gone from the identity file and its log`(secret: Secret) throws {
    try inFolder { folder in
      let store = try folder.storeOfYutong()
      try store.erase(AthleteID(bits: 1))
      // The log keeps the pages as they were before: it is not checkpointed and cut off after erasing.
      #expect(!folder.everyByte(of: folder.identities).contains(secret.bytes))
      try store.close()
      #expect(!folder.everyByte(of: folder.identities).contains(secret.bytes))
    }
  }

  @Test func `erasing everybody of a large school leaves no name anywhere in the file`() throws {
    try inFolder { folder in
      let store = try folder.store()
      var generator = SeededGenerator(seed: 3)
      let everybody = (1...1500).map { AthleteID(bits: $0) }.shuffled(using: &generator)
      try store.perform(log(everybody.map { .saveAthlete(athlete(UInt64($0.rawValue))) }))
      for batch in stride(from: 0, to: everybody.count, by: 100) {
        let naming = everybody[batch..<(batch + 100)].map { id in
          let contact = String(repeating: "x", count: Int(id.rawValue) % 90)
          return Naming.athlete(id, Identity(name: "Pupil-\(id.rawValue)-Known", contact: contact))
        }
        try store.perform([], naming: naming)
      }
      for id in everybody.shuffled(using: &generator) { try store.erase(id) }
      try store.close()
      let left = folder.everyByte(of: folder.identities).count(of: Data("-Known".utf8))
      #expect(left == 0)
    }
  }

  @Test func `an import that is refused leaves no file name and no position behind`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let before = try store.logicalHash()
      let refused = refusal {
        try store.perform(
          log([.importSessions([imported(5, of: 99)])], from: 50),
          naming: [
            .session(
              SessionID(bits: 5), fileName: "Li.fit", deviceSerial: 9, positions: [latitudes])
          ])
      }
      #expect(refused?.isRuleBroken == true)
      #expect(try store.positions(of: SessionID(bits: 5)) == [])
      let rows = try store.identities.read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM session_identity")
      }
      #expect(rows == 0)
      #expect(try store.logicalHash() == before)
    }
  }

  @Test(arguments: ["", String(repeating: "长", count: 201)])
  func `a pseudonym is not made for a name that cannot be kept`(name: String) throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let refused = refusal {
        try store.perform(
          log([.saveAthlete(athlete(3))], from: 50),
          naming: [.athlete(AthleteID(bits: 3), Identity(name: name))])
      }
      #expect(refused?.isRuleBroken == true)
      #expect(try store.athlete(AthleteID(bits: 3)) == nil)
      #expect(try store.allIdentities() == [:])
    }
  }

  @Test func `two databases in one folder never share their identities`() {
    let names = ["sideline.sqlite", "team.sqlite", "team.2026", "team.2027", "sideline.db"]
    let identities = Set(names.map { Store.identitiesPath(besides: "/data/" + $0) })
    #expect(Store.identitiesPath(besides: "/data/sideline.sqlite") == "/data/identities.sqlite")
    #expect(Store.identitiesPath(besides: "/data/a.sqlite") == "/data/a.identities.sqlite")
    // Whatever follows the last point is dropped.
    #expect(identities.count == names.count)
  }
}

/// What must not be in the main file, one thing at a time.
enum Secret: CaseIterable {
  case name, latinName, birthDate, contact, squadName, coachName, serial, fileName, track, key

  static let ofTheAthlete: [Secret] = [.name, .latinName, .contact, .serial, .fileName, .track]

  /// As the identity file holds it; SQLite writes numbers with the high byte first.
  var bytes: Data {
    switch self {
    case .name: Data(yutong.name.utf8)
    case .latinName: Data("Li Yutong".utf8)
    // Between the columns beside it: two bytes alone are found in any file.
    case .birthDate: Data("Li Yutong".utf8) + [0x31, 0x00] + Data("yutong@example.org".utf8)
    case .contact: Data("yutong@example.org".utf8)
    case .squadName: Data("飞燕队".utf8)
    case .coachName: Data("Marit Bjørgen-Æble".utf8)
    case .serial: Data([0xC0, 0xFE, 0xE1, 0x5D])
    case .fileName: Data("Li_Yutong_2026-11-21.fit".utf8)
    case .track: Data(Store.chunks(of: latitudes)[0].dropFirst(4))
    case .key: Data(repeating: 7, count: 32)
    }
  }

  /// The forms in which it could be read from another file.
  var everyForm: [Data] {
    switch self {
    case .birthDate: [Data("2004-05-06".utf8), Data("\(dateOfBirth.number)".utf8)]
    case .serial:
      [bytes, Data(bytes.reversed()), Data("\(serialNumber)".utf8), Data("c0fee15d".utf8)]
    case .key: [bytes, Data(String(repeating: "07", count: 32).utf8)]
    case .track:
      [bytes, Data(latitudes.raw.withUnsafeBytes { Data($0) }), Data("\(latitudes.raw[0])".utf8)]
    default: [bytes]
    }
  }
}

private let serialNumber: UInt32 = 0xC0FE_E15D
private let dateOfBirth = Day(year: 2004, month: 5, day: 6)
private let yutong = Identity(
  name: "李雨桐", latinName: "Li Yutong", birthDate: dateOfBirth, contact: "yutong@example.org")
private let latitudes = Channel(
  .latitude, raw: [472_618_903, 472_618_940, 472_619_377],
  validity: Bitmap(repeating: true, count: 3))

extension TemporaryFolder {
  /// Athlete 1 with everything that says who she is, and one session of hers.
  fileprivate func storeOfYutong() throws -> Store {
    let store = try store()
    let recording = Recording(
      sport: .running, start: morning,
      device: Device(manufacturer: "garmin", product: "fr955", serial: serialNumber),
      timestamps: [0, 1000, 2000],
      channels: [
        Channel(.heartRate, raw: [120, 121, 122], validity: Bitmap(repeating: true, count: 3)),
        latitudes,
      ])
    let hash = try store.contentHash(of: [1, 2, 3])
    try store.perform(
      log(people + [.importSessions([imported(1, recording: recording, hash: hash)])]),
      naming: [
        .athlete(AthleteID(bits: 1), yutong), .squad(SquadID(bits: 1), name: "飞燕队"),
        .coach(CoachID(bits: 1), name: "Marit Bjørgen-Æble"),
        .session(
          SessionID(bits: 1), fileName: "Li_Yutong_2026-11-21.fit", deviceSerial: serialNumber,
          positions: [latitudes]),
      ])
    try store.save([summary(1), summary(2)])
    return store
  }
}

extension Data {
  fileprivate func contains(_ part: Data) -> Bool { range(of: part) != nil }

  fileprivate func count(of part: Data) -> Int {
    var count = 0
    var rest = startIndex..<endIndex
    while let found = range(of: part, in: rest) {
      count += 1
      rest = found.upperBound..<endIndex
    }
    return count
  }
}
