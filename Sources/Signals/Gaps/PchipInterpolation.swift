/// The piecewise cubic of Fritsch and Carlson (1980) between two of its nodes, with the slopes of Fritsch and
/// Butland (1984) as in SciPy's `PchipInterpolator`: it rises where the nodes rise, falls where they fall,
/// and never overshoots.
///
/// A slope depends on one node on either side only. So one piece needs the two nodes beside it and one more
/// on either side, and is then what SciPy gives for the whole series; a node without a neighbour has SciPy's
/// slope for the end of a series.
struct PchipInterpolation {
  let start: Double
  /// Of the cubic in the distance from `start`, lowest power first.
  let coefficients: SIMD4<Double>

  /// - Parameter piece: the index of the node where the piece begins; another node follows.
  init(_ nodes: InterpolationNodes, piece: Int) {
    let first = Self.slope(nodes, at: piece)
    let second = Self.slope(nodes, at: piece + 1)
    let width = nodes.positions[piece + 1] - nodes.positions[piece]
    let chord = (nodes.values[piece + 1] - nodes.values[piece]) / width
    let bend = (first + second - 2 * chord) / width
    start = nodes.positions[piece]
    coefficients = SIMD4(nodes.values[piece], first, (chord - first) / width - bend, bend / width)
  }

  func value(at position: Double) -> Double {
    let s = position - start
    return coefficients[0] + s * (coefficients[1] + s * (coefficients[2] + s * coefficients[3]))
  }

  private static func slope(_ nodes: InterpolationNodes, at node: Int) -> Double {
    func width(_ piece: Int) -> Double { nodes.positions[piece + 1] - nodes.positions[piece] }
    func chord(_ piece: Int) -> Double {
      (nodes.values[piece + 1] - nodes.values[piece]) / width(piece)
    }
    let last = nodes.count - 1
    if last == 1 { return chord(0) }
    if node == 0 { return endSlope(width(0), width(1), chord(0), chord(1)) }
    if node == last {
      return endSlope(width(last - 1), width(last - 2), chord(last - 1), chord(last - 2))
    }
    let (left, right) = (chord(node - 1), chord(node))
    guard (left > 0 && right > 0) || (left < 0 && right < 0) else { return 0 }
    let leftWeight = 2 * width(node) + width(node - 1)
    let rightWeight = width(node) + 2 * width(node - 1)
    return (leftWeight + rightWeight) / (leftWeight / left + rightWeight / right)
  }

  /// The one-sided three-point slope, held so that the curve keeps its shape.
  private static func endSlope(
    _ width: Double, _ nextWidth: Double, _ chord: Double, _ nextChord: Double
  ) -> Double {
    let slope = ((2 * width + nextWidth) * chord - width * nextChord) / (width + nextWidth)
    if sign(slope) != sign(chord) { return 0 }
    if sign(chord) != sign(nextChord), abs(slope) > 3 * abs(chord) { return 3 * chord }
    return slope
  }

  private static func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }
}
