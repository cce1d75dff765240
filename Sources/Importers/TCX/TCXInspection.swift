/// What a TCX file holds, counted as it stands there and before anything is judged: for people who want
/// to see what Sideline reads, and to compare it with other readers.
public struct TCXInspection: Encodable, Sendable {
  /// Numbers of one kind, over all track points.
  public struct Sum: Encodable, Sendable {
    public internal(set) var count = 0
    public internal(set) var sum = 0.0

    enum CodingKeys: String, CodingKey {
      case sum
      case count = "n"
    }
  }

  /// The same in beats per minute, with the greatest of them.
  public struct HeartRate: Encodable, Sendable {
    public internal(set) var count = 0
    public internal(set) var sum = 0.0
    public internal(set) var maximum: Double?

    enum CodingKeys: String, CodingKey {
      case sum
      case count = "n"
      case maximum = "max"
    }

    /// A figure the file has nothing for is `null`.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(count, forKey: .count)
      try container.encode(sum, forKey: .sum)
      try container.encode(maximum, forKey: .maximum)
    }
  }

  public let format = "tcx"
  /// The sport of each activity, in the file's words.
  public internal(set) var activities: [String] = []
  public internal(set) var laps = 0
  public internal(set) var lapSeconds = 0.0
  public internal(set) var lapMeters = 0.0
  public internal(set) var trackpoints = 0
  /// Of the points that have a time, in the file's words.
  public internal(set) var firstTime: String?
  public internal(set) var lastTime: String?
  public internal(set) var heartRate = HeartRate()
  public internal(set) var lastDistanceMeters: Double?
  public internal(set) var positions = 0
  public internal(set) var cadence = Sum()
  public internal(set) var runCadence = Sum()
  public internal(set) var watts = Sum()
  public internal(set) var speeds = 0

  enum CodingKeys: String, CodingKey {
    case format, activities, laps, trackpoints, positions, cadence, watts, speeds
    case lapSeconds = "lap_total_time_s"
    case lapMeters = "lap_distance_m"
    case firstTime = "first_time"
    case lastTime = "last_time"
    case heartRate = "heart_rate"
    case lastDistanceMeters = "last_distance_m"
    case runCadence = "run_cadence"
  }

  /// Everything the file has nothing for is `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(format, forKey: .format)
    try container.encode(activities, forKey: .activities)
    try container.encode(laps, forKey: .laps)
    try container.encode(lapSeconds, forKey: .lapSeconds)
    try container.encode(lapMeters, forKey: .lapMeters)
    try container.encode(trackpoints, forKey: .trackpoints)
    try container.encode(firstTime, forKey: .firstTime)
    try container.encode(lastTime, forKey: .lastTime)
    try container.encode(heartRate, forKey: .heartRate)
    try container.encode(lastDistanceMeters, forKey: .lastDistanceMeters)
    try container.encode(positions, forKey: .positions)
    try container.encode(cadence, forKey: .cadence)
    try container.encode(runCadence, forKey: .runCadence)
    try container.encode(watts, forKey: .watts)
    try container.encode(speeds, forKey: .speeds)
  }
}

extension TCXInspection {
  /// Counts `bytes`, up to where they break. What is wrong with them is the importer's to say.
  public static func inspect(_ bytes: [UInt8]) -> TCXInspection {
    var counter = TCXCounter()
    _ = XMLReader.read(bytes, into: &counter)
    return counter.inspection
  }
}

/// Counts as the document is read.
private struct TCXCounter: XMLSink {
  var inspection = TCXInspection()
  private var isInPoint = false

  mutating func open(_ name: String, _ attributes: XMLAttributes, in parent: String?) {
    switch name {
    case "Activity": inspection.activities.append(attributes["Sport"]?.string ?? "")
    case "Lap": inspection.laps += 1
    case "Trackpoint":
      inspection.trackpoints += 1
      isInPoint = true
    case "Position": inspection.positions += isInPoint ? 1 : 0
    default: break
    }
  }

  mutating func close(_ name: String, _ text: XMLText, in parent: String?) {
    if isInPoint { return closeInPoint(name, text, in: parent) }
    guard parent == "Lap", let value = text.decimal else { return }
    if name == "TotalTimeSeconds" { inspection.lapSeconds += value }
    if name == "DistanceMeters" { inspection.lapMeters += value }
  }

  private mutating func closeInPoint(_ name: String, _ text: XMLText, in parent: String?) {
    switch (name, parent) {
    case ("Trackpoint", _): isInPoint = false
    case ("Time", "Trackpoint") where !text.isEmpty:
      inspection.firstTime = inspection.firstTime ?? text.string
      inspection.lastTime = text.string
    case ("DistanceMeters", "Trackpoint"):
      inspection.lastDistanceMeters = text.decimal ?? inspection.lastDistanceMeters
    case ("Value", "HeartRateBpm"): inspection.heartRate.add(text)
    case ("Cadence", "Trackpoint"): inspection.cadence.add(text)
    case ("RunCadence", _): inspection.runCadence.add(text)
    case ("Watts", _): inspection.watts.add(text)
    case ("Speed", _): inspection.speeds += text.decimal == nil ? 0 : 1
    default: break
    }
  }
}

extension TCXInspection.Sum {
  fileprivate mutating func add(_ text: XMLText) {
    guard let value = text.decimal else { return }
    count += 1
    sum += value
  }
}

extension TCXInspection.HeartRate {
  fileprivate mutating func add(_ text: XMLText) {
    guard let value = text.decimal else { return }
    count += 1
    sum += value
    maximum = max(maximum ?? value, value)
  }
}
