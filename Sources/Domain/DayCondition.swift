/// How hot it will be where a squad trains.
public struct DayCondition: Hashable, Sendable, Codable {
  /// Nobody's squad in particular when `nil`.
  public var squad: SquadID?
  public var day: Day
  /// Wet-bulb globe temperature at the hour of training, °C.
  public var wetBulbGlobe: Double

  public init(squad: SquadID?, day: Day, wetBulbGlobe: Double) {
    self.squad = squad
    self.day = day
    self.wetBulbGlobe = wetBulbGlobe
  }

  public static let range = -20.0...45.0
}
