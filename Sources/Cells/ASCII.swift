/// What stands for a glyph on a terminal that shows only ASCII; the table is the visual grammar's.
public func asciiGlyph(for glyph: Glyph) -> Glyph {
  if glyph.base < 0x7F { return Glyph(base: glyph.base, width: 1) }
  if glyph.width == 0 { return glyph }
  if (0x2800...0x28FF).contains(glyph.base) {
    let dots = (glyph.base & 0xFF).nonzeroBitCount
    return Glyph(base: dots > 2 ? 0x3A : 0x2E, width: 1)
  }
  let stand = substitutes[glyph.base] ?? "?"
  return Glyph(base: stand.value, width: glyph.width)
}

private let substitutes: [UInt32: Unicode.Scalar] = {
  var table: [UInt32: Unicode.Scalar] = [:]
  let pairs = [
    ("▁▂▃▄▅▆▇█", "_.-=+*#@"), ("▌│─┊┤╵└", ">|-:+'`"), ("╭╮╰╯", "++++"), ("▼▲✓✗‼", "v^yx!"),
    ("●◐○◔≈·—−≥×╱⏎", "*o.%~.--gx/<"), ("▀▐░▒▓━", "\"|.:#="), ("’‘“”–…±→←↓↑", "''\"\"-.~><v^"),
  ]
  for (from, to) in pairs {
    for (key, value) in zip(from.unicodeScalars, to.unicodeScalars) { table[key.value] = value }
  }
  return table
}()
