public import Domain

/// Reads times between heart beats: a number a line, or several with commas or spaces between them, below a head and
/// lines `# start: …` if there are such. They are milliseconds, or seconds when their median is below 10.
public enum BeatsImporter: Importer {
  /// How many words the recogniser looks at.
  private static let sample = 2000

  /// Nine words of ten are times between the beats of a resting heart or a racing one, in milliseconds or in
  /// seconds, which are never all whole.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    var text = BeatsText(bytes)
    var count = 0
    var values: [Double] = []
    while count < sample, let (word, _) = text.next() {
      count += 1
      if let value = DecimalText.number(word) { values.append(value) }
      // A text without numbers is not read to its end.
      if count == 20, values.count < 10 { return false }
    }
    let isInSeconds = median(of: values) < 10
    if isInSeconds, values.allSatisfy({ $0.rounded() == $0 }) { return false }
    let range = isInSeconds ? 0.2...3 : 200...3000
    return count >= 2 && values.count { range.contains($0) } * 10 >= count * 9
  }

  public static func read(_ bytes: [UInt8], in _: ImportContext) -> ImportOutcome {
    guard !bytes.isEmpty else { return ImportOutcome(problems: [ImportProblem(.emptyFile)]) }
    guard recognises(bytes) else {
      return ImportOutcome(problems: [ImportProblem(.notThisFormat, at: 0)])
    }
    var text = BeatsText(bytes)
    var words: [(word: ArraySlice<UInt8>, line: Int)] = []
    while let word = text.next() { words.append(word) }
    let values = words.map { DecimalText.number($0.word) }
    let factor = median(of: values.compactMap(\.self)) < 10 ? 1000.0 : 1
    var beats = BeatIntervals()
    for (value, place) in zip(values, words) {
      if let value {
        beats.add(value * factor, as: place.word, line: place.line)
      } else {
        beats.refuse(place.word, line: place.line)
      }
    }
    return outcome(beats, text.comments)
  }

  private static func outcome(_ beats: BeatIntervals, _ comments: TextComments) -> ImportOutcome {
    var outcome = ImportOutcome(problems: beats.problems, records: beats.records)
    guard !beats.intervals.isEmpty else {
      outcome.problems.append(ImportProblem(.noRecords(fileType: "rr")))
      return outcome
    }
    var recording = Recording(
      sport: .other, start: Instant(milliseconds: 0), timestamps: [], channels: [],
      rrIntervals: beats.intervals, deviceSummary: DeviceSummary(elapsedSeconds: beats.seconds))
    switch comments.start {
    case .success(let said): recording.begin(said)
    case .failure(let problem): outcome.problems += [problem, ImportProblem(.dayTakenFromFile)]
    case nil: outcome.problems.append(ImportProblem(.dayTakenFromFile))
    }
    outcome.recordings = [recording]
    return outcome
  }

  /// The middle one of those above 0; 0 when there is none.
  private static func median(of values: [Double]) -> Double {
    let sorted = values.filter { $0 > 0 }.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

/// The words of a text of beats, one after the other.
private struct BeatsText {
  let comments: TextComments
  private let bytes: [UInt8]
  private var place: Int
  private var line: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    comments = TextComments(bytes)
    place = comments.end
    line = comments.line
    skipHead()
  }

  /// The next word and its line.
  mutating func next() -> (word: ArraySlice<UInt8>, line: Int)? {
    while place < bytes.count, BeatsText.isGap(bytes[place]) {
      let isCRLF = bytes[place] == .carriageReturn && place + 1 < bytes.count && bytes[place + 1] == .lineFeed
      if bytes[place] == .lineFeed || bytes[place] == .carriageReturn && !isCRLF { line += 1 }
      place += 1
    }
    guard place < bytes.count else { return nil }
    let begin = place
    while place < bytes.count, !BeatsText.isGap(bytes[place]) { place += 1 }
    return (bytes[begin..<place], line)
  }

  /// The first line is a head when it names what follows: `RR (ms)`, `nni`, `Interval`.
  private mutating func skipHead() {
    let first = bytes[...].line(from: place).text
    guard first.count < 200 else { return }
    let name = TableName.normalised(first)
    let starts = ["rr", "nn", "ibi", "interval", "beat", "心跳"]
    if starts.contains(where: { name.hasPrefix($0) }) { place = first.endIndex }
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte.isBlank || byte.isLineEnd || byte == .comma || byte == .semicolon
  }
}
