/// What a file turned into, before anything is stored.
public struct ImportOutcome: Hashable, Sendable {
  public var recordings: [Recording]
  /// Rows of a table, for formats that hold them; a FIT file has none.
  public var entries: [TableEntry]
  public var problems: [ImportProblem]
  public var records: RecordCounts

  public init(
    recordings: [Recording] = [], entries: [TableEntry] = [], problems: [ImportProblem] = [],
    records: RecordCounts = RecordCounts()
  ) {
    self.recordings = recordings
    self.entries = entries
    self.problems = problems
    self.records = records
  }
}

/// Every record of a file is counted once in `kept` or `refused`; repaired and flagged ones are among the kept.
public struct RecordCounts: Hashable, Sendable, Codable {
  public var read = 0, kept = 0, repaired = 0, flagged = 0, refused = 0
  public init() {}
  public static func + (lhs: Self, rhs: Self) -> Self {
    var sum = lhs
    sum.read += rhs.read
    sum.kept += rhs.kept
    sum.repaired += rhs.repaired
    sum.flagged += rhs.flagged
    sum.refused += rhs.refused
    return sum
  }
}

/// Something a file did that it should not have: what, where, and the facts. The sentence is made in `ViewModels/Messages.swift`.
public struct ImportProblem: Error, Hashable, Sendable {
  public var code: Code
  public var byteOffset: Int?
  /// Line of a text file, the first is 1.
  public var line: Int?
  /// The column of a table, by its head.
  public var column: String?
  /// Whether only the cell was left out and the rest of its row kept.
  public var isCellOnly = false

  public enum Code: Hashable, Sendable {
    case emptyFile
    case notThisFormat
    case unknownFormat
    /// The file ends before what its header promised.
    case endsEarly(haveBytes: Int, needBytes: Int)
    case checksumDiffers(found: UInt16, computed: UInt16)
    case undefinedLocalMessage(Int)
    case badDefinition(fieldSize: Int)
    case trailingBytes(Int)
    /// Data of another kind than training: settings, workouts, weights.
    case noRecords(fileType: String)
    case developerFieldsSkipped(Int)
    case compressedTimestampsSkipped(Int)
    case chainedPartsSkipped(Int)
    case timestampMissing(records: Int)
    case timeStepsBack(records: Int)
    case tooLarge(bytes: Int, limit: Int)
    /// XML that is not well formed; what came before it is kept.
    case brokenXML(reason: String)
    case unknownColumns([String])
    case columnMissing(String)
    case cellMissing
    case notANumber(String)
    case notADate(String)
    case notAWord(String, allowed: [String])
    /// A value nobody can have: `unit` may be empty.
    case impossible(String, low: Double, high: Double, unit: String)
    case inTheFuture(String)
    /// An answer that is not on the scale the table says.
    case offTheScale(String, low: Int, high: Int)
    /// The athlete's mornings so far were on another scale; the new ones stand in a series of their own.
    case scaleChanges(from: Questionnaire, to: Questionnaire)
    case sameRowTwice(first: Int)
    case unknownAthlete(String)
    case twoAthletesOfThatName(String)
    case alreadyAnAthlete(String)
    case noAthleteNamed
    /// Overlaps a session that is here already by so many minutes.
    case overlaps(minutes: Int)
    /// Clocks went forward or back here: the hour does not exist, or came twice.
    case clockChange
    /// The device's clock was never set.
    case clockNeverSet(year: Int)
    /// The file does not say when; the day is the file's own date.
    case dayTakenFromFile
    case impossibleValues(channel: Channel.Kind, count: Int)
    /// A column whose numbers are not of the unit its head says; `middle` is their median.
    case unitLooksWrong(like: String, middle: Double)
  }

  public init(_ code: Code, at byteOffset: Int? = nil, line: Int? = nil, column: String? = nil) {
    self.code = code
    self.byteOffset = byteOffset
    self.line = line
    self.column = column
  }

  /// The stable word for machines: `ends_early`.
  public var name: String {
    switch code {
    case .emptyFile: "empty_file"
    case .notThisFormat: "not_this_format"
    case .unknownFormat: "unknown_format"
    case .endsEarly: "ends_early"
    case .checksumDiffers: "checksum_differs"
    case .undefinedLocalMessage: "undefined_local_message"
    case .badDefinition: "bad_definition"
    case .trailingBytes: "trailing_bytes"
    case .noRecords: "no_records"
    case .developerFieldsSkipped: "developer_fields_skipped"
    case .compressedTimestampsSkipped: "compressed_timestamps_skipped"
    case .chainedPartsSkipped: "chained_parts_skipped"
    case .timestampMissing: "timestamp_missing"
    case .timeStepsBack: "time_steps_back"
    case .tooLarge: "too_large"
    case .brokenXML: "broken_xml"
    case .unknownColumns: "unknown_columns"
    case .columnMissing: "column_missing"
    case .cellMissing: "cell_missing"
    case .notANumber: "not_a_number"
    case .notADate: "not_a_date"
    case .notAWord: "not_a_word"
    case .impossible: "impossible_value"
    case .inTheFuture: "in_the_future"
    case .offTheScale: "off_the_scale"
    case .scaleChanges: "scale_changes"
    case .sameRowTwice: "same_row_twice"
    case .unknownAthlete: "unknown_athlete"
    case .twoAthletesOfThatName: "two_athletes_of_that_name"
    case .alreadyAnAthlete: "already_an_athlete"
    case .noAthleteNamed: "no_athlete_named"
    case .overlaps: "overlaps"
    case .clockChange: "clock_change"
    case .clockNeverSet: "clock_never_set"
    case .dayTakenFromFile: "day_taken_from_file"
    case .impossibleValues: "impossible_values"
    case .unitLooksWrong: "unit_looks_wrong"
    }
  }
}
