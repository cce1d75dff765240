import Domain

/// A column of a table of samples that holds a channel: its head, the numbers that can be, and how finely they
/// are kept.
struct RecordingColumn: Sendable {
  let kind: Channel.Kind
  let name: String
  let scale: Int32
  let range: ClosedRange<Double>
  /// What a number of the table is multiplied with to be in the channel's unit.
  var factor = 1.0

  static let all: [RecordingColumn] = single + axes

  private static let single: [RecordingColumn] = [
    RecordingColumn(kind: .heartRate, name: "heart_rate_bpm", scale: 1, range: 25...250),
    RecordingColumn(kind: .spO2, name: "spo2_percent", scale: 10, range: 35...100),
    RecordingColumn(kind: .cadence, name: "cadence_per_min", scale: 1, range: 0...300),
    RecordingColumn(kind: .power, name: "power_w", scale: 1, range: 0...3000),
    RecordingColumn(kind: .speed, name: "speed_m_s", scale: 1000, range: 0...40),
    RecordingColumn(kind: .distance, name: "distance_m", scale: 100, range: 0...1_000_000),
    RecordingColumn(kind: .altitude, name: "altitude_m", scale: 100, range: -500...9000),
    RecordingColumn(kind: .temperature, name: "temperature_c", scale: 10, range: -60...70),
    RecordingColumn(kind: .acceleration, name: "acceleration_m_s2", scale: 1000, range: -500...500),
    RecordingColumn(kind: .speed, name: "speed_km_h", scale: 1000, range: 0...40, factor: 1 / 3.6),
  ]

  /// The nine of an inertial sensor, in the units that sensors are read in.
  private static let axes: [RecordingColumn] = {
    let standardGravity = 9.80665
    let degree = Double.pi / 180
    var columns: [RecordingColumn] = []
    for (index, axis) in ["x", "y", "z"].enumerated() {
      func column(
        _ kinds: [Channel.Kind], _ name: String, scale: Int32, limit: Double, factor: Double = 1
      ) {
        columns.append(
          RecordingColumn(
            kind: kinds[index], name: name, scale: scale, range: -limit...limit, factor: factor))
      }
      column(Channel.Kind.accelerationAxes, "acc_\(axis)_m_s2", scale: 10_000, limit: 2000)
      column(
        Channel.Kind.accelerationAxes, "acc_\(axis)_g", scale: 10_000, limit: 2000, factor: standardGravity)
      column(Channel.Kind.angularRateAxes, "gyr_\(axis)_rad_s", scale: 100_000, limit: 200)
      column(
        Channel.Kind.angularRateAxes, "gyr_\(axis)_deg_s", scale: 100_000, limit: 200, factor: degree)
      column(Channel.Kind.magneticFieldAxes, "mag_\(axis)_ut", scale: 1000, limit: 100_000)
    }
    return columns
  }()

  static func named(_ cell: CSVCell) -> RecordingColumn? {
    let name = TableName.normalised(cell.trimmed)
    return all.first { TableName.normalised($0.name.utf8) == name }
  }

  var empty: Channel { Channel(kind, scale: scale) }

  /// The value as the channel keeps it; `nil` when nobody can have it.
  func raw(_ value: Double) -> Int32? {
    let value = value * factor
    return range.contains(value) ? Int32((value * Double(scale)).rounded()) : nil
  }
}
