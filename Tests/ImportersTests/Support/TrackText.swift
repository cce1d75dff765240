/// Small GPX and TCX documents for tests. Knows nothing of the code it tests.
enum TrackText {
  /// A GPX document of one track with the segments.
  static func gpx(_ segments: String..., type: String? = nil) -> String {
    let kind = type.map { "<type>\($0)</type>" } ?? ""
    let body = segments.map { "<trkseg>\($0)</trkseg>" }.joined()
    return "<gpx version=\"1.1\" creator=\"Test\"><trk>\(kind)\(body)</trk></gpx>"
  }

  /// A point so many seconds after 2026-11-21T07:00:00Z, at 60° north.
  static func trkpt(_ second: Double, _ inside: String = "", extensions: String = "") -> String {
    let more = extensions.isEmpty ? "" : "<extensions>\(extensions)</extensions>"
    return """
      <trkpt lat="60" lon="\(10 + second / 10_000)">\(inside)<time>\(time(second))</time>\(more)</trkpt>
      """
  }

  /// A TCX document of one activity.
  static func tcx(_ laps: String..., sport: String = "Running", creator: String = "") -> String {
    """
    <TrainingCenterDatabase><Activities><Activity Sport="\(sport)"><Id>\(time(0))</Id>\(laps.joined())\
    \(creator)</Activity></Activities></TrainingCenterDatabase>
    """
  }

  /// A lap that began at a second and whose timer counted so many.
  static func lap(_ start: Double, seconds: Double, meters: Double = 100, _ tracks: String...) -> String {
    """
    <Lap StartTime="\(time(start))"><TotalTimeSeconds>\(seconds)</TotalTimeSeconds>\
    <DistanceMeters>\(meters)</DistanceMeters>\(tracks.map { "<Track>\($0)</Track>" }.joined())</Lap>
    """
  }

  static func trackpoint(_ second: Double, _ inside: String = "") -> String {
    "<Trackpoint><Time>\(time(second))</Time>\(inside)</Trackpoint>"
  }

  static func heartRate(_ rate: Int) -> String { "<HeartRateBpm><Value>\(rate)</Value></HeartRateBpm>" }

  /// Of the first day from seven o'clock on, to the thousandth.
  static func time(_ second: Double) -> String {
    let milliseconds = Int((second * 1000).rounded()) + 7 * 3_600_000
    func digits(_ value: Int, _ count: Int) -> String {
      String(repeating: "0", count: count - "\(value)".count) + "\(value)"
    }
    let (hour, minute) = (milliseconds / 3_600_000, milliseconds / 60_000 % 60)
    let rest = "\(digits(milliseconds / 1000 % 60, 2)).\(digits(milliseconds % 1000, 3))"
    return "2026-11-21T\(digits(hour, 2)):\(digits(minute, 2)):\(rest)Z"
  }
}
