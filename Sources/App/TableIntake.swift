import Domain
import Engine
import Store
import ViewModels

/// Rows of a coach's table on their way into the store: whose they are, what is known already, what cannot be.
///
/// Everything that can be kept of a table is one transaction; what cannot is named by its line.
struct TableIntake {
  let desk: Desk
  let actor: Actor
  /// Whose the rows are that name nobody.
  let fallback: Athlete?
  private(set) var problems: [ImportProblem] = []
  private(set) var refused = 0
  private(set) var changed = 0
  private(set) var touched: Set<AthleteID> = []
  /// Sessions that were added or rated.
  private(set) var sessions: [SessionID] = []
  var commands: [Command] = []
  var naming: [Naming] = []
  private var people: PeopleIndex

  init(desk: Desk, actor: Actor, fallback: Athlete?) throws(StoreError) {
    self.desk = desk
    self.actor = actor
    self.fallback = fallback
    people = try PeopleIndex(desk.store)
  }

  mutating func store(_ entries: [TableEntry]) throws(StoreError) {
    try addPeople(entries)
    let rows = resolved(entries)
    for (athlete, rows) in rows.sorted(by: { $0.key < $1.key }) {
      guard let athlete = try desk.store.athlete(athlete) else { continue }
      try addSessions(rows, of: athlete)
      try addMornings(rows, of: athlete)
      try addOthers(rows, of: athlete)
    }
    guard !commands.isEmpty else { return }
    try desk.performAll(commands, naming: naming, as: actor)
    // A whole year group is made again when the roster is looked at; a few are worth their moment now.
    if touched.count <= 50 { desk.renewRows(touched.sorted()) }
  }

  // MARK: Whose

  /// The rows that are about somebody, by athlete; the others are problems.
  private mutating func resolved(_ entries: [TableEntry]) -> [AthleteID: [TableEntry]] {
    var rows: [AthleteID: [TableEntry]] = [:]
    for entry in entries {
      if case .athlete = entry.content { continue }
      guard let name = entry.athlete else {
        if let fallback {
          rows[fallback.id, default: []].append(entry)
        } else {
          refuse(entry, .noAthleteNamed)
        }
        continue
      }
      switch people.find(name) {
      case .one(let id): rows[id, default: []].append(entry)
      case .none: refuse(entry, .unknownAthlete(name), column: "athlete")
      case .several: refuse(entry, .twoAthletesOfThatName(name), column: "athlete")
      }
    }
    return rows
  }

  mutating func refuse(_ entry: TableEntry, _ code: ImportProblem.Code, column: String? = nil) {
    problems.append(ImportProblem(code, line: entry.line, column: column))
    refused += 1
  }

  mutating func note(_ entry: TableEntry, _ code: ImportProblem.Code, column: String? = nil) {
    problems.append(ImportProblem(code, line: entry.line, column: column))
  }

  // MARK: People

  private mutating func addPeople(_ entries: [TableEntry]) throws(StoreError) {
    var added: [Athlete] = []
    var squads: [Squad] = []
    for entry in entries {
      guard case .athlete(let row) = entry.content else { continue }
      guard !people.isKnown(row.identity) else {
        refuse(entry, .alreadyAnAthlete(row.identity.name), column: "name")
        continue
      }
      let squad = row.squad.map { name in
        people.squad(named: name) {
          let squad = Squad(id: desk.world.identifier(of: Squad.self))
          squads.append(squad)
          naming.append(.squad(squad.id, name: name))
          return squad.id
        }
      }
      let athlete = row.athlete(id: desk.world.identifier(of: Athlete.self), squad: squad)
      people.add(athlete.id, row.identity)
      naming.append(.athlete(athlete.id, row.identity))
      added.append(athlete)
    }
    guard !added.isEmpty else { return }
    changed += added.count
    if !squads.isEmpty { commands += squads.map { .saveSquad($0) } }
    commands.append(.saveAthletes(added))
    // Their first rows are made with the roster: there is nothing to say about them yet.
  }

  // MARK: What was kept

  mutating func keep(_ commands: [Command], of athlete: AthleteID, rows: Int) {
    guard !commands.isEmpty else { return }
    self.commands += commands
    changed += rows
    touched.insert(athlete)
  }

  mutating func keep(_ session: SessionID) { sessions.append(session) }
}

extension AthleteRow {
  /// The athlete a row describes; what it leaves out is what a new athlete's form begins with.
  func athlete(id: AthleteID, squad: SquadID?) -> Athlete {
    Athlete(
      id: id, sex: sex, birthYear: birthYear ?? identity.birthDate?.civil.year,
      population: population ?? .university, eventGroup: eventGroup ?? .general,
      event: event ?? "", level: level ?? .trained, squad: squad,
      maximumHeartRate: maximumHeartRate, restingHeartRate: restingHeartRate,
      thresholdPower: thresholdPower, thresholdSpeed: thresholdSpeed,
      loadUnit: loadUnit ?? .standard)
  }
}

/// Who is called what: built once a table, in memory only.
struct PeopleIndex {
  enum Found: Equatable {
    case none
    case one(AthleteID)
    case several
  }
  private var byName: [String: [AthleteID]] = [:]
  private var birthDates: [AthleteID: Day] = [:]
  private var ids: Set<AthleteID>
  private var squads: [String: SquadID] = [:]

  init(_ store: Store) throws(StoreError) {
    ids = Set(try store.allAthletes().map(\.id))
    for (id, identity) in try store.allIdentities() where ids.contains(id) { add(id, identity) }
    let current = Set(try store.squads().filter { !$0.isArchived }.map(\.id))
    for (id, name) in try store.squadNames() where current.contains(id) {
      squads[PeopleIndex.key(name)] = id
    }
  }

  /// Names are compared without case and without the blanks around and between their words.
  private static func key(_ name: String) -> String {
    name.lowercased().split(separator: " ").joined(separator: " ")
  }

  mutating func add(_ id: AthleteID, _ identity: Identity) {
    ids.insert(id)
    for name in [identity.name, identity.latinName].compactMap({ $0 }) {
      let key = PeopleIndex.key(name)
      if byName[key]?.contains(id) != true { byName[key, default: []].append(id) }
    }
    birthDates[id] = identity.birthDate
  }

  func find(_ text: String) -> Found {
    if let id = AthleteID(text), ids.contains(id) { return .one(id) }
    let found = byName[PeopleIndex.key(text)] ?? []
    return found.count == 1 ? .one(found[0]) : found.isEmpty ? .none : .several
  }

  /// Whether somebody of that name is here, born on the same day or on one that nobody knows.
  func isKnown(_ identity: Identity) -> Bool {
    (byName[PeopleIndex.key(identity.name)] ?? []).contains { id in
      guard let known = birthDates[id], let day = identity.birthDate else { return true }
      return known == day
    }
  }

  mutating func squad(named name: String, make: () -> SquadID) -> SquadID {
    if let id = squads[PeopleIndex.key(name)] { return id }
    let id = make()
    squads[PeopleIndex.key(name)] = id
    return id
  }
}
