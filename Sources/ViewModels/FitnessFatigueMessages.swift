public import Domain

// What the fitness–fatigue model says, and why it says nothing.

extension FitnessFatigueRefusal {
  /// Why there is no fit, and what would make one.
  public var sentence: String {
    switch self {
    case .noPerformances:
      "Refused: no result of a race or test is on file to fit it to. Add results of one test."
    case .tooFewPerformances(let item, let have, let need):
      "Refused: \(counted(have, "result")) of \(item.word) known, it needs \(need)."
    case .noLoadVariation:
      "Refused: the load hardly varied, so no result can be traced to it. It needs easy and hard weeks."
    case .notIdentifiable(let item, let ambiguity): "Refused: " + ambiguity.sentence(item)
    }
  }
}

extension FitnessFatigueRefusal.Ambiguity {
  func sentence(_ item: TestResult.Item) -> String {
    switch self {
    case .gainMayBeZero:
      "by the results of \(item.word) training may have gained nothing. More results narrow it."
    case .timeConstantAtBound(let days):
      "the results of \(item.word) fit best at \(figure(days)) days, the end of what is sought. They do not tell how fast an effect fades."
    case .effectsAlike:
      "fitness and fatigue cannot be told apart in the results of \(item.word). Test in easy and in hard weeks."
    case .unstable(let share):
      "\(percent(share)) of the fits to redrawn results of \(item.word) find no model. More results steady it."
    }
  }
}

extension FitnessFatigueFit {
  /// Label and value of each line that is shown, with 95 % intervals.
  public var lines: [(label: String, value: String)] {
    func days(_ estimate: Estimate) -> String {
      "\(figure(estimate.value)) d, \(figure(estimate.low)) to \(figure(estimate.high))"
    }
    func gain(_ estimate: Estimate) -> String {
      let numbers = [estimate.value, estimate.low, estimate.high].map { figure($0, decimals: 3) }
      return "\(numbers[0]), \(numbers[1]) to \(numbers[2])"
    }
    return [
      ("Fitness fades in", days(fitnessDays)), ("Fatigue fades in", days(fatigueDays)),
      ("Gain a unit", gain(fitnessGain)), ("Loss a unit", gain(fatigueGain)),
    ]
  }

  /// `Fitted to 22 results of CMJ, r² 0.61; in brackets 95 %.`
  public var summary: String {
    "\(counted(performances, "result")) of \(item.word), r² \(figure(r2, decimals: 2)). Ranges are 95 % intervals."
  }
}
