import Domain

/// A roster row as one line of words: a screenful is read for the first frame, and JSON takes ten times as long.
///
/// Numbers are written so that they come back as the same bits; "-" is nothing. What cannot be read is no row: it is
/// made again, as rows of another version are.
enum SummaryCodec {
  static func text(of summary: AthleteSummary) -> String {
    var words: [String] = [
      "\(summary.asOf.number)", "\(summary.score)", word(summary.weekLoad), word(summary.usualWeekLoad),
      word(summary.chronic), word(summary.acute), word(summary.readiness),
      word(summary.lastSeen?.milliseconds), word(summary.lastSeenDay?.number),
      summary.weekIsLowerBound ? "1" : "0", summary.origin.rawValue,
    ]
    words += self.words(of: summary.planStatus)
    words.append("\(summary.dailyLoads.count)")
    words += summary.dailyLoads.map { word($0) }
    words.append("\(summary.reasons.count)")
    for reason in summary.reasons { words += self.words(of: reason) }
    words += summary.acknowledged.map(\.rawValue).sorted()
    return words.joined(separator: " ")
  }

  static func summary(_ text: String, of athlete: AthleteID) -> AthleteSummary? {
    var words = Words(text)
    guard let asOf: Int = words.number(), let score: Double = words.number() else { return nil }
    let figures: [Double?] = (0..<5).map { _ in words.number() }
    let lastSeen: Int64? = words.number()
    let lastSeenDay: Int? = words.number()
    guard let isLowerBound: Int = words.number(), let origin = words.next().flatMap({ Origin(rawValue: $0) }),
      let plan = words.plan(), let loadCount: Int = words.number(), (0...60).contains(loadCount)
    else { return nil }
    let loads: [Double?] = (0..<loadCount).map { _ in words.number() }
    guard let count: Int = words.number(), (0...AttentionRule.allCases.count * 2).contains(count) else {
      return nil
    }
    var reasons: [AttentionReason] = []
    for _ in 0..<count {
      guard let reason = words.reason() else { return nil }
      reasons.append(reason)
    }
    var summary = AthleteSummary(
      athlete: athlete, asOf: Day(number: asOf), score: score, reasons: reasons, dailyLoads: loads,
      weekLoad: figures[0], usualWeekLoad: figures[1], chronic: figures[2], acute: figures[3],
      readiness: figures[4], lastSeen: lastSeen.map { Instant(milliseconds: $0) },
      lastSeenDay: lastSeenDay.map { Day(number: $0) }, weekIsLowerBound: isLowerBound == 1,
      planStatus: plan, origin: origin)
    while let word = words.next() {
      guard let rule = AttentionRule(rawValue: word) else { return nil }
      summary.acknowledged.insert(rule)
    }
    return summary
  }

  private static func word(_ number: (some LosslessStringConvertible)?) -> String {
    number.map { $0.description } ?? "-"
  }

  private static func words(of plan: AthleteSummary.PlanState) -> [String] {
    switch plan {
    case .none: ["none"]
    case .proposed(let id, let since): ["proposed", "\(id.rawValue)", "\(since.milliseconds)"]
    case .approved(let id): ["approved", "\(id.rawValue)"]
    case .rejected(let id): ["rejected", "\(id.rawValue)"]
    }
  }

  private static func words(of reason: AttentionReason) -> [String] {
    switch reason {
    case .injuryOpen(let part, let since): ["injury", part.rawValue, "\(since.number)"]
    case .lnRMSSDBelowBand(let days, let mean, let low, let high):
      ["hrvBelow", "\(days)", "\(mean)", "\(low)", "\(high)"]
    case .lnRMSSDAboveBand(let days, let mean, let low, let high):
      ["hrvAbove", "\(days)", "\(mean)", "\(low)", "\(high)"]
    case .restingHeartRateAboveBand(let days, let mean, let low, let high):
      ["resting", "\(days)", "\(mean)", "\(low)", "\(high)"]
    case .formBelow(let form, let limit): ["form", "\(form)", "\(limit)"]
    case .weekLoadAbove(let week, let usual, let unit): ["week", "\(week)", "\(usual)", unit.rawValue]
    case .rampAbove(let perWeek, let limit, let unit): ["ramp", "\(perWeek)", "\(limit)", unit.rawValue]
    case .monotonyHigh(let value, let usual): ["monotony", "\(value)", "\(usual)"]
    case .soreness(let mornings, let value, let worst):
      ["soreness", "\(mornings)", "\(value)", "\(worst)"]
    case .runBeyondLongest(let day, let meters, let longest):
      ["run", "\(day.number)", "\(meters)", "\(longest)"]
    case .noWellness(let days): ["noWellness", "\(days)"]
    case .noData(let days): ["noData", "\(days)"]
    case .neverRecorded: ["never"]
    case .planWaiting(let since): ["waiting", "\(since.milliseconds)"]
    }
  }
}

/// The words of a line, one after the other.
private struct Words {
  private var rest: ArraySlice<Substring>

  init(_ text: String) { rest = text.split(separator: " ")[...] }

  mutating func next() -> String? { rest.popFirst().map(String.init) }
  mutating func number<Number: LosslessStringConvertible>() -> Number? { next().flatMap { Number($0) } }
  private mutating func day() -> Day? { number().map { Day(number: $0) } }

  mutating func plan() -> AthleteSummary.PlanState? {
    let kind = next()
    if kind == "none" { return AthleteSummary.PlanState.none }
    guard let id = (number() as Int64?).flatMap({ PlanID(rawValue: $0) }) else { return nil }
    switch kind {
    case "approved": return .approved(id)
    case "rejected": return .rejected(id)
    case "proposed": return number().map { .proposed(id, since: Instant(milliseconds: $0)) }
    default: return nil
    }
  }

  mutating func reason() -> AttentionReason? {
    switch next() {
    case "injury":
      guard let part = next().flatMap({ Injury.BodyPart(rawValue: $0) }), let day = day() else { return nil }
      return .injuryOpen(part, since: day)
    case "hrvBelow":
      return band().map { .lnRMSSDBelowBand(days: $0.days, mean: $0.mean, low: $0.low, high: $0.high) }
    case "hrvAbove":
      return band().map { .lnRMSSDAboveBand(days: $0.days, mean: $0.mean, low: $0.low, high: $0.high) }
    case "resting":
      return band().map {
        .restingHeartRateAboveBand(days: $0.days, mean: $0.mean, low: $0.low, high: $0.high)
      }
    case "form": return pair().map { .formBelow(form: $0.0, limit: $0.1) }
    case "monotony": return pair().map { .monotonyHigh(value: $0.0, usual: $0.1) }
    case "week":
      guard let pair = pair(), let unit = unit() else { return nil }
      return .weekLoadAbove(week: pair.0, usual: pair.1, unit: unit)
    case "ramp":
      guard let pair = pair(), let unit = unit() else { return nil }
      return .rampAbove(perWeek: pair.0, limit: pair.1, unit: unit)
    case "soreness":
      guard let mornings: Int = number(), let value: Int = number(), let worst: Int = number() else {
        return nil
      }
      return .soreness(mornings: mornings, value: value, worst: worst)
    case "run":
      guard let day = day(), let pair = pair() else { return nil }
      return .runBeyondLongest(day, meters: pair.0, longest: pair.1)
    case "noWellness": return number().map { .noWellness(days: $0) }
    case "noData": return number().map { .noData(days: $0) }
    case "never": return .neverRecorded
    case "waiting": return number().map { .planWaiting(since: Instant(milliseconds: $0)) }
    default: return nil
    }
  }

  private mutating func unit() -> LoadUnit? { next().flatMap { LoadUnit(rawValue: $0) } }

  private mutating func pair() -> (Double, Double)? {
    guard let first: Double = number(), let second: Double = number() else { return nil }
    return (first, second)
  }

  private mutating func band() -> (days: Int, mean: Double, low: Double, high: Double)? {
    guard let days: Int = number(), let mean: Double = number(), let limits = pair() else { return nil }
    return (days, mean, limits.0, limits.1)
  }
}
