import App
public import ArgumentParser
public import Domain
import Store
import ViewModels

extension Coach.Role: ExpressibleByArgument {}

struct SquadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "squad", abstract: "Squads.", subcommands: [Add.self, Edit.self, List.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a squad; prints the id.")
    @OptionGroup var database: DatabaseOptions
    @Option(help: "Its name.") var name: String

    func run() throws {
      let name = try requiredName(name)
      let desk = try database.open()
      let actor = try desk.commandLineActor()
      print(
        try desk.stating { desk throws(StoreError) in
          try desk.saveSquad(nil, name: name, as: actor)
        })
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Rename a squad.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Its id or name.") var squad: String
    @Option(help: "Its new name.") var name: String

    func run() throws {
      let desk = try database.openExisting()
      let name = try requiredName(name)
      let id = try desk.requiredSquad(squad)
      let actor = try desk.commandLineActor()
      try desk.stating { desk throws(StoreError) in
        _ = try desk.saveSquad(id, name: name, as: actor)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every squad.")
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      let desk = try database.openExisting()
      let names = try desk.stating { desk throws(StoreError) in try desk.store.squadNames() }
      let squads = names.sorted { $0.value < $1.value }.map {
        NamedDocument.Entry(id: $0.key.description, name: $0.value, role: nil)
      }
      try NamedDocument.show(squads, as: "squads", of: desk, json: json)
    }
  }
}

struct CoachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coach", abstract: "Who decides.", subcommands: [Add.self, Edit.self, List.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a coach; prints the id.")
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The coach’s name.") var name: String
    @Option(help: "head or assistant.") var role: Coach.Role = .head

    func run() throws {
      let name = try requiredName(name)
      let desk = try database.open()
      let actor = try desk.commandLineActor()
      print(
        try desk.stating { desk throws(StoreError) in
          try desk.saveCoach(nil, name: name, role: role, as: actor)
        })
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Change a coach’s name or role.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The coach’s id or name.") var coach: String
    @Option(help: "The new name.") var name: String?
    @Option(help: "head or assistant.") var role: Coach.Role?

    func run() throws {
      let desk = try database.openExisting()
      guard let badge = try desk.commandLineCoach(coach) else {
        throw Refusal("There is no coach “\(coach)”. sideline coach list shows them.", .misused)
      }
      let actor = try desk.commandLineActor()
      let name = try name.map(requiredName)
      try desk.stating { desk throws(StoreError) in
        _ = try desk.saveCoach(
          badge.coach.id, name: name ?? badge.name, role: role ?? badge.coach.role, as: actor)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every coach.")
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      let desk = try database.openExisting()
      let (coaches, names) = try desk.stating { desk throws(StoreError) in
        (try desk.store.coaches(), try desk.store.coachNames())
      }
      let entries = coaches.map {
        NamedDocument.Entry(
          id: $0.id.description, name: names[$0.id], role: $0.role.rawValue)
      }
      try NamedDocument.show(entries, as: "coaches", of: desk, json: json)
    }
  }
}

/// Squads or coaches: ids with names.
struct NamedDocument: Document {
  static let schema = "people"
  var simulated: Bool
  var kind: String
  var entries: [Entry]

  struct Entry: Encodable {
    var id: String
    var name: String?
    var role: String?
  }

  static func show(_ entries: [Entry], as kind: String, of desk: Desk, json: Bool) throws {
    if json {
      try printDocument(
        NamedDocument(simulated: desk.isSimulated, kind: kind, entries: entries))
      return
    }
    for entry in entries {
      print("\(entry.id)  \(visible(entry.name ?? "—"))\(entry.role.map { "  \($0)" } ?? "")")
    }
    if entries.isEmpty { print("None yet.") }
  }
}
