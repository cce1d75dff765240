public import Domain

/// The heart rate and the saturation of a recording's stillest minute, where it has one.
///
/// - Returns: nothing for a channel that was never steady and low enough to be at rest.
public func restingLevels(of recording: Recording, _ cleaned: CleanedRecording) -> [RestingLevel] {
  let still = staticWindows(of: recording, cleaned)
  return [Channel.Kind.heartRate, .spO2].compactMap { kind in
    guard let channel = cleaned.channel(kind) else { return nil }
    var stage = RestingWindowStage(kind == .heartRate ? .heartRate : .saturation)
    let windows = stage.run(SampleBlock(channel))
    let baseline =
      kind == .heartRate
      ? try? Baseline.restingHeartRate(windows, still: still)
      : try? Baseline.saturation(windows, still: still)
    return baseline.map { RestingLevel(kind, $0) }
  }
}

/// Where the inertial sensor lay still; `nil` without one, when the channel alone has to say who rested.
private func staticWindows(of recording: Recording, _ cleaned: CleanedRecording) -> [StaticWindow]? {
  guard let block = IMUBlock(recording, cleaned) else { return nil }
  var stage = StaticWindowStage()
  return stage.run(block)
}

extension RestingLevel {
  fileprivate init(_ kind: Channel.Kind, _ baseline: Baseline) {
    self.init(
      kind: kind, value: baseline.value, interval: baseline.interval, samples: baseline.samples,
      start: Int64((baseline.seconds.lowerBound * 1000).rounded()),
      end: Int64((baseline.seconds.upperBound * 1000).rounded()),
      isStill: baseline.evidence == .stillness)
  }
}

extension SampleBlock {
  /// The cleaned signal of a channel.
  init(_ channel: CleanedChannel) {
    let flags = channel.values.indices.map { channel.validity[$0] ? SampleFlags() : .missing }
    self.init(values: channel.values, flags: flags, clock: .stamped(channel.times))
  }
}
