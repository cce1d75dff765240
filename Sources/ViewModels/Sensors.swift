public import Domain

/// One recording on the screen: which one, and what part of it.
public struct SensorsState: Hashable, Sendable {
  public var session: Session?
  /// The recording, ready to be drawn.
  public var trace: RecordingTrace?
  public var recording: Recording? { trace?.recording }
  public var isLoading = false
  /// The part shown, as shares of the recording's length.
  public var window: ClosedRange<Double> = 0...1
  /// The cursor inside the recording, as a share; `nil` until it is moved.
  public var cursor: Double?
  /// Which zones colour a trace and are summed up.
  public var zones = ZoneChoice.heartRate
  /// How many channels have been turned past: the next one leads and is drawn largest.
  public var turned = 0
  /// What the shown recording is compared with.
  public var compared: ComparedRecording?
  public var replay: Replay?
  /// Whether the cleaned signal is laid over what was recorded, where a column is short enough to show it.
  public var showsCleaned = true
  /// Which table stands under the traces; `nil` until somebody chose one.
  public var table: SensorsTable?
  public var spectrum: SpectrumState?
  public init() {}
}

public enum ZoneChoice: Hashable, Sendable { case heartRate, power, none }

/// What the table under the traces lists.
public enum SensorsTable: Hashable, Sendable {
  case laps, bouts, bests

  public var word: String {
    switch self {
    case .laps: "laps"
    case .bouts: "bouts"
    case .bests: "best efforts"
    }
  }
}

/// A recording that stays on the screen as a line while others are chosen.
public struct ComparedRecording: Hashable, Sendable {
  public var session: Session
  /// `nil` while it is still being read.
  public var trace: RecordingTrace?
  public init(session: Session, trace: RecordingTrace?) {
    self.session = session
    self.trace = trace
  }
}

public enum SensorsAction: Hashable, Sendable {
  case traceLoaded(Session, RecordingTrace?)
  case cursorMoved(by: Int)
  case cursorMovedByMinutes(Int)
  case cursorMovedToEnd(Bool)
  case lapMoved(by: Int)
  case flagMoved(by: Int)
  case zoomed(in: Bool)
  case wholeShown
  case channelTurned(by: Int)
  case zonesPressed
  case cleanedPressed
  case tablePressed
  case spectrumPressed
  case spectrumLoaded(SpectrumWish, SpectrumAnswer)
  case comparePressed
  case recordingMoved(by: Int)
  case replayPressed
  case replayPausePressed
  case speedChanged(by: Int)
}

extension SensorsAction {
  /// A recording that was read; it is made ready to be drawn here, where it was read and not where keys wait.
  public static func recordingLoaded(
    _ session: Session, _ recording: Recording?, analysis: RecordingAnalysis? = nil
  ) -> SensorsAction {
    .traceLoaded(session, recording.map { RecordingTrace($0, analysis: analysis) })
  }
}

extension SensorsState {
  /// Milliseconds of the time axis: the longer of two recordings that are compared.
  public var length: Int64 { max(trace?.length ?? 1000, compared?.trace?.length ?? 0) }

  /// Where the cursor, or the playhead, stands; milliseconds.
  public var cursorTime: Int64? {
    replay?.playhead ?? cursor.map { Int64(($0 * Double(length)).rounded()) }
  }

  /// The part shown, milliseconds; the last moment belongs to it.
  public var shown: Range<Int64> {
    if let replay { return replay.shown }
    let low = Int64((window.lowerBound * Double(length)).rounded())
    let high = Int64((window.upperBound * Double(length)).rounded())
    return low..<max(high, low) + 1
  }

  /// The lap under the cursor, as an index of the trace's laps.
  public var currentLap: Int? {
    guard let cursorTime, let laps = trace?.laps else { return nil }
    return laps.lastIndex { $0.start <= cursorTime && cursorTime < $0.end }
  }

  /// The tables that have something to list.
  public var tables: [SensorsTable] {
    guard let trace else { return [] }
    let shape = trace.analysis?.shape
    var tables: [SensorsTable] = trace.laps.isEmpty ? [] : [.laps]
    if shape?.bouts.isEmpty == false { tables.append(.bouts) }
    if shape?.bestEfforts.isEmpty == false { tables.append(.bests) }
    return tables
  }

  /// The table under the traces: the chosen one, else bouts where the device marked no laps worth a table.
  public var shownTable: SensorsTable {
    let tables = tables
    if let table, tables.contains(table) { return table }
    let hasLaps = trace.map { $0.laps.count > 1 } ?? true
    return tables.contains(.bouts) && !hasLaps ? .bouts : tables.first ?? .laps
  }

  /// The bout under the cursor, as an index of the analysis' bouts.
  public var currentBout: Int? {
    guard let cursorTime, let bouts = trace?.analysis?.shape.bouts else { return nil }
    return bouts.lastIndex { $0.start <= cursorTime && cursorTime < $0.end }
  }

  /// Milliseconds between two ticks of the replay's clock; `nil` when none are wanted.
  ///
  /// Slow replays tick seldom: nothing that is shown changes faster.
  public var tickMilliseconds: Int? {
    guard let replay, replay.isRunning else { return nil }
    return max(50, 250 / replay.speed)
  }
}
