import Domain

extension TableRow {
  private static let heartRates = 25.0...250

  /// Who somebody is; name and sex have to be there.
  mutating func athleteRow() -> AthleteRow? {
    let name = text(.athlete, .required)
    let sex = word(.sex, TableVocabulary.sex, .required)
    var identity = Identity(name: name ?? "")
    identity.latinName = text(.latinName)
    identity.birthDate = day(.birthDate, until: .today)
    identity.contact = text(.contact)
    var row = AthleteRow(identity: identity, sex: sex ?? .female)
    row.birthYear = birthYear() ?? identity.birthDate?.civil.year
    row.squad = text(.squad)
    row.population = word(.population, TableVocabulary.population)
    row.eventGroup = word(.eventGroup, TableVocabulary.eventGroup)
    row.event = text(.event)
    row.level = word(.level, TableVocabulary.level)
    row.maximumHeartRate = whole(.maximumHeartRate, in: Self.heartRates, unit: "bpm")
    row.restingHeartRate = whole(.restingHeartRate, in: Self.heartRates, unit: "bpm")
    row.thresholdPower = whole(
      .thresholdPower, in: TestResult.Item.thresholdPower.plausible, unit: "W")
    row.thresholdSpeed = number(.thresholdSpeed, in: 1...8, unit: "m/s") ?? thresholdPace()
    row.loadUnit = word(.loadUnit, TableVocabulary.loadUnit)
    return name == nil || sex == nil ? nil : row
  }

  private mutating func birthYear() -> Int? {
    let last = head.today.map { Double($0.civil.year) } ?? 2100
    return whole(.birthYear, in: 1900...last, unit: "")
  }

  /// Minutes and seconds for a kilometre, as metres a second.
  private mutating func thresholdPace() -> Double? {
    guard let cell = cell(.thresholdPace), !cell.isAbsent else { return nil }
    guard let seconds = DecimalText.seconds(cell.trimmed, decimalComma: head.decimalComma) else {
      refuse(.thresholdPace, .notANumber(cell.trimmedText), .optional)
      return nil
    }
    guard (125...1000).contains(seconds) else {
      refuse(.thresholdPace, .impossible(cell.trimmedText, 125...1000, "s/km"), .optional)
      return nil
    }
    return 1000 / seconds
  }
}
