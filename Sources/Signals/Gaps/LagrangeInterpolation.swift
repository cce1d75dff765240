/// The polynomial of lowest degree through all nodes, in Lagrange's form:
/// p(x) = Σⱼ yⱼ Πₘ≠ⱼ (x − xₘ)/(xⱼ − xₘ).
///
/// Equal steps in the order of NumPy's obvious form, so that both give the same bits.
struct LagrangeInterpolation {
  let nodes: InterpolationNodes

  func value(at position: Double) -> Double {
    var sum = 0.0
    for node in 0..<nodes.count {
      var term = nodes.values[node]
      let own = nodes.positions[node]
      for other in 0..<nodes.count where other != node {
        let far = nodes.positions[other]
        term *= (position - far) / (own - far)
      }
      sum += term
    }
    return sum
  }
}
