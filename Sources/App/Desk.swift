public import Domain
import Engine
import Foundation
public import Store
public import ViewModels

/// Where a coach's decisions become commands: an id, a time, an actor, the store, and then the log.
public struct Desk: Sendable {
  public let store: Store
  public let world: World
  let log: CommandLog?
  /// Who is signed in, by name or id, as the configuration has it.
  let configuredCoach: String?
  private let loads = LoadCache()

  public init(store: Store, world: World, log: CommandLog? = nil, configuredCoach: String? = nil) {
    self.store = store
    self.world = world
    self.log = log
    self.configuredCoach = configuredCoach
  }

  /// Opens a database and takes on its calendar when it is a simulated season.
  public static func open(
    at path: String, isReadOnly: Bool = false, world: World, log: CommandLog? = nil,
    configuration: Configuration? = nil
  ) throws(StoreError) -> Desk {
    let configuration = configuration ?? .load(world)
    let store = try Store.open(at: path, isReadOnly: isReadOnly, secret: world.secret())
    var world = try store.calendar().map { world.living(in: $0) } ?? world
    world.attention = configuration.attention
    world.cleaning = configuration.cleaning
    try store.renewSummaries(unlessMadeWith: world.attention.fingerprint)
    let desk = Desk(store: store, world: world, log: log, configuredCoach: configuration.coach)
    // From here on the store itself refuses what the role may not do, and knows no names where it may see none.
    let role = try configuration.lowered(desk.currentCoach()?.coach.role)
    guard let role, role != .head else { return desk }
    let signedIn = try desk.currentCoach()?.coach.id.description ?? configuration.coach
    return Desk(store: try store.limited(to: role), world: world, log: log, configuredCoach: signedIn)
  }

  /// Makes roster rows and details from what is stored.
  public var summariser: Summariser { Summariser(store: store, world: world, loads: loads) }

  /// Makes the roster rows of what was just changed again. Where that fails, as on a full disk, the change stands and the
  /// rows stay marked as overtaken: they are made when the roster is looked at next.
  public func renewRows(_ ids: [AthleteID]) { _ = try? summariser.refresh(ids) }

  /// Carries out a command, logs it, and makes the roster rows it touched again.
  public func perform(
    _ command: Command, naming: [Naming] = [], as actor: Actor
  ) throws(StoreError) {
    try performAll([command], naming: naming, as: actor)
  }

  /// All of them in one transaction, or none.
  public func performAll(
    _ commands: [Command], naming: [Naming] = [], as actor: Actor
  ) throws(StoreError) {
    let envelopes = commands.map {
      CommandEnvelope(
        id: world.identifier(of: Event.self), at: world.now(), actor: actor, command: $0)
    }
    try store.perform(envelopes, naming: naming)
    for envelope in envelopes { log?.append(envelope) }
  }

  // MARK: People

  /// Saves what a form or a command line says about an athlete; returns who it is.
  @discardableResult
  public func save(_ draft: AthleteDraft, as actor: Actor) throws(StoreError) -> AthleteID {
    let id = draft.id ?? world.identifier(of: Athlete.self)
    let known = try store.athlete(id)
    let athlete = Athlete(
      id: id, sex: draft.sex, birthYear: draft.birthYear, population: draft.population,
      eventGroup: draft.eventGroup, event: draft.event, level: draft.level, squad: draft.squad,
      maximumHeartRate: draft.maximumHeartRate, restingHeartRate: draft.restingHeartRate,
      thresholdPower: draft.thresholdPower, thresholdSpeed: draft.thresholdSpeed,
      loadUnit: draft.loadUnit, isArchived: known?.isArchived ?? false,
      origin: known?.origin ?? .measured)
    try perform(.saveAthlete(athlete), naming: [.athlete(id, draft.identity)], as: actor)
    renewRows([id])
    return id
  }

  @discardableResult
  public func saveSquad(_ id: SquadID?, name: String, as actor: Actor) throws(StoreError) -> SquadID {
    let id = id ?? world.identifier(of: Squad.self)
    try perform(.saveSquad(Squad(id: id)), naming: [.squad(id, name: name)], as: actor)
    return id
  }

  @discardableResult
  public func saveCoach(
    _ id: CoachID?, name: String, role: Coach.Role, as actor: Actor
  ) throws(StoreError) -> CoachID {
    let id = id ?? world.identifier(of: Coach.self)
    try perform(
      .saveCoach(Coach(id: id, role: role)), naming: [.coach(id, name: name)], as: actor)
    return id
  }

  public func archive(_ id: AthleteID, isArchived: Bool, as actor: Actor) throws(StoreError) {
    guard var athlete = try store.athlete(id) else { throw .missing }
    athlete.isArchived = isArchived
    try perform(.saveAthlete(athlete), as: actor)
    renewRows([id])
  }

  /// What is known about an athlete, as a form has it.
  public func draft(of id: AthleteID) throws(StoreError) -> AthleteDraft? {
    guard let athlete = try store.athlete(id) else { return nil }
    let identity = try store.identities(of: [id])[id]
    return AthleteDraft(
      id: id, identity: identity ?? Identity(name: shownName(nil, id)), sex: athlete.sex,
      birthYear: athlete.birthYear, population: athlete.population,
      eventGroup: athlete.eventGroup, event: athlete.event, level: athlete.level,
      squad: athlete.squad, maximumHeartRate: athlete.maximumHeartRate,
      restingHeartRate: athlete.restingHeartRate, thresholdPower: athlete.thresholdPower,
      thresholdSpeed: athlete.thresholdSpeed, loadUnit: athlete.loadUnit)
  }

  /// The coach that is named, else of the configuration, else the only one there is; with the role that holds here.
  public func currentCoach(named name: String? = nil) throws(StoreError) -> CoachBadge? {
    let coaches = try coaches()
    var found = coaches.count == 1 ? coaches[0] : nil
    if let wanted = name ?? configuredCoach {
      found = coaches.first { $0.coach.id.description == wanted.lowercased() || $0.name == wanted }
    }
    if let limit = store.roleLimit, let role = found?.coach.role { found?.coach.role = role.lesser(limit) }
    return found
  }

  /// Everybody who may decide, by name.
  public func coaches() throws(StoreError) -> [CoachBadge] {
    let names = try store.coachNames()
    return try store.coaches().filter { !$0.isArchived }
      .map { CoachBadge(coach: $0, name: names[$0.id] ?? "without a name") }
      .sorted { ($0.name, $0.coach.id) < ($1.name, $1.coach.id) }
  }
}
