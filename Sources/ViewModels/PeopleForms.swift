public import Domain

extension Form {
  /// A form for a new athlete, or one filled with what is known.
  public static func athlete(
    _ athlete: Athlete?, identity: Identity?, squads: [(id: SquadID, name: String)]
  ) -> Form {
    let squadName = athlete?.squad.flatMap { id in squads.first { $0.id == id }?.name }
    var form = Form(
      .athlete(athlete?.id), title: athlete == nil ? "New athlete" : "Edit athlete",
      fields: [
        Field("name", "Name", .text(hint: "as written: 李雨桐, Amina Diallo"), identity?.name ?? ""),
        Field(
          "latin", "In Latin letters", .text(hint: "when the name is not"), identity?.latinName ?? ""),
        Field("sex", "Sex", .choice(Sex.allCases.map(\.rawValue)), athlete?.sex.rawValue ?? "female"),
        Field("born", "Birth year", .text(hint: "2004"), athlete?.birthYear.map(String.init) ?? ""),
        Field(
          "population", "Population", .choice(Population.allCases.map(\.rawValue)),
          athlete?.population.rawValue ?? "university"),
        Field(
          "group", "Event group", .choice(EventGroup.allCases.map(\.rawValue)),
          athlete?.eventGroup.rawValue ?? "general"),
        Field("event", "Event", .text(hint: "800 m, javelin, basketball"), athlete?.event ?? ""),
        Field(
          "level", "Level", .choice(Level.allCases.map(\.rawValue)),
          athlete?.level.rawValue ?? "trained"),
        Field("squad", "Squad", .choice(["none"] + squads.map(\.name)), squadName ?? "none"),
        Field(
          "maximum", "Highest heart rate", .text(hint: "measured, bpm; empty: from age"),
          athlete?.maximumHeartRate.map(String.init) ?? ""),
        Field(
          "resting", "Resting heart rate", .text(hint: "measured, bpm; empty: 68"),
          athlete?.restingHeartRate.map(String.init) ?? ""),
        Field(
          "power", "Threshold power", .text(hint: "watts, about an hour’s best"),
          athlete?.thresholdPower.map(String.init) ?? ""),
        Field(
          "pace", "Threshold pace", .text(hint: "4:05 for a kilometre"),
          athlete?.thresholdSpeed.map(paceText) ?? ""),
        Field(
          "unit", "Load counted in", .choice(LoadUnit.allCases.map(\.word)),
          (athlete?.loadUnit ?? .standard).word),
      ])
    form.known = identity
    return form
  }

  public static func squad(_ id: SquadID?, name: String) -> Form {
    Form(
      .squad(id), title: id == nil ? "New squad" : "Rename squad",
      fields: [Field("name", "Name", .text(hint: "Middle distance, Year 3"), name)])
  }

  public static func coach(_ coach: Coach?, name: String) -> Form {
    Form(
      .coach(coach?.id), title: coach == nil ? "New coach" : "Edit coach",
      fields: [
        Field("name", "Name", .text(hint: "who decides"), name),
        Field(
          "role", "Role", .choice(Coach.Role.allCases.map(\.rawValue)), coach?.role.rawValue ?? "head"),
      ])
  }

  public static func importPath(for athlete: AthleteID?, name: String?) -> Form {
    Form(
      .importPath(athlete),
      title: name.map { "Import recordings of \($0), or a table" } ?? "Import a table of athletes",
      fields: [
        Field("path", "File or folder", .text(hint: athlete == nil ? "~/squad.csv" : "~/Downloads/run.fit"))
      ])
  }

  /// The athlete that the fields describe, or `nil` with a complaint beside each field that keeps it from being one.
  mutating func athleteDraft(
    id: AthleteID?, squads: [(id: SquadID, name: String)], year: Int
  ) -> AthleteDraft? {
    forgetComplaints()
    complain("name", if: text("name").isEmpty, "A name is needed to find the athlete again")
    complain("event", if: text("event").count > 40, "At most 40 letters")
    let born = wholeOrEmpty("born", in: year - 100...year - 3, "A year such as \(year - 20), or empty")
    let maximum = wholeOrEmpty("maximum", in: 100...240, "100 to 240 bpm, or empty")
    let resting = wholeOrEmpty("resting", in: 25...120, "25 to 120 bpm, or empty")
    if let maximum, let resting, resting >= maximum {
      complain("resting", if: true, "Below the highest heart rate")
    }
    let power = wholeOrEmpty("power", in: 40...600, "40 to 600 W, or empty")
    let pace = text("pace").isEmpty ? nil : speed(pace: text("pace"))
    complain("pace", if: pace == nil && !text("pace").isEmpty, "A pace such as 4:05, or empty")
    if let wrong = fields.firstIndex(where: { $0.complaint != nil }) {
      selected = wrong
      return nil
    }
    let latin = text("latin")
    var identity = known ?? Identity(name: "")
    identity.name = text("name")
    identity.latinName = latin.isEmpty ? nil : latin
    return AthleteDraft(
      id: id, identity: identity,
      sex: Sex(rawValue: text("sex")) ?? .female, birthYear: born,
      population: Population(rawValue: text("population")) ?? .general,
      eventGroup: EventGroup(rawValue: text("group")) ?? .general, event: text("event"),
      level: Level(rawValue: text("level")) ?? .trained,
      squad: squads.first { $0.name == text("squad") }?.id, maximumHeartRate: maximum,
      restingHeartRate: resting, thresholdPower: power, thresholdSpeed: pace,
      loadUnit: LoadUnit.allCases.first { $0.word == text("unit") } ?? .sessionRPE)
  }

  /// Whether the only thing a one-line form needs is there.
  mutating func hasName() -> Bool {
    forgetComplaints()
    complain("name", if: text("name").isEmpty, "A name is needed")
    return fields.allSatisfy { $0.complaint == nil }
  }

  mutating func complain(_ key: String, if isWrong: Bool, _ sentence: String) {
    guard let index = fields.firstIndex(where: { $0.key == key }) else { return }
    guard isWrong, fields[index].complaint == nil else { return }
    fields[index].complaint = sentence
    selected = index
  }

  /// Before a form is read again.
  mutating func forgetComplaints() {
    for index in fields.indices { fields[index].complaint = nil }
  }

  private mutating func wholeOrEmpty(
    _ key: String, in range: ClosedRange<Int>, _ sentence: String
  ) -> Int? {
    text(key).isEmpty ? nil : whole(key, in: range, sentence)
  }
}

/// `4:05` for a kilometre as metres a second; `nil` when it is no pace between 1:25 and 55:00.
public func speed(pace text: String) -> Double? {
  let parts = text.split(separator: ":").map { Int($0) }
  guard parts.count == 2, let minutes = parts[0], let seconds = parts[1], (0..<60).contains(seconds),
    (85...3300).contains(minutes * 60 + seconds)
  else { return nil }
  return 1000 / Double(minutes * 60 + seconds)
}

/// A speed in metres a second as the pace of a kilometre: `4:05`.
public func paceText(_ metersPerSecond: Double) -> String {
  metersPerSecond > 0 ? stopwatch(seconds: Int((1000 / metersPerSecond).rounded())) : "—"
}

extension LoadUnit {
  /// As a coach says it.
  public var word: String {
    switch self {
    case .sessionRPE: "session RPE"
    case .banisterTRIMP: "Banister TRIMP"
    case .edwardsTRIMP: "Edwards TRIMP"
    case .power: "power load"
    case .pace: "pace load"
    }
  }
}
