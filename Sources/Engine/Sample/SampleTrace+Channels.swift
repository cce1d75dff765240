import Domain

extension SampleTrace {
  /// Seconds a sample may take in the mean of a long session: at most about 220 samples an hour.
  private static let meanSeconds = 17

  /// What a watch's smart recording keeps: a sample after 4 s to 20 s, the sooner the more has changed.
  func indicesOfChanges() -> [Int] {
    var kept = [0]
    var last = 0
    for index in heartRate.indices.dropFirst() {
      let isOverBudget = kept.count * Self.meanSeconds > index * stepSeconds + 120
      let pause = isOverBudget ? 20 : pause(from: heartRate[last], to: heartRate[index])
      let seconds = (index - last) * stepSeconds
      guard seconds >= pause || (seconds >= 4 && index == heartRate.count - 1) else { continue }
      kept.append(index)
      last = index
    }
    return kept
  }

  func channels(at indices: [Int]) -> [Channel] {
    var channels = [channel(.heartRate, scale: 1) { heartRate[$0] }]
    if !speed.isEmpty {
      channels.append(channel(.cadence, scale: 1) { cadence[$0] })
      channels.append(channel(.speed, scale: 1000) { speed[$0] })
    }
    return channels

    func channel(_ kind: Channel.Kind, scale: Int32, value: (Int) -> Int32?) -> Channel {
      var channel = Channel(kind, scale: scale)
      channel.reserveCapacity(indices.count)
      for index in indices { channel.append(value(index)) }
      return channel
    }
  }

  /// Seconds to wait before the next sample is kept.
  private func pause(from last: Int32?, to next: Int32?) -> Int {
    guard let last, let next else { return (last == nil) == (next == nil) ? 20 : 4 }
    return switch abs(next - last) {
    case 0...2: 20
    case 3...5: 14
    case 6...9: 8
    default: 4
    }
  }
}
