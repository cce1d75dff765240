import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// What was erased and thrown away is gone, and what a seal must not miss.
@Suite struct ForgettingTests {
  private let id = erased

  @Test func `after compacting there is nothing to bring back`() throws {
    try erasing { _, store in
      try eraseHer(in: store)
      #expect(try store.compactIdentities() == 1)
      #expect(refusal { try store.unsealIdentity(of: id) } == .missing)
      #expect(try store.isForgotten(id))
      #expect(try store.compactIdentities() == 0)
    }
  }

  @Test func `compacting leaves everybody who was not erased`() throws {
    try erasing { _, store in
      let before = try store.everything(about: 1, 2)
      let rows = try store.identityRows()
      #expect(try store.compactIdentities() == 0)
      #expect(try store.everything(about: 1, 2) == before)
      #expect(try store.identityRows() == rows)
    }
  }

  @Test func `the name of somebody merged away goes with compacting, the other's stays`() throws {
    try erasing { folder, store in
      try store.perform(log([.mergeAthletes(id, into: AthleteID(bits: 2))], from: 500))
      #expect(try !store.isForgotten(id))
      #expect(try store.compactIdentities() == 1)
      #expect(try store.isForgotten(id))
      #expect(!folder.everyByte(of: folder.identities).holds(Trace.name.bytes))
      #expect(
        try store.allIdentities() == [AthleteID(bits: 2): Identity(name: "Amina Diallo")])
      // Her comment and her run are the other's now.
      #expect(folder.everyByte(of: folder.identities).holds(Trace.comment.bytes))
    }
  }

  @Test func `words of what was taken back go with compacting`() throws {
    try erasing { folder, store in
      let keys: [EntryKey] = [
        .comment(id, CommentID(bits: 100)), .targetEvent(id, TargetEventID(bits: 100)),
      ]
      try store.perform(log([.removeEntries(keys)], from: 500))
      try store.compactIdentities()
      let bytes = folder.everyByte(of: folder.identities)
      #expect(!bytes.holds(Trace.comment.bytes) && !bytes.holds(Trace.eventName.bytes))
      #expect(bytes.holds(Trace.name.bytes))
    }
  }

  @Test(arguments: [Trace.fileName, .serial, .track])
  func `the file and the places of a session taken out go with compacting`(trace: Trace) throws {
    try erasing { folder, store in
      let key = EntryKey.session(id, SessionID(bits: 101))
      try store.perform(log([.removeEntries([key])], from: 500))
      try store.compactIdentities()
      #expect(!folder.everyByte(of: folder.identities).holds(trace.bytes))
    }
  }

  // MARK: What a seal must find

  @Test(arguments: [Trace.comment, .eventName])
  func `words of what was taken back are sealed with the rest`(trace: Trace) throws {
    try erasing { folder, store in
      let keys: [EntryKey] = [
        .comment(id, CommentID(bits: 100)), .targetEvent(id, TargetEventID(bits: 100)),
      ]
      try store.perform(log([.removeEntries(keys)], from: 400))
      try eraseHer(in: store)
      #expect(!folder.everyByte(of: folder.identities).holds(trace.bytes))
    }
  }

  @Test func `erasing somebody seals the name under which he was merged, too`() throws {
    try erasing { folder, store in
      let other = AthleteID(bits: 2)
      try store.perform(log([.mergeAthletes(id, into: other)], from: 400))
      try store.sealIdentity(of: other)
      try store.perform(log([.eraseAthlete(other)], from: 500))
      let bytes = folder.everyByte(of: folder.identities)
      #expect(!bytes.holds(Trace.comment.bytes) && !bytes.holds(Trace.fileName.bytes))
      #expect(!bytes.holds(Trace.name.bytes))
    }
  }
}
