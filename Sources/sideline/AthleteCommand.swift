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

struct AthleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "athlete", abstract: "Who is on the roster.",
    subcommands: [
      Add.self, Edit.self, List.self, Show.self, Merge.self, Split.self, Erase.self, Unerase.self,
    ])

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
    @Option(help: "Power held for an hour, watts.") var thresholdPower: Int?
    @Option(help: "Pace held for an hour, 4:05 for a kilometre.") var thresholdPace: String?
    @Option(help: "sessionRPE, banisterTRIMP, edwardsTRIMP, power, pace.") var loadUnit: LoadUnit?
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
      if let thresholdPower, !(40...600).contains(thresholdPower) {
        throw ValidationError("--threshold-power takes 40 to 600 W.")
      }
      if let thresholdPace, speed(pace: thresholdPace) == nil {
        throw ValidationError("--threshold-pace takes a pace such as 4:05.")
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
      draft.thresholdPower = thresholdPower ?? draft.thresholdPower
      draft.thresholdSpeed = thresholdPace.flatMap { speed(pace: $0) } ?? draft.thresholdSpeed
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
      var draft = AthleteDraft(
        identity: Identity(name: name), sex: .female, birthYear: nil, population: .university,
        eventGroup: .general, event: "", level: .trained, squad: nil, maximumHeartRate: nil,
        restingHeartRate: nil, loadUnit: .standard)
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
          try desk.erase(athlete.id, as: actor)
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
    var thresholdPower: Int?
    var thresholdSpeed: Double?
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
            thresholdPower: athlete.thresholdPower, thresholdSpeed: athlete.thresholdSpeed,
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
