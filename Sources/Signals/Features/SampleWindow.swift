/// A stretch of samples at one rate, cut out for a spectrum or other features.
public struct SampleWindow: Hashable, Sendable {
  /// The clock's number of its first sample: it begins at `first / hertz` seconds.
  public var first: Int
  /// Samples there are in it, usable or not.
  public var count: Int
  public var hertz: Double
  /// From 0 to 1.
  public var usableShare: Double
  /// As many as `count`, all finite; `nil` where too little of the window is usable.
  public var values: [Float]?

  public init(first: Int, count: Int, hertz: Double, usableShare: Double, values: [Float]?) {
    (self.first, self.count, self.hertz) = (first, count, hertz)
    (self.usableShare, self.values) = (usableShare, values)
  }

  /// Seconds after the start at which it begins.
  public var seconds: Double { Double(first) / hertz }
  public var lengthSeconds: Double { Double(count) / hertz }
  /// Seconds after the start of its middle.
  public var middleSeconds: Double { (Double(first) + Double(count) / 2) / hertz }
}

extension SampleWindow {
  /// The samples at `range` as a window. What is not usable lies on the straight line between its usable neighbours in
  /// the window, before the first and after the last of them on a level with it.
  ///
  /// - Parameter most: the share, 0 to 1, of unusable samples beyond which the window has no values.
  init(
    _ values: ArraySlice<Float>, usable: ArraySlice<Bool>, first: Int, hertz: Double, most: Double
  ) {
    let good = usable.reduce(0) { $0 + ($1 ? 1 : 0) }
    let share = values.isEmpty ? 0 : Double(good) / Double(values.count)
    self.init(
      first: first, count: values.count, hertz: hertz, usableShare: share, values: nil)
    guard good > 0, Double(count - good) <= most * Double(count) else { return }
    var bridged = Array(values)
    if good < count { Self.bridge(&bridged, usable) }
    self.values = bridged
  }

  private static func bridge(_ values: inout [Float], _ usable: ArraySlice<Bool>) {
    var before: Int?
    for index in values.indices where usable[usable.startIndex + index] {
      let start = before ?? -1
      if index > start + 1 {
        let right = values[index]
        let left = before.map { values[$0] } ?? right
        for gap in start + 1..<index {
          let share = Double(gap - start) / Double(index - start)
          values[gap] = Float(Double(left) + (Double(right) - Double(left)) * share)
        }
      }
      before = index
    }
    guard let before else { return }
    for gap in before + 1..<values.count { values[gap] = values[before] }
  }
}
