public import Domain

/// A cleaned recording as a table of samples (`docs/tables.md`), in order of time.
///
/// Each channel has three columns: the cleaned signal under the name that an import reads, what was recorded, and the
/// rules that flagged the sample. A gap is an empty cell.
public func cleanedTable(_ recording: Recording, _ cleaned: CleanedRecording) -> String {
  var lines = [
    "# start: \(instantText(recording))", "# sport: \(recording.sport.rawValue)",
    "# cleaned: \(cleaned.settings.commentText), statistics \(cleaned.form.exportWord)",
  ]
  let columns = cleaned.channels.compactMap { channel in
    recording.channel(channel.kind).map { CleanedColumn(channel, $0) }
  }
  lines.append((["time_s"] + columns.flatMap(\.heads)).joined(separator: ","))
  let times = cleaned.channels.first?.times ?? []
  let order = recording.timestamps.indices.sorted {
    (recording.timestamps[$0], $0) < (recording.timestamps[$1], $1)
  }
  var places = columns.map { _ in FlagPlace() }
  for (row, time) in times.enumerated() {
    var cells = [decimal(Double(time) / 1000, places: 3)]
    for index in columns.indices {
      cells += columns[index].cells(row, recordedAt: order[row], &places[index])
    }
    lines.append(cells.joined(separator: ","))
  }
  return lines.joined(separator: "\r\n") + "\r\n"
}

/// One channel of the table.
private struct CleanedColumn {
  let channel: CleanedChannel
  let recorded: Channel
  let name: String
  let places: Int

  init(_ channel: CleanedChannel, _ recorded: Channel) {
    (self.channel, self.recorded) = (channel, recorded)
    (name, places) = channel.kind.tableColumn
  }

  var heads: [String] { [name, name + "_recorded", name + "_flags"] }

  func cells(_ row: Int, recordedAt index: Int, _ place: inout FlagPlace) -> [String] {
    let time = channel.times[row]
    let value = channel.validity[row] ? decimal(Double(channel.values[row]), places: places) : ""
    let raw = recorded[index].map { decimal($0, places: places) } ?? ""
    return [value, raw, place.rules(at: time, in: channel.flags).joined(separator: " ")]
  }
}

/// How far the runs of flags have been passed, which come in order of their starts.
private struct FlagPlace {
  private var next = 0
  private var open: [FlagRun] = []

  mutating func rules(at time: Int64, in runs: [FlagRun]) -> [String] {
    while next < runs.count, runs[next].start <= time {
      open.append(runs[next])
      next += 1
    }
    open.removeAll { $0.end < time }
    return CleaningRule.allCases.filter { rule in open.contains { $0.rule == rule } }.map(\.exportWord)
  }
}

extension Channel.Kind {
  /// The head of its column in a table of samples, and its decimals there.
  fileprivate var tableColumn: (name: String, places: Int) {
    switch self {
    case .heartRate: ("heart_rate_bpm", 1)
    case .spO2: ("spo2_percent", 1)
    case .cadence: ("cadence_per_min", 1)
    case .power: ("power_w", 1)
    case .speed: ("speed_m_s", 3)
    case .distance: ("distance_m", 2)
    case .altitude: ("altitude_m", 2)
    case .temperature: ("temperature_c", 1)
    case .acceleration: ("acceleration_m_s2", 3)
    case .accelerationX: ("acc_x_m_s2", 4)
    case .accelerationY: ("acc_y_m_s2", 4)
    case .accelerationZ: ("acc_z_m_s2", 4)
    case .angularRateX: ("gyr_x_rad_s", 5)
    case .angularRateY: ("gyr_y_rad_s", 5)
    case .angularRateZ: ("gyr_z_rad_s", 5)
    case .magneticFieldX: ("mag_x_ut", 3)
    case .magneticFieldY: ("mag_y_ut", 3)
    case .magneticFieldZ: ("mag_z_ut", 3)
    // Positions are not cleaned and leave the machine in no table.
    case .latitude, .longitude: ("position", 0)
    }
  }
}

extension CleaningRule {
  /// Its word in tables and documents: `rate_of_change`.
  public var exportWord: String { rawValue.snakeCased }
}

extension StatisticsForm {
  /// Its word in tables and documents: `whole_recording`.
  public var exportWord: String { rawValue.snakeCased }
}

extension CleaningSettings {
  fileprivate var commentText: String {
    "gaps up to \(decimal(longestFilledGap, places: 1)) s by \(gapMethod.rawValue), smoothing \(smoothing.rawValue) of \(smoothingSamples), z \(decimal(zScore, places: 1)), IQR \(decimal(interquartileRanges, places: 1)), Hampel \(decimal(hampelDeviations, places: 1)) over \(2 * hampelHalfWidth + 1)"
  }
}

/// A number with a point, so many places at most, no zeros at its end.
private func decimal(_ value: Double, places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let scaled = (value * scale).rounded()
  guard scaled.magnitude < 9e15 else { return "" }
  let whole = Int64(scaled)
  let (head, rest) = Int64(scale) == 0 ? (whole, 0) : (whole / Int64(scale), abs(whole % Int64(scale)))
  let sign = whole < 0 && head == 0 ? "-" : ""
  guard rest > 0 else { return "\(sign)\(head)" }
  var digits = "\(rest)"
  digits = String(repeating: "0", count: places - digits.count) + digits
  while digits.last == "0" { digits.removeLast() }
  return "\(sign)\(head).\(digits)"
}

/// `2026-11-20T17:02:00+08:00`.
private func instantText(_ recording: Recording) -> String {
  let offset = recording.utcOffsetSeconds ?? 0
  let day = recording.start.day(utcOffsetSeconds: offset)
  let second = recording.start.secondOfDay(utcOffsetSeconds: offset)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let zone =
    offset == 0 ? "Z" : "\(offset < 0 ? "-" : "+")\(two(abs(offset) / 3600)):\(two(abs(offset) / 60 % 60))"
  return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))\(zone)"
}
