public import Domain

extension Spectrum {
  /// The highest frequency it has, hertz.
  public var nyquist: Double { hertz(max(0, powers.count - 1)) }

  /// The highest level in each of `columns`, no lower than −`depth`; where bins are wider than columns, the nearest bin's.
  ///
  /// - Parameter levels: of each bin, decibels below the highest but the one at 0 Hz.
  public static func columns(_ levels: [Double], count: Int, depth: Double) -> [Double] {
    guard levels.count > 1, count > 0 else { return [] }
    return (0..<count).map { column in
      let low = Double(column) / Double(count) * Double(levels.count - 1)
      let high = Double(column + 1) / Double(count) * Double(levels.count - 1)
      let nearest = Int(((low + high) / 2).rounded())
      let first = max(1, min(Int(low.rounded(.up)), nearest))
      let last = max(first, min(levels.count - 1, max(nearest, Int(high.rounded(.up)) - 1)))
      return max(-depth, min(0, levels[first...last].max() ?? -depth))
    }
  }
}

extension SpectrumRefusal {
  public var sentence: String {
    switch self {
    case .tooShort(let have, let need):
      "A spectrum needs \(counted(need, "sample")) and this part has \(have). Zoom out with -."
    case .tooManyGaps(let segments):
      "Too much is missing in each of the \(counted(segments, "window")) of this part. Choose another part, or v another channel."
    }
  }
}
