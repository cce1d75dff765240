import Domain
import Importers
import Testing

/// The same training, written in two formats, is the same training.
@Suite(.enabled(if: SharedData.isThere, "the folder of shared recordings is missing"))
struct XMLTwoFormatsTests {
  @Test func `a ride in TCX and in GPX has the same heart rate at the same time`() throws {
    let tcx = try #require(
      TCXImporter.read(try SharedData.bytes(ofActivity: "run-5039744860.tcx")).recordings.first)
    let gpx = try #require(
      GPXImporter.read(try SharedData.bytes(ofActivity: "run-5039744860.gpx")).recordings.first)
    #expect(tcx.start == gpx.start)
    #expect(tcx.durationSeconds == gpx.durationSeconds)
    #expect(tcx.sport == gpx.sport)
    // TCX has the point between two laps twice.
    for kind in [Channel.Kind.heartRate, .altitude, .latitude, .longitude] {
      #expect(tcx.byTime(kind) == gpx.byTime(kind), "\(kind)")
    }
  }

  @Test func `a run in FIT and in TCX has the same times, places and distances`() throws {
    let fit = try #require(
      FITImporter.read(try SharedData.bytes(ofFIT: "run-10k-garmin15.fit")).recordings.first)
    let tcx = try #require(
      TCXImporter.read(try SharedData.bytes(ofActivity: "run-10k-garmin15.tcx")).recordings.first)
    #expect(fit.sport == tcx.sport)
    #expect(fit.start == tcx.start)
    #expect(fit.device?.manufacturer == tcx.device?.manufacturer)
    #expect(fit.device?.serial == tcx.device?.serial)
    #expect(fit.laps.count == tcx.laps.count)
    #expect(fit.channel(.heartRate) == nil && tcx.channel(.heartRate) == nil)
    for kind in [Channel.Kind.latitude, .longitude, .distance, .speed] {
      let (left, right) = (fit.byTime(kind), tcx.byTime(kind))
      #expect(left == right, "\(kind)")
    }
  }
}

extension Recording {
  /// The values of a channel by milliseconds; of two at a time the first.
  fileprivate func byTime(_ kind: Channel.Kind) -> [Int64: Double] {
    let pairs = zip(timestamps, channel(kind)?.values ?? []).compactMap { time, value in
      value.map { (time, $0) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
