import Domain

/// What an activity says about the instrument that recorded it.
struct TCXCreator {
  private static let garmin: Int64 = 1
  /// With these begin the names of Garmin's instruments, which leave the maker out.
  private static let garminFamilies = ["edge", "forerunner", "fenix", "fēnix", "epix", "vivo"]

  var name = ""
  /// The serial number; 0 where there is none.
  var unit: UInt32?
  /// The maker's own number for the product.
  var product: Int64?

  /// `nil` where the activity does not tell. The maker is the first word of the name in small letters,
  /// the product is the rest; a Garmin product is named as in FIT files, where its number is known.
  var device: Device? {
    let words = name.split(separator: " ")
    guard let first = words.first?.lowercased() else { return nil }
    let serial = unit == 0 ? nil : unit
    let isFamily = Self.garminFamilies.contains { first.hasPrefix($0) }
    if isFamily || first == "garmin" {
      let rest = words.dropFirst(isFamily ? 0 : 1).joined(separator: " ")
      let named = FITProfile.product(product, of: Self.garmin) ?? (rest.isEmpty ? nil : rest)
      return Device(manufacturer: "garmin", product: named, serial: serial)
    }
    let rest = words.dropFirst().joined(separator: " ")
    return Device(manufacturer: first, product: rest.isEmpty ? nil : rest, serial: serial)
  }
}
