import Domain

/// A column of `[HRData]`: what it holds, how its whole numbers are kept, and which of them can be.
struct PolarHRMColumn {
  let kind: Channel.Kind
  let name: String
  /// A number of the file times this is the channel's raw number.
  let factor: Double
  let scale: Int32
  /// In the file's unit.
  let range: ClosedRange<Double>

  /// The columns in their order. Speed is in tenths of km/h, so that m/s is the number divided by 36, without
  /// rounding; in tenths of mph it is 0.044704 m/s. Altitude is in metres or in feet of 0.3048 m.
  static func columns(of mode: PolarHRMMode) -> [PolarHRMColumn] {
    var columns = [
      PolarHRMColumn(kind: .heartRate, name: "heart rate", factor: 1, scale: 1, range: 25...250)
    ]
    if mode.hasSpeed {
      columns.append(
        PolarHRMColumn(
          kind: .speed, name: "speed", factor: mode.isImperial ? 44.704 : 1,
          scale: mode.isImperial ? 1000 : 36, range: 0...1440))
    }
    if mode.hasCadence {
      columns.append(
        PolarHRMColumn(kind: .cadence, name: "cadence", factor: 1, scale: 1, range: 0...300))
    }
    if mode.hasAltitude {
      columns.append(
        PolarHRMColumn(
          kind: .altitude, name: "altitude", factor: mode.isImperial ? 304.8 : 1,
          scale: mode.isImperial ? 1000 : 1, range: mode.isImperial ? -1640...29_528 : -500...9000))
    }
    if mode.hasPower {
      columns.append(
        PolarHRMColumn(kind: .power, name: "power", factor: 1, scale: 1, range: 0...3000))
    }
    return columns
  }

  var empty: Channel { Channel(kind, scale: scale) }

  /// The value as the channel keeps it; `nil` when nobody can have it.
  func raw(_ value: Double) -> Int32? {
    range.contains(value) ? Int32((value * factor).rounded()) : nil
  }
}
