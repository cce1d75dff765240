import Kernels

/// SplitMix64 (Steele, Lea & Flood 2014). Same seed, same stream, on every platform.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return mixed(state)
  }

  /// Uniform in `[0, 1)`: the upper 53 bits.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Standard normal draw (Box & Muller 1958); the second of the pair is not kept, so one draw takes two numbers.
  public mutating func normal() -> Double {
    let radius = kernel_sqrt(-2 * kernel_log(1 - uniform()))
    return radius * kernel_cos(2 * .pi * uniform())
  }

  public mutating func normal(mean: Double, deviation: Double) -> Double {
    mean + deviation * normal()
  }
}

/// Independent streams from one seed, keyed by what they are for and which one of many.
///
/// Work that is split over threads takes a substream per item, so the number of threads changes nothing.
public struct Randomness: Hashable, Sendable {
  public let seed: UInt64
  public init(seed: UInt64) { self.seed = seed }

  /// What a stream is for: adding a purpose leaves the others' numbers as they were.
  public enum Purpose: UInt64, CaseIterable, Sendable {
    case identifiers = 1
    case people, season, heartRate, wellness, tests, injuries, planning, resampling, shuffling
  }

  public func stream(_ purpose: Purpose, _ indices: Int...) -> SeededGenerator {
    var key = mixed(seed ^ mixed(purpose.rawValue &* 0xD6E8_FEB8_6659_FD93))
    for index in indices {
      key = mixed(key ^ mixed(UInt64(bitPattern: Int64(index)) &+ 0x9E37_79B9_7F4A_7C15))
    }
    return SeededGenerator(seed: key)
  }
}

/// The finaliser of SplitMix64: a bijection that spreads every bit.
private func mixed(_ value: UInt64) -> UInt64 {
  var z = value
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
