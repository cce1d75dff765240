/// A point on the globe, taken for a sphere.
struct Place: Hashable {
  /// Of the sphere, in metres; what most programs take.
  static let earthRadius = 6_371_000.0

  /// In radians.
  private let latitude: Double
  private let longitude: Double
  private let cosineOfLatitude: Double

  /// From degrees; `nil` beyond ±90 and ±180.
  init?(latitude: Double, longitude: Double) {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    self.latitude = latitude * .pi / 180
    self.longitude = longitude * .pi / 180
    cosineOfLatitude = sine(.pi / 2 - abs(self.latitude))
  }

  /// Metres along the great circle, by the haversine formula:
  /// 2R · asin √(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2)).
  func distance(to other: Place) -> Double {
    let north = sine((other.latitude - latitude) / 2)
    let east = sine((other.longitude - longitude) / 2)
    let square = north * north + cosineOfLatitude * other.cosineOfLatitude * east * east
    return 2 * Self.earthRadius * arcSine(min(1, square.squareRoot()))
  }
}

/// For −π...π, to the last digit or two: after folding to a quarter turn, the power series to x²¹.
private func sine(_ angle: Double) -> Double {
  var folded = angle
  if angle > .pi / 2 { folded = .pi - angle }
  if angle < -.pi / 2 { folded = -.pi - angle }
  let square = folded * folded
  var sum = 1.0
  for power in stride(from: 20.0, through: 2, by: -2) { sum = 1 - sum * square / (power * (power + 1)) }
  return folded * sum
}

/// For 0...1, to the last digits: the power series, which the half angle keeps below ½.
private func arcSine(_ value: Double) -> Double {
  if value > 0.5 { return .pi / 2 - 2 * arcSine(((1 - value) / 2).squareRoot()) }
  let square = value * value
  var term = value
  var sum = value
  var power = 1.0
  while term > sum * 1e-17 {
    term *= square * power * power / ((power + 1) * (power + 2))
    sum += term
    power += 2
  }
  return sum
}
