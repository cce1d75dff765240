/// Length of an acceleration: a = √(ax² + ay² + az²) (Bo, equation 1).
///
/// In the unit of its axes, never negative; a length no `Float` can hold is the largest it can.
public func magnitude(_ x: Float, _ y: Float, _ z: Float) -> Float {
  let short = (x * x + y * y + z * z).squareRoot()
  if short.isFinite { return short }
  let (a, b, c) = (Double(x), Double(y), Double(z))
  return Float(min((a * a + b * b + c * c).squareRoot(), Double(Float.greatestFiniteMagnitude)))
}

/// Length of the acceleration, sample by sample; missing where any axis is.
public struct MagnitudeStage: Stage {
  public init() {}

  public mutating func push(_ input: consuming IMUBlock) -> SampleBlock {
    let clock = input.clock
    return SampleBlock(values: magnitudes(input.acceleration), flags: input.acceleration.flags, clock: clock)
  }

  /// As `magnitude(_:_:_:)`; the rare length that overflows a square is seen afterwards, for the loop to stay
  /// short.
  private func magnitudes(_ triad: borrowing Triad) -> [Float] {
    let (x, y, z) = (triad.x, triad.y, triad.z)
    let count = x.count
    return Array(unsafeUninitializedCapacity: count) { result, written in
      x.withUnsafeBufferPointer { x in
        y.withUnsafeBufferPointer { y in
          z.withUnsafeBufferPointer { z in
            for index in 0..<count {
              let sum = x[index] * x[index] + y[index] * y[index] + z[index] * z[index]
              result.initializeElement(at: index, to: sum.squareRoot())
            }
            for index in 0..<count where !result[index].isFinite {
              result[index] = magnitude(x[index], y[index], z[index])
            }
          }
        }
      }
      written = count
    }
  }
}
