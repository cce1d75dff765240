import App
import ArgumentParser
import Domain
import Glibc
import Store
import ViewModels

/// The workbench, and the same engine for scripts.
struct Sideline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sideline",
    abstract: "A terminal workbench for coaches: who needs you, why, and what next week holds.",
    discussion: """
      Without a command the workbench opens.

        sideline demo                                       a simulated season to look around in
        sideline athlete add --name "Amina Diallo" --event javelin
        sideline import ~/recordings --athlete ID
        sideline plan propose --athlete ID --week 2026-W48
      """,
    version: sidelineVersion,
    subcommands: [
      Workbench.self, Demo.self, Import.self, Inspect.self, CleanCommand.self, AthleteCommand.self,
      SquadCommand.self,
      CoachCommand.self, LogCommand.self, LoadCommand.self, PlanCommand.self, ReportCommand.self, Sample.self,
      BackUp.self,
      Restore.self, Replay.self, Compact.self, Doctor.self,
    ], defaultSubcommand: Workbench.self)

  /// Options before a command's name go behind it: `sideline --db x load` means `sideline load --db x`.
  static func withoutLeadingOptions(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments
    let names = Set(configuration.subcommands.compactMap { $0.configuration.commandName })
    while rest.count > 1, ["--db", "--as-of"].contains(rest[0]) {
      leading += rest.prefix(2)
      rest.removeFirst(2)
    }
    guard let command = rest.first, names.contains(command), !leading.isEmpty else {
      return arguments
    }
    // A command with commands of its own takes its options last.
    return rest + leading
  }
}

/// What every command shares.
struct DatabaseOptions: ParsableArguments {
  @Option(name: .customLong("db"), help: "The database; the one of this account when left out.")
  var database: String?

  @Option(
    help: ArgumentHelp(
      "Look at the database as on the morning of that day.", valueName: "2020-03-20"))
  var asOf: String?

  @Option(help: .hidden)
  var log: String?

  func path(_ world: World) -> String {
    database.map(world.expanded) ?? world.defaultDatabase
  }

  func validate() throws {
    if database?.isEmpty == true { throw ValidationError("--db takes the path of a database.") }
    if let asOf, Day(asOf) == nil {
      throw ValidationError("--as-of takes a day such as 2020-03-20.")
    }
  }

  /// Opens a database that must be there: a mistyped path is said, not made.
  func openExisting(_ world: World = .real, isReadOnly: Bool = false) throws -> Desk {
    let path = path(world)
    guard access(path, F_OK) == 0 else {
      throw Refusal(StoreError.missing.sentence(path: path))
    }
    return try open(world, isReadOnly: isReadOnly)
  }

  func open(
    _ world: World = .real, isReadOnly: Bool = false, configuration: Configuration? = nil
  ) throws -> Desk {
    let path = path(world)
    let world = asOf.flatMap { Day($0) }.map(world.onTheMorning) ?? world
    do throws(StoreError) {
      let log = try log.map { path throws(StoreError) in try commandLog(path) }
      return try Desk.open(
        at: path, isReadOnly: isReadOnly, world: world, log: log, configuration: configuration)
    } catch {
      throw Refusal(error.sentence(path: path))
    }
  }

  private func commandLog(_ path: String) throws(StoreError) -> CommandLog {
    do { return try CommandLog(path: path) } catch { throw .notPermitted }
  }
}

extension Desk {
  /// Runs a body and turns what the store refuses into its sentence.
  func stating<Value>(_ body: (Desk) throws(StoreError) -> Value) throws -> Value {
    do throws(StoreError) { return try body(self) } catch {
      throw Refusal(error.sentence(path: store.path))
    }
  }

  /// Who acts from the command line: the named coach, the configured one, or the only one.
  func commandLineCoach(_ name: String?) throws -> CoachBadge? {
    try stating { desk throws(StoreError) in
      try desk.currentCoach(named: name)
    }
  }

  func commandLineActor() throws -> Actor {
    try commandLineCoach(nil).map { .coach($0.coach.id, role: $0.coach.role) } ?? .program
  }

  /// Whether everything in the database is simulated.
  var isSimulated: Bool { ((try? store.calendar()) ?? nil) != nil }

  func requiredAthlete(_ text: String) throws -> Athlete {
    guard let id = AthleteID(text) else {
      throw Refusal("“\(text)” is no athlete’s id. sideline athlete list shows them.", .misused)
    }
    guard let athlete = try stating({ desk throws(StoreError) in try desk.store.athlete(id) }) else {
      throw Refusal("Nobody here has the id \(text). sideline athlete list shows who is.")
    }
    return athlete
  }
}

/// A name without the blanks around it; a blank one is refused.
func requiredName(_ text: String) throws -> String {
  let name = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  guard !name.isEmpty else {
    throw Refusal("A name is needed. Say it with --name.", .misused)
  }
  return name
}
