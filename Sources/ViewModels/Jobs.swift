public import Domain

/// Names one job of this run of the program.
public typealias JobID = Int

/// Something that takes a while: an import, a refresh of the roster.
public struct Job: Hashable, Sendable, Identifiable {
  public enum Kind: String, Sendable { case importing, refreshing, proposing }
  public enum Outcome: Hashable, Sendable {
    case running, done, cancelled
    case refused(String)
  }

  public var id: JobID
  public var kind: Kind
  public var startedAt: Instant
  public var endedAt: Instant?
  public var done = 0
  public var total: Int
  public var outcome = Outcome.running
  public var files: [FileReport] = []
  /// What to do again on `r`.
  public var paths: [String] = []
  public var athlete: AthleteID?

  public init(id: JobID, kind: Kind, startedAt: Instant, total: Int) {
    self.id = id
    self.kind = kind
    self.startedAt = startedAt
    self.total = total
  }

  public var isRunning: Bool { outcome == .running }
}

/// What became of one file.
public struct FileReport: Hashable, Sendable {
  public enum Status: String, Sendable, Codable { case imported, duplicate, refused }

  public var path: String
  public var format: String?
  public var status: Status
  public var sessions: [SessionID]
  public var records: RecordCounts
  /// Rows of a table that changed something.
  public var entries = 0
  public var problems: [ImportProblem]
  /// What kept the file from being read or stored, in words; `nil` when nothing did.
  public var failure: String?

  public init(
    path: String, format: String?, status: Status, sessions: [SessionID] = [],
    records: RecordCounts = RecordCounts(), problems: [ImportProblem] = [], failure: String? = nil
  ) {
    self.path = path
    self.format = format
    self.status = status
    self.sessions = sessions
    self.records = records
    self.problems = problems
    self.failure = failure
  }

  /// The last part of the path.
  public var fileName: String { String(path.split(separator: "/").last ?? Substring(path)) }
}

public struct JobsState: Hashable, Sendable {
  /// Newest first.
  public var jobs: [Job] = []
  public var selected = 0
  public init() {}

  public var running: [Job] { jobs.filter(\.isRunning) }
  public var selectedJob: Job? { jobs.indices.contains(selected) ? jobs[selected] : nil }
}

public enum JobsAction: Hashable, Sendable {
  case changed(Job)
  case moved(by: Int)
  case cancelPressed
  case retryPressed
}

extension JobsState {
  mutating func update(_ action: JobsAction) -> [Effect] {
    switch action {
    case .changed(let job):
      if let index = jobs.firstIndex(where: { $0.id == job.id }) {
        jobs[index] = job
      } else {
        // What the coach began is shown; what began by itself leaves the selection where it is.
        selected = job.kind == .importing || jobs.isEmpty ? 0 : selected + 1
        jobs.insert(job, at: 0)
      }
      return []
    case .moved(let steps):
      selected = min(max(selected + steps, 0), max(0, jobs.count - 1))
      return []
    case .cancelPressed:
      guard let job = selectedJob, job.isRunning else { return [] }
      return [.cancelJob(job.id)]
    case .retryPressed:
      guard let job = selectedJob, !job.isRunning, !job.paths.isEmpty, let athlete = job.athlete
      else { return [] }
      return [.importFiles(job.paths, athlete)]
    }
  }
}

extension Job {
  /// What it is, without a name in it: jobs are shown to whoever stands behind the coach.
  public var title: String {
    switch kind {
    case .importing: "Import \(files.count == 1 && total == 1 ? files[0].fileName : counted(total, "file"))"
    case .refreshing: "Roster of the day"
    case .proposing: "Propose \(counted(total, "week"))"
    }
  }

  /// What it counts.
  public var noun: String {
    switch kind {
    case .importing: "file"
    case .refreshing: "athlete"
    case .proposing: "week"
    }
  }

  public func count(_ status: FileReport.Status) -> Int { files.count { $0.status == status } }
  public var refusedCount: Int { count(.refused) }

  /// One line about how it ended.
  public var result: String {
    switch outcome {
    case .running: return "running"
    case .cancelled: return "cancelled after \(figure(Double(done)))"
    case .refused(let sentence): return sentence
    case .done:
      guard kind == .importing else { return counted(done, noun) }
      let parts = [
        (count(.imported), "kept"), (count(.duplicate), "known"), (refusedCount, "refused"),
      ]
      if files.isEmpty { return "no file found" }
      return parts.filter { $0.0 > 0 }.map { "\(figure(Double($0.0))) \($0.1)" }
        .joined(separator: ", ")
    }
  }
}

extension FileReport {
  /// What became of the file, in sentences.
  public var sentences: [String] {
    let told = problems.map { $0.sentence(file: fileName, isKept: status != .refused) }
    switch status {
    case .imported where entries > 0:
      let kept = "\(fileName): \(counted(entries, "row")) stored of \(figure(Double(records.read)))"
      return [kept] + told
    case .imported:
      let kept = "\(fileName): \(counted(sessions.count, "session")), \(counted(records.kept, "record")) kept"
      return [kept] + told
    case .duplicate where format == "csv":
      return ["\(fileName): nothing new in it"] + told
    case .duplicate: return ["\(fileName): the same recording is here already, not stored twice"]
    case .refused:
      let reasons = told + (failure.map { [$0] } ?? [])
      return reasons.isEmpty ? ["\(fileName): nothing in it could be kept."] : reasons
    }
  }
}
