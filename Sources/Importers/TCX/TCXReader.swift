import Domain

/// Makes recordings of the activities of a TCX document. Courses and workouts are plans, not
/// recordings.
struct TCXReader: XMLSink {
  private var file = TrackFile()
  private var activity: TCXActivity?
  private var point = TrackPoint()
  private var isInPoint = false
  private var isInCreator = false
  private var kind = "tcx"

  mutating func open(_ name: String, _ attributes: XMLAttributes, in parent: String?) {
    switch name {
    case "Activity":
      finishActivity()
      activity = TCXActivity(sport: attributes["Sport"])
    case "Lap": activity?.openLap(start: attributes["StartTime"].flatMap(XMLTime.init)?.instant)
    case "Track": activity?.openTrack()
    case "Trackpoint":
      isInPoint = activity != nil
      point.clear()
    case "Creator": isInCreator = activity != nil
    case "Course": kind = "tcx course"
    case "Workout": kind = "tcx workout"
    default: break
    }
  }

  mutating func close(_ name: String, _ text: XMLText, in parent: String?) {
    if isInPoint { return closeInPoint(name, text, in: parent) }
    if isInCreator { return closeInCreator(name, text, in: parent) }
    switch (name, parent) {
    case ("Activity", _): finishActivity()
    case ("Lap", _): activity?.closeLap()
    case ("Id", "Activity"): activity?.id = XMLTime(text)
    case ("TotalTimeSeconds", "Lap"): activity?.lap?.setSeconds(text)
    case ("DistanceMeters", "Lap"): activity?.lap?.setDistance(text)
    case ("Value", "AverageHeartRateBpm"): activity?.lap?.setMeanHeartRate(text)
    case ("Value", "MaximumHeartRateBpm"): activity?.lap?.setMaximumHeartRate(text)
    default: break
    }
  }

  /// Everything the document held up to its end or its break.
  mutating func outcome(_ xmlBreak: XMLBreak?) -> ImportOutcome {
    finishActivity()
    return file.outcome(xmlBreak, kind: kind)
  }

  private mutating func finishActivity() {
    isInPoint = false
    isInCreator = false
    guard var finished = activity else { return }
    activity = nil
    finished.closeLap()
    file.add(finished.columns, finished.recording)
  }

  private mutating func closeInPoint(_ name: String, _ text: XMLText, in parent: String?) {
    switch (name, parent) {
    case ("Trackpoint", _):
      isInPoint = false
      activity?.append(point)
    case ("Time", "Trackpoint"): point.time = XMLTime(text)
    case ("LatitudeDegrees", _): point.set(.latitude, text)
    case ("LongitudeDegrees", _): point.set(.longitude, text)
    case ("AltitudeMeters", _): point.set(.altitude, text)
    case ("DistanceMeters", "Trackpoint"): point.set(.distance, text)
    case ("Value", "HeartRateBpm"): point.set(.heartRate, text)
    case ("Cadence", "Trackpoint"): point.set(.cadence, text)
    case ("RunCadence", _): point.fill(.cadence, text)
    case ("Speed", _): point.set(.speed, text)
    case ("Watts", _): point.set(.power, text)
    default: break
    }
  }

  private mutating func closeInCreator(_ name: String, _ text: XMLText, in parent: String?) {
    switch (name, parent) {
    case ("Creator", _): isInCreator = false
    case ("Name", "Creator"): activity?.creator.name = text.string
    case ("UnitId", "Creator"): activity?.creator.unit = UInt32(text.string)
    case ("ProductID", "Creator"): activity?.creator.product = Int64(text.string)
    default: break
    }
  }
}
