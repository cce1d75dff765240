import Domain
import Testing

@testable import Store

/// The database's choice of the version that counts is the domain's, whatever happened to the week.
@Suite struct CountingVersionTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `the version that counts is the same in the database as in the domain`(seed: UInt64) throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people + [.saveCoach(Coach(id: CoachID(bits: 3)))]))
      var generator = SeededGenerator(seed: seed)
      let weeks = (0..<3).map { nextWeek.advanced(by: $0) }
      var count: [Int: Int] = [:]
      for step in 0..<40 as Range<UInt64> {
        let place = Int.random(in: 0..<3, using: &generator)
        let versions = try store.plans(of: her, week: weeks[place])
        let command = Self.command(
          step, weeks[place], versions, next: (count[place] ?? 0) + 1, using: &generator)
        let isRefused = refusal { try store.perform([command]) } != nil
        if case .proposePlan = command.command { count[place, default: 0] += isRefused ? 0 : 1 }
        try Self.compare(weeks, in: store, at: step)
      }
      #expect(try store.failedChecks() == [])
    }
  }

  private static func compare(_ weeks: [Week], in store: Store, at step: UInt64) throws {
    let wanted = try weeks.compactMap { Plan.counting(try store.plans(of: her, week: $0)) }
    #expect(
      try store.plans(of: her, from: weeks[0].monday, through: weeks[2].sunday) == wanted, "step \(step)")
    // From the middle of a week to the first day of the last one: the same weeks.
    let (from, through) = (weeks[0].monday.advanced(by: 3), weeks[2].monday)
    #expect(try store.plans(of: her, from: from, through: through) == wanted, "step \(step)")
    let middle = wanted.filter { $0.week == weeks[1] }
    #expect(try store.plans(of: her, from: weeks[1].sunday, through: weeks[1].sunday) == middle)
  }

  private static func command(
    _ step: UInt64, _ week: Week, _ versions: [Plan], next: Int, using generator: inout SeededGenerator
  ) -> CommandEnvelope {
    let coach = CoachID(bits: Bool.random(using: &generator) ? 1 : 3)
    let actor = Actor.coach(coach, role: .head)
    let any = versions.randomElement(using: &generator)
    let other = versions.first(where: \.isApproved)?.id
    let command: Command =
      switch Int.random(in: 0..<8, using: &generator) {
      case 0, 1: .proposePlan(proposal(step, week, next, .policy(.fixedSchedule, seed: step)))
      case 2: .proposePlan(proposal(step, week, next, .coach(coach, from: any?.id)))
      case 3: any.map { .approvePlan($0.id, limits: held) } ?? .clearLimit(.athlete(her), .taper)
      case 4:
        any.map { .approvePlan($0.id, limits: held, replacing: other) } ?? .clearLimit(.athlete(her), .taper)
      case 5: any.map { .rejectPlan($0.id, .other) } ?? .clearLimit(.athlete(her), .taper)
      case 6: any.map { .reopenPlan($0.id) } ?? .clearLimit(.athlete(her), .taper)
      default: any.map { .withdrawApproval($0.id) } ?? .clearLimit(.athlete(her), .taper)
      }
    return log([command], from: 1000 + step, by: actor)[0]
  }

  private static func proposal(_ step: UInt64, _ week: Week, _ version: Int, _ author: Plan.Author) -> Plan {
    Plan(
      id: PlanID(bits: 100 + step), athlete: her, week: week, version: version, author: author,
      sessions: [evening(500 + step, on: week.monday)], proposedAt: morning, limits: held)
  }
}
