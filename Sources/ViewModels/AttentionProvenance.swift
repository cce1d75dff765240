public import Domain

// Which rule puts an athlete first, with its limit, its points and its data: what `i` says on the roster.

extension AttentionReason {
  /// One line each: the rule and its limit, what it counts, from which data.
  public func provenance(_ settings: AttentionSettings) -> [String] {
    [ruleSentence(settings), pointsSentence(settings), "data: " + source]
  }

  private func ruleSentence(_ settings: AttentionSettings) -> String {
    switch self {
    case .injuryOpen:
      "rule: an injury or illness that lasts, or whose hold nobody has lifted"
    case .lnRMSSDBelowBand:
      "rule: HRV outside for \(counted(settings.daysOutsideBand, "day")) or more; \(Domain.Method.ownBand.sentence)"
    case .lnRMSSDAboveBand:
      "rule: HRV above for \(counted(2 * max(1, settings.daysOutsideBand) + 1, "day")) or more, as above is mostly good news; \(Domain.Method.ownBand.sentence)"
    case .restingHeartRateAboveBand:
      "rule: resting heart rate above for \(counted(settings.daysOutsideBand, "day")) or more; \(Domain.Method.ownBand.sentence)"
    case .formBelow:
      "rule: form below \(percent(settings.formShare)) of fitness, from 28 days of loads on"
    case .weekLoadAbove:
      "rule: seven days’ load above \(percent(settings.weekRatio)) of the mean of the four weeks before"
    case .rampAbove:
      "rule: fitness up by more than \(percent(settings.rampShare)) in seven days, from 56 days of loads on"
    case .monotonyHigh:
      "rule: monotony above \(figure(settings.monotony, decimals: 1)) and above 1.5 × the own median; \(Domain.Method.monotony.sentence)"
    case .soreness:
      "rule: soreness in the worst quarter of its scale on \(counted(settings.sorenessMornings, "morning")) in a row or more"
    case .runBeyondLongest:
      "rule: more than \(figure(settings.runRatio, decimals: 2)) × as far; \(Domain.Method.longestRun.sentence)"
    case .noWellness:
      "rule: no morning report for \(counted(settings.daysWithoutWellness, "day")) or more"
    case .noData:
      "rule: neither a session nor a morning report for \(counted(settings.daysWithoutData, "day")) or more"
    case .neverRecorded: "rule: nothing has been recorded yet"
    case .planWaiting: "rule: a proposed plan waits for a coach"
    }
  }

  /// `counts 33 points: 30, and 1 for each day beyond, at most 7`.
  private func pointsSentence(_ settings: AttentionSettings) -> String {
    let weight = settings.weights[rule] ?? AttentionSettings.Weight(0)
    let points = settings.points(for: self)
    let own = "counts \(figure(points, decimals: points == points.rounded() ? 0 : 1)) points"
    guard weight.each > 0 else { return own }
    let decimals = weight.each == weight.each.rounded() ? 0 : 1
    return
      "\(own): \(figure(weight.points)), and \(figure(weight.each, decimals: decimals)) for \(beyondWord), at most \(figure(weight.most))"
  }

  /// What `Weight.each` is counted in.
  private var beyondWord: String {
    switch rule {
    case .form: "each unit of load below the limit"
    case .weekLoad: "each 100 % above the usual"
    case .soreness: "each morning"
    default: "each day"
    }
  }

  private var source: String {
    switch self {
    case .injuryOpen: "the injuries on file, entered by a person"
    case .lnRMSSDBelowBand, .lnRMSSDAboveBand: "the morning’s HRV of sixty days"
    case .restingHeartRateAboveBand: "the morning’s heart rate of sixty days"
    case .formBelow, .weekLoadAbove, .rampAbove, .monotonyHigh: "daily loads through yesterday"
    case .soreness, .noWellness: "the athlete’s own morning reports"
    case .runBeyondLongest: "distances of the runs on file"
    case .noData, .neverRecorded: "the newest session and the newest morning report"
    case .planWaiting: "the time it was proposed"
    }
  }
}

extension LoadFlag {
  /// Why a week carries the flag.
  public func sentence(_ settings: AttentionSettings) -> String {
    switch self {
    case .ramp: "fitness up by more than \(percent(settings.rampShare)) in 7 days"
    case .monotony: "monotony above \(figure(settings.monotony, decimals: 1)), days alike"
    }
  }
}
