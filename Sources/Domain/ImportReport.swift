/// What a file turned into, before anything is stored.
public struct ImportOutcome: Hashable, Sendable {
  public var recordings: [Recording]
  /// Rows of tables, for formats that hold them; a FIT file has none.
  public var rows: [TableRow]
  public var problems: [ImportProblem]
  public var records: RecordCounts

  public init(
    recordings: [Recording] = [], rows: [TableRow] = [], problems: [ImportProblem] = [],
    records: RecordCounts = RecordCounts()
  ) {
    self.recordings = recordings
    self.rows = rows
    self.problems = problems
    self.records = records
  }
}

/// One row of a table, by column name.
public struct TableRow: Hashable, Sendable {
  public var line: Int
  public var cells: [String: String]
  public init(line: Int, cells: [String: String]) {
    self.line = line
    self.cells = cells
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
  }

  public init(_ code: Code, at byteOffset: Int? = nil) {
    self.code = code
    self.byteOffset = byteOffset
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
    }
  }
}
