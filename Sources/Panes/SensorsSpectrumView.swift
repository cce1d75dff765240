import Cells
import Domain
import ViewModels

/// The spectrum of the leading channel over the part that is shown: power over frequency, the peak named.
func drawSpectrum(_ view: TraceView, in rect: Rect, on buffer: inout CellBuffer) {
  guard let state = view.spectrum else { return }
  let kind = state.wish.kind
  guard let shown = state.shown, shown.of.kind == kind else {
    drawSection("Spectrum", remark: "reading …", x: rect.x, y: rect.y, width: rect.width, on: &buffer)
    return
  }
  switch shown.answer {
  case .refused(let refusal):
    drawSection("Spectrum", remark: kind.word, x: rect.x, y: rect.y, width: rect.width, on: &buffer)
    for (row, line) in wrapped(refusal.sentence, to: rect.width).prefix(rect.height - 1).enumerated() {
      buffer.write(line, x: rect.x, y: rect.y + 1 + row)
    }
  case .spectrum(let spectrum, let levels):
    drawSpectrum(spectrum, levels, of: kind, in: rect, on: &buffer)
  }
}

/// Decibels from the highest power down to the foot of the picture.
private let depth = 40.0

private func drawSpectrum(
  _ spectrum: Spectrum, _ levels: [Double], of kind: TraceKind, in rect: Rect, on buffer: inout CellBuffer
) {
  let segments = counted(spectrum.segments, "window")
  drawSection(
    "Spectrum", remark: "\(kind.word) · power in dB below the highest · \(segments), Hann",
    x: rect.x, y: rect.y, width: rect.width, on: &buffer)
  let columns = max(0, rect.width - SensorsLayout.margin)
  let body = Rect(
    x: rect.x + SensorsLayout.margin, y: rect.y + 1, width: columns, height: max(0, rect.height - 2))
  guard body.height > 0, columns > 0 else { return }
  for y in body.y..<body.bottom { buffer.write("│", x: body.x - 1, y: y, role: .rule) }
  buffer.write("0 dB ┤", right: body.x, y: body.y, role: .muted)
  if body.height > 1 { buffer.write("−\(figure(depth)) ┤", right: body.x, y: body.bottom - 1, role: .muted) }
  let shown = Spectrum.columns(levels, count: columns, depth: depth)
  drawTallTrace(shown.map { TraceColumn($0 + depth) }, scale: 0...depth, in: body, on: &buffer)
  drawPeak(spectrum, of: kind, in: body, on: &buffer)
  drawFrequencyAxis(spectrum.nyquist, x: body.x, y: body.bottom, columns: columns, on: &buffer)
}

/// `2.80 Hz · 168 /min` over the peak, or beside it where the edge is near.
private func drawPeak(
  _ spectrum: Spectrum, of kind: TraceKind, in body: Rect, on buffer: inout CellBuffer
) {
  guard let hertz = spectrum.dominantHertz, spectrum.nyquist > 0 else {
    buffer.write("no rhythm: the signal does not move", x: body.x + 1, y: body.y, role: .muted)
    return
  }
  let column = min(body.width - 1, Int(hertz / spectrum.nyquist * Double(body.width)))
  let label = peakText(hertz)
  let right = body.x + column + 2 + textWidth(label)
  let x = right <= body.right ? body.x + column + 2 : body.x + column - 1 - textWidth(label)
  buffer.write("▼", x: body.x + column, y: body.y, role: .accent)
  buffer.write(label, x: max(body.x, x), y: body.y, role: .accent)
}

/// A rhythm as people say it: how often a minute, or, when slower than that, how long one swing lasts.
func peakText(_ hertz: Double) -> String {
  let frequency = "\(figure(hertz, decimals: hertz < 0.1 ? 3 : 2)) Hz"
  guard hertz > 0 else { return frequency }
  if hertz >= 0.5 { return "\(frequency) · \(figure(hertz * 60)) a minute" }
  return "\(frequency) · every \(stopwatch(seconds: Int((1 / hertz).rounded())))"
}

private func drawFrequencyAxis(
  _ nyquist: Double, x: Int, y: Int, columns: Int, on buffer: inout CellBuffer
) {
  guard nyquist > 0 else { return }
  let steps: [Double] = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]
  let wanted = nyquist / Double(columns) * 12
  let step = steps.first { $0 >= wanted } ?? 100
  var (tick, free) = (0.0, x)
  while tick <= nyquist {
    let column = x + Int(tick / nyquist * Double(columns))
    let text =
      "╵" + (tick == 0 ? "0 Hz" : figure(tick, decimals: step < 0.01 ? 3 : step < 0.1 ? 2 : step < 1 ? 1 : 0))
    if column >= free, column + textWidth(text) <= x + columns {
      buffer.write(text, x: column, y: y, role: .muted)
      free = column + textWidth(text) + 1
    }
    tick += step
  }
}
