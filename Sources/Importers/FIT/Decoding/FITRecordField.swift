import Domain

/// A number that a record message can hold and that Sideline keeps.
enum FITRecordField: Int, CaseIterable {
  case heartRate, cadence, power, distance, speed, enhancedSpeed, altitude, enhancedAltitude
  case temperature, latitude, longitude
  /// The two numbers that share three bytes in the records of old devices.
  case compressedSpeed, compressedDistance

  /// By the field's number in the FIT profile.
  init?(number: UInt8) {
    switch number {
    case 0: self = .latitude
    case 1: self = .longitude
    case 2: self = .altitude
    case 3: self = .heartRate
    case 4: self = .cadence
    case 5: self = .distance
    case 6: self = .speed
    case 7: self = .power
    case 13: self = .temperature
    case 73: self = .enhancedSpeed
    case 78: self = .enhancedAltitude
    default: return nil
    }
  }

  var kind: Channel.Kind {
    switch self {
    case .heartRate: .heartRate
    case .cadence: .cadence
    case .power: .power
    case .distance, .compressedDistance: .distance
    case .speed, .enhancedSpeed, .compressedSpeed: .speed
    case .altitude, .enhancedAltitude: .altitude
    case .temperature: .temperature
    case .latitude: .latitude
    case .longitude: .longitude
    }
  }

  /// Raw units in one unit of the channel. Compressed speed is stored ten times as fine as the file
  /// has it, in the scale of the other two.
  var scale: Int32 {
    switch self {
    case .distance: 100
    case .compressedDistance: 16
    case .speed, .enhancedSpeed, .compressedSpeed: 1000
    case .altitude, .enhancedAltitude: 5
    default: 1
    }
  }

  var offset: Int32 { kind == .altitude ? 500 : 0 }

  /// The fields that can fill a channel of `kind`, the best one first.
  static func sources(of kind: Channel.Kind) -> [FITRecordField] {
    switch kind {
    case .speed: [.enhancedSpeed, .speed, .compressedSpeed]
    case .altitude: [.enhancedAltitude, .altitude]
    case .distance: [.distance, .compressedDistance]
    default: allCases.filter { $0.kind == kind }
    }
  }
}
