/// One result of one test.
public struct TestResult: Hashable, Sendable, Codable {
  public var athlete: AthleteID
  public var day: Day
  public var item: Item
  /// In the item's unit.
  public var value: Double
  /// The test's own typical error in the item's unit, when it is known: the standard deviation of repeated trials.
  public var typicalError: Double?
  public var origin: Origin

  public enum Item: String, CaseIterable, Sendable, Codable {
    case countermovementJump, standingLongJump, sprint30m, sprint50m, sitAndReach
    case run800m, run1000m, run1500m, run3000m, run5000m, yoyo, vo2max, thresholdPower
    case backSquat, gripStrength, pullUps, sitUps, vitalCapacity, bodyMass

    public var unit: String {
      switch self {
      case .countermovementJump, .standingLongJump, .sitAndReach: "cm"
      case .sprint30m, .sprint50m, .run800m, .run1000m, .run1500m, .run3000m, .run5000m: "s"
      case .yoyo: "m"
      case .vo2max: "ml/kg/min"
      case .thresholdPower: "W"
      case .backSquat, .gripStrength, .bodyMass: "kg"
      case .pullUps, .sitUps: "times"
      case .vitalCapacity: "ml"
      }
    }
    /// Whether less is better, as for times.
    public var lowerIsBetter: Bool {
      switch self {
      case .sprint30m, .sprint50m, .run800m, .run1000m, .run1500m, .run3000m, .run5000m: true
      default: false
      }
    }
    /// Whether it says something about performance; body mass does not.
    public var isPerformance: Bool { self != .bodyMass }

    /// What a person can reach in the item's unit; outside it is a slip of the pen or another unit.
    public var plausible: ClosedRange<Double> {
      switch self {
      case .countermovementJump: 5...120
      case .standingLongJump: 30...400
      case .sprint30m: 3...15
      case .sprint50m: 5...25
      case .sitAndReach: -40...60
      case .run800m: 95...900
      case .run1000m: 125...1200
      case .run1500m: 195...1800
      case .run3000m: 420...3600
      case .run5000m: 720...5400
      case .yoyo: 40...4000
      case .vo2max: 10...100
      case .thresholdPower: 40...600
      case .backSquat: 5...600
      case .gripStrength: 5...110
      case .pullUps, .sitUps: 0...150
      case .vitalCapacity: 500...10_000
      case .bodyMass: 20...250
      }
    }
  }

  public init(
    athlete: AthleteID, day: Day, item: Item, value: Double, typicalError: Double? = nil,
    origin: Origin = .measured
  ) {
    self.athlete = athlete
    self.day = day
    self.item = item
    self.value = value
    self.typicalError = typicalError
    self.origin = origin
  }
}
