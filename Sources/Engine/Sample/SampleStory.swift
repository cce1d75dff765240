package import Domain

/// What happens to a scripted person in the last weeks.
package enum SampleStory: Hashable, Sendable {
  case lowVariability, soreThrower, backFromInjury, silentStrap, monotonousWeek, loadJump
  case tiredForm, neverRecorded
  case openInjury(Injury.BodyPart, daysAgo: Int)

  /// How many of the last days bring no news from the silent strap.
  static let silentDays = 8

  /// The week's load against the usual, in place of the calendar's; 0 weeks left is the last week.
  func weekFactor(weeksLeft: Int) -> Double? {
    let factors: [Double] =
      switch self {
      case .lowVariability: [1.3, 1.15, 1]
      case .backFromInjury: [0.6]
      case .loadJump: [1.6]
      case .tiredForm: [1.8, 1.5, 1.1]
      default: []
      }
    return weeksLeft < factors.count ? factors[weeksLeft] : nil
  }
}
