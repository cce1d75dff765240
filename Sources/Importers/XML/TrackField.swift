import Domain

/// A number that a track point can hold and that Sideline keeps.
enum TrackField: Int, CaseIterable {
  case heartRate, cadence, power, speed, distance, altitude, temperature, latitude, longitude

  var kind: Channel.Kind {
    switch self {
    case .heartRate: .heartRate
    case .cadence: .cadence
    case .power: .power
    case .speed: .speed
    case .distance: .distance
    case .altitude: .altitude
    case .temperature: .temperature
    case .latitude: .latitude
    case .longitude: .longitude
    }
  }

  /// Raw units in one unit of the channel, as FIT has them; temperature is finer.
  var scale: Int32 {
    switch self {
    case .distance: 100
    case .speed: 1000
    case .altitude: 5
    case .temperature: 10
    default: 1
    }
  }

  var offset: Int32 { self == .altitude ? 500 : 0 }

  /// What can be measured on a person, in the file's unit: degrees for positions. A heart rate of 0 is
  /// what some devices write where the strap was silent.
  var plausible: ClosedRange<Double> {
    switch self {
    case .heartRate: 1...250
    case .cadence: 0...300
    case .power: 0...3000
    case .speed: 0...150
    case .distance: 0...20_000_000
    case .altitude: -1000...20_000
    case .temperature: -60...70
    case .latitude: -90...90
    case .longitude: -180...180
    }
  }

  /// The channel's number for a plausible value. Degrees become semicircles, 180° / 2³¹; the one number
  /// too many, at 180° east, is the one before it.
  func raw(_ value: Double) -> Int32 {
    precondition(plausible.contains(value), "\(value) is no \(kind)")
    if self == .latitude || self == .longitude {
      return Int32(min((value / 180 * 2_147_483_648).rounded(), 2_147_483_647))
    }
    return Int32(((value + Double(offset)) * Double(scale)).rounded())
  }
}
