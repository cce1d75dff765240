/// How the printed week looks: one family, three sizes, hairlines, black on white.
///
/// Whatever carries meaning is a border or a word, since printers leave backgrounds out.
let printedStyle = """
  @page { size: A4 landscape; margin: 12mm 13mm 10mm; }
  * { box-sizing: border-box; margin: 0; padding: 0; }
  html { font: 9.25pt/1.38 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", "PingFang SC",
    "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums;
    color: #000; background: #fff; }
  body { overflow-wrap: anywhere; }
  p, h1, h2, h3, li { unicode-bidi: plaintext; }
  .page { display: flex; flex-direction: column; min-height: 187mm; break-after: page; }
  .page:last-child { break-after: auto; }

  header { display: flex; align-items: baseline; gap: 7mm; margin-bottom: 7mm; }
  h1 { font-size: 21pt; font-weight: 700; line-height: 1.1; letter-spacing: -0.01em; }
  .week { font-size: 11pt; white-space: nowrap; }
  .week span { color: #555; margin-left: 0.8em; }
  .state { margin-left: auto; text-align: right; color: #333; }

  .days { display: grid; column-gap: 5mm; flex: 1; align-items: start; }
    .day h2 { font-size: 9.5pt; display: flex; white-space: nowrap; align-items: baseline; gap: 0.4em; padding-bottom: 1mm; }
  .day h2 span { font-weight: 400; color: #555; }
  .day h2 .sum { margin-left: auto; color: #000; }
  .track { border-top: 0.5pt solid #000; height: 5.5mm; }
  .bar { border-top: 2.2pt solid #000; }
  article { border-left: 0.5pt solid #999; padding: 0 0 0.4mm 2.4mm; margin-bottom: 5mm;
    break-inside: avoid; }
  article.hard { border-left: 2.6pt solid #000; padding-left: 1.66mm; }
  h3 { font-size: 11.5pt; font-weight: 600; line-height: 1.25; margin-bottom: 0.6mm; }
  .clock { font-weight: 600; }
  .note, .rest { color: #555; }
  .effort + .note { margin-top: 0.6mm; }

  .below { display: flex; gap: 14mm; margin-top: 6mm; padding-top: 4mm; border-top: 0.5pt solid #000;
    break-inside: avoid; }
  .totals { display: flex; gap: 9mm; }
  dt, .limits h2 { font-size: 8.5pt; font-weight: 400; color: #555; }
  dd { font-size: 15pt; line-height: 1.25; white-space: nowrap; }
  .limits { flex: 1; font-size: 8.5pt; }
  .limits ul { columns: 2; column-gap: 8mm; list-style: none; margin-top: 0.8mm; }
  .limits li { padding-left: 1.5em; text-indent: -1.5em; break-inside: avoid; }
  .limits li::before { content: "\\2713"; display: inline-block; width: 1.5em; text-indent: 0; }
  .limits li.broken::before { content: "!"; font-weight: 700; }

  footer { break-before: avoid; display: flex; justify-content: space-between; gap: 10mm; margin-top: 5mm;
    font-size: 7.5pt; color: #555; }
  footer p:last-child { text-align: right; white-space: nowrap; }
  footer b, .state b { color: #000; }

  .dense { font-size: 7.5pt; line-height: 1.28; }
  .dense .day h2 { font-size: 8.5pt; }
  .dense h3 { font-size: 9pt; }
  .dense header { margin-bottom: 4mm; }
  .dense .track { height: 3mm; }
  .dense article { margin-bottom: 2mm; }
  .dense .below { margin-top: 3mm; padding-top: 2.5mm; }
  .dense footer { margin-top: 3mm; }

  @media screen {
    body { width: 297mm; margin: 0 auto; }
    .page { padding: 12mm 13mm 10mm; min-height: 210mm; }
  }
  """
