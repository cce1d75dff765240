import App
import ArgumentParser
import Domain
import Foundation
import Store
import ViewModels

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "An athlete’s daily loads and what they add up to.")
  @OptionGroup var database: DatabaseOptions
  @Option(help: "The athlete’s id.") var athlete: String
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    let desk = try database.openExisting()
    let athlete = try desk.requiredAthlete(athlete)
    let detail = try desk.stating { desk throws(StoreError) in
      try desk.summariser.detail(of: athlete.id)
    }
    let days = detail?.loadDays ?? []
    if json {
      try printDocument(LoadDocument(athlete, days))
      return
    }
    print("day         \(athlete.loadUnit.symbol)  fitness  fatigue  form  monotony")
    for day in days {
      let monotony = day.monotony.map { figure($0, decimals: 2) } ?? "—"
      print(
        "\(day.day)  \(figure(day.load))  \(figure(day.chronic))  \(figure(day.acute))  \(signed(day.form))  \(monotony)"
      )
    }
    if days.isEmpty { print("No session is stored yet. sideline import brings recordings.") }
  }
}

struct LoadDocument: Document {
  static let schema = "load"
  var simulated: Bool
  var unit: String
  var days: [Entry]

  struct Entry: Encodable {
    var date: String
    var load: Double
    var source: String
    var method: String
    var sessions: Int
    var sessionsWithoutLoad: Int
    var chronicLoad: Double
    var acuteLoad: Double
    var form: Double
    var monotony: Double?
    var strain: Double?
  }

  init(_ athlete: Athlete, _ days: [LoadDay]) {
    simulated = days.last?.origin == .simulated
    unit = athlete.loadUnit.rawValue
    self.days = days.map {
      Entry(
        date: $0.day.description, load: $0.load, source: $0.origin.rawValue,
        method: $0.method.rawValue, sessions: $0.sessions, sessionsWithoutLoad: $0.sessionsWithoutLoad,
        chronicLoad: $0.chronic, acuteLoad: $0.acute, form: $0.form, monotony: $0.monotony,
        strain: $0.strain)
    }
  }
}
