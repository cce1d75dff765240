public import Domain
import Engine
public import Store
public import ViewModels

// How decisions were taken: recorded as they end, and reported.
extension Desk {
  /// Keeps how long a decision took, under an id of its own.
  public func record(_ timing: DecisionTiming, as actor: Actor) throws(StoreError) {
    var timing = timing
    timing.id = world.identifier(of: DecisionTiming.self)
    try perform(.recordTimings([timing]), as: actor)
  }

  /// The report over every decision on file, and the last two hundred, newest first.
  ///
  /// The draws of the intervals have a fixed seed: the same decisions give the same report.
  public func decisions() throws(StoreError) -> (report: DecisionReport, recent: [DecisionsState.Line]) {
    let timings = try store.timings()
    let report = decisionReport(timings, utcOffsetSeconds: world.utcOffsetSeconds, seed: 7)
    let recent = Array(timings.suffix(200).reversed())
    let identities = try store.identities(of: Array(Set(recent.map(\.athlete))))
    let lines = recent.map {
      DecisionsState.Line(timing: $0, name: shownName(identities[$0.athlete], $0.athlete))
    }
    return (report, lines)
  }
}
