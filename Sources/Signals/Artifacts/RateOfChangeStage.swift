/// Flags `rateOfChange` what was reached faster than a body can.
///
/// Two samples are consistent when |Δvalue| ≤ maximumPerSecond · Δt + resolution, by their real times. The
/// samples that stand are a sequence in which each is consistent with the one before it, and as much of the
/// time as can be; the others are flagged. A level that was left a while ago allows more, so that after a
/// real step the signal is believed again after step / maximumPerSecond seconds at the latest. But going on
/// only because time has passed costs half of `excursionSeconds`, and coming back to where the signal was
/// before costs nothing: what leaps away and back within `excursionSeconds` is flagged whole.
///
/// A sample consistent with the last one that stands is given at once. Otherwise it and what follows are held
/// back until the signal is back, or has stayed elsewhere for longer than an excursion, for 2 ·
/// `excursionSeconds` at most. At the start, and after a silence longer than that, no sample stands yet, and
/// three that fit together are waited for.
///
/// For a heart rate 10 a minute and second is the fastest that is common: in the 4-second exercise test the
/// interval between beats shortens by a factor of 1.63 in the median of ages 18 to 30 (Araújo, Castro, Franca
/// & Ramos 2015), which from 62 a minute is 39 in 4 s; a sensor that averages over some seconds shows less.
/// - Complexity: constant a sample while they are consistent, else linear in the samples held back, 512 at
///   most.
public struct RateOfChangeStage: Stage {
  public let maximumPerSecond: Double
  /// One step of the sensor: two rounded values may differ by that much more.
  public let resolution: Double
  public let excursionSeconds: Double

  /// The last sample that stands.
  private var root: Candidate?
  /// Usable samples since, and when the newest of them was taken.
  private var held: [Candidate] = []
  private var newest = 0.0
  /// From the first sample held back on.
  private var pending = SampleBlock()

  private static let fewest = 3
  private static let heldLimit = 512

  public init(maximumPerSecond: Double, resolution: Double = 0, excursionSeconds: Double = 10) {
    precondition(maximumPerSecond > 0, "a rate of \(maximumPerSecond) a second")
    precondition(resolution >= 0 && excursionSeconds > 0, "a resolution of \(resolution)")
    (self.maximumPerSecond, self.resolution) = (maximumPerSecond, resolution)
    self.excursionSeconds = excursionSeconds
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    let seconds = SecondsReader(input.clock)
    let (old, count) = (pending.count, input.count)
    pending.append(input)
    var free = 0
    for index in 0..<count {
      let place = old + index
      if let value = pending.usable(place) {
        hear(Candidate(value: Double(value), seconds: seconds[index], place: place))
      }
      if held.isEmpty { free = place + 1 }
    }
    for index in held.indices { held[index].place -= free }
    return pending.removeFirst(free)
  }

  public mutating func finish() -> SampleBlock {
    commit(best)
    root = nil
    return pending.removeFirst(pending.count)
  }

  private mutating func hear(_ sample: Candidate) {
    let silence = root == nil && held.isEmpty ? 0 : sample.seconds - newest
    newest = sample.seconds
    if silence > 2 * excursionSeconds {
      commit(best)
      root = nil
    }
    if held.isEmpty, let root, isConsistent(root, sample) {
      self.root = sample
      return
    }
    held.append(linked(sample, after: silence))
    let isOld = sample.seconds - held[0].seconds >= 2 * excursionSeconds
    if isCertain(held.count - 1) {
      commit(held.count - 1)
    } else if isOld || held.count >= Self.heldLimit {
      commit(best)
    }
  }

  @inline(__always)
  private func isConsistent(_ earlier: Candidate, _ later: Candidate) -> Bool {
    isWithin(earlier, later, later.seconds - earlier.seconds)
  }

  @inline(__always)
  private func isWithin(_ earlier: Candidate, _ later: Candidate, _ seconds: Double) -> Bool {
    abs(later.value - earlier.value) <= maximumPerSecond * seconds + resolution
  }

  /// The sample as the end of the best sequence of samples held back that begins after the root.
  ///
  /// - Parameter step: seconds since the sample before it.
  private func linked(_ sample: Candidate, after step: Double) -> Candidate {
    var sample = sample
    let weight = held.isEmpty && root == nil ? excursionSeconds / 100 : step
    let cost = { (earlier: Candidate) in
      isWithin(earlier, sample, step) ? 0 : excursionSeconds / 2
    }
    if let root {
      if isConsistent(root, sample) {
        sample.score = weight - cost(root)
        sample.isReturn = isWithin(root, sample, step)
      }
    } else {
      sample.score = weight
    }
    (sample.length, sample.kept) = (1, weight)
    for (index, other) in held.enumerated() where other.score > -.infinity && isConsistent(other, sample) {
      let score = other.score + weight - (index == held.count - 1 ? 0 : cost(other))
      guard score >= sample.score else { continue }
      (sample.score, sample.parent) = (score, index)
      (sample.length, sample.kept) = (other.length + 1, other.kept + weight)
      sample.isReturn = other.isReturn && index == held.count - 1
    }
    return sample
  }

  /// Whether nothing that may follow would make another sequence better than the one that ends there.
  private func isCertain(_ end: Int) -> Bool {
    let sample = held[end]
    guard sample.score > -.infinity else { return false }
    if root == nil, sample.length == held.count { return sample.length >= Self.fewest }
    if sample.isReturn, sample.length >= 2 { return true }
    let flagged = newest - (root?.seconds ?? held[0].seconds) - sample.kept
    return sample.kept > excursionSeconds + flagged && best == end
  }

  /// The end of the best sequence, the last of several; `nil` where none is consistent with the root.
  private var best: Int? {
    var best: Int?
    for (index, sample) in held.enumerated()
    where sample.score > -.infinity && sample.score >= (best.map { held[$0].score } ?? -.infinity) {
      best = index
    }
    return best
  }

  /// Lets the sequence that ends there stand and flags the others.
  private mutating func commit(_ end: Int?) {
    var stands = Array(repeating: false, count: held.count)
    var next = end
    while let index = next {
      stands[index] = true
      next = held[index].parent
    }
    for (index, sample) in held.enumerated() where !stands[index] {
      pending.flags[sample.place].insert(.rateOfChange)
    }
    if let end { root = held[end] }
    held.removeAll(keepingCapacity: true)
  }
}

/// A sample that may stand, as the end of the best sequence that does.
private struct Candidate {
  let value: Double
  let seconds: Double
  /// Among the samples not yet given.
  var place: Int
  /// Seconds of the samples in the sequence less what its gaps cost; −∞ where there is none.
  var score = -Double.infinity
  /// Seconds and number of the samples in it.
  var kept = 0.0
  var length = 0
  /// Whether it began where the root was, and has no gap since.
  var isReturn = false
  var parent: Int?

  init(value: Double, seconds: Double, place: Int) {
    (self.value, self.seconds, self.place) = (value, seconds, place)
  }
}
