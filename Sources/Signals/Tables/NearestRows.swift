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
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, heap[child] < heap[child + 1] { child += 1 }
      guard heap[place] < heap[child] else { return }
      heap.swapAt(place, child)
      place = child
    }
  }
}
