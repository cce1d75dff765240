import Domain

/// One planned session as a VEVENT.
struct CalendarEvent {
  var week: WeekExport
  var session: PlannedSession
  var isCancelled: Bool
  /// Whether the summary says whose session it is.
  var isLabelled: Bool

  /// The athlete's pseudonym and the session's own id: the same through all versions of the week.
  var uid: String { "\(week.plan.athlete)-\(session.id)@sideline" }

  func lines(stamp: String) -> [String] {
    ["BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:\(stamp)", "LAST-MODIFIED:\(stamp)", "SEQUENCE:\(week.sequence)"]
      + times
      + [
        "SUMMARY:\(calendarText(summary))", "DESCRIPTION:\(calendarText(description))",
        "STATUS:\(status)", "TRANSP:\(session.start == nil ? "TRANSPARENT" : "OPAQUE")", "END:VEVENT",
      ]
  }

  private var status: String {
    isCancelled ? "CANCELLED" : week.plan.isApproved ? "CONFIRMED" : "TENTATIVE"
  }

  /// Floating local time; a day when the hour is open.
  private var times: [String] {
    guard let start = session.start else {
      return [
        "DTSTART;VALUE=DATE:\(basic(session.day))",
        "DTEND;VALUE=DATE:\(basic(session.day.advanced(by: 1)))",
      ]
    }
    // The end is after the start even where no minute is planned: the standard wants it so.
    return [
      "DTSTART:\(floating(session.day, minute: start))",
      "DTEND:\(floating(session.day, minute: start + max(1, session.minutes)))",
    ]
  }

  private var summary: String {
    let parts = (isLabelled ? [week.name] : []) + [week.title(of: session)]
    return (week.isSimulated ? "≈ " : "") + parts.joined(separator: " · ")
  }

  private var description: String {
    var lines = ["\(session.effort) · \(session.loadWord)"]
    if let repetitions = session.repetitions { lines.append(repetitions) }
    if let block = session.block, !block.isEmpty { lines.append("Block: \(block)") }
    if let strategy = session.strategy, !strategy.isEmpty { lines.append("Strategy: \(strategy)") }
    let state = isCancelled ? "cancelled" : week.plan.status.exportWord
    lines.append("Version \(week.plan.version) · \(week.madeBy) · \(state)")
    if week.isSimulated { lines.append(simulatedMark) }
    return lines.joined(separator: "\n")
  }
}

/// `20261123`.
private func basic(_ day: Day) -> String { day.description.filter { $0 != "-" } }

/// `20261123T180000`: no zone. Minutes beyond midnight go on to the next day.
private func floating(_ day: Day, minute: Int) -> String {
  let days = minute.flooredDivision(by: 1440)
  let ofDay = minute - days * 1440
  return "\(basic(day.advanced(by: days)))T\(twoDigits(ofDay / 60))\(twoDigits(ofDay % 60))00"
}
