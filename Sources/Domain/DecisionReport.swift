/// How long decisions took, by task, with and without the program's own figures on the screen.
///
/// All times are the seconds that counted (`DecisionTiming.seconds`). Nobody drew who was assisted when, so
/// that no difference here is an effect: `Design` says what is compared.
public struct DecisionReport: Hashable, Sendable {
  /// One for each task and side that has a decision, in the order of `DecisionTask.allCases`, assisted first.
  public var rows: [Row]
  /// One for each task that was decided both ways, in the same order.
  public var comparisons: [Comparison]
  /// Decisions left out because no time counted for them (no stretch, or none longer than 0 ms).
  public var untimed: Int
  /// What the draws of the intervals came from: the same seed and `resamples` give the same report.
  public var seed: UInt64
  /// Draws for each interval, at least 1.
  public var resamples: Int

  public init(
    rows: [Row], comparisons: [Comparison], untimed: Int = 0, seed: UInt64, resamples: Int
  ) {
    self.rows = rows
    self.comparisons = comparisons
    self.untimed = untimed
    self.seed = seed
    self.resamples = resamples
  }

  /// The row of one side of a task; `nil` when nothing was decided so.
  public func row(_ task: DecisionTask, isAssisted: Bool) -> Row? {
    rows.first { $0.task == task && $0.isAssisted == isAssisted }
  }

  /// The two sides of a task; `nil` unless both have a decision.
  public func comparison(_ task: DecisionTask) -> Comparison? {
    comparisons.first { $0.task == task }
  }

  /// With fewer coaches no interval can cover 95 %.
  ///
  /// Every resampled median lies between the least and the greatest of the coaches' own medians; of k
  /// independent coaches all are on one side of the median coach once in 2^(k−1), so that the interval covers
  /// it in 1 − 2^(1−k) at most: 1/2 for two coaches, 7/8 for four, 31/32 for six. It is a bound: in a
  /// simulation of log-normal times six coaches covered 85 % and twelve 91 %.
  public static let minimumCoachesForCoverage = 6
}

// MARK: Figures

extension DecisionReport {
  /// A figure in seconds with its 95 % interval, or why there is none.
  public struct Estimate: Hashable, Sendable {
    /// Seconds.
    public var value: Double
    /// Seconds; percentiles 2.5 and 97.5 of a bootstrap over coaches. Nearly always around `value`, but not
    /// by construction.
    public var interval: Result<ClosedRange<Double>, Refusal>

    public init(_ value: Double, interval: Result<ClosedRange<Double>, Refusal>) {
      self.value = value
      self.interval = interval
    }

    /// Seconds; `nil` where the interval is refused.
    public var low: Double? { (try? interval.get())?.lowerBound }
    /// Seconds; `nil` where the interval is refused.
    public var high: Double? { (try? interval.get())?.upperBound }
    /// Why there is no interval; `nil` where there is one.
    public var refusal: Refusal? {
      if case .failure(let refusal) = interval { refusal } else { nil }
    }
  }

  /// Why an interval is not shown; the facts of the sentence. A difference names the side that is too small.
  public enum Refusal: Error, Hashable, Sendable {
    case tooFewCoaches(isAssisted: Bool, have: Int, need: Int)
    case tooFewDecisions(isAssisted: Bool, have: Int, need: Int)
    /// A resample had decisions of one side only, however often it was drawn again.
    case oneSided(draws: Int)
  }

  /// How the two sides of a task came about.
  public enum Design: Hashable, Sendable {
    /// One side only: nothing is compared.
    case single
    /// Coaches worked as they liked and were watched: not a randomised trial.
    case observed(Coaches)
  }

  /// Whether the same coaches decided with and without assistance.
  public enum Coaches: String, CaseIterable, Sendable, Codable {
    case same, someOfThem, different
  }
}

// MARK: Rows

extension DecisionReport {
  /// The decisions of one task, with or without assistance.
  public struct Row: Hashable, Sendable {
    public var task: DecisionTask
    public var isAssisted: Bool
    /// Decisions, at least 1.
    public var count: Int
    /// Coaches who made them, at least 1.
    public var coaches: Int
    /// Seconds.
    public var median: Estimate
    /// Seconds; quantiles 0.05, 0.25, 0.75 and 0.95 by linear interpolation (Hyndman & Fan 1996, type 7).
    public var fifthPercentile, firstQuartile, thirdQuartile, ninetyFifthPercentile: Double
    public var design: Design
    /// Oldest first; weeks without a decision are left out.
    public var weeks: [WeekOfDecisions]
    public var histogram: Histogram
    /// How many ended so; outcomes that did not occur are left out.
    public var outcomes: [DecisionTiming.Outcome: Int]

    public init(
      task: DecisionTask, isAssisted: Bool, count: Int, coaches: Int, median: Estimate,
      fifthPercentile: Double, firstQuartile: Double, thirdQuartile: Double,
      ninetyFifthPercentile: Double, design: Design, weeks: [WeekOfDecisions],
      histogram: Histogram, outcomes: [DecisionTiming.Outcome: Int]
    ) {
      self.task = task
      self.isAssisted = isAssisted
      self.count = count
      self.coaches = coaches
      self.median = median
      self.fifthPercentile = fifthPercentile
      self.firstQuartile = firstQuartile
      self.thirdQuartile = thirdQuartile
      self.ninetyFifthPercentile = ninetyFifthPercentile
      self.design = design
      self.weeks = weeks
      self.histogram = histogram
      self.outcomes = outcomes
    }

    /// Minutes that the paper reports for this side (Bo, section 5): a reference to stand beside, never ours.
    public var publishedMinutes: Double {
      isAssisted ? task.published.with : task.published.without
    }

    /// Whether there is an interval from so few coaches that it is surely narrower than it says; see
    /// `minimumCoachesForCoverage`.
    public var isIntervalTooNarrow: Bool {
      median.refusal == nil && coaches < DecisionReport.minimumCoachesForCoverage
    }
  }

  /// The two sides of one task beside each other.
  public struct Comparison: Hashable, Sendable {
    public var task: DecisionTask
    public var design: Design
    /// Coaches who decided on either side.
    public var coaches: Int
    /// Median with assistance less median without; seconds, negative where assisted decisions were quicker.
    public var difference: Estimate

    public init(task: DecisionTask, design: Design, coaches: Int, difference: Estimate) {
      self.task = task
      self.design = design
      self.coaches = coaches
      self.difference = difference
    }

    /// Whether there is an interval from so few coaches that it is surely narrower than it says; see
    /// `minimumCoachesForCoverage`.
    public var isIntervalTooNarrow: Bool {
      difference.refusal == nil && coaches < DecisionReport.minimumCoachesForCoverage
    }
  }

  /// What was decided from one Monday to Sunday, by the local day of the decision.
  public struct WeekOfDecisions: Hashable, Sendable {
    public var week: Week
    /// Decisions, at least 1.
    public var count: Int
    /// Seconds; quartiles as in `Row`.
    public var median, firstQuartile, thirdQuartile: Double

    public init(
      week: Week, count: Int, median: Double, firstQuartile: Double, thirdQuartile: Double
    ) {
      self.week = week
      self.count = count
      self.median = median
      self.firstQuartile = firstQuartile
      self.thirdQuartile = thirdQuartile
    }
  }

  /// How many decisions took how many whole minutes.
  public struct Histogram: Hashable, Sendable {
    /// The minute from which on all decisions share the last bin.
    public static let lastMinute = 60

    /// `lastMinute` + 1 bins: bin m counts m to less than m + 1 minutes, the last one 60 minutes and more.
    public var counts: [Int]

    /// - Parameter milliseconds: what each decision took, at least 0.
    public init(milliseconds: [Int64]) {
      counts = Array(repeating: 0, count: Self.lastMinute + 1)
      for time in milliseconds { counts[Int(min(time / 60_000, Int64(Self.lastMinute)))] += 1 }
    }
  }
}
