import Cells
import ViewModels

/// What can be entered about the selected athlete, a letter each.
func drawEntryMenu(_ menu: EntryMenu, _ app: AppState, on buffer: inout CellBuffer) {
  let kinds = EntryKind.allCases
  let rect = centred(width: 50, height: kinds.count + 5, in: buffer.bounds)
  drawFloat(rect, title: "Enter about \(app.detail?.name ?? "nobody")", on: &buffer)
  let room = rect.height - 4
  let top = max(0, menu.selected - room + 1)
  for (row, kind) in kinds.enumerated().dropFirst(top).prefix(room) {
    let y = rect.y + 2 + row - top
    let ground: Ground = row == menu.selected ? .select : .overlay
    buffer.fill(Rect(x: rect.x + 1, y: y, width: rect.width - 2, height: 1), ground: ground)
    if row == menu.selected { buffer.write("▌", x: rect.x + 1, y: y, role: .accent, ground: ground) }
    buffer.write(String(kind.letter), x: rect.x + 3, y: y, role: .key, ground: ground)
    buffer.write(kind.word, x: rect.x + 6, y: y, ground: ground)
  }
  buffer.write(
    [
      ("letter", .key), (" or ", .muted), ("Enter", .key), (" opens  ", .muted), ("Esc", .key),
      (" leaves", .muted),
    ],
    x: rect.x + 3, y: rect.bottom - 2, ground: .overlay)
}
