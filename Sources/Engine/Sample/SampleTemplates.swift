import Domain

/// One training session of a week's template.
struct SampleSlot: Sendable {
  var type: SessionType
  var minutes: Int
  /// The intended rating of perceived exertion.
  var rating: Double

  init(_ type: SessionType, _ minutes: Int, _ rating: Double) {
    self.type = type
    self.minutes = minutes
    self.rating = rating
  }
}

/// The weeks that groups train by: hard and easy days in turn, and days of rest.
enum SampleTemplates {
  /// Seven days from Monday; `nil` is a day of rest. Every second week has its variations.
  static func week(of athlete: Athlete, isSecond: Bool) -> [SampleSlot?] {
    var slots = week(of: athlete.eventGroup, isSecond: isSecond)
    if athlete.level == .elite, let rest = slots.firstIndex(where: { $0 == nil }) {
      slots[rest] = SampleSlot(.easy, 50, 3)
    }
    let isHalfTime = athlete.population == .youth || athlete.population == .retired
    if isHalfTime, athlete.eventGroup != .general { slots[0] = nil }
    return slots
  }

  /// Pauses that suit the group; seconds of work and of rest.
  static func intervals(of group: EventGroup) -> [WorkRest] {
    switch group {
    case .sprint:
      [work(6, 35, 240), work(5, 45, 300), work(8, 25, 180)]
    case .distance:
      [work(8, 78, 90), work(5, 160, 150), work(10, 60, 60), work(6, 240, 120), work(12, 45, 45)]
    case .throw, .ball, .general:
      [work(4, 240, 180), work(12, 30, 30), work(8, 60, 90)]
    }
  }

  /// Threshold work in pieces; `nil` is one piece.
  static let tempos: [WorkRest?] = [work(3, 600, 120), work(2, 900, 180), work(4, 480, 90), nil]

  private static func work(_ repetitions: Int, _ work: Int, _ rest: Int) -> WorkRest {
    WorkRest(repetitions: repetitions, workSeconds: work, restSeconds: rest)
  }

  private static func week(of group: EventGroup, isSecond: Bool) -> [SampleSlot?] {
    switch group {
    case .sprint:
      [
        SampleSlot(.speed, 75, 6.5), SampleSlot(.strength, 55, 5.5), nil, SampleSlot(.intervals, 65, 8),
        SampleSlot(.technique, 45, 3.5),
        isSecond ? SampleSlot(.speed, 65, 6) : SampleSlot(.strength, 60, 6.5),
        nil,
      ]
    case .distance:
      [
        SampleSlot(.easy, 45, 3), SampleSlot(.intervals, 65, 8),
        isSecond ? SampleSlot(.strength, 45, 5) : SampleSlot(.easy, 50, 3.5), SampleSlot(.tempo, 60, 7),
        nil, SampleSlot(.long, 85, 6), nil,
      ]
    case .throw:
      [
        SampleSlot(.technique, 80, 6), SampleSlot(.strength, 70, 7), nil, SampleSlot(.technique, 75, 6),
        SampleSlot(.strength, 60, 6.5), isSecond ? SampleSlot(.easy, 35, 3) : SampleSlot(.technique, 50, 5),
        nil,
      ]
    case .ball:
      [
        SampleSlot(.tactics, 75, 5), SampleSlot(.fitness, 60, 7), SampleSlot(.technique, 60, 4),
        SampleSlot(.intervals, 60, 7.5), nil,
        isSecond ? SampleSlot(.competition, 80, 7.5) : SampleSlot(.tactics, 85, 6.5), nil,
      ]
    case .general:
      [
        SampleSlot(.easy, 50, 4), nil, SampleSlot(.fitness, 50, 5), nil, SampleSlot(.easy, 60, 4.5),
        isSecond ? nil : SampleSlot(.flexibility, 40, 2), nil,
      ]
    }
  }
}
