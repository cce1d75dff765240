import Domain
import Signals
import Support
import Testing

/// What `make_bouts.py` wrote.
struct BoutReference: Decodable {
  struct Ride: Decodable {
    var name: String
    /// Seconds from one record to the next.
    var times: [Int]
    var power: [Int32?]
    var heartRate: [Int32?]
    /// From and to, seconds.
    var work: [[Int]]

    var truth: [Range<Int>] { work.map { $0[0]..<$0[1] } }

    var recording: Recording {
      var (time, timestamps) = (Int64(0), [Int64]())
      for step in times {
        time += Int64(step) * 1000
        timestamps.append(time)
      }
      let channels = [(Channel.Kind.power, power), (.heartRate, heartRate)]
        .filter { !$0.1.isEmpty }.map { kind, values in
          var channel = Channel(kind)
          for value in values { channel.append(value) }
          return channel
        }
      return Recording(
        sport: .cycling, start: Instant(milliseconds: 0), timestamps: timestamps, channels: channels)
    }
  }
  struct Best: Decodable {
    var seconds: Int
    var mean: Double
    var start: Int
  }
  struct Zones: Decodable {
    var bounds: [Double]
    var seconds: [Double]
  }
  struct Halves: Decodable {
    var begin: Int
    var seconds: Int
    var variation: Double
    var first: Double
    var second: Double
  }
  struct Line: Decodable {
    var slope: [Double]
    var intercept: [Double]
  }
  struct Critical: Decodable {
    var name: String
    var seconds: [Int]
    var means: [Double]
    var work: Line
    var inverse: Line
  }

  var rides: [Ride]
  var bestPower: [Best]
  var bestHeartRate: [Best]
  var powerZones: Zones
  var decoupling: Halves
  var critical: [Critical]
  var student: [[Double]]

  static func read() throws -> BoutReference {
    try SharedFiles.reference("bouts.json", as: BoutReference.self)
  }

  func ride(_ name: String) throws -> Ride {
    try #require(rides.first { $0.name == name })
  }
}
