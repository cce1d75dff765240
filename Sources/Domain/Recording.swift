/// What one device wrote about one session: irregular timestamps and integer columns beside them.
public struct Recording: Hashable, Sendable, Codable {
  public var sport: Sport
  public var start: Instant
  /// How far the wearer's clock ran ahead of UTC, when the file says.
  public var utcOffsetSeconds: Int?
  /// Whether `start` is only what a wall clock showed, written as if in UTC: whoever stores it knows where that was.
  public var isWallClock = false
  public var device: Device?
  /// What read the heart rate, when the file says.
  public var heartRateSensor: HeartRateSensor?
  /// Milliseconds after `start`, in the file's order: may repeat or step back.
  public var timestamps: [Int64]
  /// Every channel has as many values as there are timestamps.
  public var channels: [Channel]
  public var laps: [Lap]
  /// Stretches in which the device's timer stood still, in order; inside them no sample is missing.
  public var pauses: [Pause]
  /// Times between heart beats in milliseconds, in order; empty when the file has none.
  public var rrIntervals: [Int32]
  /// What the device itself summed up, when it did.
  public var deviceSummary: DeviceSummary?

  public init(
    sport: Sport, start: Instant, utcOffsetSeconds: Int? = nil, device: Device? = nil,
    heartRateSensor: HeartRateSensor? = nil, timestamps: [Int64], channels: [Channel], laps: [Lap] = [],
    pauses: [Pause] = [],
    rrIntervals: [Int32] = [],
    deviceSummary: DeviceSummary? = nil
  ) {
    for channel in channels {
      precondition(
        channel.count == timestamps.count,
        "\(channel.kind) has \(channel.count) values for \(timestamps.count) timestamps")
    }
    self.sport = sport
    self.start = start
    self.utcOffsetSeconds = utcOffsetSeconds
    self.device = device
    self.heartRateSensor = heartRateSensor
    self.timestamps = timestamps
    self.channels = channels
    self.laps = laps
    self.pauses = pauses
    self.rrIntervals = rrIntervals
    self.deviceSummary = deviceSummary
  }

  public func channel(_ kind: Channel.Kind) -> Channel? { channels.first { $0.kind == kind } }

  /// Seconds from the first to the last sample, or what the device summed up where there are no samples.
  public var durationSeconds: Double {
    if let last = timestamps.max(), let first = timestamps.min(), last > first {
      return Double(last - first) / 1000
    }
    return deviceSummary?.elapsedSeconds ?? 0
  }
}

public enum Sport: String, CaseIterable, Sendable, Codable {
  case running, walking, cycling, swimming, rowing, strength, ball, athletics, multisport, other
}

/// The instrument. Its serial number is identity-class and never stored with the recording.
public struct Device: Hashable, Sendable, Codable {
  public var manufacturer: String
  public var product: String?
  public var serial: UInt32?
  public init(manufacturer: String, product: String? = nil, serial: UInt32? = nil) {
    self.manufacturer = manufacturer
    self.product = product
    self.serial = serial
  }
}

/// A part of a session that the wearer or the watch marked.
public struct Lap: Hashable, Sendable, Codable {
  /// Milliseconds after the recording's start.
  public var start: Int64
  public var elapsedSeconds: Double
  public var distanceMeters: Double?
  public init(start: Int64, elapsedSeconds: Double, distanceMeters: Double? = nil) {
    self.start = start
    self.elapsedSeconds = elapsedSeconds
    self.distanceMeters = distanceMeters
  }
}

/// A stretch in which the device's timer stood still.
public struct Pause: Hashable, Sendable, Codable {
  /// Milliseconds after the recording's start.
  public var start: Int64
  public var end: Int64
  public init(start: Int64, end: Int64) {
    self.start = start
    self.end = end
  }
}

/// Totals as the device computed them; shown beside ours, never mixed with them.
public struct DeviceSummary: Hashable, Sendable, Codable {
  public var elapsedSeconds: Double?
  public var timerSeconds: Double?
  public var distanceMeters: Double?
  public var meanHeartRate: Int?
  public var maximumHeartRate: Int?
  public init(
    elapsedSeconds: Double? = nil, timerSeconds: Double? = nil, distanceMeters: Double? = nil,
    meanHeartRate: Int? = nil, maximumHeartRate: Int? = nil
  ) {
    self.elapsedSeconds = elapsedSeconds
    self.timerSeconds = timerSeconds
    self.distanceMeters = distanceMeters
    self.meanHeartRate = meanHeartRate
    self.maximumHeartRate = maximumHeartRate
  }
}
