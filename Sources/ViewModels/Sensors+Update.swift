import Domain

extension SensorsState {
  mutating func update(_ action: SensorsAction, detail: AthleteDetail?) -> [Effect] {
    let effects = carryOut(action, detail: detail)
    return effects + followSpectrum()
  }

  private mutating func carryOut(_ action: SensorsAction, detail: AthleteDetail?) -> [Effect] {
    switch action {
    case .traceLoaded(let session, let trace): take(session, trace)
    case .cursorMoved(let steps): moveCursor(by: steps)
    case .cursorMovedByMinutes(let minutes):
      let from = cursorTime ?? (shown.lowerBound + shown.upperBound) / 2
      place(at: from + Int64(minutes) * 60_000)
    case .cursorMovedToEnd(let isEnd): place(at: isEnd ? length : 0)
    case .lapMoved(let steps): moveLap(by: steps)
    case .flagMoved(let steps): moveFlag(by: steps)
    case .zoomed(let isIn):
      if replay != nil { replay?.zoom(in: isIn) } else { zoom(by: isIn ? 0.5 : 2) }
    case .wholeShown:
      if replay != nil { replay?.showMost() } else { window = 0...1 }
    case .channelTurned(let steps):
      let count = trace?.lines.count ?? 0
      if count > 1 { turned = ((turned + steps) % count + count) % count }
    case .zonesPressed: chooseZones(detail)
    case .cleanedPressed: showsCleaned.toggle()
    case .tablePressed:
      let tables = tables
      if let place = tables.firstIndex(of: shownTable) { table = tables[(place + 1) % tables.count] }
    case .spectrumPressed: return toggleSpectrum()
    case .spectrumLoaded(let wish, let answer): spectrum?.take(wish, answer)
    case .comparePressed: toggleCompare()
    case .recordingMoved(let steps): return moveRecording(by: steps, detail)
    case .replayPressed: toggleReplay()
    case .replayPausePressed: if let trace { replay?.pausePressed(of: trace) }
    case .speedChanged(let steps): replay?.changeSpeed(by: steps)
    }
    return []
  }

  /// What a key of this pane alone means here.
  mutating func update(_ intent: Intent, detail: AthleteDetail?) -> [Effect] {
    let action: SensorsAction? =
      switch intent {
      case .minuteBack: .cursorMovedByMinutes(-1)
      case .minuteOn: .cursorMovedByMinutes(1)
      case .lapBefore: .lapMoved(by: -1)
      case .nextLap: .lapMoved(by: 1)
      case .flagBefore: .flagMoved(by: -1)
      case .nextFlag: .flagMoved(by: 1)
      case .whole: .wholeShown
      case .nextChannel: .channelTurned(by: 1)
      case .channelBefore: .channelTurned(by: -1)
      case .zones: .zonesPressed
      case .cleaned: .cleanedPressed
      case .bouts: .tablePressed
      case .spectrum: .spectrumPressed
      case .compare: .comparePressed
      case .replay: .replayPressed
      case .pauseReplay: .replayPausePressed
      case .slower: .speedChanged(by: -1)
      case .faster: .speedChanged(by: 1)
      default: nil
      }
    return action.map { update($0, detail: detail) } ?? []
  }

  /// Time passes for a replay and for nothing else.
  mutating func tick(milliseconds: Int) -> [Effect] {
    guard let trace else { return [] }
    replay?.advance(by: milliseconds, of: trace)
    return followSpectrum()
  }

  /// Takes one thing back that Esc takes back here; `false` when there is none.
  mutating func stepBack() -> Bool {
    if spectrum != nil {
      spectrum = nil
    } else if replay != nil {
      toggleReplay()
    } else if compared != nil {
      toggleCompare()
    } else {
      return false
    }
    return true
  }

  // MARK: Which recording

  mutating func show(_ session: Session) -> [Effect] {
    guard self.session?.id != session.id || trace == nil else { return [] }
    var next = SensorsState()
    (next.zones, next.turned, next.compared) = (zones, turned, compared)
    (next.showsCleaned, next.table, next.spectrum) = (showsCleaned, table, spectrum)
    self = next
    self.session = session
    isLoading = true
    return [.loadRecording(session.id)]
  }

  private mutating func moveRecording(by steps: Int, _ detail: AthleteDetail?) -> [Effect] {
    guard let recorded = detail?.recorded, !recorded.isEmpty else { return [] }
    let index = recorded.firstIndex { $0.id == session?.id } ?? 0
    return show(recorded[min(max(index + steps, 0), recorded.count - 1)])
  }

  /// One that arrives late belongs to nobody on the screen any more.
  private mutating func take(_ session: Session, _ trace: RecordingTrace?) {
    if self.session?.id == session.id {
      self.session = session
      self.trace = trace
      isLoading = false
      replay = nil
      turned = min(turned, max(0, (trace?.lines.count ?? 0) - 1))
    }
    if let waiting = compared, waiting.session.id == session.id, waiting.trace == nil {
      compared?.trace = trace
    }
  }

  /// Keeps the shown recording on the screen while another is chosen, or lets it go.
  private mutating func toggleCompare() {
    guard compared == nil else {
      // The axis may have been the other's: what was shown stays in its place.
      let (part, time) = (shown, cursorTime)
      compared = nil
      show(part, cursor: time)
      return
    }
    guard let session else { return }
    compared = ComparedRecording(session: session, trace: trace)
  }

  /// Shows a stretch of time, as much of it as there is.
  private mutating func show(_ part: Range<Int64>, cursor time: Int64?) {
    guard replay == nil, window != 0...1 || time != nil else { return }
    let scale = Double(length)
    if window != 0...1 {
      let low = min(max(Double(part.lowerBound) / scale, 0), 1)
      let high = min(max(Double(part.upperBound - 1) / scale, 0), 1)
      window = high - low >= smallestWindow ? low...high : 0...1
    }
    cursor = time.map { min(max(Double($0) / scale, 0), 1) }
    follow()
  }

  private mutating func chooseZones(_ detail: AthleteDetail?) {
    let hasPower =
      detail?.athlete.thresholdPower != nil && trace?.line(.channel(.power)) != nil
    switch zones {
    case .heartRate: zones = hasPower ? .power : .none
    case .power: zones = .none
    case .none: zones = .heartRate
    }
  }

  // MARK: Where in it

  private mutating func moveCursor(by steps: Int) {
    if let replay {
      place(at: replay.playhead + Int64(steps) * Int64(replay.shownSeconds) * 1000 / 60)
      return
    }
    let width = window.upperBound - window.lowerBound
    let current = cursor ?? (window.lowerBound + width / 2)
    cursor = min(max(current + Double(steps) * width / 60, 0), 1)
    follow()
  }

  private mutating func place(at time: Int64) {
    if replay != nil {
      if let trace { replay?.seek(to: time, of: trace) }
      return
    }
    guard trace != nil else { return }
    cursor = min(max(Double(time) / Double(length), 0), 1)
    follow()
  }

  /// The window follows a cursor that leaves it.
  private mutating func follow() {
    guard let cursor else { return }
    if cursor < window.lowerBound { slide(by: cursor - window.lowerBound) }
    if cursor > window.upperBound { slide(by: cursor - window.upperBound) }
  }

  /// To the start of a lap, or of a bout where those are listed: the next, or the one before; from inside one first back
  /// to its own.
  private mutating func moveLap(by steps: Int) {
    guard let trace else { return }
    jump(
      by: steps,
      to: shownTable == .laps ? trace.laps.map(\.start) : (trace.analysis?.shape.bouts ?? []).map(\.start))
  }

  private mutating func moveFlag(by steps: Int) {
    guard let starts = trace?.flags.map(\.start) else { return }
    jump(by: steps, to: starts)
  }

  /// To the next or the last of `times` from the cursor; without one, from the start of what is shown.
  private mutating func jump(by steps: Int, to times: [Int64]) {
    // A cursor is a share: what it is put on it may miss by a millisecond.
    let here = cursorTime ?? shown.lowerBound - 2
    let found = steps > 0 ? times.first { $0 > here + 1 } : times.last { $0 < here - 1 }
    if let found { place(at: found) }
  }

  private mutating func slide(by distance: Double) {
    let width = window.upperBound - window.lowerBound
    let low = min(max(window.lowerBound + distance, 0), 1 - width)
    window = low...low + width
  }

  /// A sixty-fourth of the recording, or a minute where that is less.
  private var smallestWindow: Double { min(1.0 / 64, 60_000 / Double(length)) }

  private mutating func zoom(by factor: Double) {
    let width = min(max((window.upperBound - window.lowerBound) * factor, smallestWindow), 1)
    let centre = cursor ?? (window.lowerBound + window.upperBound) / 2
    let low = min(max(centre - width / 2, 0), 1 - width)
    window = low...low + width
  }

  // MARK: Replay

  /// Starts at the cursor, or ends and leaves the cursor where the playhead stood.
  private mutating func toggleReplay() {
    guard let trace, !trace.lines.isEmpty else { return }
    guard let replay else {
      let start = cursorTime ?? 0
      self.replay = Replay(trace, from: start >= trace.length ? 0 : start)
      return
    }
    let playhead = replay.playhead
    self.replay = nil
    place(at: playhead)
  }
}
