/// What Tests/References/make_spectrum.py wrote.
struct SpectrumReference: Decodable {
  struct Transform: Decodable {
    var values: [Float]
    var real: [Double]
    var imaginary: [Double]
  }
  struct Window: Decodable {
    var count: Int
    var weights: [Double]
  }
  struct Periodogram: Decodable {
    var count: Int
    var window: String
    var scaling: String
    var step: Double
    var powers: [Double]
  }
  struct Welch: Decodable {
    var segment: Int
    var scaling: String
    var step: Double
    var powers: [Double]
  }
  struct Resampling: Decodable {
    var milliseconds: [Int64]
    var values: [Float]
    var hertz: Double
    var first: Int
    var resampled: [Double]
  }

  var transforms: [Transform]
  var windows: [Window]
  var signal: [Float]
  var hertz: Double
  var periodograms: [Periodogram]
  var welches: [Welch]
  var resamplings: [Resampling]
  var largestLogarithmicParabolaError: Double

  static func read() throws -> SpectrumReference {
    try SharedFiles.reference("spectrum.json", as: SpectrumReference.self)
  }
}

/// Numbers that are the same on every machine (SplitMix64; Steele, Lea & Flood 2014).
struct FeatureNoise {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to 1.
  mutating func share() -> Double { Double(bits() >> 11) / 9_007_199_254_740_992 }

  /// The sum of twelve shares less 6: mean 0, standard deviation 1, nearly normal.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + share() } }
}
