public import Domain

/// A straight line through pairs of two load units of one athlete, by ordinary least squares.
public struct LoadRegression: Hashable, Sendable {
  public var from: LoadUnit
  public var pairs: Int
  public var slope: Double
  public var intercept: Double
  /// Share of the variance that the line explains, 0...1.
  public var r2: Double
  /// The weakest claim of the loads that it rests on.
  public var origin: Origin

  /// What a load in `from` comes to, never below 0.
  public func converted(_ load: Double) -> Double { max(0, intercept + slope * load) }
}

/// What a regression must have before it converts anything.
public enum LoadConversion {
  /// Sessions that carry both units.
  public static let leastPairs = 20
  public static let leastR2 = 0.25
}

/// The athlete's own lines to `unit` that may convert, best r² first.
///
/// Left out are units with fewer than 20 sessions in both, a slope of 0 or less, r² below 0.25, and a column that never
/// changes. What was itself estimated by a regression is no pair.
/// - Parameter sessions: of one athlete.
/// - Complexity: linear in the sessions.
public func loadRegressions(_ sessions: [Session], to unit: LoadUnit) -> [LoadRegression] {
  var sums: [LoadUnit: PairSums] = [:]
  for session in sessions {
    guard let target = session.loads[unit], target.method != .loadRegression else { continue }
    for (source, load) in session.loads where source != unit && load.method != .loadRegression {
      sums[source, default: PairSums(at: (load.value, target.value))].add(
        load.value, target.value, origin: load.origin.combined(with: target.origin))
    }
  }
  // By unit's place in the list, so that equal r² do not depend on the order of a dictionary.
  let found = LoadUnit.allCases.compactMap { source in sums[source]?.regression(from: source) }
  return found.enumerated().sorted { ($1.element.r2, $0.offset) < ($0.element.r2, $1.offset) }
    .map(\.element)
}

/// The sessions with a load in `unit` where the athlete's own regression can tell one, marked estimated.
///
/// A session that carries the unit is untouched, and so is one without a load in any unit that converts: it stays
/// without. Of the units a session has, the one whose line fits best is taken.
/// - Parameter sessions: of one athlete.
/// - Complexity: linear in the sessions.
public func converted(_ sessions: [Session], unit: LoadUnit) -> [Session] {
  guard sessions.contains(where: { $0.loads[unit] == nil && !$0.loads.isEmpty }) else {
    return sessions
  }
  let regressions = loadRegressions(sessions, to: unit)
  guard !regressions.isEmpty else { return sessions }
  return sessions.map { session in
    guard session.loads[unit] == nil,
      let line = regressions.first(where: { session.loads[$0.from] != nil }),
      let source = session.loads[line.from]
    else { return session }
    var session = session
    session.loads[unit] = Sourced(
      line.converted(source.value),
      source.origin.combined(with: line.origin).combined(with: .estimated), by: .loadRegression,
      from: [
        .regression(
          from: line.from, pairs: line.pairs, slope: line.slope, intercept: line.intercept,
          r2: line.r2)
      ])
    return session
  }
}

/// Running sums about the first pair, which keeps them small, so that one pass is accurate.
private struct PairSums {
  private let start: (x: Double, y: Double)
  private var count = 0
  private var origin = Origin.measured
  private var x = 0.0
  private var y = 0.0
  private var xx = 0.0
  private var xy = 0.0
  private var yy = 0.0

  init(at start: (x: Double, y: Double)) { self.start = start }

  mutating func add(_ first: Double, _ second: Double, origin: Origin) {
    let dx = first - start.x
    let dy = second - start.y
    count += 1
    x += dx
    y += dy
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
    self.origin = self.origin.combined(with: origin)
  }

  func regression(from unit: LoadUnit) -> LoadRegression? {
    guard count >= LoadConversion.leastPairs else { return nil }
    let n = Double(count)
    let sxx = xx - x * x / n
    let sxy = xy - x * y / n
    let syy = yy - y * y / n
    // Less than rounding leaves of the squares is no variation.
    guard sxx > 1e-12 * xx, syy > 1e-12 * yy else { return nil }
    let slope = sxy / sxx
    let r2 = min(1, sxy * sxy / (sxx * syy))
    guard slope > 0, r2 >= LoadConversion.leastR2 else { return nil }
    let intercept = (start.y + y / n) - slope * (start.x + x / n)
    return LoadRegression(
      from: unit, pairs: count, slope: slope, intercept: intercept, r2: r2, origin: origin)
  }
}
