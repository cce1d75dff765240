import Domain
import Foundation
import GRDB

@testable import Store

let erased = AthleteID(bits: 1)

/// A store in which everything is known about athlete 1, and something about athlete 2.
func erasing(_ body: (TemporaryFolder, Store) throws -> Void) throws {
  try inFolder { folder in
    let store = try folder.store()
    try store.perform(log(everything), naming: names)
    try body(folder, store)
  }
}

/// As the desk erases.
func eraseHer(in store: Store) throws {
  try store.sealIdentity(of: erased)
  try store.perform(log([.eraseAthlete(erased)], from: 500, by: headCoach))
}

extension Store {
  /// All that the identity file holds, but for what is sealed.
  func identityRows() throws -> [String: [[DatabaseValue]]] {
    let tables = [
      "athlete_identity", "session_identity", "position_chunk", "comment_text", "target_event_name",
      "squad_identity", "coach_identity", "secret", "plan_note", "judgement_text", "template_name",
    ]
    return try identities.read { db in
      try Dictionary(
        uniqueKeysWithValues: tables.map { table in
          let key = try db.primaryKey(table).columns.joined(separator: ", ")
          let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY \(key)")
          return (table, rows.map { Array($0.databaseValues) })
        })
    }
  }
}

/// What says who athlete 1 is, one thing at a time.
enum Trace: CaseIterable {
  case name, latinName, contact, comment, eventName, fileName, serial, track

  var bytes: Data {
    switch self {
    case .name: Data("薛定谔雅".utf8)
    case .latinName: Data("Xue Dinge-Ya".utf8)
    case .contact: Data("xue.dingeya@example.org".utf8)
    case .comment: Data("moved to her aunt in Rosenheim".utf8)
    case .eventName: Data("Rosenheim Open, her home town".utf8)
    case .fileName: Data("Xue_2026-11-21.fit".utf8)
    case .serial: Data([0xC0, 0xFE, 0xE1, 0x5D])
    case .track: Data(Store.chunks(of: places)[0].dropFirst(4))
    }
  }
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}

let ownWords = "stone throw from the old tower"
private let places = Channel(
  .latitude, raw: [472_618_903, 472_618_940, 472_619_377], validity: Bitmap(repeating: true, count: 3))

private let everything: [Command] = {
  var her = athlete(1, squad: 1)
  her.event = ownWords
  return people + [.saveAthlete(her)] + oneOfEverything(about: 1, base: 100)
    + oneOfEverything(about: 2, base: 200)
}()

private let names: [Naming] = [
  .coach(CoachID(bits: 1), name: "Marit"),
  .athlete(
    AthleteID(bits: 1),
    Identity(
      name: Trace.name.text, latinName: Trace.latinName.text, birthDate: Day(number: 12_500),
      contact: Trace.contact.text)),
  .athlete(AthleteID(bits: 2), Identity(name: "Amina Diallo")),
  .comment(CommentID(bits: 100), of: AthleteID(bits: 1), Trace.comment.text),
  .comment(CommentID(bits: 200), of: AthleteID(bits: 2), "sleeps well"),
  .targetEvent(TargetEventID(bits: 100), of: AthleteID(bits: 1), name: Trace.eventName.text),
  .session(
    SessionID(bits: 101), fileName: Trace.fileName.text, deviceSerial: 0xC0FE_E15D, positions: [places]),
]

extension Data {
  func holds(_ part: Data) -> Bool { range(of: part) != nil }
}
