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
