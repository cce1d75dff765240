extension SampleFlags {
  /// Whether the value beside this flag came from the sensor, trusted or not.
  var isReading: Bool { isDisjoint(with: [.missing, .filled]) }
}
