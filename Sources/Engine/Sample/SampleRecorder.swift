import Domain
import Numerics

/// The watch: every second in the last fortnight, and before that only what changed, to keep the file small.
struct SampleRecorder: Sendable {
  let individual: SampleIndividual

  /// How long the watch keeps every second, days.
  static let detailedDays = 14

  func recording(of session: Session) -> Recording {
    let season = individual.season
    let day = session.day
    var generator = season.randomness.stream(
      .heartRate, individual.index, day.number - season.firstDay.number)
    let isDetailed = season.lastDay.number - day.number < Self.detailedDays
    let isRunning = session.sport == .running
    let bouts = SampleBout.bouts(of: session, group: individual.athlete.eventGroup, using: &generator)
    var trace = SampleTrace(
      of: bouts, traits: individual.traits, stepSeconds: isDetailed ? 1 : 2,
      withMovement: isDetailed && isRunning, using: &generator)
    trace.addFaults(
      maximum: Int32(individual.traits.maximum), locksOnCadence: isRunning, using: &generator)
    let kept = isDetailed ? Array(trace.heartRate.indices) : trace.indicesOfChanges()
    return Recording(
      sport: session.sport, start: session.start, utcOffsetSeconds: session.utcOffsetSeconds,
      device: Device(manufacturer: "simulated", product: "sample watch"),
      timestamps: kept.map { Int64($0 * trace.stepSeconds) * 1000 },
      channels: trace.channels(at: kept))
  }
}
