public import Domain

/// The weeks as one HTML file, a landscape A4 page for each athlete, made to be printed in black and white.
///
/// It needs nothing but itself: no script, no link, no picture, no font, and a policy in its head that forbids them.
/// Seven columns of sessions, the load of each day as a bar, totals, limits, and at the foot when the page was made,
/// from which version of the week and by which version of the program.
/// - Parameter stamp: when it is made.
/// - Parameter utcOffsetSeconds: how far clocks run ahead of UTC where it is made, for the time at the foot.
/// - Parameter program: the program and its version, `Sideline 0.4.0`.
public func printedPage(
  _ weeks: [WeekExport], stamp: Instant, utcOffsetSeconds: Int, program: String
) -> String {
  let made = "\(date(stamp, utcOffsetSeconds)), \(hour(stamp, utcOffsetSeconds))"
  let pages = weeks.map { page(of: $0, made: made, program: program) }.joined()
  let spans = Set(weeks.map(\.plan.week))
  return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width">
    <title>Training\(spans.count == 1 ? ", \(spans.first!.span)" : "")</title>
    <style>
    \(printedStyle)
    </style>
    </head>
    <body>
    \(pages)</body>
    </html>

    """
}

private func page(of week: WeekExport, made: String, program: String) -> String {
  let most = week.days.map { week.plan.load(on: $0) }.max() ?? 0
  let crowd = week.days.map { week.plan.sessions(on: $0).count }.max() ?? 0
  return """
    <section class="page\(crowd > 3 ? " dense" : "")">
    \(header(of: week))
    <div class="days" style="grid-template-columns: repeat(\(week.days.count), minmax(0, 1fr))">
    \(week.days.map { column($0, of: week, most: most) }.joined())</div>
    <div class="below">
    \(totals(of: week))
    \(limits(of: week))</div>
    \(footer(of: week, made: made, program: program))
    </section>

    """
}

private func header(of week: WeekExport) -> String {
  let plan = week.plan
  let mark = week.isSimulated ? "<b>\(simulatedMark)</b> · " : ""
  return """
    <header>
    <h1><bdi>\(html(week.name))</bdi></h1>
    <p class="week">Week \(plan.week.yearAndNumber.number)<span>\(plan.week.span)</span></p>
    <p class="state">\(mark)<b>\(plan.status.exportWord)</b> · version \(plan.version) · <bdi>\(html(week.madeBy))</bdi></p>
    </header>
    """
}

private func totals(of week: WeekExport) -> String {
  let plan = week.plan
  let pairs = [
    ("Sessions", "\(plan.sessions.count)"), ("Time", duration(minutes: plan.minutes)),
    ("Load, AU", groupedNumber(plan.load)), ("Hard days", "\(plan.hardDays.count)"),
  ]
  let terms = pairs.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
  return "<dl class=\"totals\">\n\(terms.joined(separator: "\n"))\n</dl>"
}

private func limits(of week: WeekExport) -> String {
  if week.limits.isEmpty { return "" }
  let items = week.limits.map { limit in
    limit.isHeld
      ? "<li>\(html(limit.line))</li>\n"
      : "<li class=\"broken\"><b>Not kept.</b> \(html(limit.line))</li>\n"
  }
  return """
    <section class="limits">
    <h2>Limits</h2>
    <ul>
    \(items.joined())</ul>
    </section>

    """
}

private func footer(of week: WeekExport, made: String, program: String) -> String {
  let source = week.isSimulated ? "<b>\(simulatedMark)</b> · " : ""
  return """
    <footer>
    <p>Beside the day its load in AU, minutes × RPE (CR-10), and as a bar. Thick line: hard, RPE 7 or more.</p>
    <p>\(source)<bdi>\(html(week.name))</bdi> · version \(week.plan.version) of \(week.plan.week) · made \(made) · \(html(program))</p>
    </footer>
    """
}

private func date(_ stamp: Instant, _ offset: Int) -> String {
  let day = stamp.day(utcOffsetSeconds: offset)
  return "\(day.dayAndMonth) \(day.civil.year)"
}

private func hour(_ stamp: Instant, _ offset: Int) -> String {
  let second = stamp.secondOfDay(utcOffsetSeconds: offset)
  return "\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60))"
}
