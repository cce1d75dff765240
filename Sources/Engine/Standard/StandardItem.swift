/// What the National Student Physical Health Standard (2014) asks of somebody.
///
/// The raw values are the names of the project's table and of columns.
public enum StandardItem: String, CaseIterable, Sendable, Codable {
  /// Body mass over stature squared, kg/m².
  case bodyMassIndex = "bmi"
  /// mL.
  case vitalCapacity = "vital_capacity"
  /// s.
  case run50m = "run_50m"
  /// cm beyond the toes.
  case sitAndReach = "sit_and_reach"
  /// cm.
  case standingLongJump = "standing_long_jump"
  /// Times.
  case pullUps = "pull_up"
  /// Times in a minute.
  case sitUps = "sit_up_1min"
  /// Times in a minute.
  case ropeSkipping = "rope_skip_1min"
  /// s, of a shuttle run.
  case run8x50m = "run_50m_x8"
  /// s, women's.
  case run800m = "run_800m"
  /// s, men's.
  case run1000m = "run_1000m"

  /// Whether less is better, as for times.
  public var lowerIsBetter: Bool {
    switch self {
    case .run50m, .run8x50m, .run800m, .run1000m: true
    default: false
    }
  }
}

/// A group of school years that the Standard has a table for: primary 1 to 6, junior 1 to 3, senior 1 to 3,
/// university 1 and 2, university 3 and 4.
public enum GradeGroup: String, CaseIterable, Sendable, Codable {
  case primary1 = "P1"
  case primary2 = "P2"
  case primary3 = "P3"
  case primary4 = "P4"
  case primary5 = "P5"
  case primary6 = "P6"
  case junior1 = "J1"
  case junior2 = "J2"
  case junior3 = "J3"
  case senior1 = "S1"
  case senior2 = "S2"
  case senior3 = "S3"
  case university12 = "U12"
  case university34 = "U34"
}
