/// Units of training load. One athlete counts in one; different units are never added.
public enum LoadUnit: String, CaseIterable, Sendable, Codable {
  /// CR-10 rating × minutes (Foster 2001), arbitrary units.
  case sessionRPE
  /// Banister's TRIMP, minutes weighted by heart-rate reserve.
  case banisterTRIMP
  /// Edwards' TRIMP, minutes in five zones times 1 to 5.
  case edwardsTRIMP
  /// Power against the athlete's threshold: an hour at threshold is 100 points.
  case power
  /// Speed against the athlete's threshold: an hour at threshold is 100 points.
  case pace

  /// What a new athlete counts in until somebody says otherwise: recordings bring heart rate and no rating.
  public static let standard = LoadUnit.banisterTRIMP

  /// As printed beside a figure.
  public var symbol: String {
    switch self {
    case .sessionRPE: "AU"
    case .banisterTRIMP, .edwardsTRIMP: "TRIMP"
    case .power, .pace: "points"
    }
  }
}

/// As keys of a JSON object, so that a session is written the same way every time.
extension LoadUnit: CodingKeyRepresentable {}

/// An athlete's load on one local day and what it adds up to by the day's end.
public struct LoadDay: Hashable, Sendable, Codable {
  public var day: Day
  /// Sum of the day's sessions in the athlete's unit; 0 on a day without one.
  public var load: Double
  public var sessions: Int
  /// Sessions that carry no load in the athlete's unit: the sum is then a lower bound.
  public var sessionsWithoutLoad: Int
  public var origin: Origin
  public var method: Method
  public var chronic: Double
  public var acute: Double
  /// Form of the next morning: chronic − acute at the close of this day. Negative when tired.
  public var form: Double { chronic - acute }
  /// Form as the difference of the rounded figures it stands beside: what is shown adds up.
  public var shownForm: Double { chronic.rounded() - acute.rounded() }
  /// Mean over sample standard deviation of the seven days that end here; `nil` when that is 0 or days are missing.
  public var monotony: Double?
  /// The seven days' load times monotony.
  public var strain: Double?

  public init(
    day: Day, load: Double, sessions: Int, sessionsWithoutLoad: Int = 0, origin: Origin,
    method: Method, chronic: Double, acute: Double, monotony: Double? = nil, strain: Double? = nil
  ) {
    self.day = day
    self.load = load
    self.sessions = sessions
    self.sessionsWithoutLoad = sessionsWithoutLoad
    self.origin = origin
    self.method = method
    self.chronic = chronic
    self.acute = acute
    self.monotony = monotony
    self.strain = strain
  }
}
