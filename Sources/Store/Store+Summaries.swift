public import Domain
import GRDB

/// A place in the roster's order: where the next page begins.
public struct RosterPosition: Hashable, Sendable {
  var rank: Int
  var need: Double
  var athlete: Int64
}

extension Store {
  /// A page of roster rows in the order "needs me", and where the next one begins.
  ///
  /// - Complexity: the page's length, however large the roster.
  public func rosterPage(after position: RosterPosition? = nil, limit: Int)
    throws(StoreError) -> (rows: [AthleteSummary], next: RosterPosition?)
  {
    try reading { db in
      var last: RosterPosition?
      let summaries = try db.cachedStatement(
        sql: """
          SELECT athlete, rank, need, body FROM athlete_summary
          WHERE (rank, need, athlete) > (?, ?, ?) ORDER BY rank, need, athlete LIMIT ?
          """
      ).rows([position?.rank ?? -1, position?.need ?? 0, position?.athlete ?? 0, limit]) { columns in
        let athlete: Int64 = columns.next()
        last = RosterPosition(rank: columns.next(), need: columns.next(), athlete: athlete)
        return Store.summary(columns.next(), of: athlete)
      }
      return (summaries, summaries.count == limit ? last : nil)
    }
  }

  public func summaries(of athletes: [AthleteID]) throws(StoreError) -> [AthleteSummary] {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT body FROM athlete_summary WHERE athlete = ?")
      return try athletes.compactMap { id in
        try String.fetchOne(statement, arguments: [id.rawValue]).map {
          Store.summary($0, of: id.rawValue)
        }
      }
    }
  }

  /// A row that cannot be read, as from another version, is an empty one until it is made again.
  private static func summary(_ body: String, of athlete: Int64) -> AthleteSummary {
    let id = AthleteID(bits: UInt64(athlete))
    return SummaryCodec.summary(body, of: id) ?? .unknown(id, origin: .measured)
  }

  /// How many athletes the roster has.
  public func rosterCount() throws(StoreError) -> Int {
    try reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM athlete_summary") ?? 0 }
  }

  /// How many rows stand in each section of the roster, by section.
  public func sectionCounts() throws(StoreError) -> [Int: Int] {
    try reading { db in
      var counts: [Int: Int] = [:]
      for row in try Row.fetchAll(
        db, sql: "SELECT rank, count(*) AS n FROM athlete_summary GROUP BY rank")
      {
        counts[row["rank"]] = row["n"]
      }
      return counts
    }
  }

  /// Athletes whose row is older than `day` or was overtaken by a change, at most `limit`.
  public func staleAthletes(on day: Day, limit: Int) throws(StoreError) -> [AthleteID] {
    try reading { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT athlete FROM athlete_summary WHERE stale > 0
          UNION SELECT athlete FROM athlete_summary WHERE stale = 0 AND as_of <> ? LIMIT ?
          """, arguments: [day.number, limit]
      ).compactMap { AthleteID(rawValue: $0) }
    }
  }

  /// How many changes these athletes' rows have not seen; read before the rows are made again.
  public func staleness(of athletes: [AthleteID]) throws(StoreError) -> [AthleteID: Int] {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT stale FROM athlete_summary WHERE athlete = ?")
      var counts: [AthleteID: Int] = [:]
      for id in athletes { counts[id] = try Int.fetchOne(statement, arguments: [id.rawValue]) }
      return counts
    }
  }

  /// Replaces rows of athletes on the roster. A row counts as fresh unless something changed while it was made.
  ///
  /// - Parameter seen: `staleness` from before; a row that is not in it counts as fresh.
  public func save(
    _ summaries: [AthleteSummary], seen: [AthleteID: Int] = [:]
  ) throws(StoreError) {
    try writing { db in
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO athlete_summary
            SELECT id, ?2, 0, ?3, ?4, ?5 FROM athlete WHERE id = ?1 AND archived = 0
          ON CONFLICT (athlete) DO UPDATE SET as_of = excluded.as_of,
            stale = max(0, stale - coalesce(?6, stale)),
            rank = excluded.rank, need = excluded.need, body = excluded.body
          """)
      for summary in summaries {
        try statement.execute(arguments: [
          summary.athlete.rawValue, summary.asOf.number, summary.section.rawValue, -summary.score,
          SummaryCodec.text(of: summary), seen[summary.athlete],
        ])
      }
    }
  }
}
