/// A pseudonymous athlete: what the main database file knows. The name is an `Identity`, kept apart.
public struct Athlete: Hashable, Sendable, Codable {
  public var id: AthleteID
  public var sex: Sex
  /// Year only; the birth date is identity-class.
  public var birthYear: Int?
  public var population: Population
  public var eventGroup: EventGroup
  /// The discipline as printed, from `EventGroup.disciplines` or the coach's own short word.
  public var event: String
  public var level: Level
  public var squad: SquadID?
  /// Measured maximum, beats a minute; `nil` means it is estimated from age.
  public var maximumHeartRate: Int?
  /// Measured at rest, beats a minute.
  public var restingHeartRate: Int?
  /// Power held for about an hour, watts.
  public var thresholdPower: Int?
  /// Speed held for about an hour, metres a second.
  public var thresholdSpeed: Double?
  public var loadUnit: LoadUnit
  public var isArchived: Bool
  public var origin: Origin

  public init(
    id: AthleteID, sex: Sex, birthYear: Int?, population: Population, eventGroup: EventGroup,
    event: String, level: Level = .trained, squad: SquadID? = nil, maximumHeartRate: Int? = nil,
    restingHeartRate: Int? = nil, thresholdPower: Int? = nil, thresholdSpeed: Double? = nil,
    loadUnit: LoadUnit = .sessionRPE, isArchived: Bool = false,
    origin: Origin = .measured
  ) {
    self.id = id
    self.sex = sex
    self.birthYear = birthYear
    self.population = population
    self.eventGroup = eventGroup
    self.event = event
    self.level = level
    self.squad = squad
    self.maximumHeartRate = maximumHeartRate
    self.restingHeartRate = restingHeartRate
    self.thresholdPower = thresholdPower
    self.thresholdSpeed = thresholdSpeed
    self.loadUnit = loadUnit
    self.isArchived = isArchived
    self.origin = origin
  }

  /// Whole years on `day`, taking the birthday as past; `nil` when the year is not known.
  public func age(on day: Day) -> Int? { birthYear.map { day.civil.year - $0 } }
}

public enum Sex: String, CaseIterable, Sendable, Codable { case female, male }

/// Whom an athlete is compared with.
public enum Population: String, CaseIterable, Sendable, Codable {
  case university, general, youth, professional, retired
}

/// Groups that train alike; the fixed schedule has one template for each.
public enum EventGroup: String, CaseIterable, Sendable, Codable {
  case sprint, distance, `throw`, ball, general
}

public enum Level: String, CaseIterable, Sendable, Codable { case novice, trained, elite }

/// A squad; its name is an `Identity`.
public struct Squad: Hashable, Sendable, Codable {
  public var id: SquadID
  public var isArchived: Bool
  public init(id: SquadID, isArchived: Bool = false) {
    self.id = id
    self.isArchived = isArchived
  }
}

/// A person who decides; the name is an `Identity`.
public struct Coach: Hashable, Sendable, Codable {
  public var id: CoachID
  public var role: Role
  public var isArchived: Bool

  public init(id: CoachID, role: Role = .head, isArchived: Bool = false) {
    self.id = id
    self.role = role
    self.isArchived = isArchived
  }
}

/// Who somebody is: kept in `identities.sqlite`, erasable without touching the main file.
public struct Identity: Hashable, Sendable {
  /// As written by the person: 李雨桐, Amina Diallo.
  public var name: String
  /// In Latin letters where the name is not: Li Yutong.
  public var latinName: String?
  public var birthDate: Day?
  public var contact: String?

  public init(
    name: String, latinName: String? = nil, birthDate: Day? = nil, contact: String? = nil
  ) {
    self.name = name
    self.latinName = latinName
    self.birthDate = birthDate
    self.contact = contact
  }
}
