public import Domain

/// Measures how long a decision takes, key by key.
///
/// It runs while its subject is on the screen. Leaving it stops the time, and so does a minute without a key: what
/// passed beyond that minute does not count.
public struct Stopwatch: Hashable, Sendable {
  public var task: DecisionTask
  public var athlete: AthleteID
  /// The week, the session or the day that is judged: another one is another decision.
  public var subject: Subject
  /// Whether the program's own proposal or figures were seen at any moment.
  public private(set) var isAssisted: Bool
  private var spans: [DecisionTiming.Span] = []
  private var since: Instant?
  private var lastKey: Instant

  public enum Subject: Hashable, Sendable {
    case week(Week)
    case session(SessionID)
    case risk(Day)
  }

  /// After so long without a key it waits for the next one.
  public static let patienceMilliseconds: Int64 = 60_000

  public init(
    _ task: DecisionTask, of athlete: AthleteID, _ subject: Subject, isAssisted: Bool, at now: Instant
  ) {
    self.task = task
    self.athlete = athlete
    self.subject = subject
    self.isAssisted = isAssisted
    since = now
    lastKey = now
  }

  public var isRunning: Bool { since != nil }

  /// The stretches that count so far.
  public var counted: [DecisionTiming.Span] {
    guard let since else { return spans }
    return spans + [DecisionTiming.Span(from: since, to: lastKey)]
  }

  /// A key while the subject is on the screen: starts the time again where it stood still.
  public mutating func touch(at now: Instant, isAssisted: Bool) {
    self.isAssisted = self.isAssisted || isAssisted
    guard now >= lastKey else { return }
    if let since, now.milliseconds - lastKey.milliseconds > Self.patienceMilliseconds {
      let end = Instant(milliseconds: lastKey.milliseconds + Self.patienceMilliseconds)
      spans.append(DecisionTiming.Span(from: since, to: end))
      self.since = now
    } else if since == nil {
      since = now
    }
    lastKey = now
  }

  /// The subject left the screen.
  public mutating func pause(at now: Instant) {
    guard let since else { return }
    let patience = lastKey.milliseconds + Self.patienceMilliseconds
    let end = Instant(milliseconds: max(since.milliseconds, min(now.milliseconds, patience)))
    spans.append(DecisionTiming.Span(from: since, to: end))
    self.since = nil
    lastKey = max(lastKey, now)
  }
}
