/// A bold word, a quiet rule, a muted remark at the right end: how every section begins.
public func drawSection(
  _ title: String, remark: String = "", x: Int, y: Int, width: Int, count: String = "",
  remarkRole: Role = .muted, on buffer: inout CellBuffer
) {
  guard width > 0 else { return }
  var column = buffer.write(truncated(title, to: width), x: x, y: y, role: .strong)
  if !count.isEmpty {
    column = buffer.write(truncated("  " + count, to: x + width - column), x: column, y: y, role: .strong)
  }
  let room = x + width - column - 4
  let remark = room >= 8 ? truncated(remark, to: room) : ""
  let end = remark.isEmpty ? x + width : x + width - textWidth(remark) - 1
  if end - column > 1 {
    buffer.write(String(repeating: "─", count: end - column - 1), x: column + 1, y: y, role: .rule)
  }
  buffer.write(remark, right: x + width, y: y, role: remarkRole)
}

/// The rounded box of what floats: palette, help, forms, confirmation.
public func drawFloat(_ rect: Rect, title: String, on buffer: inout CellBuffer) {
  guard rect.width >= 4, rect.height >= 2 else { return }
  buffer.fill(rect, ground: .overlay)
  let line = String(repeating: "─", count: rect.width - 2)
  buffer.write("╭\(line)╮", x: rect.x, y: rect.y, role: .rule, ground: .overlay)
  buffer.write("╰\(line)╯", x: rect.x, y: rect.bottom - 1, role: .rule, ground: .overlay)
  for y in rect.y + 1..<rect.bottom - 1 {
    buffer.write("│", x: rect.x, y: y, role: .rule, ground: .overlay)
    buffer.write("│", x: rect.right - 1, y: y, role: .rule, ground: .overlay)
  }
  let shown = truncated(title, to: rect.width - 6)
  if !shown.isEmpty {
    buffer.write(" \(shown) ", x: rect.x + 2, y: rect.y, role: .strong, ground: .overlay)
  }
}
