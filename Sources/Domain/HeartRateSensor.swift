/// What reads a heart rate: it decides how far a reading is trusted when the effort is hard.
public enum HeartRateSensor: String, CaseIterable, Sendable, Codable {
  /// Electrodes on the chest, or an armband that speaks the same language.
  case chestStrap
  /// Light into the skin of the wrist.
  case wristOptical
  /// The file does not say.
  case unknown
}
