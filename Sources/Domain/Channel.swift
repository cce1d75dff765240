/// One column of a recording: whole numbers with a scale, and a bit for each that says it is there.
///
/// A value in the channel's unit is `raw / scale − offset`, as FIT defines it. A dropout has no value: it is
/// neither 0 nor NaN, and the number stored under a cleared bit is 0 and means nothing.
public struct Channel: Hashable, Sendable, Codable {
  /// What was measured; the unit is fixed by the kind.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    case heartRate, spO2, cadence, power, speed, distance, altitude, temperature
    case acceleration, latitude, longitude
    // An inertial sensor's axes, in its own frame.
    case accelerationX, accelerationY, accelerationZ
    case angularRateX, angularRateY, angularRateZ
    case magneticFieldX, magneticFieldY, magneticFieldZ

    /// As printed beside a figure. Latitude and longitude are in semicircles (180° / 2³¹).
    public var unit: String {
      switch self {
      case .heartRate: "bpm"
      case .spO2: "%"
      case .cadence: "/min"
      case .power: "W"
      case .speed: "m/s"
      case .distance, .altitude: "m"
      case .temperature: "°C"
      case .acceleration, .accelerationX, .accelerationY, .accelerationZ: "m/s²"
      case .angularRateX, .angularRateY, .angularRateZ: "rad/s"
      case .magneticFieldX, .magneticFieldY, .magneticFieldZ: "µT"
      case .latitude, .longitude: "semicircles"
      }
    }

    /// x, y and z of what an inertial sensor feels.
    public static let accelerationAxes: [Kind] = [.accelerationX, .accelerationY, .accelerationZ]
    public static let angularRateAxes: [Kind] = [.angularRateX, .angularRateY, .angularRateZ]
    public static let magneticFieldAxes: [Kind] = [.magneticFieldX, .magneticFieldY, .magneticFieldZ]

    /// Where somebody was is identity-class: kept beside the names, not in the main file.
    public var isIdentityClass: Bool { self == .latitude || self == .longitude }
  }

  public let kind: Kind
  public let scale: Int32
  public let offset: Int32
  public private(set) var raw: [Int32]
  public private(set) var validity: Bitmap

  public init(_ kind: Kind, scale: Int32 = 1, offset: Int32 = 0) {
    precondition(scale > 0, "a scale of \(scale) divides nothing")
    self.kind = kind
    self.scale = scale
    self.offset = offset
    raw = []
    validity = Bitmap()
  }

  public init(
    _ kind: Kind, scale: Int32 = 1, offset: Int32 = 0, raw: [Int32], validity: Bitmap
  ) {
    precondition(raw.count == validity.count, "\(raw.count) values, \(validity.count) bits")
    precondition(scale > 0, "a scale of \(scale) divides nothing")
    self.kind = kind
    self.scale = scale
    self.offset = offset
    self.raw = raw.enumerated().map { validity[$0.offset] ? $0.element : 0 }
    self.validity = validity
  }

  public var count: Int { raw.count }

  /// How many values are there.
  public var validCount: Int { validity.setCount }

  /// The value in the channel's unit, or `nil` where the sensor was silent.
  public subscript(index: Int) -> Double? {
    validity[index] ? Double(raw[index]) / Double(scale) - Double(offset) : nil
  }

  public mutating func append(_ value: Int32?) {
    raw.append(value ?? 0)
    validity.append(value != nil)
  }

  public mutating func reserveCapacity(_ count: Int) { raw.reserveCapacity(count) }

  /// The part of the channel at `range`.
  public func slice(_ range: Range<Int>) -> Channel {
    var part = Channel(kind, scale: scale, offset: offset)
    part.reserveCapacity(range.count)
    for index in range { part.append(validity[index] ? raw[index] : nil) }
    return part
  }
}

/// A growing row of bits, 64 to a word.
public struct Bitmap: Hashable, Sendable, Codable {
  public private(set) var words: [UInt64]
  public private(set) var count: Int

  public init() {
    words = []
    count = 0
  }

  /// Bits beyond `count` must be clear.
  public init(words: [UInt64], count: Int) {
    precondition(words.count == (count + 63) / 64, "\(words.count) words do not hold \(count) bits")
    self.words = words
    self.count = count
  }

  public init(repeating bit: Bool, count: Int) {
    words = Array(repeating: bit ? UInt64.max : 0, count: (count + 63) / 64)
    if bit, count % 64 != 0 { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
    self.count = count
  }

  public subscript(index: Int) -> Bool {
    words[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  public mutating func append(_ bit: Bool) {
    if count & 63 == 0 { words.append(0) }
    if bit { words[count >> 6] |= 1 << UInt64(count & 63) }
    count += 1
  }

  public var setCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
