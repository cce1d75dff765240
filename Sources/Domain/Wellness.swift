/// How one morning felt, and what was measured on it.
public struct Wellness: Hashable, Sendable, Codable {
  public var athlete: AthleteID
  public var day: Day
  public var sleepHours: Double?
  public var restingHeartRate: Int?
  /// Natural logarithm of the morning's RMSSD in milliseconds.
  public var lnRMSSD: Double?
  /// Each answer with the scale it was given on; an item that was not answered is not there.
  public var ratings: [WellnessItem: WellnessRating]
  public var origin: Origin

  public init(
    athlete: AthleteID, day: Day, sleepHours: Double? = nil, restingHeartRate: Int? = nil,
    lnRMSSD: Double? = nil, ratings: [WellnessItem: WellnessRating] = [:],
    origin: Origin = .measured
  ) {
    self.athlete = athlete
    self.day = day
    self.sleepHours = sleepHours
    self.restingHeartRate = restingHeartRate
    self.lnRMSSD = lnRMSSD
    self.ratings = ratings
    self.origin = origin
  }

  /// This morning with what `later` adds; where both say something, `later` counts.
  public func merged(with later: Wellness) -> Wellness {
    var merged = later
    merged.sleepHours = later.sleepHours ?? sleepHours
    merged.restingHeartRate = later.restingHeartRate ?? restingHeartRate
    merged.lnRMSSD = later.lnRMSSD ?? lnRMSSD
    merged.ratings = ratings.merging(later.ratings) { $1 }
    merged.origin = origin.combined(with: later.origin)
    return merged
  }

  /// The set its answers were asked with, when they all agree on one.
  public var questionnaire: Questionnaire? {
    let answers = ratings.filter { $0.key != .readiness }
    guard !answers.isEmpty else { return nil }
    return Questionnaire.allCases.first { set in
      answers.allSatisfy { $1.scale == set.scale && $1.polarity == set.polarity(of: $0) }
    }
  }

  public var isEmpty: Bool {
    sleepHours == nil && restingHeartRate == nil && lnRMSSD == nil && ratings.isEmpty
  }
}

/// What a morning questionnaire asks.
public enum WellnessItem: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
  case fatigue, soreness, stress, mood, sleepQuality, readiness
  /// How well the athlete's own technique felt.
  case technique

  /// Whether more of it is good.
  public var isGood: Bool {
    switch self {
    case .fatigue, .soreness, .stress: false
    case .mood, .sleepQuality, .readiness, .technique: true
    }
  }
}

/// One answer: the number as it was given, and which way its scale runs.
public struct WellnessRating: Hashable, Sendable, Codable {
  public var value: Int
  public var scale: RatingScale
  public var polarity: Polarity

  /// - Returns: `nil` when the value is not on the scale.
  public init?(_ value: Int, on scale: RatingScale, _ polarity: Polarity) {
    guard scale.range.contains(value) else { return nil }
    self.value = value
    self.scale = scale
    self.polarity = polarity
  }

  /// 0 at the best end of its scale, 1 at the worst: comparable between scales, never averaged across them.
  public var severity: Double {
    let share =
      Double(value - scale.range.lowerBound) / Double(scale.range.upperBound - scale.range.lowerBound)
    return polarity == .higherIsWorse ? share : 1 - share
  }

  /// Whether two answers may stand in one series.
  public func isComparable(with other: WellnessRating) -> Bool {
    scale == other.scale && polarity == other.polarity
  }
}

public enum RatingScale: String, CaseIterable, Sendable, Codable {
  case oneToFive, oneToSeven, zeroToTen
  public var range: ClosedRange<Int> {
    switch self {
    case .oneToFive: 1...5
    case .oneToSeven: 1...7
    case .zeroToTen: 0...10
    }
  }
}

public enum Polarity: String, CaseIterable, Sendable, Codable { case higherIsBetter, higherIsWorse }

/// A set of morning questions with one scale. The sets run in opposite directions, so an answer keeps its own.
public enum Questionnaire: String, CaseIterable, Sendable, Codable {
  /// 1 to 5, how much of it: 5 is very sore, very tired, and the best mood.
  case amount
  /// 1 to 5 where 5 is best in every item (McLean et al. 2010).
  case wellbeing
  /// Hooper's index, 1 to 7 where 7 is worst in every item (Hooper & Mackinnon 1995).
  case hooper

  public var scale: RatingScale { self == .hooper ? .oneToSeven : .oneToFive }

  public func polarity(of item: WellnessItem) -> Polarity {
    switch self {
    case .amount: item.isGood ? .higherIsBetter : .higherIsWorse
    case .wellbeing: .higherIsBetter
    case .hooper: .higherIsWorse
    }
  }

  /// The items it asks for.
  public var items: [WellnessItem] {
    switch self {
    case .amount: [.fatigue, .soreness, .stress, .mood, .technique]
    case .wellbeing: [.fatigue, .sleepQuality, .soreness, .stress, .mood, .technique]
    case .hooper: [.sleepQuality, .stress, .fatigue, .soreness]
    }
  }

  /// The answer as this set counts; readiness is 0 to 10 in every set. `nil` when it is not on the scale.
  public func rating(_ value: Int, of item: WellnessItem) -> WellnessRating? {
    item == .readiness
      ? WellnessRating(value, on: .zeroToTen, .higherIsBetter)
      : WellnessRating(value, on: scale, polarity(of: item))
  }
}
