public import Domain

extension Bout.Kind {
  public var word: String {
    switch self {
    case .warmUp: "warm-up"
    case .work: "work"
    case .rest: "rest"
    case .coolDown: "cool-down"
    case .steady: "steady"
    }
  }
}

extension Bout.Trust {
  public var word: String {
    switch self {
    case .good: "good"
    case .flagged(let count): "! \(count) flagged"
    case .gap: "╱ gap"
    }
  }
}

extension EffortSource {
  public var word: String {
    switch self {
    case .power: "power"
    case .speed: "pace"
    case .heartRate: "heart rate"
    }
  }
}

extension Decoupling {
  public var title: String { "Decoupling \(signed(share * 100, decimals: 1)) %" }
  public var sentence: String {
    "estimated: \(source.word) by heart rate of the second half against the first (Friel), \(stopwatch(seconds: seconds)) compared"
  }
}

extension DecouplingRefusal {
  public var sentence: String {
    switch self {
    case .noHeartRate: "needs a heart rate, and there is none"
    case .noEffort: "needs power or pace, and there is neither"
    case .tooShort(let seconds, let need):
      "needs \(stopwatch(seconds: need)) in motion after the warm-up and has \(stopwatch(seconds: seconds))"
    case .notSteady(let variation, let most):
      "needs a steady effort: it varies by \(figure(variation * 100)) %, \(figure(most * 100)) % is the most"
    }
  }
}

extension CriticalEffort {
  public var title: String {
    source == .power
      ? "Critical power \(figure(critical.value)) W"
      : "Critical speed \(figure(critical.value, decimals: 2)) m/s"
  }

  public var sentences: [String] {
    let decimals = source == .power ? 0 : 2
    let (unit, reserve) = source == .power ? ("W", "W′") : ("m/s", "D′")
    let lengths = efforts.map { stopwatch(seconds: $0.seconds) }.joined(separator: ", ")
    return [
      "estimated: \(figure(critical.low, decimals: decimals))–\(figure(critical.high, decimals: decimals)) \(unit) (95 %), \(reserve) \(figure(capacity.value)) \(source == .power ? "J" : "m"), from best efforts over \(lengths)",
      "holds only if each of them was all the athlete had, which a recording cannot say",
    ]
  }
}

extension CriticalEffortRefusal {
  public var sentence: String {
    switch self {
    case .tooFewEfforts(let have, let need):
      "needs \(need) best efforts of 2 to 20 minutes and has \(have)"
    case .tooAlike(let ratio, let need):
      "needs efforts of different lengths: the longest is \(figure(ratio, decimals: 1)) times the shortest, \(figure(need, decimals: 1)) is needed"
    case .uncertain(let share, let most):
      "refused: its standard error is \(figure(share * 100)) % of it, \(figure(most * 100)) % is the most"
    case .notPositive: "refused: these efforts give no reserve above what is critical"
    }
  }
}
