public import Domain

/// The weeks as one iCalendar object (RFC 5545), an event for each planned session.
///
/// A session with an hour is a floating local time without a zone: the athlete trains at that hour wherever the
/// athlete is, and a change of clocks does not move it. One without is an all-day event that leaves the day free.
/// An event's UID is made from the athlete's pseudonym and the session's id and its SEQUENCE is the plan's version,
/// so that a later version of the week updates what is in a calendar and does not double it. A proposed plan is
/// TENTATIVE, an approved one CONFIRMED; sessions given as cancelled, and those of a rejected plan, are CANCELLED.
/// A session that is still planned is not cancelled, and one given twice is written once, as it came first.
///
/// Lines end in CRLF and are folded at 75 octets. The standard wants at least one event: weeks without a session,
/// planned or cancelled, are better not written.
/// - Parameter stamp: when it is made, for DTSTAMP and LAST-MODIFIED, to the second.
public func iCalendar(_ weeks: [WeekExport], stamp: Instant) -> String {
  let athletes = Set(weeks.map(\.plan.athlete)).count
  let moment = stamp.iso8601.filter { $0 != "-" && $0 != ":" }
  let owner = athletes == 1 ? weeks[0].name : counted(athletes, "athlete")
  let head = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sideline//Week plan//EN", "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH", "X-WR-CALNAME:\(calendarText("Training · \(owner)"))",
  ]
  let events = events(of: weeks, isLabelled: athletes > 1)
  let lines = head + events.flatMap { $0.lines(stamp: moment) } + ["END:VCALENDAR"]
  return lines.map { folded($0) + "\r\n" }.joined()
}

/// What is planned, then what is cancelled; each UID once.
private func events(of weeks: [WeekExport], isLabelled: Bool) -> [CalendarEvent] {
  let planned = weeks.filter { !$0.plan.isRejected }.flatMap { week in
    week.sessions.map {
      CalendarEvent(week: week, session: $0, isCancelled: false, isLabelled: isLabelled)
    }
  }
  let cancelled = weeks.flatMap { week in
    ((week.plan.isRejected ? week.sessions : []) + week.cancelled).map {
      CalendarEvent(week: week, session: $0, isCancelled: true, isLabelled: isLabelled)
    }
  }
  var known: Set<String> = []
  return (planned + cancelled).filter { known.insert($0.uid).inserted }
}
