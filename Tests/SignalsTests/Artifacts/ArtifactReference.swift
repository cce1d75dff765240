import Support

/// What `make_artifacts.py` found with NumPy and pandas.
struct ArtifactReference: Decodable {
  struct Hampel: Decodable {
    let halfWidth: Int
    let threshold: Double
    let resolution: Double
    let reachSeconds: Double
    let times: [Int64]
    let values: [Float?]
    let flagged: [Int]
  }
  struct Whole: Decodable {
    let values: [Float]
    let flagged: [Int]
  }
  struct Prefix: Decodable {
    let count: Int
    let mean: Double
    let populationVariance: Double
    let sampleVariance: Double
    let quartiles: [Double]
  }

  let hampel: [Hampel]
  let pandas: Whole
  let values: [Float]
  let prefixes: [Prefix]

  static func read() throws -> ArtifactReference {
    try SharedFiles.reference("artifacts.json", as: ArtifactReference.self)
  }
}
