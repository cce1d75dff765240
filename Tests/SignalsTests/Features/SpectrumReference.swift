import Support

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
