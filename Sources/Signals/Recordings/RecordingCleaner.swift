public import Domain

/// A recording cleaned channel by channel: every rule asked, short gaps filled, the rest smoothed.
///
/// - Parameters:
///   - kinds: the channels wanted; every one that has settings when `nil`.
///   - form: `.wholeRecording` takes the statistics of all samples in a first pass; `.streaming` judges each sample by what
///     was heard before it, as a live source is cleaned.
public func cleaned(
  _ recording: Recording, with settings: CleaningSettings = .standard, for kinds: [Channel.Kind]? = nil,
  form: StatisticsForm = .wholeRecording
) -> CleanedRecording {
  RecordingCleaner(recording, settings, form: form).clean(kinds)
}

/// What the channels of one recording share while they are cleaned.
struct RecordingCleaner {
  let recording: Recording
  let settings: CleaningSettings
  let form: StatisticsForm
  let sensor: HeartRateSensor
  let order: TimeOrder

  init(_ recording: Recording, _ settings: CleaningSettings, form: StatisticsForm) {
    self.recording = recording
    self.settings = settings
    self.form = form
    order = TimeOrder(recording.timestamps)
    // Beats one by one come from electrodes.
    sensor = recording.heartRateSensor ?? (recording.rrIntervals.isEmpty ? .unknown : .chestStrap)
  }

  func clean(_ kinds: [Channel.Kind]?) -> CleanedRecording {
    let channels = recording.channels.filter { channel in
      settings.channels[channel.kind] != nil && kinds?.contains(channel.kind) != false
        && channel.validCount > 0
    }
    var result = CleanedRecording(
      settings: settings, form: form, heartRateSensor: sensor, channels: channels.map(clean),
      lateRecords: order.backwards)
    if kinds == nil { judgeBeats(&result) }
    return result
  }

  /// One channel as its samples came, in order of time.
  func block(_ channel: Channel) -> SampleBlock {
    order.block((0..<channel.count).map { channel[$0].map { Float($0) } ?? .nan })
  }

  private func clean(_ channel: Channel) -> CleanedChannel {
    let flagged = flagged(channel)
    var runs = FlagRuns(statistics: form)
    let flags = runs.run(flagged)
    var repair = SampleChain(repairs)
    let repaired = repair.run(flagged)
    var (validity, filled) = (Bitmap(), Bitmap())
    for flags in repaired.flags {
      validity.append(flags.isUsable)
      filled.append(flags.contains(.filled))
    }
    let rejected = order.inFileOrder(flagged.flags.map { !$0.isUsable && !$0.contains(.missing) })
    return CleanedChannel(
      kind: channel.kind, rejected: rejected, times: order.times, values: repaired.values,
      validity: validity, filled: filled, flags: flags.sorted { ($0.start, $0.end) < ($1.start, $1.end) },
      gaps: gaps(validity))
  }

  /// What stays silent: samples without a value that were not filled in, and times without a record that are longer than
  /// half a minute and no pause.
  private func gaps(_ validity: Bitmap) -> [Range<Int64>] {
    let longestHold: Int64 = 30_000
    var result: [Range<Int64>] = []
    var last = order.times.first
    var hasSilence = false
    for index in order.times.indices {
      guard validity[index] else {
        hasSilence = true
        continue
      }
      if let last, order.times[index] - last > (hasSilence ? 0 : longestHold) {
        let gap = last..<order.times[index]
        let paused = recording.pauses.reduce(Int64(0)) { sum, pause in
          sum + max(0, min(pause.end, gap.upperBound) - max(pause.start, gap.lowerBound))
        }
        let length = gap.upperBound - gap.lowerBound - paused
        if length > (hasSilence ? 0 : longestHold) { result.append(gap) }
      }
      (last, hasSilence) = (order.times[index], false)
    }
    if hasSilence, let last, let end = order.times.last, end > last { result.append(last..<end) }
    return result
  }

  /// The channel with the flags of every rule.
  func flagged(_ channel: Channel) -> SampleBlock {
    guard let own = settings.channels[channel.kind] else { return block(channel) }
    var first = SampleChain(firstRules(channel.kind, own))
    var block = first.run(block(channel))
    if channel.kind == .heartRate { block = withoutCadenceLock(block) }
    guard own.hasOutlierRules else { return block }
    switch form {
    case .wholeRecording, .local:
      let limits = OutlierLimits(
        zScore: settings.zScore, interquartile: settings.interquartileRanges, requiresBoth: true)
      var outliers = OutlierStage(ChannelStatistics.of(block), limits: limits)
      return outliers.run(block)
    case .streaming:
      var outliers = StreamingOutlierStage(
        zScore: settings.zScore, interquartileRanges: settings.interquartileRanges, requiresBoth: true,
        resolution: own.resolution)
      return outliers.run(block)
    }
  }

  /// Rules that look at a sample and its neighbours, the surest first: what one has rejected is no neighbour any more.
  private func firstRules(
    _ kind: Channel.Kind, _ own: ChannelCleaning
  ) -> [any Stage<SampleBlock, SampleBlock>] {
    var rules: [any Stage<SampleBlock, SampleBlock>] = []
    if kind == .heartRate { rules.append(HeartRateZeroStage()) }
    rules.append(LimitsStage(Float(own.limits.lowerBound)...Float(own.limits.upperBound)))
    if kind == .spO2 { rules.append(SaturationDropoutStage()) }
    if let change = own.changePerSecond {
      rules.append(RateOfChangeStage(maximumPerSecond: change, resolution: own.resolution))
    }
    rules.append(
      HampelStage(
        halfWidth: settings.hampelHalfWidth, threshold: settings.hampelDeviations,
        resolution: own.resolution, zeroIsRest: own.zeroIsRest))
    if kind == .heartRate, sensor == .wristOptical { rules.append(OpticalTrustStage()) }
    return rules
  }

  private func withoutCadenceLock(_ heartRate: SampleBlock) -> SampleBlock {
    guard sensor != .chestStrap, let cadence = recording.channel(.cadence), cadence.validCount > 0,
      [.running, .walking, .athletics, .ball].contains(recording.sport)
    else { return heartRate }
    var stage = CadenceLockStage(sensor: sensor)
    return stage.run(PairedBlock(heartRate, block(cadence)))
  }

  private var repairs: [any Stage<SampleBlock, SampleBlock>] {
    var stages: [any Stage<SampleBlock, SampleBlock>] = [
      GapFillStage(
        GapFilling(
          method: settings.gapMethod, degree: settings.lagrangeDegree,
          longestGapSeconds: settings.longestFilledGap))
    ]
    switch settings.smoothing {
    case .none: break
    case .mean: stages.append(SlidingMeanStage(width: settings.smoothingSamples))
    case .median: stages.append(SlidingMedianStage(samples: settings.smoothingSamples))
    }
    return stages
  }

  /// The intervals between beats: what is no normal beat is flagged at the end of its interval.
  private func judgeBeats(_ result: inout CleanedRecording) {
    let intervals = recording.rrIntervals.map(Double.init)
    guard !intervals.isEmpty else { return }
    var times: [Int64] = []
    var time: Int64 = 0
    for interval in recording.rrIntervals {
      time += Int64(max(0, interval))
      times.append(time)
    }
    var block = SampleBlock(
      values: intervals.map { Float($0) }, flags: Array(repeating: [], count: times.count),
      clock: .stamped(times))
    for (index, kind) in beatArtifacts(in: intervals, settings: .signedDifferences).enumerated() {
      result.rejectedBeats.append(kind != .normal)
      if kind != .normal { block.flags[index].insert(.beatArtifact) }
    }
    var runs = FlagRuns(statistics: form)
    result.beatFlags = runs.run(block)
  }
}
