import Domain

extension FITInspection {
  /// The records of a file: the first and the last one, and figures over all of them, by field
  /// name.
  public struct Records: Encodable, Sendable {
    public var first: Fields
    public var last: Fields
    /// Of the fields that are whole numbers in their unit.
    public var sums: [String: Double]
    public var counts: [String: Int]
    public var maxima: Fields
    public var minima: Fields
    /// `nil` where no record has a date.
    public var timestamps: Timestamps?

    enum CodingKeys: String, CodingKey {
      case sums, timestamps
      case first = "first_record"
      case last = "last_record"
      case counts = "counts_non_null"
      case maxima = "max"
      case minima = "min"
    }
  }

  /// When the records were made, in the file's order.
  public struct Timestamps: Encodable, Sendable {
    public var first: String
    public var last: String
    public var longestGapSeconds: Double
    public var gapsOver10Seconds: Int
    /// Records that are not later than the one before them.
    public var nonIncreasing: Int

    enum CodingKeys: String, CodingKey {
      case first, last
      case longestGapSeconds = "max_gap_s"
      case gapsOver10Seconds = "gaps_over_10s"
      case nonIncreasing = "non_increasing"
    }
  }
}

extension FITInspection.Records {
  /// Over the records of all parts; `nil` where there are none.
  init?(_ parts: [FITRecords]) {
    let parts = parts.filter { $0.count > 0 }
    guard let firstPart = parts.first, let lastPart = parts.last else { return nil }
    first = firstPart.fields(at: 0)
    last = lastPart.fields(at: lastPart.count - 1)
    (sums, counts, maxima, minima) = ([:], [:], [:], [:])
    for part in parts {
      for column in Column.all(of: part) { add(column, of: part) }
    }
    let seconds = parts.flatMap { $0.timestamps.compactMap(\.self) }
    let dates = seconds.filter { $0 >= FITTime.firstDate }
    timestamps = FITInspection.Timestamps(dates)
    if dates.count < seconds.count { counts["timestamp"] = seconds.count - dates.count }
  }

  private mutating func add(_ column: Column, of records: FITRecords) {
    let values = (0..<records.count).compactMap { column.value(in: records, at: $0) }
    guard let least = values.min(), let greatest = values.max() else { return }
    let name = column.name
    counts[name, default: 0] += values.count
    if column.isSummed { sums[name, default: 0] += values.reduce(0, +) }
    minima[name] = column.rendered(min(least, minima[name]?.double ?? least))
    maxima[name] = column.rendered(max(greatest, maxima[name]?.double ?? greatest))
  }
}

extension FITInspection.Timestamps {
  /// From seconds of FIT time; `nil` where there are none.
  fileprivate init?(_ seconds: [UInt32]) {
    guard let first = seconds.first, let last = seconds.last else { return nil }
    self.first = Instant(fitSeconds: Int64(first)).iso8601
    self.last = Instant(fitSeconds: Int64(last)).iso8601
    let gaps = zip(seconds.dropFirst(), seconds).map { Int64($0) - Int64($1) }
    longestGapSeconds = Double(gaps.max() ?? 0)
    gapsOver10Seconds = gaps.count { $0 > 10 }
    nonIncreasing = gaps.count { $0 <= 0 }
  }
}

extension FITInspection.Value {
  fileprivate var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .text: nil
    }
  }
}

extension FITRecords {
  /// All that one record holds.
  fileprivate func fields(at index: Int) -> FITInspection.Fields {
    var fields: FITInspection.Fields = [:]
    for column in Column.all(of: self) {
      fields[column.name] = column.value(in: self, at: index).map(column.rendered)
    }
    fields["timestamp"] = timestamps[index].map { FITInspection.Value(moment: $0) }
    return fields
  }
}

/// What the profile calls by one name in the records of a part.
private struct Column {
  let name: String
  /// The first one that has a value speaks.
  let sources: [FITRecordField]

  /// Fields in whole units, other than positions.
  var isSummed: Bool { [.heartRate, .cadence, .power, .temperature].contains(sources[0]) }

  /// Compressed fields answer to the names of the plain ones. Where a part declares both, only the
  /// first is heard, even when it is silent: so read other decoders, and figures can be compared.
  static func all(of records: FITRecords) -> [Column] {
    func firstDeclared(_ plain: FITRecordField, _ compressed: FITRecordField) -> FITRecordField {
      records.declared.first { $0 == plain || $0 == compressed } ?? plain
    }
    return [
      Column(name: "heart_rate", sources: [.heartRate]),
      Column(name: "cadence", sources: [.cadence]),
      Column(name: "power", sources: [.power]),
      Column(name: "distance", sources: [firstDeclared(.distance, .compressedDistance)]),
      Column(name: "speed", sources: [firstDeclared(.speed, .compressedSpeed)]),
      Column(name: "enhanced_speed", sources: [.enhancedSpeed, .speed]),
      Column(name: "altitude", sources: [.altitude]),
      Column(name: "enhanced_altitude", sources: [.enhancedAltitude, .altitude]),
      Column(name: "temperature", sources: [.temperature]),
      Column(name: "position_lat", sources: [.latitude]),
      Column(name: "position_long", sources: [.longitude]),
    ]
  }

  /// In the field's unit.
  func value(in records: FITRecords, at index: Int) -> Double? {
    for source in sources {
      if let raw = records.value(source, at: index) {
        return Double(raw) / Double(source.scale) - Double(source.offset)
      }
    }
    return nil
  }

  func rendered(_ value: Double) -> FITInspection.Value {
    sources[0].scale == 1 ? .integer(Int64(value)) : .number(value)
  }
}
