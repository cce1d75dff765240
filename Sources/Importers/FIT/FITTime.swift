import Domain

/// FIT counts seconds since 1989-12-31T00:00:00Z.
enum FITTime {
  /// FIT's second 0 in seconds since 1970.
  static let epoch: Int64 = 631_065_600
  /// Smaller numbers count from when the instrument was switched on: its clock was never set.
  static let firstDate: UInt32 = 0x1000_0000
}

extension Instant {
  init(fitSeconds: Int64) { self.init(seconds: FITTime.epoch + fitSeconds) }
}
