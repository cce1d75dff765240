import Domain

extension FITInspection {
  /// A value in its unit, by the profile's name for it where it has one.
  public enum Value: Encodable, Sendable, Hashable {
    case integer(Int64)
    case number(Double)
    case text(String)

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .integer(let value): try container.encode(value)
      case .number(let value): try container.encode(value)
      case .text(let value): try container.encode(value)
      }
    }

    /// A moment in UTC, or the bare seconds where the instrument's clock was not set.
    init(moment seconds: UInt32) {
      self =
        seconds < FITTime.firstDate
        ? .integer(Int64(seconds)) : .text(Instant(fitSeconds: Int64(seconds)).iso8601)
    }

    /// A name, or the bare number where the profile has none.
    init(_ name: String?, orNumber number: Int64) {
      self = name.map { .text($0) } ?? .integer(number)
    }
  }
}

extension FITMessage {
  /// The fields of a file_id message that tell where the file comes from, without serial numbers.
  var fileFields: FITInspection.Fields {
    var fields: FITInspection.Fields = [:]
    fields["type"] = named(0, FITProfile.fileTypes)
    fields["manufacturer"] = named(1, FITProfile.manufacturers)
    if let product = integer(2) {
      let manufacturer = integer(1) ?? 0
      let name = FITProfile.product(product, of: manufacturer)
      let value = FITInspection.Value(name, orNumber: product)
      fields["product"] = value
      if FITProfile.usesGarminNumbers(manufacturer) { fields["garmin_product"] = value }
    }
    fields["time_created"] = unsigned32(4).map { FITInspection.Value(moment: $0) }
    return fields
  }

  /// What the instrument summed up in a session message.
  var sessionFields: FITInspection.Fields {
    var fields: FITInspection.Fields = [:]
    fields["sport"] = named(5, FITProfile.sports)
    fields["sub_sport"] = named(6, FITProfile.subSports)
    fields["start_time"] = unsigned32(2).map { FITInspection.Value(moment: $0) }
    for (name, number) in sessionIntegers { fields[name] = integer(number).map { .integer($0) } }
    for (name, number, scale) in sessionNumbers {
      fields[name] = scaled(number, by: scale).map { .number($0) }
    }
    fields["enhanced_avg_speed"] = fields["enhanced_avg_speed"] ?? fields["avg_speed"]
    return fields
  }

  private func named(_ number: UInt8, _ names: FITNames) -> FITInspection.Value? {
    integer(number).map { FITInspection.Value(names[$0], orNumber: $0) }
  }
}

private let sessionIntegers: [(name: String, number: UInt8)] = [
  ("total_calories", 11), ("avg_heart_rate", 16), ("max_heart_rate", 17), ("avg_cadence", 18),
  ("avg_power", 20), ("max_power", 21), ("total_ascent", 22), ("num_laps", 26),
  ("normalized_power", 34), ("threshold_power", 45),
]

private let sessionNumbers: [(name: String, number: UInt8, scale: Double)] = [
  ("total_elapsed_time", 7, 1000), ("total_timer_time", 8, 1000), ("total_distance", 9, 100),
  ("avg_speed", 14, 1000), ("training_stress_score", 35, 10), ("intensity_factor", 36, 1000),
  ("pool_length", 44, 100), ("enhanced_avg_speed", 124, 1000),
]
