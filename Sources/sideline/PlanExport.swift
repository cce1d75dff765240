import App
public import ArgumentParser
public import Domain
import Store
public import ViewModels

extension PlanCommand {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a week as a calendar, a table, Markdown, or a page to print.",
      discussion: """
          sideline plan export --squad ID --week 2026-W48 --as html -o week.html
        Initials stand for names unless --names is given. A calendar that saw an earlier version is updated.
        """)
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The athlete’s id.") var athlete: String?
    @Option(help: "A squad’s id: everybody in it.") var squad: String?
    @Option(help: "The week, 2026-W48; this one when left out.") var week: String?
    @Option(name: .customLong("as"), help: "ics, csv, md, html.") var kind: ExportKind = .calendar
    @Option(name: .shortAndLong, help: "The file; standard output when left out.") var output: String?
    @Flag(help: "Full names instead of initials.") var names = false

    func validate() throws {
      guard (athlete == nil) != (squad == nil) else {
        throw ValidationError("Say whose week: --athlete or --squad.")
      }
    }

    func run() throws {
      let desk = try database.openExisting()
      let week = try requiredWeek(week, desk)
      let athletes = try meant(desk)
      do throws(Desk.ExportFailure) {
        guard let output else {
          let (text, _) = try desk.exported(kind, athletes, week, showsNames: names)
          print(text, terminator: "")
          return
        }
        let path = desk.world.expanded(output)
        let count = try desk.write(kind, athletes, week, showsNames: names, to: path)
        tell("\(counted(count, "week")) written to \(path).")
      } catch { throw Refusal(visible(error.sentence)) }
    }

    private func meant(_ desk: Desk) throws -> [AthleteID] {
      if let athlete { return [try desk.requiredAthlete(athlete).id] }
      guard let id = squad.flatMap({ SquadID($0) }) else {
        throw Refusal("“\(visible(squad ?? ""))” is no squad’s id. sideline squad list shows them.", .misused)
      }
      let all = try desk.stating { desk throws(StoreError) in try desk.store.allAthletes() }
      return all.filter { $0.squad == id }.map(\.id)
    }
  }

  struct Limit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The limits of an athlete’s plans; or set one, for the athlete or the squad.",
      discussion: LimitRule.allCases.filter { $0.settable != nil }
        .map { "  \($0.rawValue)  \($0.word)" }.joined(separator: "\n"))
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The athlete’s id.") var athlete: String
    @Option(help: "Which limit; the names are below.") var rule: LimitRule?
    @Option(help: "The bound, 1.1 or standard.") var bound: String?
    @Flag(help: "For the athlete’s whole squad.") var squad = false
    @Option(help: "The coach’s id or name; the configured one when left out.") var coach: String?
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      let desk = try database.openExisting()
      let athlete = try desk.requiredAthlete(athlete)
      if let rule, let bound { try set(rule, bound, athlete, desk) }
      let lines = try desk.stating { desk throws(StoreError) in try desk.limitLines(of: athlete) }
      if json {
        try printDocument(LimitsDocument(athlete, lines))
        return
      }
      for line in lines {
        print("\(line.rule.word)  \(line.bound.map(line.rule.figureText) ?? "—")  \(line.source.word)")
      }
    }

    private func set(_ rule: LimitRule, _ text: String, _ athlete: Athlete, _ desk: Desk) throws {
      guard let range = rule.settable else {
        throw Refusal("\(rule.word) follows from what is on file or published; it is not set.", .misused)
      }
      let value = text == "standard" ? nil : decimal(text)
      guard text == "standard" || value.map(range.contains) == true else {
        throw Refusal("--bound takes \(range.lowerBound) to \(range.upperBound), or standard.", .misused)
      }
      guard let scope = squad ? athlete.squad.map({ LimitSetting.Scope.squad($0) }) : .athlete(athlete.id)
      else {
        throw Refusal("This athlete is in no squad. sideline athlete edit puts one in.", .misused)
      }
      guard case .coach(let id, _) = try PlanCommand.requiredCoach(desk, coach) else { return }
      let actor = try PlanCommand.requiredCoach(desk, coach)
      try desk.stating { desk throws(StoreError) in
        let setting = value.map { LimitSetting(scope: scope, rule: rule, bound: $0, by: id) }
        try desk.perform(setting.map { .setLimit($0) } ?? .clearLimit(scope, rule), as: actor)
      }
    }
  }
}

extension ExportKind: ExpressibleByArgument {}
extension LimitRule: ExpressibleByArgument {}

struct LimitsDocument: Document {
  static let schema = "limits"
  var simulated: Bool
  var athlete: String
  var limits: [Entry]

  struct Entry: Encodable {
    var rule: String
    var bound: Double?
    var source: String
  }

  init(_ athlete: Athlete, _ lines: [LimitLine]) {
    simulated = athlete.origin == .simulated
    self.athlete = athlete.id.description
    limits = lines.map { Entry(rule: $0.rule.rawValue, bound: $0.bound, source: $0.source.word) }
  }
}
