import Foundation
import Signals
import Support

/// What `make_calibration.py` wrote.
struct CalibrationReference: Decodable {
  struct General: Decodable {
    var poses: [[Double]]
    var bias: [Double]
    var scale: [Double]
    var residual: Double
    var trueBias: [Double]
    var trueScale: [Double]
    var noise: Double
    var span: Double
  }
  struct Six: Decodable {
    var poses: [[Double]]
    var bias: [Double]
    var scale: [Double]
    var residual: Double
  }
  struct Still: Decodable {
    struct Window: Decodable {
      var first: Int
      var end: Int
      var acceleration: [Double]
      var deviation: Double
      var rate: [Double]
    }
    var hertz: Double
    var acceleration: [[Double]]
    var rate: [[Double]]
    var windows: [Window]

    var block: IMUBlock {
      IMUBlock(
        acceleration: Triad(rows: acceleration), angularRate: Triad(rows: rate),
        clock: .regular(hertz: hertz, first: 0))
    }
  }
  struct Steady: Decodable {
    struct Window: Decodable {
      var start: Double
      var mean: Double
      var deviation: Double
      var count: Int
      var error: Double
    }
    var values: [Float?]
    var windows: [Window]

    var block: SampleBlock { SampleBlock(values.map { $0 ?? .nan }, hertz: 1) }
  }
  var general: [General]
  var six: [Six]
  var still: Still
  var steady: Steady

  static func read() throws -> CalibrationReference {
    try SharedFiles.reference("calibration.json", as: CalibrationReference.self)
  }
}
