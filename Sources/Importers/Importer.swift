public import Domain

/// Turns the bytes of one file into recordings and rows. Reads nothing else, and never throws: what
/// went wrong stands in the outcome's problems, beside everything that could be read.
public protocol Importer {
  /// Whether the first bytes are this format's; says nothing about the rest.
  static func recognises(_ bytes: [UInt8]) -> Bool
  /// Everything in `bytes` that can be read, and what was wrong with the rest.
  static func read(_ bytes: [UInt8], in context: ImportContext) -> ImportOutcome
}

/// What a file cannot say of itself.
public struct ImportContext: Hashable, Sendable {
  /// The day it is read; what lies after it is in the future. `nil` when nobody knows.
  public var today: Day?
  public init(today: Day? = nil) { self.today = today }
}

extension Importer {
  public static func read(_ bytes: [UInt8]) -> ImportOutcome { read(bytes, in: ImportContext()) }
}

/// Every format Sideline reads. Add a case and the compiler names what is missing.
public enum FileFormat: String, CaseIterable, Sendable {
  case fit, tcx, gpx
  /// Polar's text format: heart rate and speed, or times between beats.
  case hrm
  /// Samples as documented in `docs/tables.md`.
  case recordingTable = "recording_csv"
  /// People, sessions, mornings, tests, injuries: a row each, as documented in `docs/tables.md`.
  case table = "csv"
  /// Times between heart beats, one to a line.
  case beats = "rr"

  /// Reads files of this format.
  public var importer: any Importer.Type {
    switch self {
    case .fit: FITImporter.self
    case .tcx: TCXImporter.self
    case .gpx: GPXImporter.self
    case .hrm: PolarHRMImporter.self
    case .recordingTable: RecordingTableImporter.self
    case .table: TableImporter.self
    case .beats: BeatsImporter.self
    }
  }

  /// The format whose signature the bytes carry.
  public static func recognise(_ bytes: [UInt8]) -> FileFormat? {
    allCases.first { $0.importer.recognises(bytes) }
  }
}
