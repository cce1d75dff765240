public import Domain

/// A recording made ready to be drawn at any zoom: built once when it is read.
public struct RecordingTrace: Hashable, Sendable {
  public let recording: Recording
  /// Those with at least one sample, in the order of the screen.
  public private(set) var lines: [ChannelPyramid] = []
  /// Milliseconds from the start to the last sample, at least a second.
  public let length: Int64
  public private(set) var pauses: [Range<Int64>] = []
  public private(set) var laps: [LapFigures] = []
  /// Silences of each kind longer than a sample holds, pauses left out; milliseconds.
  public private(set) var gaps: [TraceKind: [Range<Int64>]] = [:]
  /// Samples that no sensor can read, neighbours together, in the order of time.
  public private(set) var flags: [FlaggedStretch] = []

  /// When each record was written; shared with the recording where that is in order.
  let recordTimes: [Int64]
  private let order: [Int]?
  private let channels: [Channel]
  private let beats: [Int32]

  public init(_ recording: Recording) {
    self.recording = recording
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
      channels = recording.channels.filter { channel in
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
    length = max(recordTimes.last ?? 0, 1000)
    pauses = recording.pauses.filter { $0.end > $0.start }.map { $0.start..<$0.end }
      .sorted { $0.lowerBound < $1.lowerBound }
    var feed = emptyFeed(window: .max)
    feed.reserveCapacity(recordTimes.count)
    var position = Position()
    play(from: &position, through: length, into: &feed)
    lines = feed.lines.map(ChannelPyramid.init)
    for line in lines { gaps[line.line.kind] = gaps(of: line.line) }
    flags = lines.flatMap { FlaggedStretch.stretches(of: $0.line) }.sorted { $0.start < $1.start }
    laps = LapFigures.figures(of: recording, in: self)
  }

  public func line(_ kind: TraceKind) -> ChannelPyramid? { lines.first { $0.line.kind == kind } }

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

  /// Feeds the records and pauses from `position` through `time`, each once.
  func play(from position: inout Position, through time: Int64, into feed: inout SampleFeed) {
    let records = position.record..<max(position.record, recordTimes.partitioningIndex { $0 > time })
    let begun = pauses.partitioningIndex { $0.lowerBound > time }
    let newPauses = pauses[position.pause..<max(position.pause, begun)]
    for index in feed.lines.indices {
      feed.change(line: index) { line in play(records, newPauses, of: index, into: &line) }
    }
    for pause in newPauses { feed.notePause(pause) }
    position = Position(record: records.upperBound, pause: newPauses.endIndex)
  }

  private func play(
    _ records: Range<Int>, _ pauses: ArraySlice<Range<Int64>>, of index: Int, into line: inout SampleLine
  ) {
    var pause = pauses.startIndex
    for record in records {
      let moment = recordTimes[record]
      while pause < pauses.endIndex, pauses[pause].lowerBound < moment {
        line.interrupt(at: pauses[pause].lowerBound)
        pause += 1
      }
      line.append(value(index, record), at: moment)
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

/// Neighbouring samples of one kind that no sensor can read.
public struct FlaggedStretch: Hashable, Sendable {
  public var kind: TraceKind
  /// Milliseconds after the start.
  public var start: Int64
  public var count: Int
  /// The one farthest from what can be.
  public var value: Double
  public init(kind: TraceKind, start: Int64, count: Int, value: Double) {
    (self.kind, self.start, self.count, self.value) = (kind, start, count, value)
  }

  /// Samples at most five seconds apart are one stretch.
  static func stretches(of line: SampleLine) -> [FlaggedStretch] {
    var result: [FlaggedStretch] = []
    var previous = Int64.min
    for (time, value) in zip(line.flagTimes, line.flagValues) {
      if previous != .min, time - previous <= 5000 {
        result[result.count - 1].count += 1
        result[result.count - 1].value = max(result[result.count - 1].value, value)
      } else {
        result.append(FlaggedStretch(kind: line.kind, start: time, count: 1, value: value))
      }
      previous = time
    }
    return result
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
