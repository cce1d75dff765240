import Foundation
import Signals
import Support

/// `References/gait.json`: part of a recording, its strides, and steps seen by motion capture.
struct GaitFixture: Decodable {
  struct Border: Decodable {
    var start: Int
    var end: Int
  }
  struct Events: Decodable {
    var precedingContact, terminalContact, initialContact: Int

    enum CodingKeys: String, CodingKey {
      case precedingContact = "pre_ic"
      case terminalContact = "tc"
      case initialContact = "ic"
    }
  }
  struct FootVelocity: Decodable {
    var strikes: [Double]
    var offs: [Double]
  }
  var hertz: Double
  var first: Int
  var centimetresPerSecondSquared: [String: [Float]]
  var tenthsOfDegreePerSecond: [String: [Float]]
  var borders: [Border]
  var events: [Events]
  var footVelocity: [String: FootVelocity]

  static func read() throws -> GaitFixture {
    try SharedFiles.reference("gait.json", as: GaitFixture.self)
  }

  var block: IMUBlock {
    func triad(_ axes: [String: [Float]], _ scale: Float) -> Triad {
      Triad(
        x: axes["x"]!.map { $0 * scale }, y: axes["y"]!.map { $0 * scale },
        z: axes["z"]!.map { $0 * scale })
    }
    return IMUBlock(
      acceleration: triad(centimetresPerSecondSquared, 0.01),
      angularRate: .radians(fromDegrees: triad(tenthsOfDegreePerSecond, 0.1)),
      clock: .regular(hertz: hertz, first: first))
  }
}

/// The whole recording, where the shared data are.
struct GaitRecording {
  static let hertz = 204.8
  private static let folder = SharedFiles.data.appendingPathComponent("imu")
  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("gait-feet.csv").path)
  }

  private static func rows(_ name: String, headers: Int) throws -> [[Substring]] {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n").dropFirst(headers)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  static func block(left: Bool) throws -> IMUBlock { try (left ? leftBlock : rightBlock).get() }
  /// Read once: text takes its time.
  private static let leftBlock = Result { try read(left: true) }
  private static let rightBlock = Result { try read(left: false) }

  /// The columns are `acc_x` left, `acc_x` right, `acc_y` left and so on.
  private static func read(left: Bool) throws -> IMUBlock {
    let rows = try rows("gait-feet.csv", headers: 2)
    func axis(_ index: Int) -> [Float] { rows.map { Float($0[1 + 2 * index + (left ? 0 : 1)])! } }
    return IMUBlock(
      acceleration: Triad(x: axis(0), y: axis(1), z: axis(2)),
      angularRate: .radians(fromDegrees: Triad(x: axis(3), y: axis(4), z: axis(5))),
      clock: .regular(hertz: hertz, first: 0))
  }

  /// The laboratory's events from motion capture, seconds.
  static func events(left: Bool) throws -> [(pre: Double, rest: Double, off: Double, contact: Double)] {
    try rows("gait-feet-stride-events.csv", headers: 1)
      .filter { $0[1] == (left ? "left" : "right") }
      .map { row in
        func seconds(_ index: Int) -> Double { Double(row[index])! / hertz }
        return (seconds(7), seconds(6), seconds(5), seconds(4))
      }
  }

  /// The borders that people set, seconds.
  static func borders(left: Bool) throws -> [(start: Double, end: Double)] {
    try rows("gait-feet-stride-borders.csv", headers: 1)
      .filter { $0[1] == (left ? "left" : "right") }
      .map { (Double($0[2])! / hertz, Double($0[3])! / hertz) }
  }

  /// Speed of the heel in motion capture, m/s, at a time.
  static func heelSpeed(left: Bool) throws -> (Double) -> Double {
    let rows = try rows("gait-feet-mocap.csv", headers: 2)
    let heel = rows.map { row in (0..<3).map { Double(row[(left ? 7 : 10) + $0])! } }
    return { time in
      let index = min(max(5, Int((time * 100).rounded())), heel.count - 6)
      let moved = (0..<3).map { heel[index + 5][$0] - heel[index - 5][$0] }
      return moved.reduce(0) { $0 + $1 * $1 }.squareRoot() / 1000 / 0.1
    }
  }
}

/// Mean, sample deviation and the largest of some errors.
struct ErrorFigures: CustomStringConvertible {
  var count: Int
  var mean: Double
  var deviation: Double
  var largest: Double

  init(_ errors: [Double]) {
    count = errors.count
    let mean = errors.reduce(0, +) / Double(errors.count)
    self.mean = mean
    let squares = errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = (squares / Double(errors.count - 1)).squareRoot()
    largest = errors.map(abs).max()!
  }

  var description: String {
    let format = "%d, mean %.1f ms, deviation %.1f ms, largest %.1f ms"
    return String(format: format, count, 1000 * mean, 1000 * deviation, 1000 * largest)
  }
}

/// The signed distance of the nearest of `found` from `time`.
func nearest(_ found: [Double], to time: Double) -> Double {
  found.map { $0 - time }.min { abs($0) < abs($1) } ?? .infinity
}
