/// Least squares of |s·(a − b)| − g over readings that should lie on a sphere of radius g, by Levenberg's and
/// Marquardt's method from b = 0, s = 1.
///
/// - Complexity: linear in the readings for each step.
struct SphereFit {
  var readings: [SIMD3<Double>]
  var radius: Double

  struct Result {
    var bias = SIMD3<Double>.zero
    var scale = SIMD3<Double>(repeating: 1)
    var squares = 0.0
    var steps = 0
    var hasConverged = false
    /// Least share of a parameter's derivative that the others' cannot make up for: 1 − R².
    var span = 0.0
  }

  static let longest = 200

  func fit() -> Result {
    var result = Result()
    result.squares = squares(result.bias, result.scale)
    var damping = 1e-3
    var normal = normal(result)
    while result.steps < Self.longest && damping < 1e14 {
      result.steps += 1
      guard let step = normal.step(damping: damping) else {
        damping *= 10
        continue
      }
      let bias = result.bias + SIMD3(step[0], step[1], step[2])
      let scale = result.scale + SIMD3(step[3], step[4], step[5])
      let next = squares(bias, scale)
      // A step that is nothing beside the numbers it changes ends the search, whether it gains or not.
      let isTiny = (0..<3).allSatisfy {
        step[$0].magnitude <= 1e-10 * radius && step[$0 + 3].magnitude <= 1e-10
      }
      let gains = next < result.squares
      if gains { (result.bias, result.scale, result.squares) = (bias, scale, next) }
      if isTiny {
        result.hasConverged = true
        break
      }
      damping = gains ? max(1e-15, damping / 10) : damping * 10
      if gains { normal = self.normal(result) }
    }
    result.span = normal.span
    return result
  }

  private func squares(_ bias: SIMD3<Double>, _ scale: SIMD3<Double>) -> Double {
    var sum = 0.0
    for reading in readings {
      let corrected = scale * (reading - bias)
      let residual = dot(corrected, corrected).squareRoot() - radius
      sum += residual * residual
    }
    return sum
  }

  private func normal(_ at: Result) -> NormalEquations {
    var normal = NormalEquations()
    for reading in readings {
      let apart = reading - at.bias
      let corrected = at.scale * apart
      let length = dot(corrected, corrected).squareRoot()
      guard length > 0 else { continue }
      let byBias = -at.scale * corrected / length
      let byScale = corrected * apart / length
      normal.add(
        [byBias.x, byBias.y, byBias.z, byScale.x, byScale.y, byScale.z], residual: length - radius)
    }
    return normal
  }
}

/// J'J and J'r of six parameters.
private struct NormalEquations {
  private var matrix = [[Double]](repeating: Array(repeating: 0, count: 6), count: 6)
  private var right = [Double](repeating: 0, count: 6)

  mutating func add(_ row: [Double], residual: Double) {
    for i in 0..<6 {
      right[i] += row[i] * residual
      for j in 0..<6 { matrix[i][j] += row[i] * row[j] }
    }
  }

  /// Solves (J'J + λ·diag J'J)·δ = −J'r; `nil` when that has no solution.
  func step(damping: Double) -> [Double]? {
    var damped = correlations
    for i in 0..<6 { damped[i][i] += damping }
    guard let factor = cholesky(damped) else { return nil }
    let solution = solve(factor, right.indices.map { -right[$0] / length($0) })
    return solution.indices.map { solution[$0] / length($0) }
  }

  /// Least 1/(C⁻¹)(i, i) of the matrix C with unit diagonal: 1 − R² of each column on the others.
  var span: Double {
    guard let factor = cholesky(correlations) else { return 0 }
    return (0..<6).map { index in
      1 / solve(factor, (0..<6).map { $0 == index ? 1 : 0 })[index]
    }.min() ?? 0
  }

  private func length(_ index: Int) -> Double {
    matrix[index][index] > 0 ? matrix[index][index].squareRoot() : 1
  }

  private var correlations: [[Double]] {
    (0..<6).map { i in (0..<6).map { j in matrix[i][j] / (length(i) * length(j)) } }
  }

  private func cholesky(_ a: [[Double]]) -> [[Double]]? {
    var factor = a
    for j in 0..<6 {
      for k in 0..<j { factor[j][j] -= factor[j][k] * factor[j][k] }
      guard factor[j][j] > 1e-14 else { return nil }
      factor[j][j] = factor[j][j].squareRoot()
      for i in j + 1..<6 {
        for k in 0..<j { factor[i][j] -= factor[i][k] * factor[j][k] }
        factor[i][j] /= factor[j][j]
      }
    }
    return factor
  }

  private func solve(_ factor: [[Double]], _ right: [Double]) -> [Double] {
    var x = right
    for i in 0..<6 {
      for k in 0..<i { x[i] -= factor[i][k] * x[k] }
      x[i] /= factor[i][i]
    }
    for i in (0..<6).reversed() {
      for k in i + 1..<6 { x[i] -= factor[k][i] * x[k] }
      x[i] /= factor[i][i]
    }
    return x
  }
}
