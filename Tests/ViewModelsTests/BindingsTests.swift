import Keys
import Testing
import ViewModels

@Suite struct BindingsTests {
  @Test(arguments: KeyTable.all)
  func `a key does in its pane what the table says and nothing else`(key: KeyCase) {
    let before = Sample.workbench(in: key.pane)
    var (after, expected) = (before, before)
    #expect(after.update(.keyPressed(key.key)) == key.effects)
    key.change(&expected)
    #expect(after == expected)
  }

  @Test(arguments: PaneID.allCases)
  func `the table has every key of a pane and no other`(pane: PaneID) {
    let bound = Bindings.standard.active(in: pane).flatMap(\.keys)
    let listed = KeyTable.all.filter { $0.pane == pane }.map(\.key)
    #expect(Set(bound) == Set(listed))
    #expect(listed.count == Set(listed).count)
  }

  @Test(arguments: PaneID.allCases)
  func `no key is bound twice in one pane`(pane: PaneID) {
    let keys = Bindings.standard.active(in: pane).flatMap(\.keys)
    let twice = Dictionary(grouping: keys, by: \.self).filter { $0.value.count > 1 }.map(\.key)
    #expect(twice.isEmpty, "\(twice)")
  }

  @Test(arguments: PaneID.allCases)
  func `a pane's keys come before those of everywhere, and each finds its intent`(pane: PaneID) {
    let active = Bindings.standard.active(in: pane)
    let ownCount = active.prefix { !$0.panes.isEmpty }.count
    #expect(active.dropFirst(ownCount).allSatisfy { $0.panes.isEmpty })
    for binding in active {
      for key in binding.keys {
        #expect(Bindings.standard.intent(for: key, in: pane) == binding.intent, "\(key)")
      }
    }
  }

  @Test(arguments: PaneID.allCases)
  func `the bar of a pane shows keys of its own and none of everywhere`(pane: PaneID) {
    let inBar = Bindings.standard.all.filter(\.isInBar)
    #expect(inBar.allSatisfy { !$0.panes.isEmpty && !$0.keys.isEmpty })
    #expect(inBar.contains { $0.panes.contains(pane) })
  }

  @Test(arguments: Intent.allCases)
  func `every intent has a word and at least one key`(intent: Intent) {
    let bindings = Bindings.standard.all.filter { $0.intent == intent }
    #expect(!intent.word.isEmpty)
    #expect(!bindings.isEmpty)
    #expect(bindings.allSatisfy { !$0.keys.isEmpty && !$0.word.isEmpty })
  }

  @Test func `no two intents share a word`() {
    #expect(Set(Intent.allCases.map(\.word)).count == Intent.allCases.count)
  }

  @Test func `a key without a meaning here does nothing`() {
    for (pane, key) in [(PaneID.jobs, "a"), (.plan, "I"), (.roster, "x"), (.sensors, "F5")] {
      var state = Sample.workbench(in: pane)
      state.message = Message(.done, "kept")
      let before = state
      #expect(press(&state, key).isEmpty)
      #expect(state == before, "\(key) in \(pane)")
    }
  }

  @Test func `a rebound intent answers to its new key only`() {
    var state = Sample.workbench()
    state.bindings.rebind(.mark, to: [.character("m")])
    #expect(press(&state, "Space").isEmpty)
    #expect(state.roster.marked.isEmpty)
    press(&state, "m")
    #expect(state.roster.marked == [Sample.id(1)])
  }

  @Test func `a rebound intent takes the key from the one that had it`() {
    var bindings = Bindings.standard
    bindings.rebind(.propose, to: [.character("a")])
    for pane in [PaneID.roster, .plan] {
      #expect(bindings.intent(for: .character("a"), in: pane) == .propose)
      #expect(bindings.intent(for: .character("p"), in: pane) == nil)
    }
    #expect(bindings.all.first { $0.intent == .approve }?.keys == [])
  }

  @Test func `an intent of everywhere takes its new key from every pane`() {
    var bindings = Bindings.standard
    bindings.rebind(.help, to: [.character("x"), .character("o")])
    for pane in PaneID.allCases {
      #expect(bindings.intent(for: .character("x"), in: pane) == .help)
      #expect(bindings.intent(for: .character("o"), in: pane) == .help)
      #expect(bindings.intent(for: .character("?"), in: pane) == nil)
    }
  }

  @Test func `a rebound intent leaves panes alone where it does not count`() {
    var bindings = Bindings.standard
    bindings.rebind(.cancelJob, to: [.character("a")])
    #expect(bindings.intent(for: .character("a"), in: .jobs) == .cancelJob)
    #expect(bindings.intent(for: .character("a"), in: .roster) == .approve)
  }

  @Test func `a key of everywhere that a pane takes for itself is listed once there`() {
    var bindings = Bindings.standard
    bindings.rebind(.order, to: [.character("j")])
    #expect(bindings.intent(for: .character("j"), in: .roster) == .order)
    #expect(bindings.intent(for: .character("j"), in: .plan) == .down)
    let listed = bindings.active(in: .roster).filter { $0.keys.contains(.character("j")) }
    #expect(listed.map(\.intent) == [.order])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a rebound intent answers to all its keys wherever it counts`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let keys = Array(Set(Bindings.standard.all.flatMap(\.keys))).sorted { "\($0)" < "\($1)" }
    var bindings = Bindings.standard
    for _ in 0..<30 {
      let intent = Intent.allCases.randomElement(using: &generator)!
      let chosen = Array(keys.shuffled(using: &generator).prefix(2))
      bindings.rebind(intent, to: chosen)
      for binding in bindings.all where binding.intent == intent {
        #expect(binding.keys == chosen)
      }
      let own = bindings.all.filter { $0.intent == intent }
      for pane in PaneID.allCases {
        guard own.contains(where: { $0.panes.isEmpty || $0.panes.contains(pane) }) else { continue }
        #expect(chosen.allSatisfy { bindings.intent(for: $0, in: pane) == intent })
      }
    }
  }

  @Test func `a pane's digit opens it`() {
    #expect(PaneID.allCases.map(\.digit) == [1, 2, 3, 4, 5, 6])
    #expect(PaneID.allCases.map(\.title) == ["Roster", "Athlete", "Sensors", "Plan", "Decisions", "Jobs"])
  }
}
