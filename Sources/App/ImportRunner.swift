public import Domain
import Engine
import Foundation
import Importers
import Signals
import Store
public import ViewModels

/// Reads files and folders into the store: one transaction a file, so that a stop in the middle loses nothing.
public struct ImportRunner: Sendable {
  let desk: Desk
  let actor: Actor

  public init(desk: Desk, actor: Actor) {
    self.desk = desk
    self.actor = actor
  }

  /// The files behind these paths: folders are searched, hidden entries left out, in the order of their names.
  public static func files(at paths: [String]) -> [String] {
    paths.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
      else { return [path] }
      let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      guard !names.isEmpty || FileManager.default.isReadableFile(atPath: path) else { return [path] }
      return names.sorted().filter { name in
        !name.split(separator: "/").contains { $0.hasPrefix(".") }
      }.map { path + "/" + $0 }.filter { file in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
    }
  }

  /// Imports one file; whatever goes wrong stands in the report.
  ///
  /// - Parameter athlete: whose recordings these are, and the rows of tables that name nobody.
  public func importFile(_ path: String, for athlete: Athlete?) -> FileReport {
    let bytes: [UInt8]
    switch FileBytes.read(path) {
    case .success(let read): bytes = read
    case .failure(let report): return report
    }
    guard let format = FileFormat.recognise(bytes) else {
      let code: ImportProblem.Code = bytes.isEmpty ? .emptyFile : .unknownFormat
      return FileReport(
        path: path, format: nil, status: .refused, problems: [ImportProblem(code)])
    }
    let outcome = format.importer.read(bytes, in: ImportContext(today: desk.world.today))
    var report = FileReport(
      path: path, format: format.rawValue, status: .refused, records: outcome.records,
      problems: outcome.problems)
    if format == .table {
      if !outcome.entries.isEmpty { return take(outcome.entries, for: athlete, into: report) }
      // A table of reports that nothing was wrong says something, and there is nothing to store.
      if outcome.records.kept > 0 { report.status = .duplicate }
      return report
    }
    guard !outcome.recordings.isEmpty else { return report }
    guard let athlete else {
      report.failure =
        "Whose recording is \(report.fileName)? Choose an athlete, or say --athlete with an id."
      return report
    }
    do {
      let hash = try desk.store.contentHash(of: bytes)
      let known = try desk.store.sessions(fromFile: hash)
      guard known.isEmpty else {
        report.status = .duplicate
        report.sessions = known
        report.records.kept = 0
        return report
      }
      let recordings = dated(outcome.recordings, path: path, outcome.problems).map(placed)
      let (sessions, flagged) = try store(recordings, hash: hash, path: path, athlete)
      report.sessions = sessions
      report.records.flagged = max(report.records.flagged, flagged)
      report.problems += try overlaps(of: report.sessions)
      report.status = report.sessions.isEmpty ? .duplicate : .imported
      if report.status == .duplicate { report.records.kept = 0 }
    } catch {
      report.failure = error.sentence(path: desk.store.path)
    }
    return report
  }

  /// Stores what a table says; the rows that cannot be stored join the problems.
  private func take(
    _ entries: [TableEntry], for athlete: Athlete?, into report: FileReport
  ) -> FileReport {
    var report = report
    do throws(StoreError) {
      var intake = try TableIntake(desk: desk, actor: actor, fallback: athlete)
      try intake.store(entries)
      report.sessions = intake.sessions
      report.problems += intake.problems
      report.records.refused += intake.refused
      report.records.kept -= intake.refused
      report.entries = intake.changed
      report.status =
        intake.changed > 0 ? .imported : intake.refused < entries.count ? .duplicate : .refused
    } catch {
      report.failure = error.sentence(path: desk.store.path)
    }
    return report
  }

  /// A recording that does not say when it was made was made on the file's own date, in its morning.
  private func dated(
    _ recordings: [Recording], path: String, _ problems: [ImportProblem]
  ) -> [Recording] {
    guard problems.contains(where: { $0.code == .dayTakenFromFile }) else { return recordings }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let written = attributes?[.modificationDate] as? Date
    let day =
      written.map { Instant(milliseconds: Int64($0.timeIntervalSince1970 * 1000)) }
      .map { $0.day(utcOffsetSeconds: desk.world.utcOffsetSeconds($0)) } ?? desk.world.today
    let morning = desk.world.localTime(min(day, desk.world.today), second: 7 * 3600)
    return recordings.map { recording in
      var recording = recording
      recording.start = morning.instant
      recording.utcOffsetSeconds = morning.utcOffsetSeconds
      return recording
    }
  }

  /// A recording that only says what the wall clock showed was made here.
  private func placed(_ recording: Recording) -> Recording {
    guard recording.isWallClock else { return recording }
    var recording = recording
    let day = recording.start.day(utcOffsetSeconds: 0)
    let time = desk.world.localTime(day, second: recording.start.secondOfDay(utcOffsetSeconds: 0))
    recording.start = time.instant
    recording.utcOffsetSeconds = time.utcOffsetSeconds
    recording.isWallClock = false
    return recording
  }

  /// A remark for each new session that overlaps another by more than a minute.
  private func overlaps(of sessions: [SessionID]) throws(StoreError) -> [ImportProblem] {
    var problems: [ImportProblem] = []
    for id in sessions {
      guard let session = try desk.store.session(id) else { continue }
      let minutes = try desk.store.overlap(of: session)
      if minutes > 1 { problems.append(ImportProblem(.overlaps(minutes: minutes))) }
    }
    return problems
  }

  /// Stores the sessions of one file. A training that is here already, as from a file that ended early, is kept under
  /// its id with whichever recording holds more.
  private func store(
    _ recordings: [Recording], hash: String, path: String, _ athlete: Athlete
  ) throws(StoreError) -> (sessions: [SessionID], flaggedRecords: Int) {
    var imported: [ImportedSession] = []
    var flagged = 0
    var naming: [Naming] = []
    for recording in recordings {
      let earlier = try desk.store.session(of: athlete.id, startingAt: recording.start)
      if let earlier, earlier.samples >= recording.timestamps.count { continue }
      let id = earlier?.id ?? desk.world.identifier(of: Session.self)
      let offset = recording.utcOffsetSeconds ?? desk.world.utcOffsetSeconds(recording.start)
      let known = try earlier.flatMap { earlier throws(StoreError) in
        try desk.store.session(earlier.id)
      }
      var session = Session(
        id: id, athlete: athlete.id, start: recording.start, utcOffsetSeconds: offset,
        sport: recording.sport, type: recording.sport == .strength ? .strength : .other,
        durationSeconds: Int(recording.durationSeconds.rounded()), hasRecording: true)
      // What people said about the training stays when its fuller recording comes.
      if let known {
        session.type = known.type
        session.rpe = known.rpe
        session.workRest = known.workRest
      }
      naming.append(
        .session(
          id, fileName: (path as NSString).lastPathComponent,
          deviceSerial: recording.device?.serial,
          positions: recording.channels.filter(\.kind.isIdentityClass)))
      var pseudonymous = recording
      pseudonymous.channels.removeAll(where: \.kind.isIdentityClass)
      pseudonymous.device?.serial = nil
      let cleaned = cleaned(recording, with: desk.world.cleaning)
      flagged += cleaned.flaggedRecords
      imported.append(
        ImportedSession(
          session: analysed(
            session, recording: recording.asUsed(cleaned), athlete: athlete, cleaning: .asRecorded),
          recording: pseudonymous, contentHash: hash))
    }
    guard !imported.isEmpty else { return ([], 0) }
    let mornings = try readings(of: imported)
    let reports: [Command] = mornings.isEmpty ? [] : [.recordWellness(mornings)]
    try desk.performAll([.importSessions(imported)] + reports, naming: naming, as: actor)
    return (imported.map(\.session.id), flagged)
  }

  /// The morning's lnRMSSD and resting heart rate of recordings that hold beats and nothing else.
  ///
  /// A reading is at most twenty minutes long; a longer one is a training. What cannot be trusted gives no figure.
  private func readings(of imported: [ImportedSession]) throws(StoreError) -> [Wellness] {
    var reports: [Wellness] = []
    for item in imported {
      guard let recording = item.recording, recording.timestamps.isEmpty,
        let reading = try? morningVariability(recording.rrIntervals.map(Double.init)),
        reading.meanNN * Double(reading.count) <= 1_200_000
      else { continue }
      let session = item.session
      var report = Wellness(athlete: session.athlete, day: session.day, origin: session.origin)
      report.lnRMSSD = reading.lnRMSSD
      let rate = Int((60_000 / reading.meanNN).rounded())
      if (25...120).contains(rate) { report.restingHeartRate = rate }
      if let before = try desk.store.wellness(of: session.athlete, on: session.day) {
        report = before.merged(with: report)
      }
      reports.append(report)
    }
    return reports
  }
}
