import App
public import ArgumentParser
public import Domain
import Foundation
import Store
import ViewModels

extension Sex: ExpressibleByArgument {}
extension Population: ExpressibleByArgument {}
extension EventGroup: ExpressibleByArgument {}
extension Level: ExpressibleByArgument {}
extension LoadUnit: ExpressibleByArgument {}
extension Coach.Role: ExpressibleByArgument {}

struct AthleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "athlete", abstract: "Who is on the roster.",
    subcommands: [Add.self, Edit.self, List.self, Show.self])

  /// What can be said about an athlete; everything but the name may be left out.
  struct Facts: ParsableArguments {
    @Option(help: "In Latin letters where the name is not.") var latin: String?
    @Option(help: "female or male.") var sex: Sex?
    @Option(help: "Year of birth.") var born: Int?
    @Option(help: "university, general, youth, professional, retired.") var population: Population?
    @Option(help: "sprint, distance, throw, ball, general.") var group: EventGroup?
    @Option(help: "The discipline, at most 40 letters.") var event: String?
    @Option(help: "novice, trained, elite.") var level: Level?
    @Option(help: "A squad’s id or name.") var squad: String?
    @Option(help: "Measured highest heart rate, bpm.") var maximumHeartRate: Int?
    @Option(help: "Measured resting heart rate, bpm.") var restingHeartRate: Int?
    @Option(help: "sessionRPE, banisterTRIMP, edwardsTRIMP.") var loadUnit: LoadUnit?
    @Option(help: "Date of birth, 2004-05-31; kept with the name.") var birthDate: String?
    @Option(help: "A telephone number or address; kept with the name.") var contact: String?

    func validate() throws {
      if let born, !(1900...2100).contains(born) {
        throw ValidationError("--born takes a year from 1900 to 2100.")
      }
      if let maximumHeartRate, !(100...240).contains(maximumHeartRate) {
        throw ValidationError("--maximum-heart-rate takes 100 to 240 bpm.")
      }
      if let restingHeartRate, !(25...120).contains(restingHeartRate) {
        throw ValidationError("--resting-heart-rate takes 25 to 120 bpm.")
      }
      if let event, event.count > 40 { throw ValidationError("--event takes at most 40 letters.") }
      if let birthDate, Day(birthDate) == nil {
        throw ValidationError("--birth-date takes a day such as 2004-05-31.")
      }
    }

    func fill(_ draft: inout AthleteDraft, desk: Desk) throws {
      draft.identity.latinName = latin ?? draft.identity.latinName
      draft.identity.contact = contact ?? draft.identity.contact
      draft.identity.birthDate = birthDate.flatMap { Day($0) } ?? draft.identity.birthDate
      draft.sex = sex ?? draft.sex
      draft.birthYear = born ?? draft.identity.birthDate?.civil.year ?? draft.birthYear
      draft.population = population ?? draft.population
      draft.eventGroup = group ?? draft.eventGroup
      draft.event = event ?? draft.event
      draft.level = level ?? draft.level
      draft.maximumHeartRate = maximumHeartRate ?? draft.maximumHeartRate
      draft.restingHeartRate = restingHeartRate ?? draft.restingHeartRate
      draft.loadUnit = loadUnit ?? draft.loadUnit
      if let squad { draft.squad = try desk.requiredSquad(squad) }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put an athlete on the roster; prints the id.",
      discussion:
        "  sideline athlete add --name \"李雨桐\" --latin \"Li Yutong\" --event \"800 m\" --group distance")
    @OptionGroup var database: DatabaseOptions
    @Option(help: "As the person writes it.") var name: String
    @OptionGroup var facts: Facts
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      let name = try requiredName(name)
      let desk = try database.open()
      // Recordings bring heart rate and no rating, so a new athlete's load counts from the first import.
      var draft = AthleteDraft(
        identity: Identity(name: name), sex: .female, birthYear: nil, population: .university,
        eventGroup: .general, event: "", level: .trained, squad: nil, maximumHeartRate: nil,
        restingHeartRate: nil, loadUnit: .banisterTRIMP)
      try facts.fill(&draft, desk: desk)
      let actor = try desk.commandLineActor()
      let id = try desk.stating { desk throws(StoreError) in try desk.save(draft, as: actor) }
      if json {
        try printDocument(try desk.peopleDocument([id]))
      } else {
        print(id)
      }
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change what is known about an athlete, or take one off the roster.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The athlete’s id.") var id: String
    @Option(help: "As the person writes it.") var name: String?
    @OptionGroup var facts: Facts
    @Flag(help: "Take off the roster; nothing is deleted.") var archive = false
    @Flag(help: "Put back on the roster.") var restore = false
    @Flag(help: "Erase name, birth date, contact, file names, serials and positions.")
    var eraseIdentity = false

    func run() throws {
      let desk = try database.openExisting()
      let athlete = try desk.requiredAthlete(id)
      let actor = try desk.commandLineActor()
      guard
        var draft = try desk.stating({ desk throws(StoreError) in try desk.draft(of: athlete.id) })
      else { return }
      if let name { draft.identity.name = try requiredName(name) }
      try facts.fill(&draft, desk: desk)
      try desk.stating { desk throws(StoreError) in
        if eraseIdentity {
          try desk.store.eraseIdentity(of: athlete.id)
        } else {
          try desk.save(draft, as: actor)
        }
        if archive || restore { try desk.archive(athlete.id, isArchived: archive, as: actor) }
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Everybody on the roster.")
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "Those taken off it too.") var all = false
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      let desk = try database.openExisting()
      let athletes = try desk.stating { desk throws(StoreError) in
        try desk.store.allAthletes(includingArchived: all)
      }
      let document = try desk.peopleDocument(athletes.map(\.id))
      if json {
        try printDocument(document)
        return
      }
      for person in document.athletes {
        print("\(person.id)  \(visible(person.name ?? "—"))  \(visible(person.event))")
      }
      if athletes.isEmpty { print("Nobody yet. sideline athlete add puts the first on the roster.") }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One athlete.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The athlete’s id.") var id: String
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      let desk = try database.openExisting()
      let athlete = try desk.requiredAthlete(id)
      let document = try desk.peopleDocument([athlete.id])
      if json {
        try printDocument(document)
        return
      }
      let person = document.athletes[0]
      print("\(visible(person.name ?? "—"))  \(visible(person.event)), \(person.group), \(person.level)")
      let clock = Clock(now: desk.world.now(), utcOffsetSeconds: desk.world.offset)
      let summary = try desk.stating { desk throws(StoreError) in
        try desk.store.summaries(of: [athlete.id]).first
      }
      for reason in summary?.reasons ?? [] { print("  \(reason.sentence(clock: clock))") }
    }
  }
}

struct PeopleDocument: Document {
  static let schema = "athletes"
  var simulated: Bool { !athletes.isEmpty && athletes.allSatisfy { $0.origin == "simulated" } }
  var athletes: [Person]

  struct Person: Encodable {
    var id: String
    var name: String?
    var latinName: String?
    var sex: String
    var birthYear: Int?
    var population: String
    var group: String
    var event: String
    var level: String
    var squad: String?
    var loadUnit: String
    var maximumHeartRate: Int?
    var restingHeartRate: Int?
    var archived: Bool
    var origin: String
  }
}

extension Desk {
  func peopleDocument(_ ids: [AthleteID]) throws -> PeopleDocument {
    try stating { desk throws(StoreError) in
      let identities = try desk.store.identities(of: ids)
      return PeopleDocument(
        athletes: try desk.store.athletes(ids).map { athlete in
          PeopleDocument.Person(
            id: athlete.id.description, name: identities[athlete.id]?.name,
            latinName: identities[athlete.id]?.latinName, sex: athlete.sex.rawValue,
            birthYear: athlete.birthYear, population: athlete.population.rawValue,
            group: athlete.eventGroup.rawValue, event: athlete.event, level: athlete.level.rawValue,
            squad: athlete.squad?.description, loadUnit: athlete.loadUnit.rawValue,
            maximumHeartRate: athlete.maximumHeartRate, restingHeartRate: athlete.restingHeartRate,
            archived: athlete.isArchived, origin: athlete.origin.rawValue)
        })
    }
  }

  /// A squad by id or by its whole name.
  func requiredSquad(_ text: String) throws -> SquadID {
    let names = try stating { desk throws(StoreError) in try desk.store.squadNames() }
    if let id = SquadID(text), names[id] != nil { return id }
    guard let found = names.first(where: { $0.value == text }) else {
      throw Refusal("There is no squad “\(text)”. sideline squad list shows them.", .misused)
    }
    return found.key
  }
}

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
