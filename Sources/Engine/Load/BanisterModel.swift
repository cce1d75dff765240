import Kernels

/// Banister's model at two time constants: p(t) = p0 + k1·g(t) − k2·h(t), with g and h the fading sums of all loads
/// before day t (Banister et al. 1975; Morton, Fitz-Clarke & Banister 1990, equations 4-6).
struct BanisterFit: Hashable {
  var baseline = 0.0
  var fitnessGain = 0.0
  var fatigueGain = 0.0
  var fitnessDays: Double
  var fatigueDays: Double
  /// Result less model, one for each performance.
  var residuals: [Double] = []
  var squares = Double.infinity
  /// At these time constants.
  var fitness = BanisterResponse()
  var fatigue = BanisterResponse()
}

/// What all loads before each performance have left of themselves at one time constant.
struct BanisterResponse: Hashable {
  /// Σ w(i)·exp(−(t − i)/τ).
  var values: [Double] = []
  /// Its derivative by τ.
  var slopes: [Double] = []
}

/// The data of one fit and what is searched.
struct BanisterProblem {
  /// A load for each day from the first on.
  var loads: [Double]
  /// Days after the first, ascending; a performance knows the loads of the days before it.
  var days: [Int]

  static let fitnessRange = 15.0...90
  static let fatigueRange = 3.0...25

  /// Least squares over both time constants, in their ranges, the fitness's the longer.
  ///
  /// Profiled on a grid of 5 by 1 days, where the three linear parameters have a closed form, then refined from its best
  /// point, or from `near` where that begins with less.
  func fit(_ values: [Double], grid: BanisterGrid, near: BanisterFit? = nil) -> BanisterFit {
    let best = grid.best(values)
    var start = solved(
      values, BanisterFit(fitnessDays: best.fitnessDays, fatigueDays: best.fatigueDays))
    if let near {
      let other = solved(values, near)
      if other.squares < start.squares { start = other }
    }
    return refined(start, values)
  }

  /// - Complexity: linear in the days.
  func response(_ days: Double) -> BanisterResponse {
    let fade = kernel_exp(-1 / days)
    var response = BanisterResponse()
    var sum = 0.0
    var lagged = 0.0
    var day = 0
    for target in self.days {
      while day < target {
        lagged = (lagged + sum + loads[day]) * fade
        sum = (sum + loads[day]) * fade
        day += 1
      }
      response.values.append(sum)
      response.slopes.append(lagged / (days * days))
    }
    return response
  }

  /// The linear parameters and residuals at the time constants of `start`.
  private func solved(_ values: [Double], _ start: BanisterFit) -> BanisterFit {
    var fit = start
    fit.fitness = response(fit.fitnessDays)
    fit.fatigue = response(fit.fatigueDays)
    let y = Centred(values)
    let g = Centred(fit.fitness.values)
    let h = Centred(fit.fatigue.values)
    let gains = gains(
      gg: dot(g.rest, g.rest), hh: dot(h.rest, h.rest), gh: dot(g.rest, h.rest),
      gy: dot(g.rest, y.rest), hy: dot(h.rest, y.rest))
    (fit.fitnessGain, fit.fatigueGain) = gains
    fit.baseline = y.mean - gains.fitness * g.mean + gains.fatigue * h.mean
    fit.residuals = values.indices.map {
      y.rest[$0] - gains.fitness * g.rest[$0] + gains.fatigue * h.rest[$0]
    }
    fit.squares = dot(fit.residuals, fit.residuals)
    return fit
  }

  /// Levenberg-Marquardt over the time constants alone, the linear parameters solved at each step (Kaufman 1975).
  private func refined(_ start: BanisterFit, _ values: [Double]) -> BanisterFit {
    var fit = start
    var damping = 1e-3
    for _ in 0..<100 where damping < 1e12 {
      let step = step(fit, damping)
      let slow = (fit.fitnessDays + step.fitness).clamped(to: Self.fitnessRange)
      let fast = min((fit.fatigueDays + step.fatigue).clamped(to: Self.fatigueRange), slow - 1)
      guard abs(slow - fit.fitnessDays) + abs(fast - fit.fatigueDays) > 1e-9 else { break }
      let next = solved(values, BanisterFit(fitnessDays: slow, fatigueDays: fast))
      if next.squares < fit.squares {
        fit = next
        damping = max(1e-12, damping / 10)
      } else {
        damping *= 10
      }
    }
    return fit
  }

  private func step(_ fit: BanisterFit, _ damping: Double) -> (fitness: Double, fatigue: Double) {
    // Of the model's derivatives only what the linear parameters cannot make up for.
    var basis: [[Double]] = []
    if fit.fitnessGain > 0 { basis.append(fit.fitness.values) }
    if fit.fatigueGain > 0 { basis.append(fit.fatigue.values) }
    let first = orthogonal(fit.fitness.slopes, to: basis).map { fit.fitnessGain * $0 }
    let second = orthogonal(fit.fatigue.slopes, to: basis).map { -fit.fatigueGain * $0 }
    let a = dot(first, first) * (1 + damping) + 1e-300
    let b = dot(first, second)
    let c = dot(second, second) * (1 + damping) + 1e-300
    let u = dot(first, fit.residuals)
    let v = dot(second, fit.residuals)
    let determinant = a * c - b * b
    guard determinant > 0 else { return (u / a, v / c) }
    return ((u * c - v * b) / determinant, (v * a - u * b) / determinant)
  }
}

extension BanisterFit {
  /// Correlation of the estimates of the two gains, all five parameters free; `nil` where the data do not tell them apart
  /// at all.
  var correlationOfGains: Double? {
    let others = [fitness.slopes, fatigue.slopes]
    let first = orthogonal(fitness.values, to: others)
    let second = orthogonal(fatigue.values, to: others)
    let lengths = dot(first, first) * dot(second, second)
    let whole = dot(fitness.values, fitness.values) * dot(fatigue.values, fatigue.values)
    return lengths > 1e-18 * whole ? dot(first, second) / kernel_sqrt(lengths) : nil
  }
}

/// The responses of every pair of time constants on a grid, with all that does not depend on the results.
struct BanisterGrid {
  private let fitness: [(days: Double, rest: [Double], squares: Double)]
  private let fatigue: [(days: Double, rest: [Double], squares: Double)]
  /// By place in `fitness` and in `fatigue`; `nil` where fatigue would last the longer.
  private let products: [[Double?]]

  init(_ problem: BanisterProblem) {
    func columns(
      _ range: ClosedRange<Double>, by step: Double
    ) -> [(days: Double, rest: [Double], squares: Double)] {
      stride(from: range.lowerBound, through: range.upperBound, by: step).map { days in
        let rest = Centred(problem.response(days).values).rest
        return (days, rest, dot(rest, rest))
      }
    }
    let fitness = columns(BanisterProblem.fitnessRange, by: 5)
    let fatigue = columns(BanisterProblem.fatigueRange, by: 1)
    products = fitness.map { first in
      fatigue.map { $0.days < first.days ? dot(first.rest, $0.rest) : nil }
    }
    self.fitness = fitness
    self.fatigue = fatigue
  }

  /// The pair that explains most, and which share of the results' variance that is.
  func best(_ values: [Double]) -> (fitnessDays: Double, fatigueDays: Double, share: Double) {
    let y = Centred(values).rest
    let yy = dot(y, y)
    let fatigueY = fatigue.map { dot($0.rest, y) }
    var best = (fitnessDays: fitness[0].days, fatigueDays: fatigue[0].days, share: 0.0)
    for (row, first) in fitness.enumerated() {
      let gy = dot(first.rest, y)
      for (column, second) in fatigue.enumerated() {
        guard let gh = products[row][column] else { continue }
        let gains = gains(
          gg: first.squares, hh: second.squares, gh: gh, gy: gy, hy: fatigueY[column])
        let share = (gains.fitness * gy - gains.fatigue * fatigueY[column]) / max(yy, 1e-300)
        if share > best.share { best = (first.days, second.days, share) }
      }
    }
    return best
  }
}

/// The gains of least squares that are not negative, from sums about the means.
private func gains(
  gg: Double, hh: Double, gh: Double, gy: Double, hy: Double
) -> (fitness: Double, fatigue: Double) {
  let determinant = gg * hh - gh * gh
  if determinant > 1e-12 * gg * hh {
    let fitness = (gy * hh - hy * gh) / determinant
    let fatigue = (gy * gh - hy * gg) / determinant
    if fitness >= 0, fatigue >= 0 { return (fitness, fatigue) }
  }
  // On the edge: one of the two alone, whichever leaves less.
  let fitness = gg > 0 ? max(0, gy / gg) : 0
  let fatigue = hh > 0 ? max(0, -hy / hh) : 0
  return fitness * gy >= -fatigue * hy ? (fitness, 0) : (0, fatigue)
}

/// A column and its mean.
private struct Centred {
  var mean: Double
  var rest: [Double]
  init(_ column: [Double]) {
    let mean = column.reduce(0, +) / Double(column.count)
    self.mean = mean
    rest = column.map { $0 - mean }
  }
}

/// What is left of a column once its mean and its parts along the others are gone (Gram-Schmidt, twice for accuracy).
private func orthogonal(_ column: [Double], to others: [[Double]]) -> [Double] {
  var basis: [[Double]] = []
  for other in others {
    let rest = removed(removed(Centred(other).rest, basis), basis)
    // A column that the ones before it make up adds no direction.
    if dot(rest, rest) > 1e-24 * dot(other, other) { basis.append(rest) }
  }
  return removed(removed(Centred(column).rest, basis), basis)
}

private func removed(_ column: [Double], _ basis: [[Double]]) -> [Double] {
  basis.reduce(column) { rest, direction in
    let share = dot(rest, direction) / dot(direction, direction)
    return rest.indices.map { rest[$0] - share * direction[$0] }
  }
}

private func dot(_ first: [Double], _ second: [Double]) -> Double {
  var sum = 0.0
  for index in first.indices { sum += first[index] * second[index] }
  return sum
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
