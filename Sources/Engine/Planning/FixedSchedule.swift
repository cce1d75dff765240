public import Domain
import Numerics

/// The fixed weekly schedule, the paper's Baseline A (Bo, section 4): one week per event group, scaled by level and age.
public struct FixedSchedule: PlanningPolicy {
  public init() {}
  public var id: PolicyID { .fixedSchedule }

  public func propose(_ request: PlanRequest) -> WeekProposal {
    var ids = Randomness(seed: request.seed).stream(
      .planning, Int(truncatingIfNeeded: request.athlete.id.rawValue), request.week.monday.number,
      request.version)
    let sessions = scaled(template(request.athlete.eventGroup), for: request).map { slot in
      PlannedSession(
        id: PlannedSessionID(bits: ids.next()), day: request.week.days[slot.weekday],
        type: slot.type, minutes: slot.minutes, intensity: slot.intensity, workRest: slot.workRest)
    }
    return heldToLimits(sessions, for: request)
  }

  struct Slot: Hashable {
    /// 0 is Monday.
    var weekday: Int
    var type: SessionType
    var minutes: Int
    /// CR-10.
    var intensity: Double
    var workRest: WorkRest?

    init(
      _ weekday: Int, _ type: SessionType, _ minutes: Int, _ intensity: Double,
      _ workRest: (repetitions: Int, work: Int, rest: Int)? = nil
    ) {
      self.weekday = weekday
      self.type = type
      self.minutes = minutes
      self.intensity = intensity
      self.workRest = workRest.map {
        WorkRest(repetitions: $0.repetitions, workSeconds: $0.work, restSeconds: $0.rest)
      }
    }
  }

  /// The week of a trained adult: sprint strength and speed, distance endurance, throw strength and flexibility, ball games technique, tactics and fitness.
  func template(_ group: EventGroup) -> [Slot] {
    switch group {
    case .sprint:
      [
        Slot(0, .speed, 70, 7, (6, 8, 180)), Slot(1, .strength, 60, 6), Slot(2, .easy, 40, 3),
        Slot(3, .speed, 75, 7, (8, 12, 240)), Slot(4, .strength, 60, 6),
        Slot(5, .technique, 50, 4),
      ]
    case .distance:
      [
        Slot(0, .easy, 50, 3), Slot(1, .intervals, 60, 8, (8, 90, 90)), Slot(2, .easy, 45, 3),
        Slot(3, .tempo, 60, 7, (3, 600, 120)), Slot(4, .strength, 40, 5), Slot(5, .long, 90, 5),
      ]
    case .throw:
      [
        Slot(0, .strength, 75, 7), Slot(1, .technique, 70, 5), Slot(2, .flexibility, 40, 3),
        Slot(3, .strength, 75, 7), Slot(4, .technique, 60, 4), Slot(5, .flexibility, 45, 3),
      ]
    case .ball:
      [
        Slot(0, .technique, 75, 5), Slot(1, .fitness, 60, 7, (10, 60, 60)),
        Slot(2, .tactics, 75, 4), Slot(3, .strength, 50, 6), Slot(4, .technique, 75, 5),
        Slot(5, .competition, 80, 8),
      ]
    case .general:
      [
        Slot(0, .easy, 40, 3), Slot(2, .strength, 40, 5), Slot(4, .easy, 40, 4),
        Slot(5, .flexibility, 40, 2),
      ]
    }
  }

  private func scaled(_ slots: [Slot], for request: PlanRequest) -> [Slot] {
    let byLevel: Double =
      switch request.athlete.level {
      case .novice: 0.75
      case .trained: 1
      case .elite: 1.2
      }
    let age = request.age ?? 25
    let byAge: Double = age < 18 ? 0.75 : age > 35 ? 0.85 : 1
    return slots.map { slot in
      var slot = slot
      slot.minutes = roundedToFive(Double(slot.minutes) * byLevel * byAge)
      if age < 18 || age > 35 { slot.intensity = min(slot.intensity, 7) }
      return slot
    }
  }
}

/// Minutes in fives, at least ten: what a coach would write.
func roundedToFive(_ minutes: Double) -> Int { max(10, Int((minutes / 5).rounded()) * 5) }
