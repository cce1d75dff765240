import Domain

/// A column of a table of samples that holds a channel: its head, the numbers that can be, and how finely they
/// are kept.
struct RecordingColumn: Sendable {
  let kind: Channel.Kind
  let name: String
  let scale: Int32
  let range: ClosedRange<Double>

  static let all: [RecordingColumn] = [
    RecordingColumn(kind: .heartRate, name: "heart_rate_bpm", scale: 1, range: 25...250),
    RecordingColumn(kind: .spO2, name: "spo2_percent", scale: 10, range: 35...100),
    RecordingColumn(kind: .cadence, name: "cadence_per_min", scale: 1, range: 0...300),
    RecordingColumn(kind: .power, name: "power_w", scale: 1, range: 0...3000),
    RecordingColumn(kind: .speed, name: "speed_m_s", scale: 1000, range: 0...40),
    RecordingColumn(kind: .distance, name: "distance_m", scale: 100, range: 0...1_000_000),
    RecordingColumn(kind: .altitude, name: "altitude_m", scale: 100, range: -500...9000),
    RecordingColumn(kind: .temperature, name: "temperature_c", scale: 10, range: -60...70),
    RecordingColumn(kind: .acceleration, name: "acceleration_m_s2", scale: 1000, range: -500...500),
  ]

  static func named(_ cell: CSVCell) -> RecordingColumn? {
    let name = TableName.normalised(cell.trimmed)
    return all.first { TableName.normalised($0.name.utf8) == name }
  }

  var empty: Channel { Channel(kind, scale: scale) }

  /// The value as the channel keeps it; `nil` when nobody can have it.
  func raw(_ value: Double) -> Int32? {
    range.contains(value) ? Int32((value * Double(scale)).rounded()) : nil
  }
}
