/// What a session was made of: for the Sensors pane and for models.
public struct SessionShape: Hashable, Sendable, Codable {
  /// What the bouts were read from; `nil` where there is none.
  public var source: EffortSource?
  public var bouts: [Bout]
  /// Power, speed and heart rate, each by rising length; what the session has.
  public var bestEfforts: [BestEffort]
  public var zones: [ZoneTime]
  /// `nil` with the reason beside it.
  public var decoupling: Decoupling?
  public var decouplingRefusal: DecouplingRefusal?
  public var critical: CriticalEffort?
  public var criticalRefusal: CriticalEffortRefusal?

  public init(source: EffortSource?, bouts: [Bout], bestEfforts: [BestEffort], zones: [ZoneTime]) {
    (self.source, self.bouts, self.bestEfforts, self.zones) = (source, bouts, bestEfforts, zones)
  }

  /// The work bouts.
  public var repetitions: [Bout] { bouts.filter { $0.kind == .work } }
}
