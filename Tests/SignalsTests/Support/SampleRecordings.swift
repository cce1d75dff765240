import Domain
import Numerics

/// Recordings made for a test.
enum SampleRecordings {
  static func channel(_ kind: Channel.Kind, _ values: [Int32?], scale: Int32 = 1) -> Channel {
    var channel = Channel(kind, scale: scale)
    for value in values { channel.append(value) }
    return channel
  }

  static func recording(
    _ channels: [Channel], times: [Int64]? = nil, sport: Sport = .running, sensor: HeartRateSensor? = nil
  ) -> Recording {
    Recording(
      sport: sport, start: Instant(seconds: 1_795_390_260), heartRateSensor: sensor,
      timestamps: times ?? (0..<(channels.first?.count ?? 0)).map { Int64($0) * 1000 }, channels: channels)
  }

  /// Half an hour of an even run: 140 to 150 beats a minute, a beat up or down now and then.
  static func evenHeartRate(seconds: Int = 1800, seed: UInt64 = 1) -> [Int32] {
    var generator = SeededGenerator(seed: seed)
    var rate = 145.0
    return (0..<seconds).map { _ in
      rate += Double.random(in: -1...1, using: &generator)
      rate = min(max(rate, 138), 152)
      return Int32(rate.rounded())
    }
  }
}
