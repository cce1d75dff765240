import Domain
import Keys
import Testing
import ViewModels

@Suite struct AthletePaneTests {
  private func workbench(_ detail: AthleteDetail) -> AppState {
    var state = Sample.workbench(in: .athlete)
    _ = state.update(.detailLoaded(detail))
    return state
  }

  @Test func `the arrows move the day that is read, and its session is the one that is meant`() {
    let detail = LongSeason.detail(seed: 1, days: 100)
    var state = workbench(detail)
    press(&state, "Left Left Left")
    let day = Sample.today.advanced(by: -3)
    #expect(state.athlete.cursor == day)
    let meant = detail.sessions[state.athlete.selectedSession]
    #expect(meant.day <= day)
    #expect(!detail.sessions.contains { $0.day <= day && $0.start > meant.start })
    press(&state, "0")
    #expect(state.athlete.cursor == nil)
    #expect(state.athlete.selectedSession == 0)
  }

  @Test func `a step on to today is today itself`() {
    var state = workbench(LongSeason.detail(seed: 1, days: 100))
    press(&state, "Left Right")
    #expect(state.athlete.cursor == nil)
  }

  @Test func `parentheses go by a week, < and > by four`() {
    var state = workbench(LongSeason.detail(seed: 2, days: 100))
    press(&state, "(")
    #expect(state.athlete.cursor == Sample.today.advanced(by: -7))
    press(&state, "<")
    #expect(state.athlete.cursor == Sample.today.advanced(by: -35))
    press(&state, "> )")
    #expect(state.athlete.cursor == nil)
  }

  @Test func `moving through the sessions moves the day with them`() {
    let detail = LongSeason.detail(seed: 3, days: 100)
    var state = workbench(detail)
    press(&state, "j j j")
    #expect(state.athlete.selectedSession == 3)
    #expect(state.athlete.cursor == detail.sessions[3].day)
  }

  @Test func `w and s show a view and put the chart back`() {
    var state = workbench(LongSeason.detail(seed: 4, days: 100))
    press(&state, "w")
    #expect(state.athlete.view == .week)
    press(&state, "s")
    #expect(state.athlete.view == .season)
    press(&state, "s")
    #expect(state.athlete.view == .chart)
    press(&state, "w Esc")
    #expect(state.athlete.view == .chart)
    #expect(state.pane == .athlete)
  }

  @Test func `up and down go by weeks in the week and the season view`() {
    var state = workbench(LongSeason.detail(seed: 4, days: 100))
    press(&state, "s k k")
    #expect(state.athlete.cursor == Sample.today.advanced(by: -14))
    press(&state, "Enter")
    #expect(state.athlete.view == .week)
    press(&state, "j j")
    #expect(state.athlete.cursor == nil)
  }

  @Test func `Enter on a day without a session says so`() throws {
    let detail = LongSeason.detail(seed: 5, days: 60)
    let free = try #require(detail.loadDays.last { $0.sessions == 0 }).day
    var state = workbench(detail)
    press(&state, "w")
    for _ in 0..<free.distance(to: Sample.today) { press(&state, "Left") }
    #expect(press(&state, "Enter").isEmpty)
    #expect(said(state) == "Nothing was recorded on \(free.long). ← → choose another day.")
    #expect(state.pane == .athlete)
  }

  @Test func `v goes through every part and comes back, V the other way`() {
    var state = workbench(LongSeason.detail(seed: 6, days: 20))
    var seen: [AthleteState.Part] = []
    for _ in AthleteState.Part.allCases {
      press(&state, "v")
      seen.append(state.athlete.part)
    }
    #expect(seen == Array(AthleteState.Part.allCases.dropFirst()) + [.chart])
    press(&state, "V")
    #expect(state.athlete.part == .profile)
  }

  @Test func `up and down move through the entries of a part and stop at its ends`() {
    var detail = LongSeason.detail(seed: 6, days: 20)
    detail.comments = (0..<3).map { index in
      WrittenComment(
        comment: Comment(
          id: CommentID(bits: UInt64(index + 1)), athlete: Sample.id(1), day: Sample.today, coach: nil),
        text: "note \(index)", coachName: nil)
    }
    var state = workbench(detail)
    press(&state, "v v v v v")
    #expect(state.athlete.part == .notes)
    press(&state, "j j j j j")
    #expect(state.athlete.item == 2)
    #expect(state.athlete.selectedSession == 0)
    press(&state, "k v")
    #expect(state.athlete.item == 0)
  }

  @Test func `another athlete keeps the view and the part, not the day`() {
    var state = workbench(LongSeason.detail(seed: 7, days: 60))
    press(&state, "w v ( ]")
    #expect(state.athlete.view == .week)
    #expect(state.athlete.part == .sessions)
    #expect(state.athlete.cursor == nil)
  }

  // MARK: Properties

  @Test(arguments: 1...28 as ClosedRange<UInt64>)
  func `whatever is pressed, the day stays known and the chart holds it`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let days = [0, 1, 5, 29, 90, 400, 800][Int(seed) % 7]
    var detail = LongSeason.detail(seed: seed, days: days)
    if seed.isMultiple(of: 2) {
      detail.targetEvents = [
        NamedEvent(
          event: TargetEvent(
            id: TargetEventID(bits: 1), athlete: Sample.id(1),
            day: Sample.today.advanced(by: Int(seed)), priority: .a), name: "Final")
      ]
    }
    var state = workbench(detail)
    let keys = ["h", "l", "(", ")", "<", ">", "0", "+", "-", "j", "k", "g", "G", "w", "s", "v", "PgUp"]
    for _ in 0..<100 {
      press(&state, keys.randomElement(using: &generator)!)
      let known = detail.knownDays(today: Sample.today)
      let day = state.athlete.cursor ?? Sample.today
      #expect(known.contains(day))
      #expect(AthleteState.zooms.contains(state.athlete.weeks))
      let window = state.athlete.window(detail, today: Sample.today)
      #expect(window.contains(day))
      #expect(window.lowerBound.distance(to: window.upperBound) <= state.athlete.weeks * 7 * 14 / 10 + 16)
      let last = max(0, detail.sessions.count - 1)
      #expect((0...last).contains(state.athlete.selectedSession))
    }
  }
}
