import Support

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
