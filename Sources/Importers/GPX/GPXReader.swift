import Domain

/// Makes recordings of the tracks of a GPX document. Routes and waypoints say where, not when.
struct GPXReader: XMLSink {
  private var file = TrackFile()
  private var columns: TrackColumns?
  private var sport = Sport.other
  private var point = TrackPoint()
  private var isInPoint = false
  private var kind = "gpx"

  mutating func open(_ name: String, _ attributes: XMLAttributes, in parent: String?) {
    switch name {
    case "trk":
      finishTrack()
      columns = TrackColumns()
    case "trkseg": columns?.beginStretch()
    case "trkpt":
      isInPoint = columns != nil
      point.clear()
      if let latitude = attributes["lat"] { point.set(.latitude, latitude) }
      if let longitude = attributes["lon"] { point.set(.longitude, longitude) }
      kind = "gpx route"
    case "rtept": kind = "gpx route"
    case "wpt" where kind == "gpx": kind = "gpx waypoints"
    default: break
    }
  }

  mutating func close(_ name: String, _ text: XMLText, in parent: String?) {
    if isInPoint { return closeInPoint(name, text, in: parent) }
    switch (name, parent) {
    case ("trk", _): finishTrack()
    case ("type", "trk"): sport = Sport(words: text.string)
    default: break
    }
  }

  /// Everything the document held up to its end or its break.
  mutating func outcome(_ xmlBreak: XMLBreak?) -> ImportOutcome {
    finishTrack()
    return file.outcome(xmlBreak, kind: kind)
  }

  private mutating func closeInPoint(_ name: String, _ text: XMLText, in parent: String?) {
    if name == "trkpt" {
      isInPoint = false
      columns?.append(point)
    } else if name == "time", parent == "trkpt" {
      point.time = XMLTime(text)
    } else if let field = TrackField(gpxName: name, in: parent) {
      point.fill(field, text)
    }
  }

  private mutating func finishTrack() {
    isInPoint = false
    guard let columns else { return }
    self.columns = nil
    let recording = columns.start.map { start in
      Recording(
        sport: sport, start: start.instant, utcOffsetSeconds: start.utcOffsetSeconds,
        timestamps: columns.timestamps, channels: columns.channels(), pauses: columns.pauses)
    }
    file.add(columns, recording)
    sport = .other
  }
}
