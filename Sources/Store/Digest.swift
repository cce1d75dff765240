import CSodium

/// A 32-byte digest: SHA-256, or HMAC-SHA-256 with a key where the content must not be recognisable to others.
struct Digest {
  private var plain = crypto_hash_sha256_state()
  private var keyed = crypto_auth_hmacsha256_state()
  private let hasKey: Bool

  init(key: [UInt8]? = nil) {
    hasKey = key != nil
    crypto_hash_sha256_init(&plain)
    if let key { crypto_auth_hmacsha256_init(&keyed, key, key.count) }
  }

  mutating func update(_ bytes: [UInt8]) {
    if hasKey {
      crypto_auth_hmacsha256_update(&keyed, bytes, UInt64(bytes.count))
    } else {
      crypto_hash_sha256_update(&plain, bytes, UInt64(bytes.count))
    }
  }

  /// A text with its length before it, so that two texts in a row cannot be one.
  mutating func update(_ text: String) {
    let bytes = Array(text.utf8)
    update(Int64(bytes.count))
    update(bytes)
  }

  mutating func update(_ number: Int64) {
    update((0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
  }

  /// Many numbers at once, their count before them, little-endian as this machine has them.
  mutating func update<Integer: FixedWidthInteger>(integers: [Integer]) {
    update(Int64(integers.count))
    update(integers.withUnsafeBytes { [UInt8]($0) })
  }

  mutating func finish() -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: 32)
    if hasKey {
      crypto_auth_hmacsha256_final(&keyed, &hash)
    } else {
      crypto_hash_sha256_final(&plain, &hash)
    }
    return hash
  }
}

func hex(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef")
  return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}

func bytes(hex text: String) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count % 2 == 0 else { return nil }
  func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
  var result: [UInt8] = []
  for index in stride(from: 0, to: digits.count, by: 2) {
    guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
    result.append(high << 4 | low)
  }
  return result
}
