/// What a stretch of samples is like, without a look at its frequencies. Nothing in it is ever NaN or infinite.
public struct TimeFeatures: Hashable, Sendable, Codable {
  /// Usable samples.
  public var count: Int
  /// The channel's unit, as are all but what says otherwise.
  public var mean: Double
  /// √(Σx²/n).
  public var rootMeanSquare: Double
  /// Σ(x − mean)²/n, unit squared.
  public var variance: Double
  public var minimum: Double
  public var maximum: Double
  /// Root mean square of (x_(i+1) − x_i)·hertz, unit a second: of an acceleration the jerk. `nil` without a pair of
  /// neighbours.
  public var jerk: Double?
  /// How often the signal passes its mean, a second of neighbours. A sample at the mean is on the side it came from.
  public var zeroCrossings: Double?

  public var range: Double { maximum - minimum }

  /// - Parameters:
  ///   - usable: which of the values count; all where it is `nil`.
  ///   - hertz: samples a second.
  /// - Returns: `nil` where no value counts.
  public init?(_ values: [Float], usable: [Bool]? = nil, hertz: Double) {
    var (count, sum, squares) = (0, 0.0, 0.0)
    var (least, most) = (Double.infinity, -Double.infinity)
    for index in values.indices where usable?[index] ?? true {
      let value = Double(values[index])
      count += 1
      sum += value
      squares += value * value
      least = min(least, value)
      most = max(most, value)
    }
    guard count > 0 else { return nil }
    (self.count, mean) = (count, sum / Double(count))
    rootMeanSquare = (squares / Double(count)).squareRoot()
    (minimum, maximum) = (least, most)
    let pairs = Neighbours(values, usable, mean: mean)
    variance = pairs.squares / Double(count)
    guard pairs.count > 0 else { return }
    jerk = (pairs.steps / Double(pairs.count)).squareRoot() * hertz
    zeroCrossings = Double(pairs.crossings) / Double(pairs.count) * hertz
  }
}

/// What the second pass over the samples adds up, when the mean is known.
private struct Neighbours {
  /// Σ(x − mean)².
  var squares = 0.0
  /// Pairs of usable samples beside each other.
  var count = 0
  /// Σ(x_(i+1) − x_i)² over the pairs.
  var steps = 0.0
  var crossings = 0

  init(_ values: [Float], _ usable: [Bool]?, mean: Double) {
    var before: Double?
    var wasAbove: Bool?
    for index in values.indices {
      guard usable?[index] ?? true else {
        (before, wasAbove) = (nil, nil)
        continue
      }
      let value = Double(values[index])
      squares += (value - mean) * (value - mean)
      let isAbove = value == mean ? wasAbove : value > mean
      if let before {
        count += 1
        steps += (value - before) * (value - before)
        if let wasAbove, wasAbove != isAbove { crossings += 1 }
      }
      (before, wasAbove) = (value, isAbove)
    }
  }
}
