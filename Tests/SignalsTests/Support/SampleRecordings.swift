import Domain

/// A small generator for property tests: the same numbers on every machine (SplitMix64, Steele et al. 2014).
struct TestGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

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
    var generator = TestGenerator(seed: seed)
    var rate = 145.0
    return (0..<seconds).map { _ in
      rate += Double.random(in: -1...1, using: &generator)
      rate = min(max(rate, 138), 152)
      return Int32(rate.rounded())
    }
  }
}
