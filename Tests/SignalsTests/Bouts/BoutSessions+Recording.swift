import Domain

extension BoutSessions.Session {
  /// What the sensors made of it.
  func recording(seed: Int) -> Recording {
    var generator = BoutRandom(seed: seed)
    let (done, asked) = effort(&generator)
    var channels: [Channel] = []
    switch sensor {
    case .speed: channels.append(channel(.speed, 1000, noisy(done, &generator)))
    case .power: channels.append(channel(.power, 1, noisy(done, &generator)))
    case .lengths: channels.append(lengths(done))
    case .heartRateOnly: break
    }
    if sensor != .lengths { channels.append(channel(.heartRate, 1, pulse(asked, &generator))) }
    return Recording(
      sport: sport, start: Instant(milliseconds: 1_700_000_000_000),
      timestamps: (0..<seconds).map { Int64($0) * 1000 }, channels: channels)
  }

  /// Speed or power second by second, and the effort it took: the phases, with three seconds from one to the next, and
  /// red lights. Hills change a runner's speed at the same effort, and a rider's effort.
  private func effort(_ generator: inout BoutRandom) -> (done: [Double], asked: [Double]) {
    var (done, asked, swing, light) = ([Double](), [Double](), 0.0, 0)
    var current = phases[0].level
    for phase in phases {
      for _ in 0..<phase.seconds {
        current += (phase.level - current) * 0.6
        // A first-order process with a time constant of two minutes.
        swing += -swing / 120 + hills * (2.0 / 120).squareRoot() * generator.normal()
        if lights > 0, light == 0, generator.uniform() < 1 / lights {
          light = 10 + Int(generator.uniform() * 50)
        }
        light = max(0, light - 1)
        done.append(light > 0 ? 0 : max(0, current * (1 + swing)))
        asked.append(light > 0 ? 0 : sensor == .speed ? current : done[done.count - 1])
      }
    }
    return (done, asked)
  }

  /// Half of the noise from second to second, half with a time constant of five seconds; losses and single spikes.
  private func noisy(_ done: [Double], _ generator: inout BoutRandom) -> [Double?] {
    var (slow, lost) = (0.0, 0)
    return done.map { value in
      slow += -slow / 5 + (2.0 / 5).squareRoot() * generator.normal()
      let unit = sensor == .power ? noise * value : noise
      let sample = value + unit * (generator.normal() + slow) / 2.0.squareRoot() * (value > 0 ? 1 : 0.2)
      if losses > 0, lost == 0, generator.uniform() < 1 / losses { lost = 5 + Int(generator.uniform() * 35) }
      lost = max(0, lost - 1)
      if lost > 0 { return nil }
      return max(0, generator.uniform() < 0.001 ? 3 * sample : sample)
    }
  }

  /// First-order heart rate: 30 s up, 45 s down, 1 bpm of noise, drifting up by 5 in an hour.
  private func pulse(_ done: [Double], _ generator: inout BoutRandom) -> [Double?] {
    let most = phases.map(\.level).max() ?? 1
    var rate = 80.0
    return done.enumerated().map { second, value in
      let asked = 70 + 110 * min(1.2, value / most) + Double(second) / 720
      rate += (asked - rate) / (asked > rate ? 30 : 45)
      return rate + generator.normal()
    }
  }

  /// The distance in a pool of 25 m, heard at the end of each length and at the end of each rest.
  private func lengths(_ done: [Double]) -> Channel {
    var channel = Channel(.distance, scale: 100)
    var (metres, told) = (0.0, 0.0)
    var wasResting = false
    for value in done {
      metres += value
      let isResting = value < 0.2
      let isTold = metres >= told + 24.5 || (wasResting && !isResting) || (isResting && !wasResting)
      if isTold { told = metres >= told + 24.5 ? told + 25 : told }
      if isResting { metres = told }
      channel.append(isTold || channel.count == 0 ? Int32(told * 100) : nil)
      wasResting = isResting
    }
    return channel
  }

  private func channel(_ kind: Channel.Kind, _ scale: Int32, _ values: [Double?]) -> Channel {
    var channel = Channel(kind, scale: scale)
    for value in values { channel.append(value.map { Int32(($0 * Double(scale)).rounded()) }) }
    return channel
  }
}

/// How found work compares with what was meant.
struct BoutScore {
  var found = 0
  var missed = 0
  var extra = 0
  /// Seconds by which borders of found bouts are late; early is negative.
  var startErrors: [Int] = []
  var endErrors: [Int] = []

  /// A bout is found when it and one that was meant share more than half of what they cover together.
  mutating func add(_ bouts: [Bout], truth: [Range<Int>]) {
    let work = bouts.filter { $0.kind == .work }.map { Int($0.start / 1000)..<Int($0.end / 1000) }
    var open = truth
    for range in work {
      let match = open.firstIndex { meant in
        let both = meant.clamped(to: range).count
        return 2 * both > meant.count + range.count - both
      }
      guard let match else {
        extra += 1
        continue
      }
      found += 1
      startErrors.append(range.lowerBound - open[match].lowerBound)
      endErrors.append(range.upperBound - open[match].upperBound)
      open.remove(at: match)
    }
    missed += open.count
  }

  static func text(_ errors: [Int]) -> String {
    guard !errors.isEmpty else { return "-" }
    let sizes = errors.map(abs).sorted()
    let bias = Double(errors.reduce(0, +)) / Double(errors.count)
    return
      "median \(sizes[sizes.count / 2]), 95 % \(sizes[sizes.count * 95 / 100]), bias \((bias * 10).rounded() / 10)"
  }
}
