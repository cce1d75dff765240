import Kernels

/// Student's t distribution with a whole number of degrees of freedom.
struct StudentT {
  let degrees: Int

  init(degrees: Int) {
    precondition(degrees > 0, "\(degrees) degrees of freedom")
    self.degrees = degrees
  }

  /// The t that is exceeded in size with probability 1 − `share`: 2.776 for 0.95 and four degrees.
  ///
  /// With t = √ν tan θ the share within ±t is a finite sum of powers of cos θ (Abramowitz & Stegun 1964, 26.7.3 and
  /// 26.7.4), which rises with θ; θ is found by halving.
  func bound(share: Double) -> Double {
    precondition(share > 0 && share < 1, "a share of \(share)")
    var (low, high) = (0.0, halfPi)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if within(middle) < share { low = middle } else { high = middle }
    }
    let angle = (low + high) / 2
    return Double(degrees).squareRoot() * kernel_sin(angle) / kernel_cos(angle)
  }

  private var halfPi: Double { Double.pi / 2 }

  private func within(_ angle: Double) -> Double {
    let (sine, cosine) = (kernel_sin(angle), kernel_cos(angle))
    let isOdd = degrees % 2 == 1
    // Terms cos^k with k below the degrees, odd for odd and even for even ones.
    var term = isOdd ? cosine : 1
    var sum = 0.0
    var power = isOdd ? 1 : 0
    while power <= degrees - 2 {
      sum += term
      term *= cosine * cosine * Double(power + 1) / Double(power + 2)
      power += 2
    }
    return isOdd ? (angle + sine * sum) / halfPi : sine * sum
  }
}
