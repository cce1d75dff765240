/// Order statistics around each value of a stream: of `half` values before it, itself and `half` behind it.
///
/// At both ends the window holds what there is. Quantiles lie between neighbours by linear interpolation
/// (Hyndman and Fan 1996, type 7).
struct CentredOrder: Sendable {
  let half: Int
  private var window: [Double] = []
  private var sorted: [Double] = []
  private var centre = 0

  init(half: Int) { self.half = half }

  /// Takes the next value.
  ///
  /// - Returns: whether the window of the next centre is complete: `advance` may be called once.
  mutating func push(_ value: Double) -> Bool {
    window.append(value)
    sorted.insert(value, at: position(of: value))
    return window.count > centre + half
  }

  /// Whether a centre is left; after the last value its window is cut off.
  var hasCentre: Bool { centre < window.count }

  /// Goes on to the next centre.
  mutating func advance() {
    centre += 1
    guard centre > half else { return }
    sorted.remove(at: position(of: window.removeFirst()))
    centre -= 1
  }

  /// The value below which the share `share` (0...1) of the window lies.
  func quantile(_ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  /// Half the distance between the quartiles.
  var quartileDeviation: Double { (quantile(0.75) - quantile(0.25)) / 2 }

  /// The first place that holds no less than `value`.
  private func position(of value: Double) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
