public import Domain

/// A form over the screen: what it asks and what was typed so far.
public struct Form: Hashable, Sendable {
  public enum Purpose: Hashable, Sendable {
    case athlete(AthleteID?)
    case squad(SquadID?)
    case coach(CoachID?)
    case importPath(AthleteID?)
    case entry(EntryKind)
    case planned(PlannedSessionID?)
    case scaleWeek
    case reject(PlanID)
    case saveTemplate
    case useTemplate
    case limit(LimitRule)
    case exportPlan
  }

  public enum Kind: Hashable, Sendable {
    case text(hint: String)
    /// One of several words; `values` are what the words stand for.
    case choice([String])
  }

  public struct Field: Hashable, Sendable {
    public var key: String
    public var label: String
    public var kind: Kind
    public var text: String
    /// What is wrong with it, once Enter was pressed.
    public var complaint: String?

    public init(_ key: String, _ label: String, _ kind: Kind, _ text: String = "") {
      self.key = key
      self.label = label
      self.kind = kind
      self.text = text
    }
  }

  public var purpose: Purpose
  public var title: String
  public var fields: [Field]
  public var selected = 0
  /// What is known beside the fields and must not get lost.
  public var known: Identity?
  /// The session it is about, when it is about one.
  public var session: SessionID?

  public init(_ purpose: Purpose, title: String, fields: [Field]) {
    self.purpose = purpose
    self.title = title
    self.fields = fields
  }

  /// Fills one field in.
  public mutating func set(_ key: String, to text: String) {
    if let index = fields.firstIndex(where: { $0.key == key }) { fields[index].text = text }
  }

  public func text(_ key: String) -> String {
    let text = fields.first { $0.key == key }?.text ?? ""
    return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

public enum FormAction: Hashable, Sendable {
  case typed(String)
  case deleted
  case moved(by: Int)
  case chosen(by: Int)
  case submitted
  case closed
}

extension Form {
  /// Everything but submitting, which needs the whole app.
  mutating func edit(_ action: FormAction) {
    switch action {
    case .typed(let text):
      guard case .text = fields[selected].kind else {
        choose(startingWith: text)
        return
      }
      fields[selected].text += text
      fields[selected].complaint = nil
    case .deleted:
      if case .text = fields[selected].kind, !fields[selected].text.isEmpty {
        fields[selected].text.removeLast()
        fields[selected].complaint = nil
      }
    case .moved(let steps): selected = (selected + steps + fields.count) % fields.count
    case .chosen(let steps):
      guard case .choice(let words) = fields[selected].kind else { return }
      let index = words.firstIndex(of: fields[selected].text) ?? 0
      fields[selected].text = words[(index + steps + words.count) % words.count]
      if fields[selected].key == "set" { hintAnswers() }
    case .submitted, .closed: break
    }
  }

  private mutating func choose(startingWith text: String) {
    guard case .choice(let words) = fields[selected].kind, !text.isEmpty else { return }
    let start = (words.firstIndex(of: fields[selected].text) ?? 0) + 1
    let next = (words[start...] + words[..<start]).first {
      $0.lowercased().hasPrefix(text.lowercased())
    }
    if let next { fields[selected].text = next }
    if fields[selected].key == "set" { hintAnswers() }
  }
}

/// What a filled-in athlete form says.
public struct AthleteDraft: Hashable, Sendable {
  public var id: AthleteID?
  public var identity: Identity
  public var sex: Sex
  public var birthYear: Int?
  public var population: Population
  public var eventGroup: EventGroup
  public var event: String
  public var level: Level
  public var squad: SquadID?
  public var maximumHeartRate: Int?
  public var restingHeartRate: Int?
  public var thresholdPower: Int?
  public var thresholdSpeed: Double?
  public var loadUnit: LoadUnit

  public init(
    id: AthleteID? = nil, identity: Identity, sex: Sex, birthYear: Int?, population: Population,
    eventGroup: EventGroup, event: String, level: Level, squad: SquadID?, maximumHeartRate: Int?,
    restingHeartRate: Int?, thresholdPower: Int? = nil, thresholdSpeed: Double? = nil,
    loadUnit: LoadUnit
  ) {
    self.id = id
    self.identity = identity
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
  }
}
