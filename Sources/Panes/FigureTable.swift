import Cells
import ViewModels

/// A column of figures, right-aligned; `nil` is absent.
struct FigureColumn<Row> {
  let head: String
  let width: Int
  let text: (Row) -> String?

  init(_ head: String, width: Int, text: @escaping (Row) -> String?) {
    (self.head, self.width, self.text) = (head, width, text)
  }
}

/// A section with a row for each of `rows`, the selected one marked and in sight. Columns that no row has something for
/// are left out, then those that do not fit.
func drawFigureTable<Row>(
  _ title: String, remark: String, _ rows: [Row], _ all: [FigureColumn<Row>], selected: Int?, in area: Rect,
  on buffer: inout CellBuffer
) {
  drawSection(title, remark: remark, x: area.x, y: area.y, width: area.width, on: &buffer)
  var right = area.x
  var columns: [(column: FigureColumn<Row>, right: Int)] = []
  for column in all where rows.contains(where: { column.text($0) != nil }) {
    guard right + column.width <= area.x + area.width else { break }
    right += column.width
    columns.append((column, right))
    buffer.write(column.head, right: right, y: area.y + 1, role: .muted)
  }
  let isCut = rows.count > area.height - 2
  let height = area.height - 2 - (isCut ? 1 : 0)
  guard height > 0 else { return }
  let top = firstVisible(selected: selected ?? 0, height: height, count: rows.count)
  for (place, row) in rows[top...].prefix(height).enumerated() {
    let y = area.y + 2 + place
    let isHere = top + place == selected
    if isHere {
      buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 2, height: 1), ground: .select)
      buffer.write("▌", x: area.x - 2, y: y, role: .accent)
    }
    for (column, right) in columns {
      let text = column.text(row)
      buffer.write(text ?? "—", right: right, y: y, role: text == nil ? .muted : isHere ? .strong : .text)
    }
  }
  guard isCut else { return }
  let below = rows.count - top - height
  let words = [top > 0 ? "↑ \(top) before" : "", below > 0 ? "↓ \(below) more" : ""].filter { !$0.isEmpty }
  buffer.write(words.joined(separator: "  "), x: area.x, y: area.bottom - 1, role: .muted)
}
