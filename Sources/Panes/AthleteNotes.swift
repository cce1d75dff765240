import Cells
import Domain
import ViewModels

extension LongColumn {
  /// Newest first, an open one before all: what, how bad, since when, and whether only easy work is allowed.
  mutating func drawInjuries(_ detail: AthleteDetail, _ app: AppState) {
    let today = app.clock.today
    let all = detail.injuries.sorted {
      ($0.restricts(on: today) ? 1 : 0, $0.onset) > ($1.restricts(on: today) ? 1 : 0, $1.onset)
    }
    let open = all.count { $0.restricts(on: today) }
    section("Injuries", remark: open > 0 ? "\(open) open" : "")
    if all.isEmpty {
      write("None on file.", role: .muted)
      y += 1
    }
    for (index, injury) in all.enumerated() {
      note(index, of: .injuries, at: y)
      draw(injury, app)
    }
    y += 1
  }

  private mutating func draw(_ injury: Injury, _ app: AppState) {
    let today = app.clock.today
    let isOpen = injury.restricts(on: today)
    if isOpen { write("!", role: .watch) }
    let severity = injury.severity.map { ", \($0.rawValue)" } ?? ""
    write(injury.bodyPart.word + severity, x: 2, role: isOpen ? .strong : .text)
    let span =
      injury.lastDay.map { "\(injury.onset.dayAndMonth) to \($0.dayAndMonth)" }
      ?? "since \(injury.onset.label(today: today))"
    buffer.write(span, right: area.right, y: y, role: isOpen ? .watch : .muted)
    y += 1
    if isOpen || injury.hold != .none {
      paragraph("\(injury.status.word) · \(holdText(injury.hold, app))", x: 2, role: isOpen ? .text : .muted)
    }
  }

  private func holdText(_ hold: Injury.Hold, _ app: AppState) -> String {
    switch hold {
    case .none: return "no hold"
    case .standing: return "hold stands: only easy"
    case .lifted(let coach, let instant):
      let name = app.coaches.first { $0.coach.id == coach }?.name
      return "lifted by \(name.map { "Coach \($0)" } ?? "a coach"), \(app.clock.label(instant))"
    }
  }

  /// Events ahead, days with less training, the phase of the season.
  mutating func drawCalendar(_ detail: AthleteDetail, _ clock: Clock) {
    let today = clock.today
    section("Dates", remark: detail.phase(on: today).map { "\($0.word) phase" } ?? "")
    let events = detail.targetEvents.filter { $0.event.day >= today }.sorted { $0.event.day < $1.event.day }
    let away = detail.availability.filter { $0.through >= today }.sorted { $0.from < $1.from }
    for (index, named) in events.enumerated() {
      note(detail.injuries.count + index, of: .injuries, at: y)
      let days = today.distance(to: named.event.day)
      let when = days == 0 ? "today" : days < 60 ? "in \(counted(days, "day"))" : "in \(days / 7) weeks"
      let date = "\(when), \(named.event.day.label(today: today))"
      let isGoal = named.event.priority == .a
      write(named.event.priority.letter, role: isGoal ? .accent : .text)
      write(
        truncated(named.title, to: area.width - textWidth(date) - 4), x: 2, role: isGoal ? .strong : .text)
      buffer.write(date, right: area.right, y: y, role: .muted)
      y += 1
    }
    for (index, days) in away.enumerated() {
      note(detail.injuries.count + events.count + index, of: .injuries, at: y)
      let isNow = days.from <= today
      write(days.kind.word, x: 2, role: isNow ? .strong : .text)
      let from = isNow ? "until" : "\(days.from.dayAndMonth) to"
      buffer.write("\(from) \(days.through.dayAndMonth)", right: area.right, y: y, role: .muted)
      y += 1
    }
    if events.isEmpty, away.isEmpty {
      write("No event and no day away ahead.", role: .muted)
      y += 1
    }
    y += 1
  }

  /// What coaches wrote, newest first.
  mutating func drawNotes(_ detail: AthleteDetail, _ clock: Clock) {
    let notes = detail.notes
    section("Notes", remark: notes.count > 1 ? counted(notes.count, "note") : "")
    if notes.isEmpty {
      write("No note yet.", role: .muted)
      y += 1
    }
    for (index, written) in notes.enumerated() where y < area.height - 40 {
      note(index, of: .notes, at: y)
      let who = written.coachName.map { "Coach \($0)" } ?? "without a coach"
      write("\(who), \(written.day.label(today: clock.today))", role: .muted)
      y += 1
      if let headline = written.headline { paragraph(headline) }
      if let text = written.text { paragraph(text) }
      if written.isErased { paragraph("The words were erased.", role: .muted) }
    }
    y += 1
  }

  /// Banister's model of this athlete, or why there is none.
  mutating func drawFit(_ detail: AthleteDetail) {
    section("Fitness–fatigue model", remark: "estimated")
    switch detail.fitnessFatigue {
    case .failure(let refusal): paragraph(refusal.sentence, role: .muted)
    case .success(let fit):
      for (label, value) in fit.lines {
        write(label, role: .muted)
        buffer.write(value, right: area.right, y: y)
        y += 1
      }
      paragraph(fit.summary, role: .muted)
    }
    y += 1
  }

  mutating func drawProfile(_ detail: AthleteDetail, _ clock: Clock) {
    let athlete = detail.athlete
    section("Profile", remark: "\(athlete.eventGroup.rawValue), \(athlete.level.rawValue)")
    let age = athlete.age(on: clock.today)
    let estimate = age.map { "\(figure(208 - 0.7 * Double($0))) bpm, estimated from age" }
    var lines: [(String, String)] = [
      ("Load in", "\(athlete.loadUnit.word), \(athlete.loadUnit.symbol)"),
      ("Highest HR", athlete.maximumHeartRate.map { "\($0) bpm, measured" } ?? estimate ?? "not known"),
      ("Resting HR", athlete.restingHeartRate.map { "\($0) bpm, measured" } ?? "68 bpm, literature"),
    ]
    if let watts = athlete.thresholdPower { lines.append(("Threshold", "\(watts) W, measured")) }
    if let speed = athlete.thresholdSpeed {
      lines.append(("Threshold", "\(paceText(speed)) /km, measured"))
    }
    for (label, text) in lines {
      write(label, role: .muted)
      write(truncated(text, to: area.width - 12), x: 12)
      y += 1
    }
    y += 1
  }
}
