public import Domain
import GRDB

extension Store {
  static func save(_ entry: Wellness, in db: Database) throws {
    var values: [(any DatabaseValueConvertible)?] = [
      entry.athlete.rawValue, entry.day.number, entry.sleepHours, entry.restingHeartRate,
      entry.lnRMSSD, entry.origin.rawValue,
    ]
    for item in ratingColumns {
      values += [entry.ratings[item]?.value, entry.ratings[item]?.scaleCode]
    }
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO wellness
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: StatementArguments(values))
  }

  /// The answers in the order of the table's columns.
  private static let ratingColumns: [WellnessItem] = [
    .fatigue, .soreness, .stress, .mood, .sleepQuality, .readiness, .technique,
  ]

  /// Morning reports since a day, oldest first.
  public func wellness(of athlete: AthleteID, since day: Day) throws(StoreError) -> [Wellness] {
    try reading { db in
      try db.cachedStatement(sql: "SELECT * FROM wellness WHERE athlete = ? AND day >= ? ORDER BY day")
        .rows([athlete.rawValue, day.number]) { try Store.wellness(&$0, of: athlete) }
    }
  }

  /// One morning's report, `nil` when there is none.
  public func wellness(of athlete: AthleteID, on day: Day) throws(StoreError) -> Wellness? {
    try reading { db in
      try db.cachedStatement(sql: "SELECT * FROM wellness WHERE athlete = ? AND day = ?")
        .rows([athlete.rawValue, day.number]) { try Store.wellness(&$0, of: athlete) }.first
    }
  }

  private static func wellness(_ columns: inout Columns, of athlete: AthleteID) throws -> Wellness {
    let _: Int64 = columns.next()  // the athlete's id
    var entry = Wellness(
      athlete: athlete, day: Day(number: columns.next()), sleepHours: columns.nextIfAny(),
      restingHeartRate: columns.nextIfAny(), lnRMSSD: columns.nextIfAny(),
      origin: try columns.word())
    for item in ratingColumns {
      let value: Int? = columns.nextIfAny()
      let code: String? = columns.nextIfAny()
      guard let value, let code else { continue }
      guard let rating = WellnessRating(value, code: code) else { throw StoreError.damaged }
      entry.ratings[item] = rating
    }
    return entry
  }
}

extension WellnessRating {
  /// The scale and which end is better, as the table keeps them: `1-5+` is best at 5.
  fileprivate var scaleCode: String {
    "\(scale.range.lowerBound)-\(scale.range.upperBound)\(polarity == .higherIsBetter ? "+" : "-")"
  }

  private static let scales: [String: RatingScale] = Dictionary(
    uniqueKeysWithValues: RatingScale.allCases.map {
      ("\($0.range.lowerBound)-\($0.range.upperBound)", $0)
    })

  fileprivate init?(_ value: Int, code: String) {
    guard let scale = Self.scales[String(code.dropLast())] else { return nil }
    self.init(value, on: scale, code.hasSuffix("+") ? .higherIsBetter : .higherIsWorse)
  }
}
