import Domain
import Testing
import ViewModels

@Suite struct AthleteMessagesTests {
  @Test(arguments: [
    (
      FitnessFatigueRefusal.noPerformances,
      "Refused: no result of a race or test is on file to fit it to. Add results of one test."
    ),
    (
      .tooFewPerformances(.run3000m, have: 9, need: 15),
      "Refused: 9 results of 3000 m known, it needs 15."
    ),
    (
      .noLoadVariation,
      "Refused: the load hardly varied, so no result can be traced to it. It needs easy and hard weeks."
    ),
    (
      .notIdentifiable(.countermovementJump, .gainMayBeZero),
      "Refused: by the results of CMJ training may have gained nothing. More results narrow it."
    ),
    (
      .notIdentifiable(.countermovementJump, .timeConstantAtBound(days: 80)),
      "Refused: the results of CMJ fit best at 80 days, the end of what is sought. They do not tell how fast an effect fades."
    ),
    (
      .notIdentifiable(.countermovementJump, .effectsAlike),
      "Refused: fitness and fatigue cannot be told apart in the results of CMJ. Test in easy and in hard weeks."
    ),
    (
      .notIdentifiable(.countermovementJump, .unstable(share: 0.34)),
      "Refused: 34 % of the fits to redrawn results of CMJ find no model. More results steady it."
    ),
  ])
  func `a refused fit says why and what would make one`(
    refusal: FitnessFatigueRefusal, sentence: String
  ) {
    #expect(refusal.sentence == sentence)
    #expect(isPlain(refusal.sentence))
  }

  @Test func `a fit shows its constants with their intervals`() {
    func estimate(_ value: Double) -> FitnessFatigueFit.Estimate {
      .init(value, low: value * 0.8, high: value * 1.2)
    }
    let fit = FitnessFatigueFit(
      item: .countermovementJump, performances: 22, baseline: estimate(30),
      fitnessGain: estimate(0.01), fatigueGain: estimate(0.02), fitnessDays: estimate(40),
      fatigueDays: estimate(10), r2: 0.614)
    #expect(
      fit.lines.map(\.value) == [
        "40 d, 32 to 48", "10 d, 8 to 12", "0.010, 0.008 to 0.012", "0.020, 0.016 to 0.024",
      ])
    #expect(fit.summary == "22 results of CMJ, r² 0.61. Ranges are 95 % intervals.")
  }

  private static let reasons: [AttentionReason] = [
    .injuryOpen(.calf, since: Sample.today), .lnRMSSDBelowBand(days: 4, mean: 4, low: 4.1, high: 4.3),
    .lnRMSSDAboveBand(days: 8, mean: 4, low: 4.1, high: 4.3),
    .restingHeartRateAboveBand(days: 3, mean: 55, low: 48, high: 51), .formBelow(form: -90, limit: -80),
    .weekLoadAbove(week: 3000, usual: 2000, unit: .sessionRPE),
    .rampAbove(perWeek: 30, limit: 20, unit: .sessionRPE), .monotonyHigh(value: 2.4, usual: 1.2),
    .soreness(mornings: 3, value: 5, worst: 5),
    .runBeyondLongest(Sample.today, meters: 18_000, longest: 12_000),
    .noWellness(days: 4), .noData(days: 9), .neverRecorded, .planWaiting(since: Sample.clock.now),
  ]

  @Test(arguments: reasons)
  func `every reason names its rule, its points and its data`(reason: AttentionReason) {
    let lines = reason.provenance(AttentionSettings())
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("rule: "))
    #expect(lines[1].hasPrefix("counts "))
    #expect(lines[2].hasPrefix("data: "))
    #expect(lines.allSatisfy(isPlain))
  }

  @Test func `a rule's limit and points are those of the settings`() {
    var settings = AttentionSettings()
    settings.monotony = 2.5
    settings.weights[.monotony] = .init(17)
    let lines = AttentionReason.monotonyHigh(value: 3, usual: 1).provenance(settings)
    #expect(
      lines[0]
        == "rule: monotony above 2.5 and above 1.5 × the own median; mean over sample standard deviation of seven days (Foster 1998)"
    )
    #expect(lines[1] == "counts 17 points")
    let below = AttentionReason.lnRMSSDBelowBand(days: 4, mean: 4, low: 4.1, high: 4.3).provenance(
      AttentionSettings())
    #expect(below[1] == "counts 34 points: 30, and 1 for each day, at most 7")
    let form = AttentionReason.formBelow(form: -119, limit: -90).provenance(AttentionSettings())
    #expect(form[0] == "rule: form below −30 % of fitness, from 28 days of loads on")
    #expect(form[1] == "counts 27.9 points: 25, and 0.1 for each unit of load below the limit, at most 10")
  }
}
