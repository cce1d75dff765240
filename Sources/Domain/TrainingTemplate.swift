/// Sessions that a coach uses again: a week, or a cycle of any other length. What it is called stands with the names.
public struct TrainingTemplate: Hashable, Sendable, Codable {
  public var id: TrainingTemplateID
  /// The length of one turn, 1...28 days.
  public var days: Int
  public var slots: [Slot]

  /// One session of a turn.
  public struct Slot: Hashable, Sendable, Codable {
    /// 0 is the first day of the turn.
    public var day: Int
    public var start: Int?
    public var type: SessionType
    public var minutes: Int
    /// CR-10.
    public var intensity: Double
    public var workRest: WorkRest?
    public var strategy: String?

    public init(
      day: Int, start: Int? = nil, type: SessionType, minutes: Int, intensity: Double,
      workRest: WorkRest? = nil, strategy: String? = nil
    ) {
      self.day = day
      self.start = start
      self.type = type
      self.minutes = minutes
      self.intensity = intensity
      self.workRest = workRest
      self.strategy = strategy
    }
  }

  public static let lengthRange = 1...28

  public init(id: TrainingTemplateID, days: Int, slots: [Slot]) {
    self.id = id
    self.days = days
    self.slots = slots
  }

  /// What it puts on `day` when its first turn begins on `first`: turns follow one another without a gap.
  public func slots(on day: Day, from first: Day) -> [Slot] {
    guard day >= first else { return [] }
    let place = first.distance(to: day) % days
    return slots.filter { $0.day == place }
  }
}
