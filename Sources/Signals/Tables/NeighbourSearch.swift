import Kernels

/// The search of neighbours for the gaps of some rows together, so that the rows searched stay in cache.
struct NeighbourSearch {
  /// A row with gaps.
  private struct Receiver {
    var row: Int
    /// The columns it has, ascending, and their values.
    var columns: [UInt32] = []
    var values: [Double] = []
    var gaps: [(column: Int, nearest: NearestRows)] = []
    /// No sum of squares above this can belong to a neighbour.
    var bound = Double.infinity

    mutating func offer(_ square: Double, row: Int, of presence: RowPresence) {
      for gap in gaps.indices where presence.has(row, gaps[gap].column) {
        gaps[gap].nearest.offer(square, row: row)
      }
    }

    mutating func tighten(_ columnCount: Int) {
      let reach = gaps.reduce(0) { max($0, $1.nearest.reach) }
      // A row shares at most what this one has; the margin is for the rounding of the quotients.
      bound = reach / Double(columnCount) * Double(values.count) * (1 + 1e-12)
    }
  }

  /// 256 rows: a table of 27 columns stays in the second-level cache.
  private static let blocksAtOnce = 8

  private let presence: RowPresence
  private var receivers: [Receiver]
  private var found = Array(repeating: UInt32(0), count: blocksAtOnce * DonorBlocks.lanes)
  private var sums = Array(repeating: 0.0, count: blocksAtOnce * DonorBlocks.lanes)

  /// - Parameter capacity: neighbours kept of each gap.
  init(rows: [Int], of table: NumericTable, presence: RowPresence, capacity: Int) {
    self.presence = presence
    receivers = rows.map { row in
      var receiver = Receiver(row: row)
      for column in 0..<table.columnCount {
        if let value = table[row, column] {
          receiver.columns.append(UInt32(column))
          receiver.values.append(value)
        } else {
          receiver.gaps.append((column, NearestRows(capacity: capacity)))
        }
      }
      return receiver
    }
  }

  /// For each gap, row by row and column by column, its neighbours, nearest first.
  mutating func run(_ donors: DonorBlocks) -> [(row: Int, column: Int, neighbours: [Neighbour])] {
    donors.values.withUnsafeBufferPointer { blocks in
      var first = 0
      while first < donors.blockCount {
        // Few at the start, where all rows are near yet.
        let count = min(max(first, 1), Self.blocksAtOnce, donors.blockCount - first)
        let start = blocks.baseAddress! + first * donors.columnCount * DonorBlocks.lanes
        for index in receivers.indices where !receivers[index].values.isEmpty {
          search(start, count: count, from: first * DonorBlocks.lanes, donors, for: index)
        }
        first += count
      }
    }
    return receivers.flatMap { receiver in
      receiver.gaps.map { (receiver.row, $0.column, $0.nearest.sorted) }
    }
  }

  private mutating func search(
    _ blocks: UnsafePointer<Double>, count: Int, from firstRow: Int, _ donors: DonorBlocks, for index: Int
  ) {
    let near = kernel_rows_within(
      blocks, count, donors.columnCount, receivers[index].values, receivers[index].columns,
      receivers[index].values.count, receivers[index].bound, &found, &sums)
    guard near > 0 else { return }
    for place in 0..<near {
      let row = firstRow + Int(found[place])
      let shared = donors.presence.shared(row, with: presence, row: receivers[index].row)
      guard shared > 0 else { continue }
      let square = nanEuclideanSquare(sums[place], shared: shared, of: donors.columnCount)
      receivers[index].offer(square, row: row, of: donors.presence)
    }
    receivers[index].tighten(donors.columnCount)
  }
}
