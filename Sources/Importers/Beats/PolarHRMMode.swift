/// Which columns stand behind the heart rate in `[HRData]`, and in which units.
struct PolarHRMMode: Hashable {
  var hasSpeed = false
  var hasCadence = false
  var hasAltitude = false
  var hasPower = false
  /// The instrument was on a bicycle.
  var isCycling = false
  /// Miles and feet instead of kilometres and metres.
  var isImperial = false

  /// `SMode=111000100` of version 1.06 and later, a bit for each column; else `Mode=011` of earlier ones, whose
  /// first digit says which of cadence (0) and altitude (1) there is.
  init(_ file: PolarHRMFile) {
    if let bits = file.parameters["smode"]?.text {
      func bit(_ place: Int) -> Bool { bits.dropFirst(place).first == UInt8(ascii: "1") }
      (hasSpeed, hasCadence, hasAltitude, hasPower) = (bit(0), bit(1), bit(2), bit(3))
      (isCycling, isImperial) = (bit(6), bit(7))
    } else if let bits = file.parameters["mode"]?.text {
      let first = bits.first
      isCycling = bits.dropFirst().first == UInt8(ascii: "1")
      isImperial = bits.dropFirst(2).first == UInt8(ascii: "1")
      hasSpeed = isCycling
      hasCadence = isCycling && first == UInt8(ascii: "0")
      hasAltitude = first == UInt8(ascii: "1")
    }
  }
}
