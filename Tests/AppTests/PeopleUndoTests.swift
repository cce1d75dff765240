import App
import Domain
import Foundation
import Keys
import Logging
import Store
import Testing
import ViewModels

/// By keys, through the effects, to the database and back.
@Suite struct PeopleUndoTests {
  /// A workbench over a database; keys go in, everything they ask for is carried out.
  private final class Hands {
    let desk: Desk
    let mailbox = Mailbox {}
    let runner: EffectRunner
    var state: AppState

    init(_ desk: Desk) {
      self.desk = desk
      runner = EffectRunner(desk: desk, mailbox: mailbox, log: Logger(label: "test"))
      state = AppState(clock: Clock(now: desk.world.now(), utcOffsetSeconds: 8 * 3600))
    }

    func settle(_ action: AppAction) async {
      var effects = state.update(action)
      while !effects.isEmpty {
        for effect in effects { await runner.run(effect) }
        effects = mailbox.collect().flatMap { state.update($0) }
      }
    }

    func press(_ keys: String...) async {
      for key in keys { await settle(.keyPressed(Key(key)!)) }
    }
    func type(_ text: String) async {
      for letter in text { await settle(.keyPressed(.character(letter))) }
    }
  }

  private func working(_ body: (EntryBench, Hands) async throws -> Void) async throws {
    let bench = try EntryBench()
    defer { bench.scratch.remove() }
    let hands = Hands(bench.desk)
    await hands.settle(.started)
    await hands.settle(.intended(.toStart))
    try await body(bench, hands)
  }

  @Test func `a comment is entered, taken back and done again by keys`() async throws {
    try await working { bench, hands in
      let before = try bench.desk.everything(about: bench.athlete)
      await hands.press("L", "c")
      await hands.type("slept at her aunt’s")
      await hands.press("Enter")
      #expect(hands.state.message?.text == "Comment of 李雨桐 is saved. u takes it back.")
      let after = try bench.desk.everything(about: bench.athlete)
      #expect(hands.state.detail?.comments.map(\.text) == ["slept at her aunt’s"])
      await hands.press("u")
      #expect(hands.state.message?.text == "Comment is as before. Ctrl-R does it again.")
      #expect(try bench.desk.everything(about: bench.athlete) == before)
      await hands.press("Ctrl-R")
      #expect(try bench.desk.everything(about: bench.athlete) == after)
      #expect(hands.state.detail?.comments.map(\.text) == ["slept at her aunt’s"])
    }
  }

  @Test func `a hold is lifted by y and put back by u`() async throws {
    try await working { bench, hands throws in
      await hands.press("L", "h")
      #expect(try bench.desk.store.injuries(of: bench.athlete).first?.hold == .standing)
      await hands.press("y")
      #expect(hands.state.message?.text == "Hold of 李雨桐 is saved. u takes it back.")
      #expect(try bench.desk.store.injuries(of: bench.athlete).first?.hold != .standing)
      await hands.press("u")
      #expect(try bench.desk.store.injuries(of: bench.athlete).first?.hold == .standing)
    }
  }

  @Test func `erasing by keys is taken back with everything`() async throws {
    try await working { bench, hands in
      _ = try bench.desk.record(.comment(bench.today, "x"), about: bench.athlete, as: bench.coach)
      let before = try bench.desk.everything(about: bench.athlete)
      await hands.press("D", "y")
      #expect(
        hands.state.message?.text
          == "李雨桐 is erased. u takes it back until the identity file is compacted.")
      #expect(hands.state.roster.rows.isEmpty)
      #expect(try bench.desk.store.allIdentities() == [:])
      await hands.press("u")
      #expect(hands.state.message?.text == "Back on the roster, with the name.")
      #expect(hands.state.roster.rows.map(\.name) == ["李雨桐"])
      #expect(try bench.desk.everything(about: bench.athlete) == before)
      await hands.press("Ctrl-R")
      #expect(try bench.desk.store.allIdentities() == [:])
    }
  }

  @Test func `after compacting an erasure is not taken back, and that is said`() async throws {
    try await working { bench, hands in
      await hands.press("D", "y")
      try bench.desk.store.compactIdentities()
      await hands.press("u")
      #expect(
        hands.state.message?.text
          == "The identity file was compacted since: this person is forgotten and cannot be brought back.")
      #expect(try bench.desk.store.athlete(bench.athlete)?.isArchived == true)
    }
  }

  @Test func `merging by keys is taken back and done again`() async throws {
    try await working { bench, hands in
      let other = try bench.desk.save(.example("Li Yu-tong", latin: nil), as: bench.coach)
      _ = try bench.desk.record(.comment(bench.today, "the other"), about: other, as: bench.coach)
      await hands.settle(.started)
      let before = [
        try bench.desk.everything(about: bench.athlete), try bench.desk.everything(about: other),
      ]
      hands.state.roster.marked = [bench.athlete, other]
      hands.state.roster.selection = bench.athlete
      await hands.press("M", "y")
      #expect(hands.state.message?.text == "The two are one now. u takes it back.")
      #expect(try bench.desk.store.merges() == [other: bench.athlete])
      #expect(hands.state.roster.rows.map(\.athlete.id) == [bench.athlete])
      #expect(try bench.desk.store.comments(of: bench.athlete).count == 1)
      await hands.press("u")
      #expect(hands.state.message?.text == "They are two again. Ctrl-R merges them.")
      #expect(
        [try bench.desk.everything(about: bench.athlete), try bench.desk.everything(about: other)]
          == before)
      await hands.press("Ctrl-R")
      #expect(try bench.desk.store.merges() == [other: bench.athlete])
    }
  }

  @Test func `a merge is not taken back once the other name is forgotten`() async throws {
    try await working { bench, _ in
      let other = try bench.desk.save(.example("Li Yu-tong", latin: nil), as: bench.coach)
      try bench.desk.merge(other, into: bench.athlete, as: bench.coach)
      try bench.desk.store.compactIdentities()
      #expect(throws: StoreError.forgotten) {
        try bench.desk.split(other, from: bench.athlete, as: bench.coach)
      }
    }
  }
}
