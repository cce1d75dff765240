/// Where a number is from. A pane that shows a number can say this beside it.
public enum Origin: String, CaseIterable, Sendable, Codable {
  /// Read from a sensor, a test or a person.
  case measured
  /// Computed by a model from something measured.
  case estimated
  /// Made by a simulator; nobody ran it.
  case simulated
  /// Taken from a published table.
  case literature

  /// The weaker of two: what a number computed from both may claim.
  public func combined(with other: Origin) -> Origin {
    let order: [Origin] = [.measured, .literature, .estimated, .simulated]
    return order.firstIndex(of: self)! >= order.firstIndex(of: other)! ? self : other
  }
}

/// The method that made a number. Each case names one file of the engine or one way of measuring.
public enum Method: String, CaseIterable, Sendable, Codable {
  case reported, device, sessionRPE, banisterTRIMP, edwardsTRIMP
  case dailyTotal, exponentialLoad, monotony, ageHeartRate, fixedSchedule, sampleSeason
  case powerLoad, paceLoad, loadRegression, ownBand, heartRateVariability, longestRun, loadRamp
  case typicalError, smallestWorthwhileChange, fitnessFatigue
}

/// A value that knows where it is from.
public struct Sourced<Value> {
  public var value: Value
  public var origin: Origin
  public var method: Method
  /// What went in, in words the catalogue can translate: counts, dates, constants.
  public var inputs: [Evidence]

  public init(_ value: Value, _ origin: Origin, by method: Method, from inputs: [Evidence] = []) {
    self.value = value
    self.origin = origin
    self.method = method
    self.inputs = inputs
  }

  public func map<Other>(_ transform: (Value) -> Other) -> Sourced<Other> {
    Sourced<Other>(transform(value), origin, by: method, from: inputs)
  }
}
extension Sourced: Equatable where Value: Equatable {}
extension Sourced: Hashable where Value: Hashable {}
extension Sourced: Sendable where Value: Sendable {}
extension Sourced: Codable where Value: Codable {}

/// One fact about the data or constants behind a value.
public enum Evidence: Hashable, Sendable, Codable {
  case sessions(Int)
  case days(from: Day, through: Day)
  case samples(Int)
  case maximumHeartRate(Int, Origin)
  case restingHeartRate(Int, Origin)
  case timeConstants(chronicDays: Int, acuteDays: Int)
  case zeroDays(Int)
  case thresholdPower(Int)
  /// Metres a second.
  case thresholdSpeed(Double)
  /// An athlete's own regression from one load unit to another.
  case regression(from: LoadUnit, pairs: Int, slope: Double, intercept: Double, r2: Double)
  case limit(Double)
}
