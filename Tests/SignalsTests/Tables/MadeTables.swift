import Numerics
import Signals

/// Rows that depend on five hidden figures each, as athletes' measurements do, with gaps by chance.
///
/// - Parameter grid: values are rounded to multiples of this, so that many rows are equally far; 0 for none.
func madeRows(
  _ count: Int, columns: Int, missing: Double, seed: UInt64, grid: Double = 0
) -> [[Double?]] {
  var seed = SeededGenerator(seed: seed)
  let mixing = (0..<5).map { _ in (0..<columns).map { _ in seed.normal() } }
  var rows: [[Double?]] = (0..<count).map { _ in
    let hidden = (0..<5).map { _ in seed.normal() }
    return (0..<columns).map { column in
      let value = (0..<5).reduce(0.4 * seed.normal()) { $0 + hidden[$1] * mixing[$1][column] }
      return seed.uniform() < missing ? nil : grid > 0 ? (value / grid).rounded() * grid : value
    }
  }
  for column in 0..<columns where rows.allSatisfy({ $0[column] == nil }) { rows[0][column] = 1 }
  return rows
}

/// The neighbours of a gap by their definition: every distance, sorted.
func plainNeighbours(_ rows: [[Double?]], of receiver: [Double?], column: Int, count: Int) -> [Neighbour] {
  let all = rows.indices.compactMap { row -> Neighbour? in
    guard rows[row][column] != nil, let far = nanEuclideanDistance(receiver, rows[row]) else { return nil }
    return Neighbour(row: row, distance: far)
  }
  return Array(all.sorted { ($0.distance, $0.row) < ($1.distance, $1.row) }.prefix(count))
}
