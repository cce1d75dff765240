import Domain

/// Makes a recording of the sections of a Polar HRM file.
struct PolarHRMReader {
  private let file: PolarHRMFile
  private let mode: PolarHRMMode
  private var outcome = ImportOutcome()

  /// `Interval` of a file that holds times between beats.
  private static let beatInterval = 238
  /// Seconds between samples that instruments know: 1, 5, 15, 60, 120, 240. 204 stands for lap times only.
  private static let sampleIntervals = 1...240
  private static let lapTimesOnly = 204

  init(_ file: PolarHRMFile) {
    self.file = file
    mode = PolarHRMMode(file)
  }

  mutating func read() -> ImportOutcome {
    let length = file.parameters["length"].flatMap { PolarHRMFile.seconds($0.text) }
    let start = start()
    var recording = Recording(
      sport: mode.isCycling ? .cycling : .other, start: start ?? Instant(milliseconds: 0),
      device: Device(manufacturer: "Polar", product: Self.products[file.whole("monitor") ?? 0]),
      timestamps: [], channels: [], laps: laps(), deviceSummary: summary(length))
    // Polar's clock has no zone.
    recording.isWallClock = start != nil
    let lines = file.sections["hrdata"] ?? []
    switch file.whole("interval") {
    case Self.beatInterval: recording.rrIntervals = beats(lines)
    case let interval? where Self.sampleIntervals.contains(interval) && interval != Self.lapTimesOnly:
      recording.timestamps = lines.indices.map { Int64($0 * interval) * 1000 }
      recording.channels = channels(lines)
    case nil: outcome.problems.append(ImportProblem(.columnMissing("Interval")))
    default: break
    }
    guard !recording.timestamps.isEmpty || !recording.rrIntervals.isEmpty else {
      outcome.problems.append(ImportProblem(.noRecords(fileType: "hrm")))
      return outcome
    }
    if start == nil { outcome.problems.append(ImportProblem(.dayTakenFromFile)) }
    outcome.recordings = [recording]
    return outcome
  }

  /// `Date=20100919` and `StartTime=13:51:36.0`.
  private mutating func start() -> Instant? {
    guard let date = file.parameters["date"] else { return nil }
    guard let day = DateText(date.text)?.day(DateOrder()) else {
      let text = String(decoding: date.text, as: UTF8.self)
      say(.notADate(text), line: date.number, column: "Date")
      return nil
    }
    let clock = file.parameters["starttime"].flatMap { PolarHRMFile.seconds($0.text) } ?? 0
    let milliseconds = Int64((min(clock, 86_399.9) * 1000).rounded())
    return Instant(milliseconds: day.start(utcOffsetSeconds: 0).milliseconds + milliseconds)
  }

  /// Each block of `[IntTimes]` begins with the time at which its lap ended.
  private func laps() -> [Lap] {
    var begin = 0.0
    var laps: [Lap] = []
    for line in file.sections["inttimes"] ?? [] {
      guard let first = line.words.first, let end = PolarHRMFile.seconds(first), end > begin else { continue }
      laps.append(Lap(start: Int64((begin * 1000).rounded()), elapsedSeconds: end - begin))
      begin = end
    }
    return laps
  }

  /// The length, and the distance of `[Trip]` in tenths of a kilometre or mile.
  private func summary(_ length: Double?) -> DeviceSummary? {
    let tenths = file.sections["trip"]?.first.flatMap { DecimalText.whole($0.text) } ?? 0
    let distance = tenths > 0 ? Double(tenths) * (mode.isImperial ? 160.9344 : 100) : nil
    guard length != nil || distance != nil else { return nil }
    return DeviceSummary(elapsedSeconds: length, distanceMeters: distance)
  }

  private mutating func beats(_ lines: [PolarHRMFile.Line]) -> [Int32] {
    var beats = BeatIntervals()
    for line in lines {
      guard let word = line.words.first, let value = DecimalText.number(word) else {
        beats.refuse(line.text, line: line.number)
        continue
      }
      beats.add(value, as: word, line: line.number)
    }
    outcome.problems += beats.problems
    outcome.records = beats.records
    return beats.intervals
  }

  /// A line a sample. One that cannot be read keeps its place in time, without values.
  private mutating func channels(_ lines: [PolarHRMFile.Line]) -> [Channel] {
    let columns = PolarHRMColumn.columns(of: mode)
    var channels = columns.map(\.empty)
    var impossible = columns.map { _ in 0 }
    for line in lines {
      let words = line.words
      var isFlagged = false
      for (place, column) in columns.enumerated() {
        let word = place < words.count ? words[place] : []
        let value = DecimalText.number(word)
        let raw = value.flatMap { column.raw($0) }
        channels[place].append(raw)
        if value == nil {
          let text = String(decoding: word, as: UTF8.self)
          let code: ImportProblem.Code = word.isEmpty ? .cellMissing : .notANumber(text)
          say(code, line: line.number, column: column.name)
        }
        // An instrument writes 0 where the strap was silent.
        if let value, raw == nil, !(value == 0 && column.kind == .heartRate) { impossible[place] += 1 }
        isFlagged = isFlagged || raw == nil
      }
      if isFlagged { outcome.records.flagged += 1 }
    }
    outcome.records.read = lines.count
    outcome.records.kept = lines.count
    for (column, count) in zip(columns, impossible) where count > 0 {
      outcome.problems.append(ImportProblem(.impossibleValues(channel: column.kind, count: count)))
    }
    return channels.filter { $0.validCount > 0 }
  }

  /// Something is wrong with one number; the rest of its line is kept.
  private mutating func say(_ code: ImportProblem.Code, line: Int, column: String) {
    var problem = ImportProblem(code, line: line, column: column)
    problem.isCellOnly = true
    outcome.problems.append(problem)
  }

  /// What the numbers of `Monitor` stand for, as in Polar's description of the format, version 1.4.
  private static let products: [Int: String] = [
    1: "Vantage XL", 2: "Vantage NV", 3: "Accurex Plus", 4: "XTrainer Plus", 6: "S520", 7: "Coach",
    8: "S210", 9: "S410", 10: "S510", 11: "S610", 12: "S710", 13: "S810", 15: "E600", 20: "AXN500",
    21: "AXN700", 22: "S625X", 23: "S725", 33: "CS400", 34: "CS600X", 35: "CS600", 36: "RS400",
    37: "RS800", 38: "RS800X",
  ]
}
