public import Domain

/// A recording made ready to be drawn at any zoom: built once when it is read.
public struct RecordingTrace: Hashable, Sendable {
  public let recording: Recording
  /// What cleaning found; without it every sample is taken at its word.
  public let analysis: RecordingAnalysis?
  /// Those with at least one sample, in the order of the screen.
  public private(set) var lines: [ChannelPyramid] = []
  /// Milliseconds from the start to the last sample, at least a second.
  public let length: Int64
  public private(set) var pauses: [Range<Int64>] = []
  public private(set) var laps: [LapFigures] = []
  /// Silences of each kind longer than a sample holds, pauses left out; milliseconds.
  public private(set) var gaps: [TraceKind: [Range<Int64>]] = [:]
  /// What cleaning flagged, neighbours together, in the order of time.
  public private(set) var flags: [FlaggedStretch] = []
  /// The cleaned signal of each line that was cleaned: filled in where a gap is short, and smoothed.
  public private(set) var cleanedLines: [ChannelPyramid] = []

  /// When each record was written; shared with the recording where that is in order.
  let recordTimes: [Int64]
  private let order: [Int]?
  private let channels: [Channel]
  private let beats: [Int32]
  /// For each line, which records a recorded and which a live stream's rules reject.
  private let rejected: [Bitmap?]
  private let rejectedLive: [Bitmap?]

  public init(_ recording: Recording, analysis: RecordingAnalysis? = nil) {
    self.recording = recording
    self.analysis = analysis
    var times = recording.timestamps
    var channels: [Channel] = []
    var beats: [Int32] = []
    if times.isEmpty {
      beats = recording.rrIntervals
      var time: Int64 = 0
      times = beats.map { interval in
        time += Int64(max(0, interval))
        return time
      }
    } else {
      let wanted = TraceKind.drawn
      let derived = analysis?.derived.map(\.channel) ?? []
      channels = (recording.channels + derived).filter { channel in
        wanted.contains(.channel(channel.kind)) && channel.validCount > 0
          && channel.count == times.count
      }.sorted { first, second in
        wanted.firstIndex(of: .channel(first.kind))! < wanted.firstIndex(of: .channel(second.kind))!
      }
    }
    let isInOrder = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
    let order = isInOrder ? nil : times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    recordTimes = order.map { $0.map { times[$0] } } ?? times
    self.order = order
    self.channels = channels
    self.beats = beats
    rejected = RecordingTrace.rejections(channels, beats, analysis?.cleaned)
    rejectedLive = RecordingTrace.rejections(channels, beats, analysis?.live)
    length = max(recordTimes.last ?? 0, 1000)
    pauses = recording.pauses.filter { $0.end > $0.start }.map { $0.start..<$0.end }
      .sorted { $0.lowerBound < $1.lowerBound }
    var feed = emptyFeed(window: .max)
    feed.reserveCapacity(recordTimes.count)
    var position = Position()
    play(from: &position, through: length, into: &feed, rejecting: rejected)
    lines = feed.lines.map(ChannelPyramid.init)
    for line in lines { gaps[line.line.kind] = gaps(of: line.line) }
    cleanedLines = analysis?.cleaned.channels.map { ChannelPyramid(SampleLine(cleaned: $0)) } ?? []
    flags = analysis.map { FlaggedStretch.stretches(of: $0.cleaned) } ?? []
    laps = LapFigures.figures(of: recording, in: self)
  }

  private static func rejections(
    _ channels: [Channel], _ beats: [Int32], _ cleaned: CleanedRecording?
  ) -> [Bitmap?] {
    if !beats.isEmpty {
      return [cleaned.flatMap { $0.rejectedBeats.count == beats.count ? $0.rejectedBeats : nil }]
    }
    return channels.map { cleaned?.channel($0.kind)?.rejected }
  }

  public func line(_ kind: TraceKind) -> ChannelPyramid? { lines.first { $0.line.kind == kind } }

  public func cleanedLine(_ kind: TraceKind) -> ChannelPyramid? {
    cleanedLines.first { $0.line.kind == kind }
  }

  /// How often somebody was silent: overlapping silences of several sensors count once.
  public var gapCount: Int {
    var count = 0
    var end = Int64.min
    for gap in gaps.values.joined().sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if gap.lowerBound >= end { count += 1 }
      end = max(end, gap.upperBound)
    }
    return count
  }

  public var flaggedCount: Int { lines.reduce(0) { $0 + $1.line.flagTimes.count } }

  private func gaps(of line: SampleLine) -> [Range<Int64>] {
    var result: [Range<Int64>] = []
    var (last, end): (Int64, Int64) = (0, 0)
    for index in 0...line.times.count {
      let next = index < line.times.count ? line.times[index] : length
      if next > end, next - last > line.hold {
        let paused = pauses.reduce(Int64(0)) { $0 + $1.clamped(to: last..<next).length }
        if next - last - paused > line.hold { result.append(end..<next) }
      }
      if index < line.times.count { (last, end) = (line.times[index], line.ends[index]) }
    }
    return result
  }
}

extension RecordingTrace {
  /// How far a recording has been played into a feed.
  struct Position: Hashable, Sendable {
    var record = 0
    var pause = 0
  }

  /// A feed for this recording's kinds; the lines know how often each sensor spoke.
  func emptyFeed(window: Int64) -> SampleFeed {
    if !beats.isEmpty { return SampleFeed([SampleLine(.beatInterval)], window: window) }
    let lines = channels.map { channel in
      let bridge = usualInterval(of: channel) * 5 / 2
      return SampleLine(.channel(channel.kind), hold: max(30_000, bridge), bridge: bridge)
    }
    return SampleFeed(lines, window: window)
  }

  /// Where to begin so that a feed knows everything from `time` on, what still holds then included.
  func position(at time: Int64) -> Position {
    let start = time - 300_000
    return Position(
      record: recordTimes.partitioningIndex { $0 >= start },
      pause: pauses.partitioningIndex { $0.upperBound >= start })
  }

  /// Feeds the records and pauses from `position` through `time`, each once, flagged as a live stream would be.
  func play(from position: inout Position, through time: Int64, into feed: inout SampleFeed) {
    play(from: &position, through: time, into: &feed, rejecting: rejectedLive)
  }

  private func play(
    from position: inout Position, through time: Int64, into feed: inout SampleFeed,
    rejecting rejected: [Bitmap?]
  ) {
    let records = position.record..<max(position.record, recordTimes.partitioningIndex { $0 > time })
    let begun = pauses.partitioningIndex { $0.lowerBound > time }
    let newPauses = pauses[position.pause..<max(position.pause, begun)]
    for index in feed.lines.indices {
      feed.change(line: index) { line in
        play(records, newPauses, of: index, into: &line, rejecting: rejected[index])
      }
    }
    for pause in newPauses { feed.notePause(pause) }
    position = Position(record: records.upperBound, pause: newPauses.endIndex)
  }

  private func play(
    _ records: Range<Int>, _ pauses: ArraySlice<Range<Int64>>, of index: Int, into line: inout SampleLine,
    rejecting rejected: Bitmap?
  ) {
    var pause = pauses.startIndex
    for record in records {
      let moment = recordTimes[record]
      while pause < pauses.endIndex, pauses[pause].lowerBound < moment {
        line.interrupt(at: pauses[pause].lowerBound)
        pause += 1
      }
      let isRejected = rejected?[order?[record] ?? record] ?? false
      line.append(value(index, record), at: moment, isRejected: isRejected)
    }
    for pause in pauses[pause...] { line.interrupt(at: pause.lowerBound) }
  }

  private func value(_ line: Int, _ record: Int) -> Double? {
    if !beats.isEmpty { return beats[record] > 0 ? Double(beats[record]) : nil }
    return channels[line][order?[record] ?? record]
  }

  /// Median of the times between two values, over some hundred of them; milliseconds.
  private func usualInterval(of channel: Channel) -> Int64 {
    var last: Int64?
    var intervals: [Int64] = []
    let step = max(1, recordTimes.count / 600)
    for start in stride(from: 0, to: recordTimes.count, by: step * 20) {
      last = nil
      for record in start..<min(start + 20, recordTimes.count) {
        guard channel[order?[record] ?? record] != nil else { continue }
        if let last { intervals.append(recordTimes[record] - last) }
        last = recordTimes[record]
      }
    }
    return intervals.isEmpty ? 1000 : max(200, intervals.sorted()[intervals.count / 2])
  }
}

/// A lap with what the channels say about it.
public struct LapFigures: Hashable, Sendable {
  public var number: Int
  /// Milliseconds after the start.
  public var start: Int64
  public var end: Int64
  public var seconds: Double
  public var distanceMeters: Double?
  /// Metres a second.
  public var speed: Double?
  public var meanHeartRate: Double?
  public var topHeartRate: Double?
  public var power: Double?
  public var cadence: Double?

  static func figures(of recording: Recording, in trace: RecordingTrace) -> [LapFigures] {
    let laps = recording.laps.sorted { $0.start < $1.start }
    return laps.enumerated().map { index, lap in
      let next = index + 1 < laps.count ? laps[index + 1].start : Int64.max
      let end = max(lap.start + 1, min(next, lap.start + Int64((lap.elapsedSeconds * 1000).rounded())))
      func mean(_ kind: Channel.Kind) -> Double? {
        trace.line(.channel(kind))?.mean(from: lap.start, until: end)
      }
      var figures = LapFigures(number: index + 1, start: lap.start, end: end, seconds: lap.elapsedSeconds)
      let covered = trace.line(.channel(.distance))?.extremes(from: lap.start, until: end)
      figures.distanceMeters = lap.distanceMeters ?? covered.map { $0.high - $0.low }
      if let meters = figures.distanceMeters, lap.elapsedSeconds > 0, meters > 0 {
        figures.speed = meters / lap.elapsedSeconds
      }
      figures.meanHeartRate = mean(.heartRate)
      figures.topHeartRate = trace.line(.channel(.heartRate))?.extremes(from: lap.start, until: end)?.high
      figures.power = mean(.power)
      figures.cadence = mean(.cadence)
      return figures
    }
  }
}

extension Range<Int64> {
  public var length: Int64 { upperBound - lowerBound }
}
