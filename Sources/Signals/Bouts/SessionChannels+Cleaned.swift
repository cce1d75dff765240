import Domain

extension SessionChannels {
  /// The channels of a recording without what cleaning rejects; how much that was is known to the bouts' trust.
  init(_ recording: Recording, without cleaned: CleanedRecording) {
    self.init(recording.withoutRejected(cleaned))
    for (kind, path) in SessionChannels.series where self[keyPath: path] != nil {
      guard let channel = recording.channel(kind), let rejected = cleaned.channel(kind)?.rejected,
        rejected.setCount > 0
      else { continue }
      self[keyPath: path] = HeldSeries(
        values: (0..<channel.count).map { rejected[$0] ? nil : channel[$0] },
        flagged: (0..<channel.count).map { rejected[$0] }, times: recording.timestamps,
        pauses: recording.pauses, hold: 30_000)
    }
  }

  private static var series: [(Channel.Kind, WritableKeyPath<SessionChannels, HeldSeries?>)] {
    [(.power, \.power), (.speed, \.speed), (.heartRate, \.heartRate), (.cadence, \.cadence)]
  }
}
