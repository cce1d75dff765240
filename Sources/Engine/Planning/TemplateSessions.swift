public import Domain
import Numerics

/// What a template puts on these days when its first turn begins on `first` and its turns follow one another, however
/// many days one has.
///
/// - Parameter seed: of the sessions' ids; the same seed and days give the same ids.
public func sessions(
  of template: TrainingTemplate, from first: Day, on days: [Day], block: String? = nil, seed: UInt64
) -> [PlannedSession] {
  days.flatMap { day in
    template.slots(on: day, from: first).enumerated().map { place, slot in
      var ids = Randomness(seed: seed).stream(.identifiers, day.number, place)
      return PlannedSession(
        id: PlannedSessionID(bits: ids.next()), day: day, start: slot.start, type: slot.type,
        minutes: slot.minutes, intensity: slot.intensity, workRest: slot.workRest, block: block,
        strategy: slot.strategy)
    }
  }
}

/// A week's sessions as a template of seven days, to be used again.
public func template(_ id: TrainingTemplateID, of plan: Plan) -> TrainingTemplate {
  TrainingTemplate(
    id: id, days: 7,
    slots: plan.sessions.map { session in
      TrainingTemplate.Slot(
        day: plan.week.monday.distance(to: session.day), start: session.start, type: session.type,
        minutes: session.minutes, intensity: session.intensity, workRest: session.workRest,
        strategy: session.strategy)
    })
}
