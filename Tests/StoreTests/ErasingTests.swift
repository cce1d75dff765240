import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// Somebody who wants to be forgotten: sealed first, gone for good when the file is compacted.
@Suite struct ErasingTests {
  private let id = erased

  // MARK: Sealed

  @Test(arguments: Trace.allCases)
  func `what is known about somebody stands in the identity file until it is sealed`(trace: Trace) throws {
    try erasing { folder, store in
      #expect(folder.everyByte(of: folder.identities).holds(trace.bytes))
      try store.sealIdentity(of: id)
      #expect(!folder.everyByte(of: folder.identities).holds(trace.bytes))
      #expect(!folder.everyByte(of: folder.database).holds(trace.bytes))
    }
  }

  @Test(arguments: Trace.allCases)
  func `what was sealed is in neither file after the program has closed them`(trace: Trace) throws {
    try erasing { folder, store in
      try eraseHer(in: store)
      try store.close()
      #expect(!folder.everyByte(of: folder.identities).holds(trace.bytes))
      #expect(!folder.everyByte(of: folder.database).holds(trace.bytes))
    }
  }

  @Test func `the athlete's own words for the event leave the main file`() throws {
    try erasing { folder, store in
      #expect(folder.everyByte(of: folder.database).holds(Data(ownWords.utf8)))
      try eraseHer(in: store)
      #expect(try store.athlete(id)?.event == "")
      #expect(!folder.everyByte(of: folder.database).holds(Data(ownWords.utf8)))
      try store.close()
      #expect(!folder.everyByte(of: folder.database).holds(Data(ownWords.utf8)))
    }
  }

  @Test func `the figures of the pseudonym stay, and the roster forgets it`() throws {
    try erasing { _, store in
      let before = try store.everything(about: 1).ones[0]
      try eraseHer(in: store)
      let after = try store.everything(about: 1).ones[0]
      #expect(after.sessions == before.sessions)
      #expect(after.wellness == before.wellness)
      #expect(after.recordings == before.recordings)
      #expect(after.comments == before.comments)
      #expect(after.commentTexts == [:])
      #expect(after.eventNames == [:])
      #expect(after.identity == nil)
      #expect(after.athlete?.isArchived == true)
      #expect(try store.rosterCount() == 1)
      #expect(try store.failedChecks() == [])
    }
  }

  @Test func `nobody else loses a name`() throws {
    try erasing { _, store in
      let before = try store.everything(about: 2)
      try store.sealIdentity(of: id)
      #expect(try store.everything(about: 2) == before)
      #expect(try store.coachNames() == [CoachID(bits: 1): "Marit"])
    }
  }

  @Test func `somebody who is not here cannot be sealed`() throws {
    try erasing { _, store throws in
      #expect(refusal { try store.sealIdentity(of: AthleteID(bits: 99)) } == .missing)
    }
  }

  // MARK: Back

  @Test func `a seal that is opened brings everything back`() throws {
    try erasing { _, store in
      let before = try store.everything(about: 1, 2)
      try eraseHer(in: store)
      #expect(try store.everything(about: 1, 2) != before)
      var athlete = try #require(before.ones[0].athlete)
      athlete.event = try store.unsealIdentity(of: id)
      #expect(athlete.event == ownWords)
      try store.perform(log([.unEraseAthlete(id), .saveAthlete(athlete)], from: 600, by: headCoach))
      #expect(try store.everything(about: 1, 2) == before)
    }
  }

  @Test func `every row of the identity file comes back as it was`() throws {
    try erasing { _, store in
      let before = try store.identityRows()
      try store.sealIdentity(of: id)
      try store.unsealIdentity(of: id)
      #expect(try store.identityRows() == before)
    }
  }

  @Test func `a seal opens once`() throws {
    try erasing { _, store in
      try store.sealIdentity(of: id)
      try store.unsealIdentity(of: id)
      #expect(refusal { try store.unsealIdentity(of: id) } == .missing)
    }
  }

  @Test func `who is only sealed is not forgotten`() throws {
    try erasing { _, store in
      #expect(try !store.isForgotten(id))
      try eraseHer(in: store)
      #expect(try !store.isForgotten(id))
    }
  }

  @Test func `sealing a second time keeps what was sealed the first time`() throws {
    try erasing { _, store in
      let before = try store.identities(of: [id])
      try store.sealIdentity(of: id)
      try store.sealIdentity(of: id)
      try store.unsealIdentity(of: id)
      #expect(try store.identities(of: [id]) == before)
    }
  }

  @Test func `something new about somebody sealed does not push out what was sealed`() throws {
    try erasing { _, store in
      let before = try store.identities(of: [id])
      try eraseHer(in: store)
      let comment = Comment(id: CommentID(bits: 77), athlete: id, day: today, coach: nil)
      try store.perform(
        log([.recordComments([comment])], from: 550), naming: [.comment(comment.id, of: id, "came by")])
      try store.sealIdentity(of: id)
      try store.unsealIdentity(of: id)
      #expect(try store.identities(of: [id]) == before)
    }
  }

  @Test func `somebody without a name keeps the words for the event`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      try eraseHer(in: store)
      #expect(try store.unsealIdentity(of: id) == "800 m")
    }
  }

  // MARK: Damaged

  @Test(arguments: [
    "zeroblob(400)", "zeroblob(40)", "x'00'", "x''", "substr(sealed, 1, length(sealed) - 1)",
    "CAST(substr(sealed, 1, 60) || x'ff' || substr(sealed, 62) AS BLOB)",
  ])
  func `a seal that was tampered with is not opened`(bytes: String) throws {
    try erasing { folder, store in
      try eraseHer(in: store)
      try runRaw("UPDATE erased_identity SET sealed = \(bytes)", on: folder.identities)
      #expect(refusal { try store.unsealIdentity(of: id) } == .damaged)
      #expect(try store.identities(of: [id]) == [:])
      #expect(try !store.isForgotten(id))
    }
  }

  @Test func `a seal of another database is not opened`() throws {
    try erasing { folder, store in
      try eraseHer(in: store)
      try runRaw("UPDATE secret SET key = zeroblob(32)", on: folder.identities)
      #expect(refusal { try store.unsealIdentity(of: id) } == .damaged)
    }
  }
}
