import Domain
import Keys
import Testing
import ViewModels

/// Entries, merges and erasures: told, taken back, done again, refused.
@Suite struct EntryUndoTests {
  private let comment = Entered(
    athlete: Sample.id(1), word: "Comment",
    undo: [.removeEntries([.comment(Sample.id(1), CommentID(bits: 5))])],
    redo: [
      .recordComments([
        Comment(id: CommentID(bits: 5), athlete: Sample.id(1), day: Sample.today, coach: nil)
      ])
    ])

  @Test func `an entry is told by its word and reads the athlete again`() {
    var state = Sample.workbench(in: .athlete)
    #expect(state.update(.entered(comment)) == [.loadDetail(Sample.id(1))])
    #expect(state.message == Message(.done, "Comment of 李雨桐 is saved. u takes it back."))
    #expect(state.done == [.entered(comment)])
  }

  @Test func `an entry that should be looked at says why instead`() {
    var state = Sample.workbench(in: .athlete)
    var noted = comment
    noted.note = "It overlaps another session by 19 min; u takes it back if they are one."
    _ = state.update(.entered(noted))
    #expect(
      state.message
        == Message(
          .look,
          """
          Comment of 李雨桐 is saved. It overlaps another session by 19 min; u takes it back if they \
          are one.
          """))
  }

  @Test func `an entry about somebody whose page is gone is told all the same`() {
    var state = Sample.workbench()
    _ = state.update(.entered(comment))
    #expect(said(state) == "Comment of the athlete is saved. u takes it back.")
  }

  @Test func `u takes an entry back, Ctrl-R enters it again, and round again`() {
    var state = Sample.workbench(in: .athlete)
    _ = state.update(.entered(comment))
    for _ in 0..<3 {
      #expect(press(&state, "u") == [.change(comment, isBack: true)])
      #expect(state.done.isEmpty)
      #expect(state.undone == [.entered(comment)])
      #expect(state.update(.entryChanged(comment, isBack: true)) == [.loadDetail(Sample.id(1))])
      #expect(state.message == Message(.done, "Comment is as before. Ctrl-R does it again."))
      #expect(press(&state, "Ctrl-R") == [.change(comment, isBack: false)])
      #expect(state.undone.isEmpty)
      #expect(state.done == [.entered(comment)])
      #expect(state.update(.entryChanged(comment, isBack: false)) == [.loadDetail(Sample.id(1))])
      #expect(state.message == Message(.done, "Comment is saved again."))
      #expect(state.done == [.entered(comment)])
    }
  }

  @Test func `every entry has its word`() {
    let key = EntryKey.injury(Sample.id(1), onset: Sample.today, .knee)
    let entries: [Entry] = [
      .session(
        SessionEntry(
          day: Sample.today, second: 0, sport: .running, type: .easy, minutes: 1, rpe: nil,
          distanceMeters: nil)),
      .rating(Sample.session(1), rpe: 1, minutes: 1, .easy),
      .wellness(Wellness(athlete: Sample.id(1), day: Sample.today)),
      .test(TestResult(athlete: Sample.id(1), day: Sample.today, item: .yoyo, value: 1)),
      .injury(EntrySample.knee), .liftHold(key),
      .availability(.travel, from: Sample.today, through: Sample.today, utcOffsetSeconds: nil),
      .targetEvent(Sample.today, .a, name: "x"),
      .phase(.taper, from: Sample.today, through: Sample.today), .comment(Sample.today, "x"),
      .link(Sample.session(1), nil),
    ]
    #expect(
      entries.map(\.word) == [
        "Session", "Rating", "Morning report", "Test", "Injury", "Hold", "Availability", "Event",
        "Phase", "Comment", "Link to the plan",
      ])
  }

  // MARK: Merging

  private let notTwo = "Mark two athletes who are one, with the cursor on the one to keep, then press M."

  private func merging() -> AppState {
    var state = Sample.workbench()
    // Marks the first two and stands on the second.
    press(&state, "Space Space k M")
    return state
  }

  @Test func `a merge asks who goes into whom`() {
    #expect(
      merging().question
        == Confirmation(
          question: "Merge 李雨桐 into Amina Diallo?",
          detail: """
            All that is stored of 李雨桐 goes to Amina Diallo. u takes it back, until the identity file \
            is compacted.
            """,
          key: .character("y"), word: "merge", effects: [.merge(Sample.id(1), into: Sample.id(2))]))
  }

  @Test func `y merges, the key that asked does not`() {
    var state = merging()
    #expect(press(&state, "y") == [.merge(Sample.id(1), into: Sample.id(2))])
    state = merging()
    #expect(press(&state, "M").isEmpty)
    #expect(state.overlay == nil)
  }

  @Test(arguments: ["M", "Space M", "Space Space M", "Space Space Space M", "Space Space Space k M"])
  func `anything but two marked athletes, one under the cursor, is asked for again`(script: String) {
    var state = Sample.workbench()
    #expect(!press(&state, script).contains { if case .merge = $0 { true } else { false } })
    #expect(state.overlay == nil)
    #expect(state.message == Message(.look, notTwo))
  }

  @Test func `a merge is told, clears the marks, is taken back and done again`() {
    var state = Sample.workbench()
    state.roster.marked = [Sample.id(1), Sample.id(2)]
    let effects = state.update(.merged(Sample.id(1), into: Sample.id(2)))
    #expect(effects == [.loadRoster, .loadDetail(Sample.id(2))])
    #expect(state.message == Message(.done, "The two are one now. u takes it back."))
    #expect(state.roster.marked.isEmpty)
    for _ in 0..<2 {
      #expect(press(&state, "u") == [.split(Sample.id(1), from: Sample.id(2))])
      #expect(press(&state, "Ctrl-R") == [.merge(Sample.id(1), into: Sample.id(2))])
      _ = state.update(.merged(Sample.id(1), into: Sample.id(2)))
      #expect(state.done == [.merged(Sample.id(1), into: Sample.id(2))])
    }
  }

  // MARK: Erasing

  @Test func `erasing asks, y erases, the key that asked does not`() {
    var state = Sample.workbench()
    press(&state, "j D")
    #expect(state.question?.question == "Erase Amina Diallo?")
    #expect(press(&state, "D").isEmpty)
    #expect(state.overlay == nil)
    #expect(press(&state, "D y") == [.erase(Sample.id(2))])
  }

  @Test func `nobody is erased whom the filter hides, or who is not there`() {
    var state = Sample.workbench()
    press(&state, "/ z z Enter D")
    #expect(state.overlay == nil)
    state = Sample.workbench([])
    #expect(press(&state, "D").isEmpty)
    #expect(state.overlay == nil)
  }

  @Test func `an erasure is told, forgets the page, is taken back and done again`() {
    var state = Sample.workbench(in: .roster)
    #expect(state.update(.erased(Sample.id(1), name: "李雨桐")) == [.loadRoster])
    #expect(
      said(state) == "李雨桐 is erased. u takes it back until the identity file is compacted.")
    #expect(state.details[Sample.id(1)] == nil)
    #expect(press(&state, "u") == [.unErase(Sample.id(1))])
    #expect(press(&state, "Ctrl-R") == [.erase(Sample.id(1))])
  }

  @Test func `the name of somebody erased is kept nowhere in the workbench`() {
    var state = Sample.workbench(in: .roster)
    _ = state.update(.erased(Sample.id(2), name: "Amina Diallo"))
    _ = state.update(.roster(Sample.loaded(Sample.rows.filter { $0.athlete.id != Sample.id(2) })))
    state.message = nil
    #expect(!"\(state)".contains("Amina"))
  }

  // MARK: Read only

  @Test(arguments: [
    (PaneID.roster, "L"), (.roster, "M"), (.roster, "D"), (.athlete, "L"), (.athlete, "R"),
    (.athlete, "W"), (.athlete, "M"), (.sensors, "L"), (.sensors, "R"), (.plan, "L"),
  ])
  func `a database open for reading takes no entry`(pane: PaneID, key: String) {
    var state = EntrySample.workbench(in: pane)
    state.isReadOnly = true
    _ = state.update(.timeRead(state.clock.now))
    state.roster.marked = [Sample.id(1), Sample.id(2)]
    var expected = state
    expected.message = Message(
      .look, "This database is open for reading only. Start without --readonly to change it.")
    #expect(press(&state, key).isEmpty)
    #expect(state == expected)
  }

  @Test(arguments: ["u", "Ctrl-R"])
  func `a database open for reading takes nothing back`(key: String) {
    var state = Sample.workbench(in: .athlete)
    state.isReadOnly = true
    state.done = [.entered(comment), .erased(Sample.id(9))]
    state.undone = state.done
    let before = state.done
    #expect(press(&state, key).isEmpty)
    #expect(state.done == before && state.undone == before)
  }
}
