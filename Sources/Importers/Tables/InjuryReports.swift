import Domain

/// Reports of what hurts, day by day, and the injuries that they add up to: reports of one part of the body not
/// more than 14 days apart are one injury, from the first of them to the last.
struct InjuryReports {
  /// Days between two reports of one injury, at most.
  static let longestGap = 14

  private struct Report {
    var day: Day
    var severity: Injury.Severity?
    var line: Int
  }

  private var reports: [Injury.BodyPart: [Report]] = [:]

  mutating func add(_ part: Injury.BodyPart, on day: Day, _ severity: Injury.Severity?, line: Int) {
    reports[part, default: []].append(Report(day: day, severity: severity, line: line))
  }

  /// One entry for each injury, in the order of the lines that first report them.
  var entries: [TableEntry] {
    var entries: [TableEntry] = []
    for part in Injury.BodyPart.allCases {
      let sorted = (reports[part] ?? []).sorted { ($0.day, $0.line) < ($1.day, $1.line) }
      var run: [Report] = []
      for report in sorted {
        if let last = run.last, last.day.distance(to: report.day) > Self.longestGap {
          entries.append(Self.injury(part, run))
          run = []
        }
        run.append(report)
      }
      if !run.isEmpty { entries.append(Self.injury(part, run)) }
    }
    return entries.sorted { $0.line < $1.line }
  }

  /// The worst of what was said about it counts.
  private static func injury(_ part: Injury.BodyPart, _ run: [Report]) -> TableEntry {
    let worst = Injury.Severity.allCases.last { severity in run.contains { $0.severity == severity } }
    let row = InjuryRow(
      bodyPart: part, onset: run[0].day, lastDay: run[run.count - 1].day, severity: worst)
    return TableEntry(line: run[0].line, athlete: nil, content: .injury(row))
  }
}
