/// What tells that a foot lands.
public enum InitialContactRule: String, CaseIterable, Hashable, Sendable {
  /// The foot stops turning up and begins to turn down: its angular rate falls through 0.
  ///
  /// On a recorded walk of 57 strides its standard deviation from motion capture is 6 ms, that of the other
  /// rule 21 ms; it was chosen on that walk.
  case rateReversal
  /// The strongest deceleration from 80 ms before that to 50 ms after it (Rampp et al. 2015).
  case deceleration
}

/// What a swing of a foot is; the standard values hold for walking.
public struct GaitSettings: Hashable, Sendable {
  public var contactRule = InitialContactRule.rateReversal
  /// The angular rate reaches this in swing, rad/s: 50°/s (Salarian et al. 2004).
  public var leastSwingRate = 50 * Double.pi / 180
  /// The foot turns this far in swing, rad: 10°. Walking straight it turns 80°, in a turn on the spot 13°.
  public var leastSwingAngle = 10 * Double.pi / 180
  /// A swing that takes longer, in seconds, is none.
  public var longestSwing = 1.5
  /// A foot that stands longer, in seconds, has stopped.
  public var longestStance = 2.0
  /// Strides of another duration, in seconds, are refused.
  public var strideTimes = 0.4...3.0
  /// Of the window with the least turning, in seconds (Rampp et al. 2015).
  public var restWindow = 0.1
  /// A longer gap between samples, in seconds, interrupts the stride.
  public var longestGap = 0.05

  public init() {}
}

/// A swing that has ended: when the foot left, when it landed, and when it was slowest before.
struct Swing: Hashable, Sendable {
  var terminalContact: Double
  var initialContact: Double
  var angle: Double
  /// `nil` where the foot was not at rest since it landed last, or never landed.
  var rest: Double?
}

/// Swings of one foot, sample by sample (events after Rampp et al. 2015).
///
/// The angular rate about the axis from one side to the other is positive in swing. It rises through 0 when
/// the toes leave the ground and falls through 0 when the foot lands.
struct SwingFinder: Sendable {
  private let settings: GaitSettings
  private var lastTime = 0.0
  private var lastRate = 0.0
  private var hasLast = false

  /// The swing that goes on, if it is one.
  private var current: Swing?
  private var peak = 0.0
  /// A swing that has ended, while its deceleration is looked for.
  private var landing: (swing: Swing, reversal: Double, least: Double)?
  private var recent = RecentDeceleration()
  /// Of the stance that goes on; it looks no longer than a stance takes.
  private(set) var rest: RestFinder
  private var landed: Double?

  init(settings: GaitSettings) {
    self.settings = settings
    rest = RestFinder(window: settings.restWindow)
  }

  /// Forgets all but the settings.
  mutating func reset() { self = SwingFinder(settings: settings) }

  /// - Parameters:
  ///   - rate: angular rate, positive in swing, rad/s.
  ///   - energy: squared angular rate about all axes.
  ///   - forward: acceleration, m/s².
  /// - Returns: a swing whose landing has been found.
  mutating func push(time: Double, rate: Double, energy: Double, forward: Double) -> Swing? {
    defer { (lastTime, lastRate, hasLast) = (time, rate, true) }
    let found = followLanding(time: time, forward: forward)
    if let landed, time - landed <= settings.longestStance { rest.push(time: time, energy: energy) }
    guard hasLast else { return found }
    if lastRate <= 0 && rate > 0 {
      let leaving = crossing(to: rate, at: time)
      current = Swing(terminalContact: leaving, initialContact: leaving, angle: 0, rest: rest.best)
      peak = 0
    }
    guard let leaving = current?.terminalContact else { return found }
    if rate > 0 {
      peak = max(peak, rate)
      current?.angle += rate * (time - max(lastTime, leaving))
    } else {
      let swing = ended(at: crossing(to: rate, at: time))
      current = nil
      if let swing, let first = land(swing, time: time) { return first }
    }
    return found
  }

  /// The samples are at an end.
  mutating func finish() -> Swing? {
    defer { landing = nil }
    return landing?.swing
  }

  private func crossing(to rate: Double, at time: Double) -> Double {
    lastTime + (time - lastTime) * lastRate / (lastRate - rate)
  }

  private func ended(at landing: Double) -> Swing? {
    guard var swing = current, peak >= settings.leastSwingRate,
      swing.angle >= settings.leastSwingAngle,
      landing - swing.terminalContact <= settings.longestSwing
    else { return nil }
    swing.initialContact = landing
    return swing
  }

  private mutating func land(_ swing: Swing, time: Double) -> Swing? {
    rest.restart()
    landed = swing.initialContact
    guard settings.contactRule == .deceleration else { return swing }
    // Nothing else can land within 50 ms.
    let before = recent.least(since: swing.initialContact - 0.08)
    var moved = swing
    if let before { moved.initialContact = before.time }
    landing = (moved, swing.initialContact, before?.value ?? .infinity)
    return nil
  }

  private mutating func followLanding(time: Double, forward: Double) -> Swing? {
    guard settings.contactRule == .deceleration else { return nil }
    recent.push(time: time, value: forward)
    guard let now = landing else { return nil }
    if time > now.reversal + 0.05 {
      landing = nil
      return now.swing
    }
    if forward < now.least {
      landing?.least = forward
      landing?.swing.initialContact = time
    }
    return nil
  }
}

/// The forward accelerations of the last 80 ms and a little more.
private struct RecentDeceleration: Sendable {
  private var samples: [(time: Double, value: Double)] = []

  mutating func push(time: Double, value: Double) {
    samples.append((time, value))
    if samples.count >= 64, samples[samples.count / 2].time < time - 0.2 {
      samples.removeFirst(samples.count / 2)
    }
  }

  func least(since start: Double) -> (time: Double, value: Double)? {
    samples.lazy.filter { $0.time >= start }.min { $0.value < $1.value }
  }
}
