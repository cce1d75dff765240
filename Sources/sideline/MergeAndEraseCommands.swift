import App
import ArgumentParser
import Domain
import Store

// Two athletes who are one, and athletes who want to be forgotten.
extension AthleteCommand {
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give everything of one athlete to another; split takes it back.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The id that goes.") var source: String
    @Option(help: "The id that stays.") var into: String

    func run() throws {
      let desk = try database.openExisting()
      let source = try desk.requiredAthlete(source)
      let target = try desk.requiredAthlete(into)
      guard source.id != target.id else {
        throw Refusal("An athlete cannot be merged into himself.", .misused)
      }
      guard !source.isArchived, !target.isArchived else {
        throw Refusal("Both must be on the roster. sideline athlete edit --restore puts one back.")
      }
      let actor = try desk.commandLineActor()
      try desk.stating { desk throws(StoreError) in
        try desk.merge(source.id, into: target.id, as: actor)
      }
      print("\(source.id) is merged into \(target.id). sideline athlete split takes it back.")
    }
  }

  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take a merge back.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The id that was merged away.") var source: String

    func run() throws {
      let desk = try database.openExisting()
      let source = try desk.requiredAthlete(source)
      let actor = try desk.commandLineActor()
      let target = try desk.stating { desk throws(StoreError) in try desk.store.merges()[source.id] }
      guard let target else { throw Refusal("\(source.id) was not merged into anybody.") }
      try desk.stating { desk throws(StoreError) in
        try desk.split(source.id, from: target, as: actor)
      }
      print("\(source.id) and \(target) are two again.")
    }
  }

  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Seal name, dates, notes, files and places; the pseudonym’s figures stay.",
      discussion: """
        unerase takes it back until sideline compact throws the sealed names away.
        """)
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The athlete’s id.") var id: String

    func run() throws {
      let desk = try database.openExisting()
      let athlete = try desk.requiredAthlete(id)
      let actor = try desk.commandLineActor()
      try desk.stating { desk throws(StoreError) in try desk.erase(athlete.id, as: actor) }
      print("\(athlete.id) is erased. sideline compact makes it final.")
    }
  }

  struct Unerase: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take an erasure back.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The athlete’s id.") var id: String

    func run() throws {
      let desk = try database.openExisting()
      let athlete = try desk.requiredAthlete(id)
      let actor = try desk.commandLineActor()
      try desk.stating { desk throws(StoreError) in try desk.unErase(athlete.id, as: actor) }
      print("\(athlete.id) is back on the roster, with the name.")
    }
  }
}

struct Compact: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Throw away the names of those who were erased or merged; it cannot be taken back.")
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let desk = try database.openExisting()
    let count = try desk.stating { desk throws(StoreError) in try desk.store.compactIdentities() }
    print(
      count == 0
        ? "Nobody waits to be forgotten." : "\(count) \(count == 1 ? "person is" : "people are") forgotten.")
  }
}
