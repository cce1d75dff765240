import Domain
import Keys
import Testing
import ViewModels

@Suite struct NavigationTests {
  // MARK: Panes

  @Test func `Tab goes round all panes, and Shift-Tab back`() {
    var state = Sample.workbench(in: .roster)
    var seen: [PaneID] = []
    for _ in 0..<6 {
      press(&state, "Tab")
      seen.append(state.pane)
    }
    #expect(seen == [.athlete, .sensors, .plan, .decisions, .jobs, .roster])
    press(&state, "Shift-Tab Shift-Tab Shift-Tab")
    #expect(state.pane == .plan)
  }

  @Test(arguments: ["2", "3", "4"])
  func `a pane about somebody needs somebody`(key: String) {
    var state = Sample.workbench([])
    #expect(press(&state, key).isEmpty)
    #expect(state.pane == .roster)
    #expect(
      state.message
        == Message(.look, "Nobody is selected. Add an athlete with n in the roster first."))
    press(&state, "6")
    #expect(state.pane == .jobs)
    press(&state, "5")
    #expect(state.pane == .decisions)
  }

  @Test func `the plan opens on today`() {
    var state = Sample.workbench()
    press(&state, "4 l l 1 4")
    #expect(state.plan.day == 2)
  }

  @Test func `the sensors open on the newest recording`() {
    var state = Sample.workbench()
    _ = state.update(.detailLoaded(Sample.detail(1)))
    #expect(press(&state, "3") == [.loadRecording(Sample.session(101))])
    #expect(state.sensors.isLoading)
  }

  @Test func `the sensors opened before the details are read follow them`() {
    var state = Sample.workbench()
    #expect(press(&state, "3").isEmpty)
    #expect(state.update(.detailLoaded(Sample.detail(2))).isEmpty)
    #expect(
      state.update(.detailLoaded(Sample.detail(1))) == [.loadRecording(Sample.session(101))])
  }

  @Test func `an athlete without recordings leaves the sensors empty`() {
    var state = Sample.workbench(in: .roster)
    press(&state, "j")
    _ = state.update(.detailLoaded(Sample.detail(2, sessions: [])))
    #expect(press(&state, "3").isEmpty)
    #expect(state.sensors == SensorsState())
  }

  @Test func `Enter opens the recording of the session that is meant`() {
    var state = Sample.workbench(in: .athlete)
    #expect(press(&state, "j j Enter") == [.loadRecording(Sample.session(103))])
    #expect(state.pane == .sensors)
    #expect(state.sensors.session?.id == Sample.session(103))
  }

  @Test func `a session without a recording is said to have none`() {
    var state = Sample.workbench(in: .athlete)
    #expect(press(&state, "j Enter").isEmpty)
    #expect(state.pane == .athlete)
    #expect(
      said(state) == "This session has no recording. Enter opens one that has.")
  }

  @Test func `the chart shows four weeks to two years`() {
    var state = Sample.workbench(in: .athlete)
    press(&state, "- - -")
    #expect(state.athlete.weeks == 4)
    for _ in 0..<20 { press(&state, "+") }
    #expect(state.athlete.weeks == 104)
  }

  @Test func `another athlete starts at the newest session`() {
    var state = Sample.workbench(in: .athlete)
    press(&state, "G ]")
    #expect(state.athlete.selectedSession == 0)
    #expect(state.roster.selection == Sample.id(2))
  }

  @Test func `another athlete chosen in the roster starts at the newest session too`() {
    var state = Sample.workbench(in: .athlete)
    press(&state, "G 1 j Enter")
    #expect(state.athlete.selectedSession == 0)
    #expect(state.sensors == SensorsState())
  }

  @Test func `the weeks of the chart stay when the athlete changes`() {
    var state = Sample.workbench(in: .athlete)
    press(&state, "+ ]")
    #expect(state.athlete.weeks == 14)
  }

  @Test func `the next and the athlete before stop at the ends`() {
    var state = Sample.workbench(in: .plan)
    press(&state, "] ] ] ]")
    #expect(state.roster.selection == Sample.id(4))
    press(&state, "[ [ [ [ [")
    #expect(state.roster.selection == Sample.id(1))
  }

  // MARK: Messages and Esc

  @Test func `a message vanishes on the next key that means something`() {
    var state = Sample.workbench()
    _ = state.update(.told(Message(.done, "Saved.")))
    press(&state, "F9")
    #expect(said(state) == "Saved.")
    press(&state, "j")
    #expect(state.message == nil)
  }

  @Test func `help is read beside the message it explains`() {
    var state = Sample.workbench()
    _ = state.update(.told(Message(.act, "Not saved.")))
    press(&state, "? Esc")
    #expect(said(state) == "Not saved.")
    #expect(state.overlay == nil)
  }

  @Test func `a message told while something floats waits for it`() {
    var state = Sample.workbench()
    press(&state, ":")
    _ = state.update(.told(Message(.done, "Saved.")))
    press(&state, "Esc")
    #expect(said(state) == "Saved.")
  }

  @Test func `Esc closes a message and does nothing else`() {
    for pane in PaneID.allCases {
      var state = Sample.workbench(in: pane)
      state.roster.filter = "u"
      state.roster.marked = [Sample.id(1)]
      let before = state
      _ = state.update(.told(Message(.done, "Saved.")))
      #expect(press(&state, "Esc").isEmpty)
      #expect(state == before, "\(pane)")
    }
  }

  @Test func `Esc drops the filter, then the marks, then rests`() {
    var state = Sample.workbench()
    press(&state, "/ u n i Enter Space")
    #expect(press(&state, "Esc") == [.loadDetail(Sample.id(2))])
    #expect(state.roster.filter.isEmpty)
    #expect(state.roster.marked == [Sample.id(1)])
    #expect(press(&state, "Esc").isEmpty)
    #expect(state.roster.marked.isEmpty)
    let rest = state
    #expect(press(&state, "Esc").isEmpty)
    #expect(state == rest)
  }

  @Test func `Esc goes from the sensors over the athlete to the roster`() {
    var state = Sample.workbench(in: .sensors)
    state.roster.marked = [Sample.id(1)]
    press(&state, "Esc")
    #expect(state.pane == .athlete)
    press(&state, "Esc")
    #expect(state.pane == .roster)
    #expect(state.roster.marked == [Sample.id(1)])
  }

  // MARK: What is kept at hand

  @Test func `details of two dozen athletes stay at hand`() {
    var state = Sample.workbench()
    for number in 1...25 { _ = state.update(.detailLoaded(Sample.detail(number))) }
    #expect(state.details.count == 25)
    _ = state.update(.detailLoaded(Sample.detail(26)))
    #expect(Set(state.details.keys) == [Sample.id(1), Sample.id(26)])
  }

  @Test func `details read again replace what was there and push nobody out`() {
    var state = Sample.workbench()
    for number in 1...25 { _ = state.update(.detailLoaded(Sample.detail(number))) }
    var newer = Sample.detail(7)
    newer.planVersions = 2
    _ = state.update(.detailLoaded(newer))
    #expect(state.details.count == 25)
    #expect(state.details[Sample.id(7)] == newer)
  }

  @Test func `the details shown are the selected athlete's`() {
    var state = Sample.workbench()
    _ = state.update(.detailLoaded(Sample.detail(2)))
    #expect(state.detail == nil)
    press(&state, "j")
    #expect(state.detail?.name == "Amina Diallo")
    #expect(state.detail?.recorded.map(\.id) == [201, 203].map(Sample.session))
  }

  @Test func `people read are known`() {
    var state = AppState(clock: Sample.clock)
    #expect(
      state.update(.peopleLoaded(coach: Sample.coach, coaches: [], squads: Sample.squads)).isEmpty)
    #expect(state.coach == Sample.coach)
    #expect(state.squads == Sample.squads)
    _ = state.update(.peopleLoaded(coach: nil, coaches: [], squads: [:]))
    #expect(state.coach == nil)
  }

  // MARK: Time

  private func clock(minutesLater minutes: Int) -> Clock {
    Clock(
      now: Sample.clock.now.adding(seconds: Int64(minutes * 60)),
      utcOffsetSeconds: Sample.offset)
  }

  @Test func `a minute changes the clock, a new day reads the roster again`() {
    var state = Sample.workbench()
    #expect(state.update(.ticked(clock(minutesLater: 1))).isEmpty)
    #expect(state.clock == clock(minutesLater: 1))
    let untilMidnight = 16 * 60 + 29
    #expect(state.update(.ticked(clock(minutesLater: untilMidnight - 1))).isEmpty)
    #expect(state.update(.ticked(clock(minutesLater: untilMidnight))) == [.loadRoster])
    #expect(state.clock.today == Sample.today.advanced(by: 1))
    #expect(state.update(.ticked(clock(minutesLater: untilMidnight + 1))).isEmpty)
  }

  @Test func `a clock that travels is on its own day`() {
    var state = Sample.workbench()
    let west = Clock(now: Sample.clock.now, utcOffsetSeconds: -9 * 3600)
    #expect(state.update(.ticked(west)) == [.loadRoster])
    #expect(state.clock.today == Sample.today.advanced(by: -1))
  }

  @Test func `intents come without keys too`() {
    var state = Sample.workbench(in: .roster)
    #expect(state.update(.intended(.redraw)) == [.redraw])
    #expect(state.update(.intended(.plan)) == [.loadWeek(Sample.id(1), Sample.today.week)])
    #expect(state.pane == .plan)
    #expect(state.update(.intended(.open)).isEmpty)
    #expect(state.pane == .plan)
  }

  @Test(arguments: [PaneID.roster, .decisions, .jobs])
  func `sideways and zoom mean nothing where nothing is wide`(pane: PaneID) {
    for intent in [Intent.left, .right] {
      var state = Sample.workbench(in: pane)
      let before = state
      #expect(state.update(.intended(intent)).isEmpty)
      #expect(state == before)
    }
    for intent in [Intent.more, .less] {
      var state = Sample.workbench(in: pane)
      let before = state
      #expect(state.update(.intended(intent)).isEmpty)
      #expect(state == before)
    }
  }
}
