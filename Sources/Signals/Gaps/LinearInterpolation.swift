/// The straight line through two nodes.
struct LinearInterpolation {
  let start: Double
  let value: Double
  let slope: Double

  /// - Parameter nodes: two.
  init(_ nodes: InterpolationNodes) {
    precondition(nodes.count == 2, "a line through \(nodes.count) nodes")
    start = nodes.positions[0]
    value = nodes.values[0]
    slope = (nodes.values[1] - value) / (nodes.positions[1] - start)
  }

  func value(at position: Double) -> Double { value + slope * (position - start) }
}
