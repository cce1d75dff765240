extension TrackField {
  /// The field that an element inside a track point holds, by its local name.
  ///
  /// GPX itself has `ele`, GPX 1.0 `speed` too. The others are extensions: Garmin's track point
  /// (`hr`, `cad`, `atemp`, `speed`) and power (`PowerInWatts`), Strava's `power`, Cluetrust's `gpxdata`
  /// (`hr`, `cadence`, `temp`, `distance`), which Suunto writes, and other spellings of the same.
  init?(gpxName name: String, in parent: String?) {
    switch name.lowercased() {
    case "ele" where parent == "trkpt": self = .altitude
    case "hr", "heartrate": self = .heartRate
    case "cad", "cadence", "runcadence": self = .cadence
    case "power", "powerinwatts", "watts": self = .power
    case "speed": self = .speed
    case "distance": self = .distance
    case "atemp", "temp", "temperature": self = .temperature
    default: return nil
    }
  }
}
