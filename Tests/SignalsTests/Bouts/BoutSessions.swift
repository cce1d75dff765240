import Domain

/// Sessions whose bouts are known: what an athlete meant to do, and what sensors with noise, lag and gaps made of it.
struct BoutSessions {
  /// A part of what was meant: so many seconds at a speed in m/s or a power in W.
  struct Phase {
    var kind: Bout.Kind
    var seconds: Int
    var level: Double
    init(_ kind: Bout.Kind, _ seconds: Int, _ level: Double) {
      (self.kind, self.seconds, self.level) = (kind, seconds, level)
    }
  }

  enum Sensor { case speed, power, heartRateOnly, lengths }

  struct Session {
    var name: String
    var sport: Sport
    var sensor: Sensor
    var phases: [Phase]
    /// Standard deviation of the effort's slow swings (hills, wind), a share.
    var hills = 0.0
    /// Seconds between traffic lights that are red, on average; 0 for none.
    var lights = 0.0
    /// Standard deviation of the sensor's own noise: m/s, or a share for power.
    var noise = 0.4
    /// Seconds between losses of signal of 5 to 40 s, on average; 0 for none.
    var losses = 1200.0

    var seconds: Int { phases.reduce(0) { $0 + $1.seconds } }
    /// Seconds of the work that was meant.
    var work: [Range<Int>] {
      var result: [Range<Int>] = []
      var start = 0
      for phase in phases {
        if phase.kind == .work { result.append(start..<start + phase.seconds) }
        start += phase.seconds
      }
      return result
    }
  }

  static func sets(
    _ count: Int, _ work: (Int, Double), _ rest: (Int, Double), warmUp: Double, coolDown: Double
  ) -> [Phase] {
    var phases = [Phase(.warmUp, 900, warmUp)]
    for index in 0..<count {
      phases.append(Phase(.work, work.0, work.1))
      if index < count - 1 { phases.append(Phase(.rest, rest.0, rest.1)) }
    }
    return phases + [Phase(.coolDown, 600, coolDown)]
  }

  /// Sessions with work.
  static let structured: [Session] = [
    Session(
      name: "8 x 400 m, jogging", sport: .running, sensor: .speed,
      phases: sets(8, (78, 5.1), (90, 2.2), warmUp: 2.9, coolDown: 2.6)),
    Session(
      name: "8 x 400 m, standing", sport: .running, sensor: .speed,
      phases: sets(8, (78, 5.1), (120, 0), warmUp: 2.9, coolDown: 2.6)),
    Session(
      name: "5 x 1000 m, walking", sport: .running, sensor: .speed,
      phases: sets(5, (215, 4.65), (120, 1.4), warmUp: 3.0, coolDown: 2.8)),
    Session(
      name: "20 x 30/30 s", sport: .running, sensor: .speed,
      phases: sets(20, (30, 5.3), (30, 2.5), warmUp: 2.9, coolDown: 2.6)),
    Session(
      name: "3 x 10 min tempo", sport: .running, sensor: .speed,
      phases: sets(3, (600, 4.1), (120, 2.8), warmUp: 3.0, coolDown: 2.8), hills: 0.03),
    Session(
      name: "10 hills of 60 s", sport: .running, sensor: .speed,
      phases: sets(10, (60, 3.6), (90, 2.3), warmUp: 2.9, coolDown: 2.7), hills: 0.05),
    Session(
      name: "20 min tempo", sport: .running, sensor: .speed,
      phases: sets(1, (1200, 4.1), (0, 0), warmUp: 3.0, coolDown: 2.8), hills: 0.04),
    Session(
      name: "10 x 100 m swim", sport: .swimming, sensor: .lengths,
      phases: [Phase(.work, 320, 1.25), Phase(.rest, 60, 0)]
        + (0..<10).flatMap { _ in [Phase(.work, 76, 1.33), Phase(.rest, 20, 0)] }
        + [Phase(.rest, 40, 0), Phase(.work, 180, 1.12)], losses: 0),
    Session(
      name: "5 x 4 min ride", sport: .cycling, sensor: .power,
      phases: sets(5, (240, 300), (180, 130), warmUp: 160, coolDown: 140), hills: 0.04, noise: 0.12),
    Session(
      name: "2 x 20 min ride outside", sport: .cycling, sensor: .power,
      phases: sets(2, (1200, 255), (300, 120), warmUp: 165, coolDown: 140), hills: 0.1, noise: 0.3),
    Session(
      name: "20 x 30/15 s ride", sport: .cycling, sensor: .power,
      phases: sets(20, (30, 380), (15, 150), warmUp: 160, coolDown: 140), hills: 0.04, noise: 0.12),
    Session(
      name: "4 x 4 min heart rate", sport: .cycling, sensor: .heartRateOnly,
      phases: sets(4, (240, 290), (180, 120), warmUp: 150, coolDown: 130)),
  ]

  /// Sessions without.
  static let even: [Session] = [
    Session(
      name: "long run", sport: .running, sensor: .speed, phases: [Phase(.steady, 5400, 3.2)], hills: 0.08),
    Session(
      name: "run in hills", sport: .running, sensor: .speed, phases: [Phase(.steady, 3600, 3.1)], hills: 0.12),
    Session(
      name: "run with lights", sport: .running, sensor: .speed, phases: [Phase(.steady, 3600, 3.2)],
      hills: 0.06, lights: 300),
    Session(
      name: "indoor ride", sport: .cycling, sensor: .power, phases: [Phase(.steady, 3600, 190)],
      hills: 0.04, noise: 0.12),
    Session(
      name: "ride outside", sport: .cycling, sensor: .power, phases: [Phase(.steady, 7200, 190)],
      hills: 0.12, lights: 600, noise: 0.35),
    Session(
      name: "ride by heart rate", sport: .cycling, sensor: .heartRateOnly,
      phases: [Phase(.steady, 5400, 190)], hills: 0.12),
    Session(
      name: "straight swim", sport: .swimming, sensor: .lengths, phases: [Phase(.steady, 2400, 1.2)],
      losses: 0),
  ]
}

/// xorshift64*, for tests only.
struct BoutRandom {
  private var state: UInt64
  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func uniform() -> Double {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Double((state &* 0x2545_F491_4F6C_DD1D) >> 11) / 9_007_199_254_740_992
  }
  /// Irwin-Hall of twelve: mean 0, deviation 1.
  mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + uniform() } }
}
