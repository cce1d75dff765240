/// The value that `share` of the values do not exceed, between neighbours by their distance (Hyndman & Fan
/// 1996, type 7; NumPy's default); `nil` without values.
/// - Parameters:
///   - share: 0...1.
///   - values: ascending.
func quantile(_ share: Double, ofSorted values: [Double]) -> Double? {
  precondition((0...1).contains(share), "a share is 0...1")
  guard !values.isEmpty else { return nil }
  let place = share * Double(values.count - 1)
  let below = Int(place)
  let above = min(below + 1, values.count - 1)
  return values[below] + (place - Double(below)) * (values[above] - values[below])
}
