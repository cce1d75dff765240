import Domain

extension Sport {
  /// The sport that a file names in its own words, such as `Biking`, `trail_running` or `VirtualRide`.
  init(words text: String) {
    self = text.words.lazy.compactMap { sports[$0] }.first ?? .other
  }
}

/// Strava writes 1 for a ride and 9 for a run.
private let sports: [String: Sport] = [
  "run": .running, "running": .running, "jogging": .running, "treadmill": .running, "9": .running,
  "walk": .walking, "walking": .walking, "hike": .walking, "hiking": .walking,
  "bike": .cycling, "biking": .cycling, "cycling": .cycling, "ride": .cycling, "mtb": .cycling, "1": .cycling,
  "swim": .swimming, "swimming": .swimming,
  "row": .rowing, "rowing": .rowing,
  "strength": .strength, "weight": .strength, "weightlifting": .strength,
  "ball": .ball, "football": .ball, "soccer": .ball, "basketball": .ball, "handball": .ball,
  "volleyball": .ball, "tennis": .ball, "badminton": .ball, "rugby": .ball, "hockey": .ball,
  "athletics": .athletics,
  "multisport": .multisport, "triathlon": .multisport, "duathlon": .multisport,
]

extension String {
  /// In small letters. A capital behind a small letter begins a word.
  fileprivate var words: [String] {
    var words: [String] = []
    var wasSmall = false
    var isInside = false
    for letter in self {
      let isPart = letter.isLetter || letter.isNumber
      if isPart {
        if !isInside || (wasSmall && letter.isUppercase) { words.append("") }
        words[words.count - 1] += letter.lowercased()
      }
      isInside = isPart
      wasSmall = letter.isLowercase
    }
    return words
  }
}
