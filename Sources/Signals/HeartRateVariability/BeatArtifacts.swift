/// What an interval between two beats is (Lipponen and Tarvainen 2019).
public enum BeatKind: String, CaseIterable, Hashable, Sendable {
  case normal
  /// A beat from elsewhere than the sinus node: too early, with a pause behind it, or the other way round.
  case ectopic
  /// Twice too long: a beat in it was not seen.
  case missed
  /// Too short, and right together with the next: something was taken for a beat.
  case extra
  /// Too long or too short, and neither of these.
  case longOrShort
  /// No interval at all: not finite, not above 0, or above 10,000 ms.
  case notAnInterval
}

/// The method's constants; the standard ones are those of NeuroKit2 0.3.0.
public struct BeatArtifactSettings: Hashable, Sendable {
  /// Quartile deviations that make the threshold.
  ///
  /// They are those of the absolute differences, as in NeuroKit2: 5.2 of them are 2.2 standard deviations of
  /// normally distributed differences. Of the signed ones they would be 3.5.
  public var alpha = 5.2
  /// Beats before and behind the one that is judged, for the threshold.
  public var half = 45
  /// Beats before and behind, for the median.
  public var medianHalf = 5
  /// The line that parts ectopic beats: slope and offset.
  public var slope = 0.13
  public var offset = 0.17
  /// Below this quartile deviation, in milliseconds, intervals rounded to 1 ms cannot tell: then the
  /// threshold lies `alpha` times this above the upper quartile.
  ///
  /// NeuroKit2 has no such limit; without it the threshold is 0 among equal intervals.
  public var leastDeviation = 0.5

  /// Whether the quartile deviation is of the sizes of the differences, as NeuroKit2 has it, or of the differences.
  ///
  /// α = 5.2 quartile deviations are 3.5 standard deviations of normally distributed differences, which holds the 99.95 %
  /// that the paper names; of their sizes they are 2.2 and hold 97 %, and a calm heart that breathes deeply has every
  /// third beat flagged.
  public var takesSizes = true

  public init() {}

  /// Thresholds that hold what the paper says they hold.
  public static let signedDifferences: BeatArtifactSettings = {
    var settings = BeatArtifactSettings()
    settings.takesSizes = false
    return settings
  }()
}

/// What each of these intervals is, in milliseconds, in the order of the beats.
///
/// The differences of neighbours and the distances from the median of 11 beats are held against
/// thresholds that follow the 91 beats around (Lipponen and Tarvainen 2019, in the order of decisions of
/// NeuroKit2 0.3.0).
/// - Returns: as many as there are intervals. What is no interval is left out of all statistics.
public func beatArtifacts(
  in intervals: [Double], settings: BeatArtifactSettings = BeatArtifactSettings()
) -> [BeatKind] {
  var stage = BeatArtifactStage(settings: settings)
  return stage.run(intervals)
}

/// `beatArtifacts` for intervals that come one by one; each is judged when 53 more have come.
///
/// The threshold looks 45 beats ahead, the median in it 5, the rules 3.
public struct BeatArtifactStage: Stage {
  /// No pause between two beats of a living heart is longer, in milliseconds.
  public static let longestInterval = 10_000.0

  private var judge: BeatJudge
  /// For each interval that has no kind yet, whether it is one.
  private var waiting: [Bool] = []

  public init(settings: BeatArtifactSettings = BeatArtifactSettings()) {
    judge = BeatJudge(settings: settings)
  }

  public mutating func push(_ input: consuming [Double]) -> [BeatKind] {
    var kinds: [BeatKind] = []
    for interval in input {
      let isInterval = interval > 0 && interval <= Self.longestInterval
      waiting.append(isInterval)
      if isInterval { judge.push(interval) }
    }
    give(&kinds)
    return kinds
  }

  public mutating func finish() -> [BeatKind] {
    judge.finish()
    var kinds: [BeatKind] = []
    give(&kinds)
    return kinds
  }

  private mutating func give(_ kinds: inout [BeatKind]) {
    let judged = judge.take()
    var (next, taken) = (0, 0)
    while taken < waiting.count, !waiting[taken] || next < judged.count {
      if waiting[taken] {
        kinds.append(judged[next])
        next += 1
      } else {
        kinds.append(.notAnInterval)
      }
      taken += 1
    }
    waiting.removeFirst(taken)
  }
}
