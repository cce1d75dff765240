/// The `capacity` nearest of the rows it was offered, of rows equally far the first in the table's order: a heap with
/// the farthest on top.
struct NearestRows {
  private let capacity: Int
  private var heap: [(square: Double, row: Int)] = []

  init(capacity: Int) { self.capacity = capacity }

  /// A row farther than this is not taken.
  var reach: Double { heap.count < capacity ? .infinity : heap[0].square }

  /// Nearest first.
  var sorted: [Neighbour] {
    heap.sorted { $0 < $1 }.map { Neighbour(row: $0.row, distance: $0.square.squareRoot()) }
  }

  mutating func offer(_ square: Double, row: Int) {
    if heap.count < capacity {
      heap.append((square, row))
      rise()
    } else if (square, row) < heap[0] {
      heap[0] = (square, row)
      sink()
    }
  }

  private mutating func rise() {
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2] < heap[place] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var farthest = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[farthest] < heap[child] {
        farthest = child
      }
      guard farthest != place else { return }
      heap.swapAt(place, farthest)
      place = farthest
    }
  }
}
