import Cells
import Domain
import Keys
import Panes
import Support
import Testing
import ViewModels

private let sizes = [(60, 16), (80, 24), (120, 40), (200, 60)]

private func screen(_ state: AppState, _ size: (Int, Int)) -> CellBuffer {
  var buffer = CellBuffer(width: size.0, height: size.1)
  draw(state, on: &buffer)
  return buffer
}

@Suite struct PlanPictureTests {
  @Test(arguments: sizes)
  func `a session in hand has its picture`(size: (Int, Int)) throws {
    let state = SampleScreens.pressing(
      ["l", "⏎", "l", "l"], in: atMonday(SampleScreens.full(on: .plan)))
    try expectScreen(screen(state, size).description, named: "plan-move-\(size.0)x\(size.1)")
  }

  @Test(arguments: ["versions", "limits", "squad"], sizes)
  func `the plan's other views have their picture`(view: String, size: (Int, Int)) throws {
    var state = SampleScreens.planned(SampleScreens.full(on: .plan), isByHand: true)
    let key: [String: Character] = ["versions": "v", "limits": "!", "squad": "s"]
    state = SampleScreens.pressing([key[view]!], in: state)
    if view == "squad" {
      _ = state.update(.plan(.squadLoaded(SampleScreens.squadWeek)))
      state = SampleScreens.pressing([" ", " "], in: state)
    }
    try expectScreen(screen(state, size).description, named: "plan-\(view)-\(size.0)x\(size.1)")
  }

  @Test(arguments: [
    ("new", "n"), ("reject", "x"), ("template", "b"), ("scale", "*"), ("export", "E"), ("from", "i"),
    ("without-help", "U"),
  ])
  func `what the plan pane asks has its picture`(name: String, keys: String) throws {
    let state = SampleScreens.pressing(Array(keys), in: SampleScreens.full(on: .plan))
    for size in [(120, 40), (60, 16)] {
      try expectScreen(screen(state, size).description, named: "plan-\(name)-\(size.0)x\(size.1)")
    }
  }

  @Test func `a version by hand says whose it is and what it changed`() throws {
    let state = SampleScreens.planned(SampleScreens.full(on: .plan), isByHand: true)
    let text = screen(state, (140, 44)).description
    #expect(text.contains("by 赵 · version 2 of 2"))
    #expect(text.contains("Changed by hand"))
    try expectScreen(text, named: "plan-by-hand-140x44")
  }

  @Test(arguments: ["⏎lll", "v", "!", "s", "U"])
  func `every view of the plan draws at every size without leaving its lines`(keys: String) {
    var state = SampleScreens.planned(SampleScreens.full(on: .plan), isByHand: true)
    state = SampleScreens.pressing(Array(keys), in: state)
    if keys == "s" { _ = state.update(.plan(.squadLoaded(SampleScreens.squadWeek))) }
    for (width, height) in SampleScreens.manySizes {
      let buffer = screen(state, (width, height))
      for y in 0..<height { #expect(textWidth(buffer.line(y)) == width) }
    }
  }

  @Test func `the mouse pulls a session from its day to another`() throws {
    var state = atMonday(SampleScreens.full(on: .plan))
    let bounds = Rect(width: 140, height: 44)
    let text = screen(state, (140, 44)).description.split(separator: "\n").map(String.init)
    let row = try #require(text.firstIndex { $0.contains("Intervals") })
    func point(_ kind: PointerEvent.Kind, _ column: Int) -> AppAction? {
      action(for: PointerEvent(kind, column: column, row: row), in: state, bounds)
    }
    let press = try #require(point(.pressed, 24))
    #expect(press == .plan(.cardPressed(day: 1, place: 0)))
    _ = state.update(press)
    #expect(state.plan.selected?.type == .intervals)
    let drag = try #require(point(.dragged, 70))
    #expect(drag == .plan(.draggedOver(day: 3)))
    let effects = state.update(drag)
    #expect(state.plan.hand?.day == 3)
    #expect(effects.contains { if case .assess = $0 { true } else { false } })
    let drop = try #require(point(.released, 110))
    #expect(drop == .plan(.letGo(day: 5)))
    let saved = state.update(drop)
    #expect(saved.contains { if case .saveWeek = $0 { true } else { false } })
    #expect(state.plan.hand == nil)
  }

  @Test(arguments: [80, 140], PaneID.allCases)
  func `the mouse opens the pane whose tab it presses`(width: Int, pane: PaneID) throws {
    let state = SampleScreens.full
    let tabs = screen(state, (width, 40))
    let digit = try #require((9..<width).first { tabs[$0, 0].glyph.text == "\(pane.digit)" })
    let meant = action(
      for: PointerEvent(.pressed, column: digit, row: 0), in: state, Rect(width: width, height: 40))
    #expect(meant == .intended(try #require(Intent(rawValue: pane.rawValue))))
  }

  private func atMonday(_ state: AppState) -> AppState {
    var state = state
    state.plan.day = 0
    return state
  }
}
