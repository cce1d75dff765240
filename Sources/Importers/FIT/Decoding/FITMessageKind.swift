/// The messages Sideline reads beyond counting them, by their number in the FIT profile.
enum FITMessageKind: UInt16 {
  case fileID = 0
  case sport = 12
  case session = 18
  case lap = 19
  case record = 20
  case deviceInfo = 23
  case activity = 34
  case heartRateVariability = 78
}
