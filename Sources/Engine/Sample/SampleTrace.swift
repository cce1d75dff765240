import Numerics

/// What a watch and a strap saw, at even steps from the session's start.
struct SampleTrace: Sendable {
  let stepSeconds: Int
  /// Beats a minute; `nil` where the strap was silent.
  var heartRate: [Int32?] = []
  /// mm/s in steps of 50.
  var speed: [Int32] = []
  /// Steps a minute.
  var cadence: [Int32] = []

  /// The trace of `bouts`; every second of movement too when `withMovement`.
  init(
    of bouts: [SampleBout], traits: SampleTraits, stepSeconds: Int, withMovement: Bool,
    using generator: inout SeededGenerator
  ) {
    self.stepSeconds = stepSeconds
    var heart = SampleHeart(traits, step: Double(stepSeconds))
    var second = 0
    var end = 0
    var speedNow = 0.0
    var wander = 0.0
    for bout in bouts {
      end += bout.seconds
      while second < end {
        heartRate.append(heart.advance(at: bout.effort, using: &generator))
        if withMovement {
          if second % 8 == 0 { wander = 0.06 * (generator.uniform() + generator.uniform() - 1) }
          speedNow += (traits.speed * bout.pace + wander - speedNow) / 4
          append(speed: max(0, speedNow))
        }
        second += stepSeconds
      }
    }
  }

  private mutating func append(speed metresPerSecond: Double) {
    speed.append(Int32((metresPerSecond * 20).rounded()) * 50)
    let isWalking = metresPerSecond < 1.9
    let steps = isWalking ? 60 + 28 * metresPerSecond : 148 + 9 * (metresPerSecond - 1.9)
    cadence.append(Int32(steps.rounded()))
  }
}

extension SampleTrace {
  /// Adds what goes wrong with a strap: silence, a spike, and the cadence taken for the heart.
  mutating func addFaults(maximum: Int32, locksOnCadence: Bool, using generator: inout SeededGenerator) {
    let draw = generator.uniform()
    for _ in 0..<(draw < 0.55 ? 0 : draw < 0.85 ? 1 : 3) {
      let severity = generator.uniform()
      let length = severity < 0.7 ? 4...40 : severity < 0.95 ? 40...150 : 150...420
      cover(seconds: Int.random(in: length, using: &generator), using: &generator) { _ in nil }
    }
    if generator.uniform() < 0.08 {
      let spike = Int32.random(in: 212...238, using: &generator)
      cover(seconds: Int.random(in: 2...6, using: &generator), using: &generator) { $0 == nil ? nil : spike }
    }
    if locksOnCadence, generator.uniform() < 0.04 {
      let locked = min(maximum, Int32.random(in: 160...176, using: &generator))
      cover(seconds: Int.random(in: 60...240, using: &generator), using: &generator) {
        $0 == nil ? nil : locked
      }
    }
  }

  /// Changes a stretch of the heart rate that starts anywhere.
  private mutating func cover(
    seconds: Int, using generator: inout SeededGenerator, with change: (Int32?) -> Int32?
  ) {
    let length = max(1, seconds / stepSeconds)
    guard length < heartRate.count else { return }
    let start = Int.random(in: 0..<(heartRate.count - length), using: &generator)
    for index in start..<(start + length) { heartRate[index] = change(heartRate[index]) }
  }
}
