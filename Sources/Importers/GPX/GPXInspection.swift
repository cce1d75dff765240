/// What a GPX file holds, counted as it stands there and before anything is judged: for people who want
/// to see what Sideline reads, and to compare it with other readers.
public struct GPXInspection: Encodable, Sendable {
  /// Numbers of one kind, over all track points.
  public struct Sum: Encodable, Sendable {
    public internal(set) var count = 0
    public internal(set) var sum = 0.0

    enum CodingKeys: String, CodingKey {
      case sum
      case count = "n"
    }
  }

  /// Heights in metres.
  public struct Spread: Encodable, Sendable {
    public internal(set) var count = 0
    public internal(set) var minimum: Double?
    public internal(set) var maximum: Double?

    enum CodingKeys: String, CodingKey {
      case count = "n"
      case minimum = "min"
      case maximum = "max"
    }

    /// A figure the file has nothing for is `null`.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(count, forKey: .count)
      try container.encode(minimum, forKey: .minimum)
      try container.encode(maximum, forKey: .maximum)
    }
  }

  public let format = "gpx"
  /// The program that wrote the file, and the version of GPX.
  public internal(set) var creator: String?
  public internal(set) var version: String?
  public internal(set) var tracks = 0
  public internal(set) var segments = 0
  public internal(set) var points = 0
  /// Of the points that have a time, in the file's words.
  public internal(set) var firstTime: String?
  public internal(set) var lastTime: String?
  public internal(set) var heartRate = Sum()
  public internal(set) var cadence = Sum()
  public internal(set) var power = Sum()
  public internal(set) var elevation = Spread()
  /// Latitude and longitude in degrees.
  public internal(set) var first: [Double]?
  public internal(set) var last: [Double]?
  /// From point to point within the segments, on a sphere of 6,371,000 m.
  public internal(set) var lengthMeters = 0.0

  enum CodingKeys: String, CodingKey {
    case format, creator, version, tracks, segments, points, cadence, power, elevation, first, last
    case firstTime = "first_time"
    case lastTime = "last_time"
    case heartRate = "heart_rate"
    case lengthMeters = "haversine_length_m_r6371000"
  }

  /// Everything the file has nothing for is `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(format, forKey: .format)
    try container.encode(creator, forKey: .creator)
    try container.encode(version, forKey: .version)
    try container.encode(tracks, forKey: .tracks)
    try container.encode(segments, forKey: .segments)
    try container.encode(points, forKey: .points)
    try container.encode(firstTime, forKey: .firstTime)
    try container.encode(lastTime, forKey: .lastTime)
    try container.encode(heartRate, forKey: .heartRate)
    try container.encode(cadence, forKey: .cadence)
    try container.encode(power, forKey: .power)
    try container.encode(elevation, forKey: .elevation)
    try container.encode(first, forKey: .first)
    try container.encode(last, forKey: .last)
    try container.encode(lengthMeters, forKey: .lengthMeters)
  }
}

extension GPXInspection {
  /// Counts `bytes`, up to where they break. What is wrong with them is the importer's to say.
  public static func inspect(_ bytes: [UInt8]) -> GPXInspection {
    var counter = GPXCounter()
    _ = XMLReader.read(bytes, into: &counter)
    return counter.inspection
  }
}

/// Counts as the document is read.
private struct GPXCounter: XMLSink {
  var inspection = GPXInspection()
  private var isInPoint = false
  private var lastPlace: Place?

  mutating func open(_ name: String, _ attributes: XMLAttributes, in parent: String?) {
    switch name {
    case "gpx" where parent == nil:
      inspection.creator = attributes["creator"]?.string
      inspection.version = attributes["version"]?.string
    case "trk": inspection.tracks += 1
    case "trkseg":
      inspection.segments += 1
      lastPlace = nil
    case "trkpt":
      inspection.points += 1
      isInPoint = true
      visit(attributes["lat"]?.decimal, attributes["lon"]?.decimal)
    default: break
    }
  }

  mutating func close(_ name: String, _ text: XMLText, in parent: String?) {
    guard isInPoint else { return }
    if name == "trkpt" {
      isInPoint = false
    } else if name == "time", parent == "trkpt", !text.isEmpty {
      inspection.firstTime = inspection.firstTime ?? text.string
      inspection.lastTime = text.string
    } else if let field = TrackField(gpxName: name, in: parent), let value = text.decimal {
      count(value, of: field)
    }
  }

  private mutating func visit(_ latitude: Double?, _ longitude: Double?) {
    guard let latitude, let longitude else { return }
    inspection.first = inspection.first ?? [latitude, longitude]
    inspection.last = [latitude, longitude]
    guard let place = Place(latitude: latitude, longitude: longitude) else { return }
    inspection.lengthMeters += lastPlace?.distance(to: place) ?? 0
    lastPlace = place
  }

  private mutating func count(_ value: Double, of field: TrackField) {
    switch field {
    case .heartRate: inspection.heartRate.add(value)
    case .cadence: inspection.cadence.add(value)
    case .power: inspection.power.add(value)
    case .altitude: inspection.elevation.add(value)
    default: break
    }
  }
}

extension GPXInspection.Sum {
  fileprivate mutating func add(_ value: Double) {
    count += 1
    sum += value
  }
}

extension GPXInspection.Spread {
  fileprivate mutating func add(_ value: Double) {
    count += 1
    minimum = min(minimum ?? value, value)
    maximum = max(maximum ?? value, value)
  }
}
