import Domain
import Foundation
import Importers
import Testing

/// The way travelled, where the file does not tell it.
@Suite struct GPXDistanceTests {
  private static func points(_ places: [(Double, Double)]) -> String {
    places.enumerated().map { index, place in
      "<trkpt lat=\"\(place.0)\" lon=\"\(place.1)\"><time>\(TrackText.time(Double(index)))</time></trkpt>"
    }.joined()
  }

  /// The haversine formula with the C library's functions, in metres.
  private static func haversine(_ from: (Double, Double), _ to: (Double, Double)) -> Double {
    let radians = Double.pi / 180
    let north = sin((to.0 - from.0) * radians / 2)
    let east = sin((to.1 - from.1) * radians / 2)
    let square = north * north + cos(from.0 * radians) * cos(to.0 * radians) * east * east
    return 2 * 6_371_000 * asin(min(1, sqrt(square)))
  }

  @Test func `a degree along a meridian is a 360th of the way around`() throws {
    let outcome = GPXImporter.read(Self.points([(0, 0), (1, 0), (0, 0)]).inTrack)
    let recording = try #require(outcome.recordings.first)
    let degree = 2 * Double.pi * 6_371_000 / 360
    let distance = try #require(recording.channel(.distance)).values.map { $0 ?? -1 }
    #expect(zip(distance, [0, degree, 2 * degree]).allSatisfy { abs($0 - $1) <= 0.005 })
  }

  @Test(arguments: UInt64(1)...50)
  func `a length is what the formula gives, anywhere on the globe`(seed: UInt64) {
    var generator = SeededBytes(seed: seed)
    let reach = [0.0001, 0.01, 1, 90][Int(seed % 4)]
    var places = [
      (Double.random(in: -90...90, using: &generator), Double.random(in: -180...180, using: &generator))
    ]
    for _ in 0..<20 {
      let last = places[places.count - 1]
      places.append(
        (
          min(90, max(-90, last.0 + Double.random(in: -reach...reach, using: &generator))),
          min(180, max(-180, last.1 + Double.random(in: -reach...reach, using: &generator)))
        ))
    }
    let expected = zip(places, places.dropFirst()).reduce(0) { $0 + Self.haversine($1.0, $1.1) }
    let length = GPXInspection.inspect(Self.points(places).inTrack).lengthMeters
    #expect(abs(length - expected) <= 1e-9 * expected + 1e-6)
  }

  /// At the antipodes the formula itself is good to a metre in 20,000 km.
  @Test func `the antipodes and the date line are no trouble`() {
    let half = Double.pi * 6_371_000
    for (places, length) in [
      ([(90.0, 0.0), (-90, 0)], half), ([(0, -90), (0, 90)], half), ([(0, 180), (0, -180)], 0),
      ([(12, 34), (12, 34)], 0),
    ] {
      #expect(abs(GPXInspection.inspect(Self.points(places).inTrack).lengthMeters - length) < 1)
    }
  }

  @Test func `a point without a place does not break the way`() {
    let points = Self.points([(0, 0), (91, 0), (1, 0)])
    let raw = GPXImporter.read(points.inTrack).recordings.first?.channel(.distance)?.values
    #expect(raw == [0, nil, 111_194.93])
  }

  @Test func `the way between segments was not travelled`() {
    let first = Self.points([(0, 0), (1, 0)])
    let second = Self.points([(5, 0), (6, 0)]).replacing("T07:00", with: "T07:30")
    let document = Array(TrackText.gpx(first, second).utf8)
    let recording = GPXImporter.read(document).recordings.first
    #expect(recording?.channel(.distance)?.values == [0, 111_194.93, 111_194.93, 222_389.85])
    #expect(abs(GPXInspection.inspect(document).lengthMeters - 222_389.853) < 0.001)
  }

  @Test func `a distance in the file is not mixed with the way`() {
    let points = [0, 1, 2].map { second in
      TrackText.trkpt(second, extensions: second == 1 ? "<distance>7</distance>" : "")
    }
    let recording = GPXImporter.read(points.joined().inTrack).recordings.first
    #expect(recording?.channel(.distance)?.values == [nil, 7, nil])
  }

  @Test func `one place alone is no way`() {
    #expect(GPXImporter.read(TrackText.trkpt(0).inTrack).recordings.first?.channel(.distance) == nil)
  }
}
