import Domain
import Testing

@testable import Store

/// What is entered about an athlete beside mornings: stored, read back, taken out again.
@Suite struct EntryRowTests {
  private let id = AthleteID(bits: 1)

  private func entering(_ commands: [Command] = [], _ body: (Store) throws -> Void) throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people + commands))
      try body(store)
    }
  }

  // MARK: Read back

  @Test func `stretches, events and phases come back oldest first, every word of them`() throws {
    let stretches = Availability.Kind.allCases.enumerated().map { index, kind in
      Availability(
        id: AvailabilityID(bits: UInt64(9 - index)), athlete: id, from: today.advanced(by: index),
        through: today.advanced(by: index * 2), kind: kind,
        utcOffsetSeconds: index == 0 ? nil : -50_400 * (index == 1 ? 1 : -1),
        origin: Origin.allCases[index])
    }
    let events = TargetEvent.Priority.allCases.enumerated().map { index, priority in
      TargetEvent(
        id: TargetEventID(bits: UInt64(9 - index)), athlete: id, day: today.advanced(by: index),
        priority: priority, origin: Origin.allCases[index])
    }
    let phases = TrainingPhase.Kind.allCases.enumerated().map { index, kind in
      TrainingPhase(
        id: TrainingPhaseID(bits: UInt64(9 - index)), athlete: id, from: today.advanced(by: index),
        through: today.advanced(by: index), kind: kind)
    }
    let commands: [Command] = [
      .recordAvailability(stretches.reversed()), .recordTargetEvents(events.reversed()),
      .recordPhases(phases.reversed()),
    ]
    try entering(commands) { store throws in
      #expect(try store.availability(of: id) == stretches)
      #expect(try store.targetEvents(of: id) == events)
      #expect(try store.phases(of: id) == phases)
      #expect(try store.availability(of: AthleteID(bits: 2)) == [])
    }
  }

  @Test func `injuries come back with every severity, status and hold`() throws {
    let holds: [Injury.Hold] = [.none, .standing, .lifted(by: CoachID(bits: 2), at: morning)]
    let injuries = (0..<9).map { index in
      Injury(
        athlete: id, bodyPart: .knee, onset: today.advanced(by: index), lastDay: nil,
        severity: index % 4 == 3 ? nil : Injury.Severity.allCases[index % 3],
        status: Injury.Status.allCases[index / 3], hold: holds[index % 3])
    }
    try entering([.recordInjuries(injuries)]) { store throws in
      #expect(try store.injuries(of: id) == injuries)
    }
  }

  @Test func `a comment has its author in the main file and its words with the names`() throws {
    let comments = [
      Comment(id: CommentID(bits: 5), athlete: id, day: today, coach: nil),
      Comment(id: CommentID(bits: 4), athlete: id, day: today.advanced(by: 1), coach: CoachID(bits: 2)),
    ]
    try entering([.recordComments(comments)]) { store in
      try store.keep(.comment(CommentID(bits: 4), of: id, "slept badly"))
      #expect(try store.comments(of: id) == comments)
      #expect(
        try store.commentTexts(comments.map(\.id)) == [CommentID(bits: 4): "slept badly"])
    }
  }

  @Test func `a test is the newest result of its day, and peers are told their newest`() throws {
    let first = TestResult(athlete: id, day: today, item: .countermovementJump, value: 31)
    var again = first
    again.value = 32.5
    let older = TestResult(
      athlete: AthleteID(bits: 2), day: today.advanced(by: -30), item: .countermovementJump, value: 29)
    var newer = older
    newer.day = today
    try entering([.recordTests([first, older]), .recordTests([again, newer])]) { store throws in
      #expect(try store.tests(of: id) == [again])
      let alone = athlete(2)
      #expect(try store.peerTests(of: alone) == [again, newer])
      #expect(try store.peerTests(of: athlete(1, squad: 1)) == [again])
    }
  }

  // MARK: Taken out

  @Test func `every entry can be taken out, and nothing else goes with it`() throws {
    let keys: [EntryKey] = [
      .wellness(id, today), .test(id, today, .sprint30m), .injury(id, onset: today, .knee),
      .session(id, SessionID(bits: 102)), .availability(id, AvailabilityID(bits: 100)),
      .targetEvent(id, TargetEventID(bits: 100)), .phase(id, TrainingPhaseID(bits: 100)),
      .comment(id, CommentID(bits: 100)),
    ]
    for key in keys {
      try entering(oneOfEverything(about: 1, base: 100)) { store in
        let before = try store.everything(about: 1).ones[0]
        try store.perform(log([.removeEntries([key])], from: 500))
        let after = try store.everything(about: 1).ones[0]
        func counts(_ one: EverythingRead.One) -> [Int] {
          [
            one.wellness.count, one.tests.count, one.injuries.count, one.sessions.count,
            one.availability.count, one.targetEvents.count, one.phases.count, one.comments.count,
          ]
        }
        let gone = zip(counts(before), counts(after)).map { $0 - $1 }
        let index = keys.firstIndex(of: key)!
        #expect(gone == (0..<8).map { $0 == index ? 1 : 0 }, "\(key)")
      }
    }
  }

  @Test func `an entry of somebody else, or one that is gone, is left alone`() throws {
    try entering(oneOfEverything(about: 1, base: 100)) { store in
      let before = try store.everything(about: 1, 2)
      let keys: [EntryKey] = [
        .comment(AthleteID(bits: 2), CommentID(bits: 100)),
        .session(AthleteID(bits: 2), SessionID(bits: 102)),
        .phase(id, TrainingPhaseID(bits: 99)), .wellness(id, today.advanced(by: 9)),
      ]
      try store.perform(log([.removeEntries(keys)], from: 500))
      #expect(try store.everything(about: 1, 2) == before)
    }
  }

  // MARK: Links

  private var linked: [Command] {
    oneOfEverything(about: 1, base: 100) + [.proposePlan(plan(1))]
  }

  @Test(arguments: [SessionLink.unplanned, .chosen(PlannedSessionID(bits: 10))])
  func `what a person said about a session comes back`(link: SessionLink) throws {
    try entering(linked) { store in
      try store.perform(log([.linkSession(SessionID(bits: 101), link)], from: 500))
      #expect(try store.chosenLinks(of: id)[SessionID(bits: 101)] == link)
      try store.perform(log([.linkSession(SessionID(bits: 101), nil)], from: 600))
      #expect(try store.chosenLinks(of: id)[SessionID(bits: 101)] == nil)
    }
  }

  @Test func `a link goes with its session`() throws {
    try entering(linked) { store in
      #expect(try store.chosenLinks(of: id) == [SessionID(bits: 102): .unplanned])
      try store.perform(log([.removeEntries([.session(id, SessionID(bits: 102))])], from: 500))
      #expect(try store.chosenLinks(of: id) == [:])
    }
  }

  @Test func `nothing is linked that is not here`() throws {
    try entering(linked) { store throws in
      let session = refusal {
        try store.perform(log([.linkSession(SessionID(bits: 9), .unplanned)], from: 500))
      }
      #expect(session == .missing)
      let planned = refusal {
        let link = SessionLink.chosen(PlannedSessionID(bits: 99))
        try store.perform(log([.linkSession(SessionID(bits: 101), link)], from: 500))
      }
      #expect(planned?.isRuleBroken == true)
    }
  }

  // MARK: Sessions without their samples

  @Test func `saving a session keeps its samples, its file and its link`() throws {
    var recorded = imported(1, recording: shortRecording, hash: String(repeating: "ab", count: 32))
    try entering([.importSessions([recorded]), .linkSession(SessionID(bits: 1), .unplanned)]) { store in
      recorded.session.rpe = 7
      recorded.session.type = .tempo
      // Somebody who did not look at the samples does not know of them.
      recorded.session.hasRecording = false
      try store.perform(log([.saveSessions([recorded.session])], from: 500))
      recorded.session.hasRecording = true
      #expect(try store.session(SessionID(bits: 1)) == recorded.session)
      #expect(try store.recording(of: SessionID(bits: 1)) == shortRecording)
      #expect(try store.sessions(fromFile: String(repeating: "ab", count: 32)) == [SessionID(bits: 1)])
      #expect(try store.chosenLinks(of: id) == [SessionID(bits: 1): .unplanned])
    }
  }

  @Test func `a session is not saved over somebody else's`() throws {
    try entering([.saveSessions([session(1)])]) { store in
      try store.perform(log([.saveSessions([session(1, of: 2)])], from: 500))
      #expect(try store.sessions(of: id) == [session(1)])
      #expect(try store.sessions(of: AthleteID(bits: 2)) == [])
    }
  }

  @Test(arguments: [(-30, 30), (-60, 0), (0, 60), (20, 40), (59, 1), (60, 0), (600, 0)])
  func `sessions overlap by the minutes that both last`(shift: Int64, minutes: Int) throws {
    try entering([.saveSessions([session(1)])]) { store throws in
      let other = session(2, startingAt: morning.adding(seconds: shift * 60))
      #expect(try store.overlap(of: other) == minutes)
      let another = session(2, of: 2, startingAt: morning)
      #expect(try store.overlap(of: another) == 0)
    }
  }
}
