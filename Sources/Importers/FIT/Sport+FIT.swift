import Domain

extension Sport {
  /// The sport of a session message, or of a sport message: the nearest one that Sideline knows.
  init(fitSport: Int64?, subSport: Int64?) {
    let kind = FITProfile.subSports[subSport]
    switch FITProfile.sports[fitSport] {
    case "running": self = .running
    case "walking", "hiking": self = .walking
    case "cycling", "e_biking": self = .cycling
    case "swimming": self = .swimming
    case "rowing": self = .rowing
    case "multisport": self = .multisport
    case "basketball", "soccer", "tennis", "american_football", "baseball", "racket", "cricket",
      "rugby", "hockey", "lacrosse", "volleyball":
      self = .ball
    case "training", "fitness_equipment", "generic", nil: self = Sport(fitExercise: kind)
    default: self = .other
    }
  }

  /// What the kind alone tells, where the sport is no more than exercise.
  private init(fitExercise kind: String?) {
    switch kind {
    case "treadmill", "indoor_running": self = .running
    case "indoor_walking": self = .walking
    case "spin", "indoor_cycling": self = .cycling
    case "lap_swimming", "open_water": self = .swimming
    case "indoor_rowing": self = .rowing
    case "strength_training": self = .strength
    default: self = .other
    }
  }
}
