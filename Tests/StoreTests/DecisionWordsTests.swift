import Domain
import Foundation
import Testing

@testable import Store

/// What coaches wrote beside decisions goes with whoever it was written about.
@Suite struct DecisionWordsTests {
  private let note = "her father called from Rosenheim about the exam"
  private let text = "the strap slipped since her operation in May"
  private let second = AthleteID(bits: 2)

  private func writing(_ body: (TemporaryFolder, Store) throws -> Void) throws {
    try inFolder { folder in
      let store = try folder.deciding()
      try store.perform(
        log(
          [.proposePlan(plan(6, of: 2)), .recordJudgements([judgement(1), judgement(2, of: 2)])], from: 300),
        naming: [
          .planNote(PlanID(bits: 2), of: her, note), .judgement(JudgementID(bits: 1), of: her, text),
          .planNote(PlanID(bits: 6), of: second, "good week"),
          .judgement(JudgementID(bits: 2), of: second, "all well"),
        ])
      try body(folder, store)
    }
  }

  private func isWritten(_ words: String, in folder: TemporaryFolder) -> Bool {
    folder.everyByte(of: folder.identities).holds(Data(words.utf8))
      || folder.everyByte(of: folder.database).holds(Data(words.utf8))
  }

  private func read(_ store: Store) throws -> [String] {
    try store.planNotes([PlanID(bits: 2), PlanID(bits: 6)]).values.sorted()
      + store.judgementTexts([JudgementID(bits: 1), JudgementID(bits: 2)]).values.sorted()
  }

  @Test func `they stand in the identity file only`() throws {
    try writing { folder, store throws in
      for words in [note, text] {
        #expect(folder.everyByte(of: folder.identities).holds(Data(words.utf8)))
        #expect(!folder.everyByte(of: folder.database).holds(Data(words.utf8)))
      }
      #expect(try read(store) == ["good week", note, "all well", text])
    }
  }

  @Test func `after erasing no word of them is in either file, open or closed`() throws {
    try writing { folder, store in
      try eraseHer(in: store)
      #expect(!isWritten(note, in: folder) && !isWritten(text, in: folder))
      #expect(try read(store) == ["good week", "all well"])
      // What was decided stays with the pseudonym.
      #expect(try store.plan(PlanID(bits: 2))?.isApproved == true)
      #expect(try store.judgements(of: her) == [judgement(1)])
      try store.close()
      #expect(!isWritten(note, in: folder) && !isWritten(text, in: folder))
    }
  }

  @Test func `taking the erasing back brings every word back`() throws {
    try writing { _, store in
      let (rows, words) = (try store.identityRows(), try read(store))
      try eraseHer(in: store)
      #expect(try store.identityRows() != rows)
      try store.unsealIdentity(of: her)
      try store.carryOut(.unEraseAthlete(her), at: 600)
      #expect(try read(store) == words)
      #expect(try store.identityRows() == rows)
    }
  }

  @Test func `compacting after it leaves the other's words alone`() throws {
    try writing { folder, store in
      try eraseHer(in: store)
      try store.compactIdentities()
      #expect(refusal { try store.unsealIdentity(of: her) } == .missing)
      #expect(try read(store) == ["good week", "all well"])
      try store.close()
      #expect(!isWritten(note, in: folder) && !isWritten(text, in: folder))
    }
  }

  @Test func `words about somebody who was merged into her go too`() throws {
    try writing { folder, store in
      try store.carryOut(.mergeAthletes(second, into: her), at: 400)
      try eraseHer(in: store)
      #expect(try read(store) == [])
      #expect(!isWritten("good week", in: folder) && !isWritten("all well", in: folder))
      try store.unsealIdentity(of: her)
      #expect(try read(store) == ["good week", note, "all well", text])
    }
  }

  @Test func `words that were replaced are gone from the file`() throws {
    try writing { folder, store in
      try store.keep(.planNote(PlanID(bits: 2), of: her, "short"))
      try store.close()
      #expect(!isWritten(note, in: folder))
    }
  }
}
