import Domain
import Testing
import ViewModels

/// What differs between two weeks, in words, and the sentences that need their facts right.
@Suite struct PlanWordsTests {
  private func parts(_ change: SessionChange, _ group: EventGroup = .distance) -> [String] {
    let (mark, subject, detail) = change.parts(for: group)
    return [mark, subject, detail]
  }
  private func changed(_ change: (inout PlannedSession) -> Void) -> [String] {
    let old = PlanSample.sessions()[2]
    var new = old
    change(&new)
    return parts(.changed(new, from: old))
  }

  @Test func `a difference is a sign, a session and what differs`() {
    let (easy, tempo) = (PlanSample.sessions()[0], PlanSample.sessions()[2])
    #expect(parts(.added(easy)) == ["+", "Easy run on Mon", "40 min"])
    #expect(parts(.added(easy), .ball) == ["+", "Easy session on Mon", "40 min"])
    #expect(parts(.removed(tempo)) == ["−", "Tempo of Wed", "45 min out"])
    #expect(parts(.moved(tempo, from: easy.day)) == ["→", "Tempo", "Mon to Wed"])
  }

  @Test func `of a changed session the first that differs is named`() {
    #expect(changed { $0.minutes = 50 } == ["~", "Tempo", "45 to 50 min"])
    #expect(changed { $0.intensity = 6.5 } == ["~", "Tempo", "RPE 5 to 6.5"])
    #expect(changed { $0.start = nil } == ["~", "Tempo", "17:30 to no hour"])
    #expect(changed { $0.start = 425 } == ["~", "Tempo", "17:30 to 07:05"])
    #expect(changed { $0.type = .speed } == ["~", "Speed", "was Tempo"])
    let rest = WorkRest(repetitions: 3, workSeconds: 600, restSeconds: 120)
    #expect(changed { $0.workRest = rest } == ["~", "Tempo", "other repetitions"])
  }

  @Test func `another strategy is not told as other repetitions`() {
    #expect(changed { $0.strategy = "tempo-ladder" }.last != "other repetitions")
  }

  @Test func `a decision of another day is not said to be at a day`() {
    let error = PlanError.notProposed(
      .approved(by: PlanSample.coach, at: Sample.at(Sample.today.advanced(by: -2), 9, 0)))
    let sentence = error.sentence(name: { _ in "Li Na" }, clock: Sample.clock)
    #expect(!sentence.contains("at Mon 23"))
  }

  @Test func `a hot day that is not known leaves no gap`() {
    #expect(!LimitCheck(rule: .heat, bound: 60, value: 30).line.contains(" :"))
  }

  @Test func `a judgement needs somebody signed in`() {
    var state = EntrySample.workbench()
    state.coach = nil
    for keys in ["A", "L d", "L k"] {
      #expect(press(&state, keys).isEmpty)
      #expect(
        state.message == Message(.act, "A judgement is somebody’s. C in the roster signs a coach in."))
    }
  }
}
