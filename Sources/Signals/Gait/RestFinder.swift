/// When a foot on the ground turns least: the middle of the window with the least energy of the angular rate.
struct RestFinder: Sendable {
  private let window: Double
  private var times: [Double] = []
  private var energies: [Double] = []
  /// Where the window begins in both.
  private var first = 0
  private var sum = 0.0
  private var least = Double.infinity
  /// The middle of the window, in seconds; `nil` while no window was full.
  private(set) var best: Double?

  /// - Parameter window: seconds.
  init(window: Double) { self.window = window }

  /// The foot has landed: looks from here on.
  mutating func restart() { self = RestFinder(window: window) }

  mutating func push(time: Double, energy: Double) {
    times.append(time)
    energies.append(energy)
    sum += energy
    while time - times[first] > window {
      sum -= energies[first]
      first += 1
    }
    if first > 1024 {
      times.removeFirst(first)
      energies.removeFirst(first)
      first = 0
      sum = energies.reduce(0, +)
    }
    // Samples need not divide the window.
    guard time - times[first] >= 0.8 * window else { return }
    let mean = sum / Double(times.count - first)
    if mean < least {
      least = mean
      best = (times[first] + time) / 2
    }
  }
}
