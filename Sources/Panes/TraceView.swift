import Cells
import Domain
import ViewModels

/// A recording, or its replay, as the screen asks for it: a part of its time, spread over columns.
struct TraceView {
  let session: Session
  let athlete: Athlete
  let trace: RecordingTrace
  let replay: Replay?
  /// What the shown recording is compared with, when that is another one.
  let compared: ComparedRecording?
  let shown: Range<Int64>
  let cursor: Int64?
  let currentLap: Int?
  let zones: ZoneChoice
  let maximumHeartRate: Int?
  /// Whether the cleaned signal is wanted over what was recorded.
  let showsCleaned: Bool
  /// What the table under the traces lists, the coach's choice or the one that says more.
  let table: SensorsTable
  let tables: [SensorsTable]
  /// The bout under the cursor, as an index of `bouts`.
  let currentBout: Int?
  let spectrum: SpectrumState?
  /// What there is to draw, the one that leads first.
  let kinds: [TraceKind]

  init?(_ state: SensorsState, detail: AthleteDetail) {
    guard let session = state.session, let trace = state.trace else { return nil }
    self.session = session
    athlete = detail.athlete
    self.trace = trace
    replay = state.replay
    compared = state.compared?.session.id == session.id ? nil : state.compared
    shown = state.shown
    cursor = state.cursorTime
    currentLap = state.currentLap
    zones = state.zones
    (showsCleaned, table, spectrum) = (state.showsCleaned, state.shownTable, state.spectrum)
    (currentBout, tables) = (state.currentBout, state.tables)
    let all = trace.lines.map(\.line.kind)
    let turned = min(max(state.turned, 0), all.count)
    kinds = Array(all[turned...] + all[..<turned])
    var maximum: Int?
    for evidence in session.loads[.edwardsTRIMP]?.inputs ?? [] {
      if case .maximumHeartRate(let value, _) = evidence { maximum = value }
    }
    maximumHeartRate = maximum ?? detail.athlete.maximumHeartRate
  }

  var bouts: [Bout] { trace.analysis?.shape.bouts ?? [] }

  /// Those that the table lists: the work, or every part of a session without any.
  var listedBouts: [Bout] {
    let work = bouts.filter { $0.kind == .work }
    return work.isEmpty ? bouts : work
  }

  /// The lengths of time with a best effort, shortest first.
  var bests: [Int] {
    let lengths = Set((trace.analysis?.shape.bestEfforts ?? []).map(\.seconds))
    return BestEffort.lengths.filter { lengths.contains($0) }
  }

  func best(_ source: EffortSource, _ seconds: Int) -> BestEffort? {
    trace.analysis?.shape.bestEfforts.first { $0.source == source && $0.seconds == seconds }
  }

  /// So many rows has the table under the traces.
  var listedCount: Int {
    switch table {
    case .laps: trace.laps.count
    case .bouts: listedBouts.count
    case .bests: bests.count
    }
  }

  /// ` · b bouts`: what the key brings next; nothing where there is one table only.
  var nextTableHint: String {
    guard tables.count > 1, let place = tables.firstIndex(of: table) else { return "" }
    return " · b \(tables[(place + 1) % tables.count].word)"
  }

  func secondsPerColumn(_ columns: Int) -> Double {
    Double(shown.length - 1) / 1000 / Double(max(columns, 1))
  }

  /// What each column shows; in a replay only what the feed has heard so far.
  func readings(of kind: TraceKind, count: Int) -> [ColumnReading] {
    if let replay {
      return replay.feed.columns(of: kind, from: shown.lowerBound, until: shown.upperBound, count: count)
    }
    return readings(of: kind, in: trace, count: count)
  }

  func comparedReadings(of kind: TraceKind, count: Int) -> [ColumnReading] {
    compared?.trace.map { readings(of: kind, in: $0, count: count) } ?? []
  }

  /// The cleaned signal where it is laid over what was recorded: in columns so short that the two can differ.
  func cleanedReadings(of kind: TraceKind, count: Int) -> [Double?] {
    guard showsCleaned, compared == nil, replay == nil, secondsPerColumn(count) <= 2,
      let line = trace.cleanedLine(kind)
    else { return [] }
    return line.columns(
      from: shown.lowerBound, until: shown.upperBound, count: count, pauses: trace.pauses,
      limit: trace.length + 1
    ).map { drawn($0, of: kind) }
  }

  private func readings(of kind: TraceKind, in trace: RecordingTrace, count: Int) -> [ColumnReading] {
    trace.line(kind)?.columns(
      from: shown.lowerBound, until: shown.upperBound, count: count, pauses: trace.pauses,
      limit: trace.length + 1) ?? []
  }

  /// A column as it is drawn: highest value, of saturation the lowest, in the colour of its zone.
  func column(_ reading: ColumnReading, of kind: TraceKind) -> TraceColumn {
    var column = TraceColumn(drawn(reading, of: kind))
    if let value = column.value, let zone = zone(of: value, kind) {
      column.edge = .zone(min(zone, 5))
      column.body = .zoneBody(min(zone, 5))
    }
    column.isFlagged = reading.isFlagged
    column.absence =
      switch reading.absence {
      case .gap, nil: .gap
      case .pause: .pause
      case .flagged, .outside: .blank
      }
    return column
  }

  func drawn(_ reading: ColumnReading, of kind: TraceKind) -> Double? {
    kind == .channel(.spO2) ? reading.low : reading.high
  }

  /// Round ends around the values; heart rate never begins at zero, cadence and power always.
  ///
  /// A replay keeps the whole recording's scale: an axis that jumps cannot be read.
  func scale(of kind: TraceKind, _ values: [Double]) -> ClosedRange<Double>? {
    var (low, high) = (values.min(), values.max())
    if replay != nil, let whole = trace.line(kind)?.extremes(from: 0, until: trace.length + 1) {
      (low, high) = (whole.low, whole.high)
    }
    guard let low, let high else { return nil }
    switch kind {
    case .channel(.heartRate): return (low / 10).rounded(.down) * 10 - 5...(high / 5).rounded(.up) * 5 + 5
    case .channel(.spO2): return min(88, low.rounded(.down))...100
    case .channel(.speed): return base(low, high, step: 0.5)...max(1, high.rounded(.up))
    case .channel(.cadence): return base(low, high, step: 10)...max(10, (high / 10).rounded(.up) * 10)
    case .channel(.power), .channel(.acceleration):
      return 0...max(10, (high / 10).rounded(.up) * 10)
    case .beatInterval:
      let base = (low / 50).rounded(.down) * 50
      return base...max(base + 50, (high / 50).rounded(.up) * 50)
    case .channel(.distance):
      let base = low < high / 20 ? 0 : (low / 100).rounded(.down) * 100
      return base...max(base + 100, (high / 100).rounded(.up) * 100)
    default: return (low - 1).rounded(.down)...(high + 1).rounded(.up)
    }
  }

  /// As far below the lowest as the values reach, on a round number; zero when that is near.
  private func base(_ low: Double, _ high: Double, step: Double) -> Double {
    let base = ((low - max(high - low, step)) / step).rounded(.down) * step
    return base < high / 4 ? 0 : base
  }

  func cursorColumn(_ columns: Int) -> Int? {
    guard let cursor, shown.contains(cursor) else { return nil }
    return min(columns - 1, Int((cursor - shown.lowerBound) * Int64(columns) / shown.length))
  }

  /// Ten to twelve columns a tick, on a round number of seconds.
  func tickSeconds(_ columns: Int) -> Double {
    let wanted = secondsPerColumn(columns) * 11
    let steps: [Double] = [1, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400]
    return steps.first { $0 >= wanted } ?? 28_800
  }

  // MARK: Zones

  /// Where each zone but the lowest begins, in the kind's unit; empty when its zones are not shown.
  func zoneBounds(_ kind: TraceKind) -> [Double] {
    switch (kind, zones) {
    case (.channel(.heartRate), .heartRate):
      return maximumHeartRate.map { maximum in (5...9).map { Double(maximum) * Double($0) / 10 } } ?? []
    case (.channel(.power), .power):
      let shares = [0.55, 0.75, 0.9, 1.05, 1.2, 1.5]
      return athlete.thresholdPower.map { threshold in shares.map { $0 * Double(threshold) } } ?? []
    default: return []
    }
  }

  /// Zone 1 up; heart rate below half the maximum is drawn as zone 1 and counted in none.
  func zone(of value: Double, _ kind: TraceKind) -> Int? {
    let bounds = zoneBounds(kind)
    guard !bounds.isEmpty else { return nil }
    if kind == .channel(.heartRate), let maximumHeartRate {
      return heartRateZone(value, maximum: maximumHeartRate) ?? 1
    }
    return 1 + bounds.filter { value >= $0 }.count
  }

  /// Seconds in each zone over what is shown, lowest first; `nil` without zones.
  func zoneSeconds() -> [Double]? {
    let kind: TraceKind = zones == .power ? .channel(.power) : .channel(.heartRate)
    let bounds = zoneBounds(kind)
    guard !bounds.isEmpty, let line = trace.line(kind)?.line else { return nil }
    if kind == .channel(.heartRate), isWhole, let seconds = session.zoneSeconds {
      return seconds.map(Double.init)
    }
    let until = replay.map { $0.playhead + 1 } ?? shown.upperBound
    let from = replay == nil ? shown.lowerBound : 0
    let seconds = line.seconds(from: from, until: until, bounds: bounds)
    return kind == .channel(.heartRate) ? Array(seconds.dropFirst()) : seconds
  }

  var isWhole: Bool { replay == nil && shown.lowerBound == 0 && shown.upperBound > trace.length }

  // MARK: Readings

  struct Reading {
    var atCursor: Double?
    /// The flagged sample at the cursor, where there is one.
    var flagged: Double?
    var mean: Double?
    var extremes: Extremes?
  }

  /// What a kind reads at the cursor and over what is shown, or over what has been played.
  func reading(of kind: TraceKind) -> Reading {
    guard let pyramid = trace.line(kind) else { return Reading() }
    let from = replay == nil ? shown.lowerBound : 0
    let until = replay.map { $0.playhead + 1 } ?? shown.upperBound
    return Reading(
      atCursor: replay.map { $0.feed.current(kind) } ?? cursor.flatMap { pyramid.line.value(at: $0) },
      flagged: replay == nil ? cursor.flatMap { pyramid.line.flagged(at: $0) } : nil,
      mean: pyramid.mean(from: from, until: until), extremes: pyramid.extremes(from: from, until: until))
  }

  /// The same of the recording this one is compared with.
  func comparedReading(of kind: TraceKind) -> Reading? {
    guard let pyramid = compared?.trace?.line(kind) else { return nil }
    return Reading(
      atCursor: cursor.flatMap { pyramid.line.value(at: $0) },
      mean: pyramid.mean(from: shown.lowerBound, until: shown.upperBound),
      extremes: pyramid.extremes(from: shown.lowerBound, until: shown.upperBound))
  }
}
