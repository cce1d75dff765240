import Domain

/// Lines `# key: value` at the top of a text.
struct TextComments {
  struct Value {
    var text: ArraySlice<UInt8>
    /// Line of the file, the first is 1.
    var line: Int
  }

  /// By key, in lower case.
  private(set) var values: [String: Value] = [:]
  /// The first byte behind them, and its line.
  private(set) var end: Int
  private(set) var line = 1

  init(_ bytes: [UInt8]) {
    end = bytes.textStart
    while end < bytes.count {
      let (text, next) = bytes[...].line(from: end)
      let content = text.trimmed
      guard content.isEmpty || content.first == UInt8(ascii: "#") else { return }
      add(content.dropFirst().trimmed)
      if next > text.endIndex { line += 1 }
      end = next
    }
  }

  private mutating func add(_ content: ArraySlice<UInt8>) {
    guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return }
    let key = TableName.normalised(content[..<colon])
    values[key] = Value(text: content[(colon + 1)...].trimmed, line: line)
  }
}

extension TextComments {
  /// When the recording began, by its line `# start: 2026-11-20T17:02:00+08:00`, and how far clocks were ahead of
  /// UTC; or what is wrong with that line. `nil` without one.
  var start: Result<RecordingStart, ImportProblem>? {
    guard let comment = values["start"] else { return nil }
    guard let date = DateText(comment.text), date.clock != nil, let time = date.time(DateOrder()) else {
      let text = String(decoding: comment.text, as: UTF8.self)
      var problem = ImportProblem(.notADate(text), line: comment.line, column: "start")
      problem.isCellOnly = true
      return .failure(problem)
    }
    return .success(time.start)
  }
}

/// When a recording began, as its file says it.
struct RecordingStart {
  var instant: Instant
  var utcOffsetSeconds: Int?
  /// Whether the file has no zone: the clock is then written as if it ran in UTC.
  var isWallClock: Bool
}

extension Recording {
  mutating func begin(_ said: RecordingStart) {
    start = said.instant
    utcOffsetSeconds = said.utcOffsetSeconds
    isWallClock = said.isWallClock
  }
}

extension TableTime {
  var start: RecordingStart {
    switch self {
    case .moment(let instant, let offset):
      RecordingStart(instant: instant, utcOffsetSeconds: offset, isWallClock: false)
    case .wallClock(let day, let second):
      RecordingStart(
        instant: day.start(utcOffsetSeconds: 0).adding(seconds: Int64(second ?? 0)),
        utcOffsetSeconds: nil, isWallClock: true)
    }
  }
}
