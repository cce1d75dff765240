/// A recording with what cleaning found: flags beside the samples, and the signal without what they flag.
public struct CleanedRecording: Hashable, Sendable {
  public var settings: CleaningSettings
  /// Whether the statistics were of the whole recording or of what had been heard so far.
  public var form: StatisticsForm
  public var heartRateSensor: HeartRateSensor
  public var channels: [CleanedChannel]
  /// For each interval between beats, whether it is an artifact; empty without intervals.
  public var rejectedBeats = Bitmap()
  /// Artifacts among the intervals, in the order of time, milliseconds of beats summed up.
  public var beatFlags: [FlagRun] = []
  /// Records whose time is before one that was heard already.
  public var lateRecords: Int

  public init(
    settings: CleaningSettings, form: StatisticsForm, heartRateSensor: HeartRateSensor,
    channels: [CleanedChannel], lateRecords: Int
  ) {
    self.settings = settings
    self.form = form
    self.heartRateSensor = heartRateSensor
    self.channels = channels
    self.lateRecords = lateRecords
  }

  public func channel(_ kind: Channel.Kind) -> CleanedChannel? { channels.first { $0.kind == kind } }
}

/// One channel of a cleaned recording.
public struct CleanedChannel: Hashable, Sendable {
  public let kind: Channel.Kind
  /// For each record in the file's order, whether its sample is flagged by a rule and not taken at its word.
  public var rejected: Bitmap
  /// Milliseconds after the start, in order: when each of `values` was taken.
  public var times: [Int64]
  /// The cleaned signal: flagged samples filled in where the gap is short, then smoothed; 0 where there is none.
  public var values: [Float]
  /// Where the cleaned signal has a value.
  public var validity: Bitmap
  /// Where that value was filled in and not measured.
  public var filled: Bitmap
  /// What was flagged, by rule, in the order of time.
  public var flags: [FlagRun]
  /// Stretches that stay without a value, milliseconds: from the last sample in use to the next one.
  public var gaps: [Range<Int64>]

  public init(
    kind: Channel.Kind, rejected: Bitmap, times: [Int64], values: [Float], validity: Bitmap,
    filled: Bitmap, flags: [FlagRun], gaps: [Range<Int64>]
  ) {
    self.kind = kind
    self.rejected = rejected
    self.times = times
    self.values = values
    self.validity = validity
    self.filled = filled
    self.flags = flags
    self.gaps = gaps
  }
}

extension CleanedRecording {
  /// Records with a rejected sample in any channel.
  public var flaggedRecords: Int {
    let rejected = channels.map(\.rejected).filter { $0.setCount > 0 }
    return (0..<(rejected.first?.count ?? 0)).count { index in rejected.contains { $0[index] } }
  }
}

extension Recording {
  /// What counts in loads: in a rejected stretch no longer than a gap that is filled, the sample before it stands.
  public func asUsed(_ cleaned: CleanedRecording) -> Recording {
    withoutRejected(cleaned, holding: cleaned.settings.longestFilledGap)
  }

  /// The recording without the samples that a rule rejects.
  ///
  /// - Parameter seconds: in a stretch of rejected samples no longer than this the last sample in use stands for them; a
  ///   longer one is silence.
  public func withoutRejected(_ cleaned: CleanedRecording, holding seconds: Double = 0) -> Recording {
    var recording = self
    recording.channels = channels.map { channel in
      guard let rejected = cleaned.channel(channel.kind)?.rejected, rejected.setCount > 0 else {
        return channel
      }
      return channel.without(rejected, holding: Int64(seconds * 1000), at: timestamps)
    }
    return recording
  }
}

extension Channel {
  fileprivate func without(_ rejected: Bitmap, holding longest: Int64, at times: [Int64]) -> Channel {
    var kept = Channel(kind, scale: scale, offset: offset)
    kept.reserveCapacity(count)
    var index = 0
    while index < count {
      guard rejected[index] else {
        kept.append(validity[index] ? raw[index] : nil)
        index += 1
        continue
      }
      let end = (index..<count).first { !rejected[$0] } ?? count
      let isHeld =
        index > 0 && end < count && validity[index - 1] && validity[end]
        && (0...longest).contains(times[end] - times[index - 1])
      for _ in index..<end { kept.append(isHeld ? raw[index - 1] : nil) }
      index = end
    }
    return kept
  }
}
