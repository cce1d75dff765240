import Domain
import Foundation
import Importers
import Testing

/// Against figures that Python's csv, ast and json modules gave for files of real people. A clone without these
/// files skips the suite.
@Suite(.enabled(if: Tables.isThere("athletes/pmdata"), "the folder of shared data is missing"))
struct TableReferenceTests {
  /// What the files of one person of PMData hold.
  struct Person: CustomStringConvertible {
    var name: String
    /// Rows, and the sum of rating × minutes.
    var sessions: (Int, Double)
    /// Rows, the sum of all answers, answers off the scale, and the sum of hours of sleep.
    var mornings: (Int, Int, Int, Double)
    /// Rows, and the sum of resting heart rates.
    var sleep: (Int, Int)
    /// Rows, those with a body mass, and the sum of these.
    var mass: (Int, Int, Double)
    /// Values, those above 0, and the sum of these rounded.
    var rest: (Int, Int, Int)
    /// Injuries that the reports add up to; `nil` without a file.
    var injuries: Int?
    var description: String { name }
  }

  private static let people = [
    Person(
      name: "p01", sessions: (34, 9510), mornings: (138, 2746, 0, 759), sleep: (150, 7770),
      mass: (109, 82, 8229.5), rest: (152, 152, 7947), injuries: 1),
    Person(
      name: "p02", sessions: (97, 30670), mornings: (99, 1954, 0, 641), sleep: (138, 6418),
      mass: (153, 125, 11421), rest: (91, 89, 4202), injuries: 2),
    Person(
      name: "p03", sessions: (2, 360), mornings: (82, 1621, 0, 544), sleep: (74, 4168), mass: (117, 93, 7687),
      rest: (152, 101, 5703), injuries: 0),
    Person(
      name: "p04", sessions: (85, 24230), mornings: (145, 2918, 1, 991), sleep: (140, 9433),
      mass: (139, 114, 6696), rest: (35, 35, 2464), injuries: 3),
    Person(
      name: "p05", sessions: (9, 1660), mornings: (137, 2237, 10, 752), sleep: (117, 7517),
      mass: (126, 101, 10185.6), rest: (95, 86, 5534), injuries: 4),
    Person(
      name: "p06", sessions: (46, 8370), mornings: (147, 2991, 0, 886), sleep: (147, 7374),
      mass: (129, 106, 9999.5), rest: (152, 150, 7595), injuries: 0),
    Person(
      name: "p07", sessions: (110, 36630), mornings: (133, 2545, 0, 971), sleep: (140, 8048),
      mass: (126, 107, 7183), rest: (148, 144, 8354), injuries: 2),
    Person(
      name: "p08", sessions: (113, 46350), mornings: (104, 2111, 0, 773), sleep: (132, 7230),
      mass: (58, 50, 4333), rest: (143, 139, 7673), injuries: nil),
    Person(
      name: "p09", sessions: (3, 1260), mornings: (102, 1982, 0, 691), sleep: (132, 8027),
      mass: (98, 80, 7507.4), rest: (152, 147, 9000), injuries: 0),
    Person(
      name: "p10", sessions: (27, 6950), mornings: (96, 1540, 0, 700), sleep: (98, 6620),
      mass: (100, 73, 5171),
      rest: (148, 110, 7477), injuries: 0),
    Person(
      name: "p11", sessions: (30, 9480), mornings: (107, 2101, 1, 736), sleep: (119, 7562),
      mass: (63, 56, 4097),
      rest: (98, 80, 5094), injuries: 3),
  ]

  private func read(_ path: String) throws -> ImportOutcome {
    let bytes = try Tables.bytes(path)
    #expect(FileFormat.recognise(bytes) == .table, "\(path)")
    return TableImporter.read(bytes, in: ImportContext(today: Tables.today))
  }

  @Test(arguments: people)
  func `PMData's files of a person hold what Python found`(person: Person) throws {
    let folder = "athletes/pmdata/\(person.name)/"
    let sessions = try read(folder + "srpe.csv")
    #expect(sessions.problems == [])
    #expect(sessions.sessions.count == person.sessions.0)
    #expect(sessions.sessions.allSatisfy { $0.isEnd })
    #expect(sessions.sessions.reduce(0) { $0 + ($1.rpe ?? 0) * $1.minutes } == person.sessions.1)

    let wellness = try read(folder + "wellness.csv")
    #expect(wellness.records.read == person.mornings.0)
    #expect(wellness.mornings.count == person.mornings.0)
    let answers = wellness.mornings.reduce(0) { $0 + $1.answers.values.reduce(0, +) }
    #expect(answers == person.mornings.1)
    #expect(wellness.problems.count { $0.name == "off_the_scale" } == person.mornings.2)
    #expect(wellness.mornings.reduce(0) { $0 + ($1.sleepHours ?? 0) } == person.mornings.3)

    let sleep = try read(folder + "sleep_score.csv")
    #expect(sleep.mornings.count == person.sleep.0)
    #expect(sleep.mornings.reduce(0) { $0 + ($1.restingHeartRate ?? 0) } == person.sleep.1)

    let mass = try read(folder + "reporting.csv")
    #expect(mass.records.kept == person.mass.0)
    #expect(mass.tests.count == person.mass.1)
    #expect(abs(mass.tests.reduce(0) { $0 + $1.value } - person.mass.2) < 1e-6)

    let rest = try read(folder + "resting_heart_rate.json")
    #expect(rest.records.kept == person.rest.0)
    #expect(rest.mornings.count == person.rest.1)
    #expect(rest.mornings.reduce(0) { $0 + ($1.restingHeartRate ?? 0) } == person.rest.2)
    if let injuries = person.injuries {
      #expect(try read(folder + "injury.csv").injuries.count == injuries)
    }
  }

  @Test func `PMData's sports are those that Python counted`() throws {
    var counts: [Sport: Int] = [:]
    for person in Self.people {
      for row in try read("athletes/pmdata/\(person.name)/srpe.csv").sessions {
        counts[row.sport, default: 0] += 1
      }
    }
    #expect(counts == [.running: 323, .strength: 86, .ball: 12, .other: 135])
  }

  @Test(arguments: ["p02", "p07", "p08"])
  func `the load of each UTC day is the reference's`(person: String) throws {
    var loads: [Day: Double] = [:]
    for row in try read("athletes/pmdata/\(person)/srpe.csv").sessions {
      guard case .moment(let end, nil) = row.time else {
        Issue.record("\(row.time) is no moment")
        continue
      }
      loads[end.day(utcOffsetSeconds: 0), default: 0] += (row.rpe ?? 0) * row.minutes
    }
    let text = String(
      decoding: try Tables.bytes("training-load/pmdata-\(person)-reference.csv"), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let day = try #require(Day(String(cells[0])))
      let load = loads.removeValue(forKey: day) ?? 0
      #expect(load == Double(cells[1]), "\(day)")
    }
    #expect(loads.isEmpty)
  }

  @Test(arguments: [
    ("hrv/hrv4training-android.csv", 56, 36, 146.54462462420764, 2260, "2017-08-29", "2017-10-03"),
    ("hrv/hrv4training-ios-2017.csv", 119, 119, 469.3843066420747, 5284, "2017-04-01", "2017-07-28"),
    ("hrv/elitehrv-export.csv", 23, 23, 83.37432512820833, 1238, "2017-09-06", "2017-10-02"),
  ])
  func `measurements of telephones give heart rate and ln RMSSD`(
    path: String, rows: Int, mornings: Int, logarithms: Double, heartRates: Int, first: String, last: String
  ) throws {
    let outcome = try read(path)
    #expect(outcome.counts == [rows, 0, 0])
    #expect(outcome.mornings.count == mornings)
    #expect(abs(outcome.mornings.reduce(0) { $0 + ($1.lnRMSSD ?? 0) } - logarithms) < 1e-9)
    #expect(outcome.mornings.reduce(0) { $0 + ($1.restingHeartRate ?? 0) } == heartRates)
    #expect(outcome.mornings.map(\.day).min()?.description == first)
    #expect(outcome.mornings.map(\.day).max()?.description == last)
    #expect(outcome.problems.map(\.name) == ["unknown_columns"])
  }

  @Test(arguments: [
    "activities/joule-ride.csv", "activities/peripedal.csv", "activities/ramp-test.csv",
    "activities/ride-2010-02-02.csv", "activities/rowing-rp3.csv", "activities/swim-2019-09-23.csv",
    "athletes/hamstring/raw-sample.csv", "athletes/lovdal/day_approach-first-24-rows.csv",
  ])
  func `other programs' tables bring nothing into the store`(path: String) throws {
    let bytes = try Tables.bytes(path)
    #expect(FileFormat.recognise(bytes)?.importer.read(bytes).entries.isEmpty ?? true)
  }
}
