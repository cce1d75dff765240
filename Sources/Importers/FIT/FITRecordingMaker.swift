import Domain

/// Makes recordings of a part that holds records.
struct FITRecordingMaker {
  private static let channelKinds: [Channel.Kind] = [
    .heartRate, .cadence, .power, .speed, .distance, .altitude, .temperature, .latitude,
    .longitude,
  ]

  private let part: FITPart
  private let device: Device?
  private let utcOffsetSeconds: Int?

  init(_ part: FITPart) {
    self.part = part
    device = FITDevice(part).device
    utcOffsetSeconds = part.messages(.activity).lazy.compactMap(\.utcOffsetSeconds).first
  }

  /// One recording for each session.
  func recordings() -> [Recording] { FITSession.split(part).map(recording) }

  private func recording(_ session: FITSession) -> Recording {
    let start = session.start
    let sport = session.message ?? part.messages(.sport).first
    let sportFields: (sport: UInt8, kind: UInt8) = session.message == nil ? (0, 1) : (5, 6)
    return Recording(
      sport: Sport(
        fitSport: sport?.integer(sportFields.sport), subSport: sport?.integer(sportFields.kind)),
      start: Instant(fitSeconds: start), utcOffsetSeconds: utcOffsetSeconds, device: device,
      heartRateSensor: session.beats.isEmpty ? part.heartRateSensor : .chestStrap,
      timestamps: session.records.map { index in
        (Int64(part.records.timestamps[index] ?? 0) - start) * 1000
      },
      channels: Self.channelKinds.compactMap { part.records.channel($0, at: session.records) },
      laps: session.laps.compactMap { $0.lap(after: start) }, rrIntervals: session.beats,
      deviceSummary: session.message?.deviceSummary)
  }
}

extension FITMessage {
  /// From an activity message: how far its local time is ahead of its time, where that can be an
  /// offset from UTC: whole quarters of an hour, 14 hours at most.
  fileprivate var utcOffsetSeconds: Int? {
    guard let local = unsigned32(5), let timestamp else { return nil }
    let offset = Int(local) - Int(timestamp)
    return abs(offset) <= 14 * 3600 && offset.isMultiple(of: 15 * 60) ? offset : nil
  }

  /// From a lap message. One that does not tell how long it took ends at its own time.
  fileprivate func lap(after recordingStart: Int64) -> Lap? {
    guard let start = lapStart else { return nil }
    let untilEnd = timestamp.map { Double(Int64($0) - start) }
    guard let elapsed = elapsedSeconds ?? untilEnd else { return nil }
    return Lap(
      start: (start - recordingStart) * 1000, elapsedSeconds: elapsed,
      distanceMeters: scaled(9, by: 100))
  }

  /// From a session message.
  fileprivate var deviceSummary: DeviceSummary {
    DeviceSummary(
      elapsedSeconds: elapsedSeconds, timerSeconds: scaled(8, by: 1000),
      distanceMeters: scaled(9, by: 100), meanHeartRate: integer(16).map { Int($0) },
      maximumHeartRate: integer(17).map { Int($0) })
  }
}
