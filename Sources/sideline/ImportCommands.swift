import App
import ArgumentParser
import Domain
import Foundation
import Importers
import Store
import ViewModels

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Store recordings and tables: files, or folders of them.",
    discussion: """
      The same file twice is stored once; a file that cannot be read stops nothing.

        sideline import run.fit --athlete 0a1b2c3d4e5f6
        sideline import ~/garmin --athlete 0a1b2c3d4e5f6 --json
      """)

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "Files or folders.") var paths: [String]
  @Option(help: "Whose recordings; may be left out when there is only one athlete.")
  var athlete: String?
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    let desk = try database.openExisting()
    let athlete = try whose(desk)
    let runner = ImportRunner(desk: desk, actor: try desk.commandLineActor())
    let files = ImportRunner.files(at: paths.map(desk.world.expanded))
    guard !files.isEmpty else { throw Refusal("There is no file in there. Check the path.") }
    let interruption = Interruption()
    var reports: [FileReport] = []
    for (index, file) in files.enumerated() {
      if interruption.hasHappened { break }
      let report = runner.importFile(file, for: athlete)
      reports.append(report)
      if !json { say(report, index + 1, files.count) }
    }
    if let athlete { desk.renewRows([athlete.id]) }
    if json {
      try printDocument(ImportDocument(reports))
    } else {
      print(ImportDocument.totalSentence(reports))
    }
    if interruption.hasHappened { throw ExitCode(Status.interrupted.rawValue) }
    if !reports.contains(where: { $0.status != .refused }) {
      throw ExitCode(Status.couldNot.rawValue)
    }
    let isPartial = reports.contains { report in
      report.status == .refused || report.format == FileFormat.table.rawValue && report.records.refused > 0
        || report.problems.contains(where: \.keepsFromReading)
    }
    if isPartial { throw ExitCode(Status.partlyRefused.rawValue) }
  }

  /// The athlete named, or the only one there is; a table may name its own.
  private func whose(_ desk: Desk) throws -> Athlete? {
    if let athlete { return try desk.requiredAthlete(athlete) }
    let all = try desk.stating { desk throws(StoreError) in try desk.store.allAthletes() }
    return all.count == 1 ? all[0] : nil
  }

  private func say(_ report: FileReport, _ index: Int, _ count: Int) {
    let mark = report.status == .imported ? "✓" : report.status == .duplicate ? "·" : "✗"
    tell("\(index)/\(count) \(mark) \(report.sentences.map { visible($0) }.joined(separator: " "))")
  }
}

/// Text from a file's name without what could move the terminal's cursor or turn its direction.
func visible(_ text: String, keepingLines: Bool = false) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        if keepingLines, scalar == "\n" { return scalar }
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        let turns =
          (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          || [0x200E, 0x200F, 0x061C].contains(scalar.value)
        return isControl || turns ? "\u{FFFD}" : scalar
      }))
}

struct ImportDocument: Document {
  static let schema = "import"
  var simulated: Bool { false }
  let files: [File]
  let totals: Totals

  struct File: Encodable {
    var path: String
    var format: String?
    var status: String
    var sessionIds: [String]
    var records: RecordCounts
    var problems: [Problem]
  }
  struct Problem: Encodable {
    var code: String
    var byteOffset: Int?
    var line: Int?
    var column: String?
    var message: String

    init(_ problem: ImportProblem, file: String, isKept: Bool) {
      code = problem.name
      byteOffset = problem.byteOffset
      line = problem.line
      column = problem.column
      message = visible(problem.sentence(file: file, isKept: isKept))
    }
    init(notStored sentence: String) {
      code = "not_stored"
      message = visible(sentence)
    }
  }
  struct Totals: Encodable {
    var files: Int
    var imported: Int
    var duplicate: Int
    var refused: Int
    var records: RecordCounts
  }

  init(_ reports: [FileReport]) {
    files = reports.map { report in
      var problems = report.problems.map {
        Problem($0, file: report.fileName, isKept: report.status != .refused)
      }
      if let failure = report.failure {
        problems.append(Problem(notStored: failure))
      }
      return File(
        path: report.path, format: report.format, status: report.status.rawValue,
        sessionIds: report.sessions.map(\.description), records: report.records, problems: problems)
    }
    totals = Totals(
      files: reports.count, imported: reports.count { $0.status == .imported },
      duplicate: reports.count { $0.status == .duplicate },
      refused: reports.count { $0.status == .refused },
      records: reports.reduce(RecordCounts()) { $0 + $1.records })
  }

  static func totalSentence(_ reports: [FileReport]) -> String {
    let totals = ImportDocument(reports).totals
    return
      "\(counted(totals.files, "file")): \(totals.imported) stored, \(totals.duplicate) known already, \(totals.refused) refused; \(counted(totals.records.kept, "record")) kept, \(totals.records.refused) left out."
  }
}

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what a file holds; nothing is stored.",
    discussion: """
        sideline inspect run.fit
        sideline inspect run.fit --json
      """)

  @Argument(help: "A recording or a table.") var file: String
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    let name = (file as NSString).lastPathComponent
    let bytes: [UInt8]
    switch FileBytes.read(World.real.expanded(file)) {
    case .success(let read): bytes = read
    case .failure(let report): throw Refusal(visible(report.sentences.joined(separator: " ")))
    }
    guard let format = FileFormat.recognise(bytes) else {
      let code: ImportProblem.Code = bytes.isEmpty ? .emptyFile : .unknownFormat
      throw Refusal(visible(ImportProblem(code).sentence(file: name)))
    }
    let outcome = format.importer.read(bytes, in: ImportContext(today: World.real.today))
    let problems = outcome.problems.map {
      ImportDocument.Problem($0, file: name, isKept: outcome.records.kept > 0)
    }
    if json {
      let inspection = format.inspection(of: bytes, outcome)
      try printDocument(InspectDocument(file: name, inspection: inspection, problems: problems))
    } else {
      print(outcome.text(name: name))
    }
    for problem in problems where !json { tell(problem.message) }
    if outcome.problems.contains(where: \.keepsFromReading) {
      if outcome.records.kept == 0 { throw ExitCode(Status.couldNot.rawValue) }
      throw ExitCode(Status.partlyRefused.rawValue)
    }
  }
}

struct InspectDocument: Document {
  static let schema = "inspect"
  var simulated: Bool { false }
  let file: String
  let inspection: any Encodable
  let problems: [ImportDocument.Problem]

  enum Keys: String, CodingKey { case file, problems }

  func encode(to encoder: any Encoder) throws {
    try inspection.encode(to: encoder)
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(file, forKey: .file)
    try container.encode(problems, forKey: .problems)
  }
}

extension ImportProblem {
  /// Whether part of the file could not be read; what was left out by design is no refusal.
  var keepsFromReading: Bool {
    switch code {
    case .brokenXML, .columnMissing, .endsEarly, .checksumDiffers, .undefinedLocalMessage, .badDefinition,
      .emptyFile,
      .notThisFormat, .unknownFormat, .tooLarge, .trailingBytes:
      true
    default: false
    }
  }
}

extension FileFormat {
  /// What a file of this format holds, as it stands there.
  fileprivate func inspection(of bytes: [UInt8], _ outcome: ImportOutcome) -> any Encodable {
    switch self {
    case .fit: FITInspection.inspect(bytes)
    case .tcx: TCXInspection.inspect(bytes)
    case .gpx: GPXInspection.inspect(bytes)
    case .hrm, .recordingTable, .table, .beats: PlainInspection(rawValue, outcome)
    }
  }
}

/// What the formats without an inspection of their own come to.
private struct PlainInspection: Encodable {
  var format: String
  var records: RecordCounts
  var rows: Int
  var recordings: [Part]

  struct Part: Encodable {
    var sport: String
    var start: String
    var seconds: Double
    var channels: [String: Int]
    var rrIntervals: Int
  }

  init(_ format: String, _ outcome: ImportOutcome) {
    self.format = format
    records = outcome.records
    rows = outcome.entries.count
    recordings = outcome.recordings.map { recording in
      Part(
        sport: recording.sport.rawValue, start: recording.start.iso8601,
        seconds: recording.durationSeconds,
        channels: Dictionary(
          recording.channels.map { ($0.kind.rawValue, $0.validCount) }, uniquingKeysWith: { $1 }),
        rrIntervals: recording.rrIntervals.count)
    }
  }
}

extension ImportOutcome {
  /// A few lines for people.
  func text(name: String) -> String {
    var lines = [
      entries.isEmpty
        ? "\(visible(name)): \(counted(recordings.count, "session")), \(counted(records.kept, "record"))"
        : "\(visible(name)): a table, \(counted(entries.count, "row")) of \(figure(Double(records.read))) can be stored"
    ]
    for recording in recordings {
      lines.append(
        "  \(recording.sport.word), \(recording.start.iso8601), \(stopwatch(seconds: Int(recording.durationSeconds)))"
      )
      if let device = recording.device {
        lines.append("  \(visible([device.manufacturer, device.product ?? ""].joined(separator: " ")))")
      }
      for channel in recording.channels {
        lines.append(
          "  \(channel.kind.rawValue): \(counted(channel.validCount, "value")) of \(channel.count), \(channel.kind.unit)"
        )
      }
      if !recording.rrIntervals.isEmpty {
        lines.append("  \(counted(recording.rrIntervals.count, "RR interval"))")
      }
    }
    return lines.joined(separator: "\n")
  }
}
