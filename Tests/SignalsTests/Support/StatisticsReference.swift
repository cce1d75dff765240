/// Figures that NumPy and SciPy give: `Tests/References/make_statistics.py`.
struct StatisticsReference: Decodable {
  struct Channel: Decodable {
    let values: [Float]
    let mean: Double
    let sd: Double
    let quartiles: [Double]
  }
  struct Smoothing: Decodable {
    let channel: String
    let width: Int
    let means: [Double]
  }
  struct Outliers: Decodable {
    let values: [Float]
    let deviations: Double
    let ranges: Double
    let zScore: [Int]
    let interquartile: [Int]
  }
  struct Spectrum: Decodable {
    let length: Int
    let hop: Int
    let windows: Int
    let values: [Float]
    let bins: [Int]
    let powers: [Double]
    let tapered: [Double]
    let rms: [Double]
  }
  let statistics: [String: Channel]
  let smoothing: [Smoothing]
  let outliers: [Outliers]
  let spectra: [Spectrum]

  static func read() throws -> StatisticsReference {
    try SharedFiles.reference("statistics.json", as: StatisticsReference.self)
  }
}

/// Whether they are equal to so small a share of the larger one.
func isNear(_ value: Double, _ expected: Double, relative: Double, absolute: Double = 0) -> Bool {
  abs(value - expected) <= max(relative * max(abs(value), abs(expected)), absolute)
}

/// A small generator for property tests (SplitMix64, Steele, Lea and Flood 2014).
struct SmallGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
  /// In 0 ..< 1.
  mutating func unit() -> Double { Double(bits() >> 11) * 0x1p-53 }
  mutating func float(_ range: ClosedRange<Double>) -> Float {
    Float(range.lowerBound + unit() * (range.upperBound - range.lowerBound))
  }
  mutating func below(_ bound: Int) -> Int { Int(bits() % UInt64(bound)) }
}
