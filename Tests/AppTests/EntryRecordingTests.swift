import App
import Domain
import Foundation
import Store
import Testing
import ViewModels

/// What a person enters is stored, taken back and done again; the log only grows.
@Suite struct EntryRecordingTests {
  @Test(arguments: Entered.Kind.allCases)
  func `an entry is stored, taken back exactly and done again exactly`(kind: Entered.Kind) throws {
    let bench = try EntryBench()
    defer { bench.scratch.remove() }
    let desk = bench.desk
    let entry = kind.entry(bench)
    let before = try desk.everything(about: bench.athlete)
    let story = try desk.story()

    let entered = try desk.record(entry, about: bench.athlete, as: bench.coach)
    let after = try desk.everything(about: bench.athlete)
    #expect(after != before)
    #expect(entered.athlete == bench.athlete)
    #expect(entered.word == entry.word)
    for _ in 0..<2 {
      try desk.change(entered, isBack: true, as: bench.coach)
      #expect(try desk.everything(about: bench.athlete) == before)
      try desk.change(entered, isBack: false, as: bench.coach)
      #expect(try desk.everything(about: bench.athlete) == after)
    }
    let told = try desk.story()
    #expect(told.prefix(story.count) == story[...])
    #expect(told.count == story.count + 3 * entered.redo.count + 2 * entered.undo.count)
    #expect(told.dropFirst(story.count).allSatisfy { $0.actor == bench.coach })
  }

  @Test(arguments: Entered.Kind.allCases)
  func `the log of entries replays to the same database and holds no words`(kind: Entered.Kind) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.folder + "/log.jsonl"
    let bench = try EntryBench(log: try CommandLog(path: path), in: scratch)
    let entered = try bench.desk.record(kind.entry(bench), about: bench.athlete, as: bench.coach)
    try bench.desk.change(entered, isBack: true, as: bench.coach)
    try bench.desk.change(entered, isBack: false, as: bench.coach)
    let log = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!log.contains("aunt") && !log.contains("Rosenheim"))
    let copy = try Store.open(at: scratch.folder + "/copy.sqlite", secret: bench.desk.world.secret())
    try copy.perform(try CommandLog.read(path))
    #expect(try copy.logicalHash() == bench.desk.store.logicalHash())
  }

  // MARK: What becomes of an entry

  private func recording(
    _ entry: (EntryBench) -> Entry, then body: (EntryBench, ViewModels.Entered) throws -> Void
  ) throws {
    let bench = try EntryBench()
    defer { bench.scratch.remove() }
    try body(bench, try bench.desk.record(entry(bench), about: bench.athlete, as: bench.coach))
  }

  @Test func `a session begins when the clocks here said so and counts its load`() throws {
    try recording(
      { Entered.Kind.session.entry($0) },
      then: { bench, _ in
        let session = try #require(try bench.desk.store.sessions(of: bench.athlete).first)
        #expect(session.start.iso8601 == "2026-11-22T22:30:00Z")
        #expect(session.utcOffsetSeconds == 28_800)
        #expect(session.loads[.sessionRPE]?.value == 180)
        #expect(!session.hasRecording)
      })
  }

  @Test func `a rating reads the recording again and leaves its samples`() throws {
    try recording(
      { .rating($0.recorded, rpe: 7, minutes: 60, .tempo) },
      then: { bench, entered in
        let session = try #require(try bench.desk.store.session(bench.recorded))
        #expect(session.rpe == 7)
        #expect(session.type == .tempo)
        #expect(session.loads[.banisterTRIMP] != nil)
        #expect(session.meanHeartRate != nil)
        #expect(session.hasRecording)
        // 3,590 seconds are 60 minutes as they are shown: the length was not corrected.
        #expect(session.durationSeconds == 3590)
        #expect(entered.note == nil)
      })
  }

  @Test func `a rating with other minutes corrects the length`() throws {
    try recording(
      { .rating($0.entered, rpe: 4, minutes: 45, .easy) },
      then: { bench, _ in
        let session = try #require(try bench.desk.store.session(bench.entered))
        #expect(session.durationSeconds == 2700)
        #expect(session.loads[.sessionRPE]?.value == 180)
      })
  }

  @Test func `a second report of a morning adds to the first`() throws {
    try recording(
      { Entered.Kind.addedReport.entry($0) },
      then: { bench, _ in
        let report = try #require(try bench.desk.store.wellness(of: bench.athlete, on: bench.today))
        #expect(report.sleepHours == 7.25)
        #expect(report.restingHeartRate == 49)
        #expect(report.ratings.count == 2)
      })
  }

  @Test func `a comment is signed, and its words are kept with the names`() throws {
    try recording(
      { .comment($0.today, "her aunt called") },
      then: { bench, _ in
        let detail = try #require(try bench.desk.summariser.detail(of: bench.athlete))
        #expect(detail.comments.map(\.text) == ["her aunt called"])
        #expect(detail.comments.map(\.coachName) == ["赵"])
      })
  }

  @Test func `a comment of nobody in particular is not signed`() throws {
    let bench = try EntryBench()
    defer { bench.scratch.remove() }
    _ = try bench.desk.record(.comment(bench.today, "called"), about: bench.athlete, as: .program)
    #expect(try bench.desk.store.comments(of: bench.athlete).map(\.coach) == [nil])
  }

  @Test func `a session over another is stored and said to overlap`() throws {
    try recording(
      { bench in
        .session(
          SessionEntry(
            day: bench.today.advanced(by: -1), second: 36_000 + 2400, sport: .running, type: .easy,
            minutes: 60, rpe: 3, distanceMeters: nil))
      },
      then: { _, entered in
        #expect(entered.note == "It overlaps another session by 19 min; u takes it back if they are one.")
      })
  }

  @Test func `a session that says nothing in the athlete's unit is said not to count`() throws {
    try recording(
      { bench in
        .session(
          SessionEntry(
            day: bench.today, second: 3600, sport: .running, type: .easy, minutes: 60, rpe: nil,
            distanceMeters: nil))
      },
      then: { _, entered in
        #expect(
          entered.note == "It does not count in session RPE, this athlete’s unit; e changes the unit.")
      })
  }

  // MARK: Refused

  private func refused(_ entry: (EntryBench) -> Entry, as actor: Actor? = nil, about id: AthleteID? = nil)
    throws -> StoreError?
  {
    let bench = try EntryBench()
    defer { bench.scratch.remove() }
    let story = try bench.desk.story()
    do throws(StoreError) {
      _ = try bench.desk.record(entry(bench), about: id ?? bench.athlete, as: actor ?? bench.coach)
    } catch {
      #expect(try bench.desk.story() == story)
      return error
    }
    return nil
  }

  @Test func `nothing is entered about somebody who is not here`() throws {
    #expect(try refused({ .comment($0.today, "x") }, about: AthleteID(bits: 5)) == .missing)
  }

  @Test func `a session that is not the athlete's is not rated`() throws {
    #expect(try refused { _ in .rating(SessionID(bits: 5), rpe: 5, minutes: 60, .easy) } == .missing)
  }

  @Test func `the program lifts no hold`() throws {
    #expect(try refused({ .liftHold($0.holding) }, as: .program) == .notAllowed(.decide))
  }

  @Test func `a hold that does not stand is not lifted`() throws {
    let calf = { (bench: EntryBench) in
      Entry.liftHold(.injury(bench.athlete, onset: bench.today.advanced(by: -5), .calf))
    }
    #expect(try refused(calf) == .missing)
  }
}
