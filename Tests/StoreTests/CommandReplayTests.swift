import Domain
import Foundation
import Testing

@testable import Store

/// A log of every command there is makes the same database again.
@Suite struct CommandReplayTests {
  @Test func `the log has every command there is`() {
    #expect(Set(everyCommand.map(\.command.name)).count == 36)
  }

  @Test func `a replay of every command gives the same hash`() throws {
    try inFolder { folder in
      let one = try folder.store("one.sqlite", secret: 1)
      for envelope in everyCommand { try one.perform(envelope) }
      let lines = try everyCommand.map { try JSONEncoder().encode($0) }
      let other = try folder.store("other.sqlite", secret: 2)
      try other.perform(lines.map { try JSONDecoder().decode(CommandEnvelope.self, from: $0) })
      #expect(try other.logicalHash() == one.logicalHash())
      #expect(try other.failedChecks() == [])
    }
  }

  /// Otherwise the hash above would say nothing about it.
  @Test(arguments: [
    "session_link", "wellness", "test_result", "injury", "availability", "target_event",
    "training_phase", "comment", "athlete_merge", "plan_export", "limit_setting", "training_template",
    "day_condition", "decision_timing", "judgement",
  ])
  func `a row less is another hash`(table: String) throws {
    try inFolder { folder in
      let store = try folder.store()
      for envelope in everyCommand { try store.perform(envelope) }
      let hash = try store.logicalHash()
      try runRaw("DELETE FROM \(table)", on: store.path)
      #expect(try store.logicalHash() != hash)
    }
  }

  @Test func `every command adds one event with its own name`() throws {
    try inFolder { folder in
      let store = try folder.store()
      for envelope in everyCommand { try store.perform(envelope) }
      let events = try store.events(limit: 100).reversed()
      #expect(events.map(\.name) == everyCommand.map(\.command.name))
      #expect(events.map(\.id) == everyCommand.map(\.id))
      #expect(events.map(\.subject) == everyCommand.map(\.command.subject))
    }
  }

  @Test func `a command marks the row of whoever it is about and of nobody else`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      for (index, command) in oneOfEverything(about: 1, base: 100).enumerated() {
        try store.save([summary(1), summary(2)])
        try store.perform(log([command], from: 1000 + UInt64(index)))
        #expect(
          try store.staleness(of: [AthleteID(bits: 1), AthleteID(bits: 2)])
            == [AthleteID(bits: 1): 1, AthleteID(bits: 2): 0], "\(command.name)")
      }
    }
  }
}

private let everyCommand: [CommandEnvelope] = {
  let coach = Coach(id: CoachID(bits: 1))
  let knee = EntryKey.injury(AthleteID(bits: 1), onset: today, .knee)
  let (two, three, four) = (AthleteID(bits: 2), AthleteID(bits: 3), AthleteID(bits: 4))
  let commands: [Command] =
    [.setCalendar(SimulatedCalendar(morning: morning, utcOffsetSeconds: 28_800))] + people
    + [.saveAthletes([athlete(3), athlete(4)]), .saveCoach(coach)]
    + oneOfEverything(about: 1, base: 100) + oneOfEverything(about: 2, base: 200)
    + oneOfEverything(about: 4, base: 400)
    + [
      .liftHold(knee), .removeEntries([.wellness(AthleteID(bits: 1), today)]),
      .removeEntries([.session(two, SessionID(bits: 201)), .phase(two, TrainingPhaseID(bits: 200))]),
      .mergeAthletes(two, into: three), .splitAthletes(two, from: three),
      .mergeAthletes(two, into: three), .eraseAthlete(three), .unEraseAthlete(three),
      .proposePlan(plan(1)), .approvePlan(PlanID(bits: 1), limits: held), .withdrawApproval(PlanID(bits: 1)),
      .linkSession(SessionID(bits: 102), .chosen(PlannedSessionID(bits: 10))),
      .eraseAthlete(four),
    ] + planning
  return log(commands, by: headCoach)
}()

/// Every command of the third migration, each leaving a row behind.
private let planning: [Command] = [
  .proposePlan(own(3)), .revisePlan(PlanID(bits: 3), [evening(31)], limits: [overRamp]),
  .approvePlan(PlanID(bits: 1), limits: held),
  .approvePlan(PlanID(bits: 3), limits: held, replacing: PlanID(bits: 1)),
  .rejectPlan(PlanID(bits: 1), .eventMoved), .reopenPlan(PlanID(bits: 1)),
  .rejectPlan(PlanID(bits: 1), .other),
  .setLimit(limit()), .setLimit(limit(.athlete(her), .restDays, 2)), .clearLimit(.athlete(her), .restDays),
  .saveTemplate(template),
  .saveTemplate(TrainingTemplate(id: TrainingTemplateID(bits: 2), days: 1, slots: [])),
  .removeTemplate(TrainingTemplateID(bits: 2)),
  .recordConditions([
    DayCondition(squad: nil, day: today, wetBulbGlobe: 31.5),
    DayCondition(squad: SquadID(bits: 1), day: today, wetBulbGlobe: 28),
  ]), .removeCondition(SquadID(bits: 1), today), .recordTimings([timing(1, .plan(PlanID(bits: 3)))]),
  .recordExports([PlanID(bits: 3), PlanID(bits: 3)]), .recordJudgements([judgement(1)]),
]
