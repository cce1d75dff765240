import Cells
import Domain
import Keys
import ViewModels

/// What floats over the panes; the screen behind steps back, never blank.
func drawOverlay(_ app: AppState, on buffer: inout CellBuffer) {
  guard let overlay = app.overlay else { return }
  buffer.dim(buffer.bounds)
  switch overlay {
  case .help: drawHelp(app, on: &buffer)
  case .whereFrom: drawWhereFrom(app, on: &buffer)
  case .palette(let query, let selected): drawPalette(app, query, selected, on: &buffer)
  case .confirm(let confirmation): drawConfirmation(confirmation, on: &buffer)
  case .form(let form): drawForm(form, on: &buffer)
  case .entryMenu(let menu): drawEntryMenu(menu, app, on: &buffer)
  case .people(let list): drawPeople(list, names: app.names(in: list), on: &buffer)
  }
}

func centred(width: Int, height: Int, in bounds: Rect) -> Rect {
  let width = min(width, bounds.width - 4)
  let height = min(height, bounds.height - 2)
  return Rect(
    x: (bounds.width - width) / 2, y: max(1, (bounds.height - height) / 2), width: width,
    height: height)
}

/// Every key of this pane, made from the bindings themselves, in as many columns as fit.
private func drawHelp(_ app: AppState, on buffer: inout CellBuffer) {
  let own = app.bindings.all.filter { $0.panes.contains(app.pane) }
  let everywhere = app.bindings.all.filter(\.panes.isEmpty)
  let entries =
    own.map(Entry.key) + [.gap, .head("Everywhere")] + everywhere.map(Entry.key)
    + [.gap, .head("Marks")] + marks.map { Entry.mark($0, $1) }
  let columns = max(1, min(4, (buffer.width - 8) / 33))
  let width = columns * 33 + 4
  let rows = (entries.count + columns - 1) / columns
  let rect = centred(width: width, height: rows + 5, in: buffer.bounds)
  drawFloat(rect, title: "Keys in \(app.pane.title)", on: &buffer)
  let shown = max(1, rect.height - 4)
  for (index, entry) in entries.prefix(shown * columns).enumerated() {
    let x = rect.x + 3 + index / shown * 33
    entry.draw(x: x, y: rect.y + 2 + index % shown, on: &buffer)
  }
  let hidden = entries.count - shown * columns
  let foot = hidden > 0 ? "\(hidden) more in the README · any key closes" : "any key closes"
  buffer.write(foot, right: rect.right - 3, y: rect.bottom - 1, role: .muted, ground: .overlay)
}

private enum Entry {
  case key(Binding)
  case mark(String, String)
  case head(String)
  case gap

  func draw(x: Int, y: Int, on buffer: inout CellBuffer) {
    switch self {
    case .key(let binding):
      let keys = binding.keys.prefix(2).map(\.description).joined(separator: " ")
      buffer.write(truncated(keys, to: 11), x: x, y: y, role: .key, ground: .overlay)
      buffer.write(truncated(binding.word, to: 20), x: x + 12, y: y, ground: .overlay)
    case .mark(let glyph, let word):
      buffer.write(glyph, x: x, y: y, role: .strong, ground: .overlay)
      buffer.write(word, x: x + 12, y: y, ground: .overlay)
    case .head(let word): buffer.write(word, x: x, y: y, role: .strong, ground: .overlay)
    case .gap: break
    }
  }
}

private let marks = [
  ("▼ ▲", "below, above usual"), ("·", "no data that day"), ("≈", "simulated"), ("—", "not known"),
  ("!", "needs a look"), ("✓", "held, or done"), ("▁", "a rest day"),
]

private func drawPalette(
  _ app: AppState, _ query: String, _ selected: Int, on buffer: inout CellBuffer
) {
  let matches = app.paletteMatches(query)
  let rows = min(14, buffer.height - 6)
  let rect = centred(width: 60, height: rows + 4, in: buffer.bounds)
  drawFloat(rect, title: "Commands in \(app.pane.title)", on: &buffer)
  buffer.write(
    [(":", .key), (" \(query)▏", .strong)], x: rect.x + 3, y: rect.y + 1, ground: .overlay)
  let top = firstVisible(selected: selected, height: rows, count: matches.count)
  for (row, binding) in matches[min(top, matches.count)...].prefix(rows).enumerated() {
    let y = rect.y + 3 + row
    let isSelected = top + row == selected
    let ground: Ground = isSelected ? .select : .overlay
    buffer.fill(Rect(x: rect.x + 1, y: y, width: rect.width - 2, height: 1), ground: ground)
    if isSelected { buffer.write("▌", x: rect.x + 1, y: y, role: .accent, ground: ground) }
    buffer.write(binding.word, x: rect.x + 3, y: y, role: isSelected ? .strong : .text, ground: ground)
    let keys = binding.keys.prefix(2).map(\.description).joined(separator: " ")
    buffer.write(keys, right: rect.right - 3, y: y, role: .key, ground: ground)
  }
  if matches.isEmpty {
    buffer.write(
      "No command has these letters.", x: rect.x + 3, y: rect.y + 3, role: .muted, ground: .overlay)
  }
}

private func drawPeople(_ list: PeopleList, names: [String], on buffer: inout CellBuffer) {
  let lines = [list.newLine] + names
  let rows = min(lines.count, buffer.height - 7)
  let rect = centred(width: 52, height: rows + 5, in: buffer.bounds)
  drawFloat(rect, title: list.title, on: &buffer)
  let top = firstVisible(selected: list.selected, height: rows, count: lines.count)
  for (row, line) in lines[top...].prefix(rows).enumerated() {
    let y = rect.y + 2 + row
    let isSelected = top + row == list.selected
    let ground: Ground = isSelected ? .select : .overlay
    buffer.fill(Rect(x: rect.x + 1, y: y, width: rect.width - 2, height: 1), ground: ground)
    if isSelected { buffer.write("▌", x: rect.x + 1, y: y, role: .accent, ground: ground) }
    buffer.write(
      truncated(line, to: rect.width - 6), x: rect.x + 3, y: y, role: isSelected ? .strong : .text,
      ground: ground)
  }
  buffer.write(
    [
      ("Enter", .key), (" open  ", .muted), ("↑ ↓", .key), (" choose  ", .muted), ("Esc", .key),
      (" leave", .muted),
    ],
    x: rect.x + 3, y: rect.bottom - 2, ground: .overlay)
}

private func drawConfirmation(_ confirmation: Confirmation, on buffer: inout CellBuffer) {
  let lines = wrapped(confirmation.detail, to: 52)
  let rect = centred(width: 60, height: lines.count + 6, in: buffer.bounds)
  drawFloat(rect, title: "", on: &buffer)
  buffer.write(confirmation.question, x: rect.x + 3, y: rect.y + 1, role: .strong, ground: .overlay)
  for (index, line) in lines.enumerated() {
    buffer.write(line, x: rect.x + 3, y: rect.y + 2 + index, ground: .overlay)
  }
  buffer.write(
    [
      (confirmation.key.description, .key), (" \(confirmation.word)   ", .text), ("any other", .key),
      (" leaves it as it is", .text),
    ], x: rect.x + 3, y: rect.bottom - 2, ground: .overlay)
}

private func drawForm(_ form: Form, on buffer: inout CellBuffer) {
  let complaints = form.fields.filter { $0.complaint != nil }.count
  let rect = centred(width: 68, height: form.fields.count + complaints + 5, in: buffer.bounds)
  drawFloat(rect, title: form.title, on: &buffer)
  var y = rect.y + 2
  // On a short screen the rows before the selected field scroll away.
  let room = rect.height - 4
  let top = max(0, form.selected - room + 2)
  for (index, field) in form.fields.enumerated().dropFirst(top) where y < rect.bottom - 2 {
    let isSelected = index == form.selected
    let ground: Ground = isSelected ? .select : .overlay
    buffer.fill(Rect(x: rect.x + 1, y: y, width: rect.width - 2, height: 1), ground: ground)
    if isSelected { buffer.write("▌", x: rect.x + 1, y: y, role: .accent, ground: ground) }
    buffer.write(field.label, x: rect.x + 3, y: y, role: .muted, ground: ground)
    drawField(field, isSelected, x: rect.x + 23, y: y, width: rect.width - 26, ground, on: &buffer)
    y += 1
    if let complaint = field.complaint {
      buffer.write("! \(complaint)", x: rect.x + 23, y: y, role: .watch, ground: .overlay)
      y += 1
    }
  }
  let hasChoice = form.fields.contains { if case .choice = $0.kind { true } else { false } }
  var keys: [(String, Role)] = [("Enter", .key), (" save  ", .muted)]
  if form.fields.count > 1 { keys += [("Tab ↑ ↓", .key), (" field  ", .muted)] }
  if hasChoice { keys += [("← →", .key), (" choose  ", .muted)] }
  keys += [("Esc", .key), (" leave", .muted)]
  buffer.write(keys, x: rect.x + 3, y: rect.bottom - 2, ground: .overlay)
}

private func drawField(
  _ field: Form.Field, _ isSelected: Bool, x: Int, y: Int, width: Int, _ ground: Ground,
  on buffer: inout CellBuffer
) {
  switch field.kind {
  case .choice:
    let arrows = isSelected ? ("‹ ", " ›") : ("", "")
    buffer.write(
      [(arrows.0, .key), (field.text, isSelected ? .strong : .text), (arrows.1, .key)], x: x, y: y,
      ground: ground)
  case .text(let hint):
    // The end of a long text is what is being typed.
    var shown = field.text
    while textWidth(shown) > width - 1 { shown.removeFirst() }
    let end = buffer.write(shown, x: x, y: y, role: isSelected ? .strong : .text, ground: ground)
    if isSelected { buffer.write("▏", x: end, y: y, role: .accent, ground: ground) }
    if field.text.isEmpty {
      buffer.write(
        truncated(hint, to: width - 2), x: end + (isSelected ? 1 : 0), y: y, role: .muted, ground: ground)
    }
  }
}
