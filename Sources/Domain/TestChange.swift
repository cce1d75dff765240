/// The newest result of one test beside the one before: is the difference real, and is it worth something?
public struct TestChange: Hashable, Sendable {
  public enum Verdict: Sendable {
    /// Only one result so far.
    case single
    /// Beyond what an unchanged athlete's two results differ by.
    case better, worse
    case withinError
  }

  public var last: TestResult
  public var previous: TestResult?
  /// Standard deviation of an unchanged athlete's results, in the item's unit.
  public var typicalError: Sourced<Double>?
  /// A fifth of the standard deviation between athletes (Hopkins 2004), in the item's unit.
  public var smallestWorthwhile: Sourced<Double>?
  public var verdict: Verdict

  public init(
    last: TestResult, previous: TestResult?, typicalError: Sourced<Double>? = nil,
    smallestWorthwhile: Sourced<Double>? = nil, verdict: Verdict
  ) {
    self.last = last
    self.previous = previous
    self.typicalError = typicalError
    self.smallestWorthwhile = smallestWorthwhile
    self.verdict = verdict
  }

  public var change: Double? { previous.map { last.value - $0.value } }
}
