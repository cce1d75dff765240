import Domain
import Testing
import ViewModels

@Suite struct SensorsTraceTests {
  private func line(_ values: [Int32?]) -> SampleLine {
    RecordingTrace(
      analysing: SampleRecordings.everySecond([SampleRecordings.channel(.heartRate, values)])
    ).lines[0].line
  }

  // MARK: What a sample stands for

  @Test func `a value holds until the next record`() {
    let line = line([100, 110, 120])
    #expect(line.value(at: 999) == 100)
    #expect(line.value(at: 1000) == 110)
    #expect(line.value(at: 2000) == 120)
  }

  @Test func `a dropout is silence from its first record on`() {
    let line = line([100, 100, 100, nil, nil, nil, nil, 140, 140, 140])
    #expect(line.value(at: 2999) == 100)
    #expect(line.value(at: 3000) == nil)
    #expect(line.value(at: 6999) == nil)
    #expect(line.silence(at: 5000) == 3000..<7000)
  }

  @Test func `a sensor that speaks in every second record has no gaps`() {
    let line = line([100, nil, 110, nil, 120, nil, 130])
    #expect((0...6000).allSatisfy { line.value(at: Int64($0)) != nil })
  }

  @Test func `a value holds at most half a minute where no record follows`() {
    var line = SampleLine(.channel(.heartRate))
    line.append(100, at: 0)
    line.append(120, at: 90_000)
    #expect(line.value(at: 29_999) == 100)
    #expect(line.value(at: 30_000) == nil)
    #expect(line.silence(at: 60_000) == 30_000..<90_000)
  }

  @Test func `nothing is held into a pause, however short`() {
    var line = SampleLine(.channel(.heartRate))
    line.append(100, at: 0)
    line.interrupt(at: 500)
    line.append(120, at: 1500)
    #expect(line.value(at: 499) == 100)
    #expect(line.value(at: 1000) == nil)
  }

  @Test func `a flagged sample is read where it stands, until something newer is heard`() {
    var line = SampleLine(.channel(.speed))
    line.append(5, at: 0)
    line.append(26, at: 1000, isRejected: true)
    line.append(6, at: 2000)
    line.append(30, at: 9000, isRejected: true)
    #expect(line.flagged(at: 999) == nil)
    #expect([1000, 1999].map { line.flagged(at: $0) } == [26, 26])
    #expect(line.flagged(at: 2000) == nil)
    #expect([9000, 11_499, 11_500].map { line.flagged(at: $0) } == [30, 30, nil])
    #expect(line.value(at: 1500) == 5, "what stands for it in means is the sample before")
  }

  @Test func `what comes later than something newer is left out`() {
    var line = SampleLine(.channel(.heartRate))
    line.append(100, at: 5000)
    line.append(120, at: 4000)
    #expect(line.times == [5000])
  }

  @Test func `a flagged sample is kept apart and counts in no figure`() {
    let trace = RecordingTrace(analysing: SampleRecordings.tenMinutes)
    let heart = trace.line(.channel(.heartRate))!
    #expect(heart.line.flagTimes == [240_000, 300_000, 301_000, 302_000])
    #expect(heart.extremes(from: 0, until: .max)!.high == 150)
    #expect(heart.extremes(from: 0, until: .max)!.low == 120)
    #expect(trace.flaggedCount == 4)
    #expect(
      trace.flags == [
        FlaggedStretch(
          kind: .channel(.heartRate), start: 240_000, end: 240_000, count: 1, value: 0,
          rules: [.heartRateZero]),
        FlaggedStretch(
          kind: .channel(.heartRate), start: 300_000, end: 302_000, count: 3, value: 239,
          rules: [.outsideLimits]),
      ])
  }

  // MARK: Gaps, laps, beats

  @Test func `a silence of more than half a minute is a gap, and not where the device stood still`() {
    let heart: [Int32?] = (0..<400).map { (100..<160).contains($0) || (200..<220).contains($0) ? nil : 130 }
    let channel = SampleRecordings.channel(.heartRate, heart)
    let trace = RecordingTrace(analysing: SampleRecordings.everySecond([channel]))
    #expect(trace.gaps[.channel(.heartRate)] == [100_000..<160_000])
    let paused = RecordingTrace(
      analysing: SampleRecordings.everySecond([channel], pauses: [Pause(start: 99_500, end: 160_000)]))
    #expect(paused.gapCount == 0)
  }

  @Test func `sensors that fall silent together make one gap`() {
    let values: [Int32?] = (0..<400).map { (100..<160).contains($0) ? nil : 130 }
    let trace = RecordingTrace(
      analysing: SampleRecordings.everySecond([
        SampleRecordings.channel(.heartRate, values), SampleRecordings.channel(.power, values),
      ]))
    #expect(trace.gapCount == 1)
  }

  @Test func `a strap that is put on late or taken off early leaves a gap`() {
    let values: [Int32?] = (0..<400).map { $0 < 50 || $0 > 350 ? nil : 130 }
    let trace = RecordingTrace(
      analysing: SampleRecordings.everySecond([SampleRecordings.channel(.heartRate, values)]))
    #expect(trace.gaps[.channel(.heartRate)] == [0..<50_000, 351_000..<399_000])
  }

  @Test func `a lap has the figures of its own time`() throws {
    let laps = RecordingTrace(analysing: SampleRecordings.tenMinutes).laps
    try #require(laps.count == 3)
    #expect(laps.map(\.number) == [1, 2, 3])
    #expect(laps[0].speed == 4)
    #expect(laps[0].topHeartRate == 129)
    #expect(laps[1].cadence == 170)
    #expect(laps[2].power == 250)
    #expect(laps[2].end == 600_000)
  }

  @Test func `beat intervals have their own time where there are no samples`() {
    let recording = Recording(
      sport: .other, start: Sample.clock.now, timestamps: [], channels: [], rrIntervals: [800, 1000, 900])
    let trace = RecordingTrace(recording)
    #expect(trace.lines.map(\.line.kind) == [.beatInterval])
    #expect(trace.lines[0].line.times == [800, 1800, 2700])
    #expect(trace.length == 2700)
  }

  @Test func `positions are no trace and a channel without a value neither`() {
    let trace = RecordingTrace(
      analysing: SampleRecordings.everySecond([
        SampleRecordings.channel(.latitude, [1, 2]), SampleRecordings.channel(.power, [nil, nil]),
        SampleRecordings.channel(.altitude, [10, 11]),
      ]))
    #expect(trace.lines.map(\.line.kind) == [.channel(.altitude)])
  }

  // MARK: Properties

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a column of the pyramid is the column counted by hand`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let trace = RecordingTrace(analysing: SampleRecordings.random(&generator))
    for pyramid in trace.lines {
      for _ in 0..<20 {
        let from = Int64.random(in: 0...trace.length, using: &generator)
        let until = from + Int64.random(in: 1...max(2, trace.length), using: &generator)
        let count = Int.random(in: 1...60, using: &generator)
        let columns = pyramid.columns(
          from: from, until: until, count: count, pauses: trace.pauses, limit: trace.length + 1)
        #expect(columns.count == count)
        for (column, reading) in columns.enumerated() {
          let start = from + (until - from) * Int64(column) / Int64(count)
          let end = from + (until - from) * Int64(column + 1) / Int64(count)
          guard start <= trace.length else {
            #expect(reading.absence == .outside)
            continue
          }
          #expect(reading.extremes == byHand(pyramid.line, start, end))
          #expect((reading.absence == nil) == (reading.high != nil))
        }
      }
    }
  }

  /// Every sample whose time, from its record to its end, touches the column.
  private func byHand(_ line: SampleLine, _ start: Int64, _ end: Int64) -> Extremes {
    var extremes = Extremes()
    for index in line.times.indices {
      let isInside = line.times[index] >= start && line.times[index] < end
      let isHeld = line.times[index] < start && line.ends[index] > start
      if isInside || isHeld { extremes.take(line.values[index]) }
    }
    return extremes
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a mean weighs each value with the time it held`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let trace = RecordingTrace(analysing: SampleRecordings.random(&generator))
    for pyramid in trace.lines {
      let from = Int64.random(in: 0...trace.length, using: &generator)
      let until = from + Int64.random(in: 1...trace.length, using: &generator)
      var (sum, seconds) = (0.0, 0.0)
      for index in pyramid.line.times.indices {
        let held = min(pyramid.line.ends[index], until) - max(pyramid.line.times[index], from)
        guard held > 0 else { continue }
        sum += pyramid.line.values[index] * Double(held) / 1000
        seconds += Double(held) / 1000
      }
      guard seconds > 0 else { continue }
      #expect(abs(pyramid.mean(from: from, until: until)! - sum / seconds) < 1e-6)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the parts of a line's time add up to the time it held`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let trace = RecordingTrace(analysing: SampleRecordings.random(&generator))
    for pyramid in trace.lines {
      let parts = pyramid.line.seconds(from: 0, until: .max, bounds: [100, 140, 180])
      let held = zip(pyramid.line.times, pyramid.line.ends).reduce(0.0) { $0 + Double($1.1 - $1.0) / 1000 }
      #expect(parts.count == 4)
      #expect(abs(parts.reduce(0, +) - held) < 1e-6)
    }
  }
}
