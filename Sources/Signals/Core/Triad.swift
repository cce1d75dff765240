/// Consecutive samples of one sensor with three axes, an array for each.
///
/// No value is ever NaN or infinite: a sample with a missing axis is 0 on all three, with the flag `missing`.
public struct Triad: Hashable, Sendable {
  public var x: [Float]
  public var y: [Float]
  public var z: [Float]
  /// As many as there are values on each axis.
  public var flags: [SampleFlags]

  /// No samples.
  public init() { (x, y, z, flags) = ([], [], [], []) }

  /// Samples as a sensor gave them, NaN for one that is missing; an infinite one is flagged `notFinite`.
  public init(x: [Float], y: [Float], z: [Float]) {
    precondition(x.count == y.count && x.count == z.count, "\(x.count), \(y.count), \(z.count) values")
    (self.x, self.y, self.z) = (x, y, z)
    flags = Array(repeating: [], count: x.count)
    for index in x.indices where !(x[index].isFinite && y[index].isFinite && z[index].isFinite) {
      let isInfinite = x[index].isInfinite || y[index].isInfinite || z[index].isInfinite
      setMissing(index, isInfinite ? [.missing, .notFinite] : .missing)
    }
  }

  /// Samples that are clean already: every value is finite.
  public init(x: [Float], y: [Float], z: [Float], flags: [SampleFlags]) {
    precondition(
      x.count == y.count && x.count == z.count && x.count == flags.count,
      "\(x.count), \(y.count), \(z.count) values, \(flags.count) flags")
    (self.x, self.y, self.z, self.flags) = (x, y, z, flags)
  }

  /// As many samples, every one missing.
  public init(missing count: Int) {
    x = Array(repeating: 0, count: count)
    (y, z) = (x, x)
    flags = Array(repeating: .missing, count: count)
  }

  /// The three axes where they stand for what was measured, else `nil`.
  @inlinable @inline(__always)
  public func usable(_ index: Int) -> SIMD3<Double>? {
    flags[index].isUsable ? SIMD3(Double(x[index]), Double(y[index]), Double(z[index])) : nil
  }

  /// Puts `value` at `index`; one that is too large for a `Float` is missing and flagged `notFinite`.
  @inline(__always)
  mutating func set(_ index: Int, _ value: SIMD3<Double>) {
    let (a, b, c) = (Float(value.x), Float(value.y), Float(value.z))
    guard a.isFinite && b.isFinite && c.isFinite else {
      setMissing(index, flags[index].union([.missing, .notFinite]).subtracting(.filled))
      return
    }
    (x[index], y[index], z[index]) = (a, b, c)
  }

  mutating func setMissing(_ index: Int, _ reason: SampleFlags) {
    (x[index], y[index], z[index], flags[index]) = (0, 0, 0, reason)
  }
}

extension Triad: Chunk {
  public var count: Int { x.count }

  public func part(_ range: Range<Int>) -> Triad {
    Triad(
      x: Array(x[range]), y: Array(y[range]), z: Array(z[range]), flags: Array(flags[range]))
  }

  public mutating func append(_ next: Triad) {
    x += next.x
    y += next.y
    z += next.z
    flags += next.flags
  }
}
