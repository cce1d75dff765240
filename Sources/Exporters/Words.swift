import Domain

// The words and figures of the exports, in one place for whoever translates them. The program's own catalogue is
// in ViewModels, which this target does not know.

extension SessionType {
  /// What a session is called when the caller has no better word.
  var exportWord: String {
    switch self {
    case .easy: "Easy session"
    case .long: "Long session"
    case .tempo: "Tempo"
    case .intervals: "Intervals"
    case .speed: "Speed"
    case .strength: "Strength"
    case .flexibility: "Mobility"
    case .technique: "Technique"
    case .tactics: "Tactics"
    case .fitness: "Fitness"
    case .competition: "Competition"
    case .other: "Session"
    }
  }
}

extension Plan.Status {
  var exportWord: String {
    switch self {
    case .proposed: "proposed"
    case .approved: "approved"
    case .rejected: "rejected"
    }
  }
}

let simulatedMark = "≈ simulated"
let weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
private let monthNames = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

extension Day {
  var weekdayWord: String { weekdayNames[weekday] }
  /// `23 Nov`.
  var dayAndMonth: String { "\(civil.day) \(monthNames[civil.month - 1])" }
}

extension Week {
  /// `23–29 Nov 2026`, `30 Nov – 6 Dec 2026`, `28 Dec 2026 – 3 Jan 2027`.
  var span: String {
    let (from, through) = (monday.civil, sunday.civil)
    let end = "\(sunday.dayAndMonth) \(through.year)"
    if from.year != through.year { return "\(monday.dayAndMonth) \(from.year) – \(end)" }
    return from.month == through.month ? "\(from.day)–\(end)" : "\(monday.dayAndMonth) – \(end)"
  }
}

extension PlannedSession {
  /// `18:00`; `nil` when the hour is open.
  var clock: String? {
    start.map { minute in
      let ofDay = minute - minute.flooredDivision(by: 1440) * 1440
      return "\(twoDigits(ofDay / 60)):\(twoDigits(ofDay % 60))"
    }
  }
  /// `60 min · RPE 8`.
  var effort: String { "\(minutes) min · RPE \(plainNumber(intensity))" }
  /// `480 AU`.
  var loadWord: String { "\(groupedNumber(load)) AU" }
  /// `8 × 1:30, 1 min rest`.
  var repetitions: String? {
    workRest.map { part in
      "\(part.repetitions) × \(seconds(part.workSeconds))"
        + (part.restSeconds > 0 ? ", \(seconds(part.restSeconds)) rest" : "")
    }
  }
}

/// `45 min`, `6 h 05`.
func duration(minutes: Int) -> String {
  minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(twoDigits(minutes % 60))"
}

/// `1 session`, `2 sessions`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// `45 s`, `3 min`, `1:30`.
private func seconds(_ count: Int) -> String {
  if count < 60 { return "\(count) s" }
  return count % 60 == 0 ? "\(count / 60) min" : "\(count / 60):\(twoDigits(count % 60))"
}

/// A number as machines read it: a point, at most two decimals, no end of zeros; empty when it is none.
package func plainNumber(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e13 else { return "" }
  let hundredths = Int((abs(value) * 100).rounded())
  let part = hundredths % 100
  let decimals = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : ".\(twoDigits(part))"
  return (value < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100)" + decimals
}

/// A whole number as people read it: `1,840`; a dash when it is none.
func groupedNumber(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e13 else { return "—" }
  let digits = Array("\(Int(abs(value).rounded()))")
  var text = value < 0 && digits != ["0"] ? "−" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return text
}
