public import Cells
public import Keys
public import ViewModels

/// What the mouse means where it is: sessions are pulled from day to day, the wheel moves like the arrows.
///
/// - Parameter screen: the whole screen, as `draw` gets it.
public func action(for event: PointerEvent, in app: AppState, _ screen: Rect) -> AppAction? {
  guard app.overlay == nil, screen.width >= smallestScreen.columns, screen.height >= smallestScreen.rows
  else {
    return nil
  }
  switch event.kind {
  case .scrolledUp: return .intended(.up)
  case .scrolledDown: return .intended(.down)
  case .pressed where event.row == 0: return tab(at: event.column, screen.width, app).map { .intended($0) }
  case .pressed, .dragged, .released: return pointInPlan(event, app, screen)
  }
}

private func pointInPlan(_ event: PointerEvent, _ app: AppState, _ screen: Rect) -> AppAction? {
  guard app.pane == .plan, app.plan.view == .week, screen.width >= 100, let detail = app.detail,
    app.plan.showsWeek
  else { return nil }
  let content = Rect(x: 0, y: 2, width: screen.width, height: screen.height - 3)
  let columns = PlanColumns(app, detail, in: content)
  guard let day = columns.day(at: event.column) else { return nil }
  switch event.kind {
  case .pressed:
    let card = columns.card(atColumn: event.column, row: event.row)
    return .plan(.cardPressed(day: day, place: card?.place ?? 0))
  case .dragged: return .plan(.draggedOver(day: day))
  case .released: return app.plan.hand == nil ? nil : .plan(.letGo(day: day))
  case .scrolledUp, .scrolledDown: return nil
  }
}

/// The pane whose tab stands at a column of the first row.
private func tab(at column: Int, _ width: Int, _ app: AppState) -> Intent? {
  var x = textWidth(" Sideline ")
  for pane in PaneID.allCases {
    let label = tabLabel(pane, isHere: pane == app.pane, width: width)
    if column >= x, column < x + textWidth(label) { return Intent(rawValue: pane.rawValue) }
    x += textWidth(label)
  }
  return nil
}
