/// What stands for a glyph on a terminal that shows only ASCII, one column each; the table is the visual grammar's.
///
/// The right half of a wide glyph becomes a space, so that what follows keeps its column.
public func asciiGlyph(for glyph: Glyph) -> Glyph {
  if glyph.width == 0 || glyph.base == 0x2800 { return .space }
  if glyph.base < 0x7F { return Glyph(base: glyph.base, width: 1) }
  if (0x2800...0x28FF).contains(glyph.base) {
    let dots = (glyph.base & 0xFF).nonzeroBitCount
    return Glyph(base: dots > 2 ? 0x3A : 0x2E, width: 1)
  }
  return Glyph(base: (substitutes[glyph.base] ?? "?").value, width: 1)
}

private let substitutes: [UInt32: Unicode.Scalar] = {
  var table: [UInt32: Unicode.Scalar] = [:]
  let pairs = [
    ("▁▂▃▄▅▆▇█", "_.-=+*#@"), ("▌│─┊┤├╵└", ">|-:||'`"), ("╭╮╰╯", "++++"), ("▼▲✓✗‼", "v^yx!"),
    ("●◐○◔≈·—−≥×╱⏎", "*o.%~.-->x/<"), ("▀▐░▒▓━", "\"|.:#="), ("’‘“”–…±→←↓↑", "''\"\"-.~><v^"),
    ("╌╎┃┅", "-:|-"),
  ]
  for (from, to) in pairs {
    for (key, value) in zip(from.unicodeScalars, to.unicodeScalars) { table[key.value] = value }
  }
  return table
}()
