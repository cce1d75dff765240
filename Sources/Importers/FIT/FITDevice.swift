import Domain

/// What `file_id` and `device_info` say about the instrument that wrote a part.
struct FITDevice {
  private static let creatorIndex: Int64 = 0

  let manufacturer: Int64?
  let product: Int64?
  private let productText: String?
  private let serial: UInt32?

  /// The file's own words first, then those about the device that created it.
  init(_ part: FITPart) {
    let file = part.messages(.fileID).first
    let creator = part.messages(.deviceInfo).first { $0.integer(0) == Self.creatorIndex }
    manufacturer = file?.integer(1) ?? creator?.integer(2)
    product = file?.integer(2) ?? creator?.integer(4)
    productText = file?.text(8) ?? creator?.text(27)
    serial = file?.unsigned32(3) ?? creator?.unsigned32(3)
  }

  /// `nil` where the part does not tell the maker.
  var device: Device? {
    guard let manufacturer else { return nil }
    let name = FITProfile.product(product, of: manufacturer) ?? productText
    return Device(
      manufacturer: FITProfile.manufacturers[manufacturer] ?? "\(manufacturer)",
      product: name ?? product.map { "\($0)" }, serial: serial)
  }
}

extension FITPart {
  /// What read the heart rate, from the devices that the part lists: fields `device_type` (1) and `source_type` (25) of
  /// `device_info`. A strap goes before the watch's own sensor, which is listed even when a strap is worn.
  var heartRateSensor: HeartRateSensor? {
    let (local, ant, bluetooth): (Int64, Int64, Int64) = (5, 1, 3)
    let (antHeartRate, bluetoothHeartRate, wristHeartRate): (Int64, Int64, Int64) = (120, 1, 10)
    let devices = messages(.deviceInfo).map { ($0.integer(25), $0.integer(1)) }
    if devices.contains(where: { $0 == (ant, antHeartRate) || $0 == (bluetooth, bluetoothHeartRate) }) {
      return .chestStrap
    }
    return devices.contains { $0 == (local, wristHeartRate) } ? .wristOptical : nil
  }
}

extension FITProfile {
  private static let favero: Int64 = 263
  /// Garmin and the makers that share its numbers.
  private static let garminNumbers: Set<Int64> = [1, 13, 15, 89]

  static func usesGarminNumbers(_ manufacturer: Int64) -> Bool {
    garminNumbers.contains(manufacturer)
  }

  /// The product's name, where the profile lists the maker's products.
  static func product(_ number: Int64?, of manufacturer: Int64) -> String? {
    if usesGarminNumbers(manufacturer) { return garminProducts[number] }
    return manufacturer == favero ? faveroProducts[number] : nil
  }
}
