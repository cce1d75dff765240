/// What a FIT file holds, in the words of the FIT profile: for people who want to see what Sideline
/// reads, and to compare it with other readers.
///
/// A property that the file has nothing for is `nil`, and its key is missing from the JSON.
public struct FITInspection: Encodable, Sendable {
  /// Values by field name.
  public typealias Fields = [String: Value]

  /// The first bytes of a part.
  public struct Header: Encodable, Sendable {
    public var size: Int
    /// Major and minor.
    public var protocolVersion: [Int]
    public var profileVersion: [Int]
    /// Bytes of messages that the header promises.
    public var dataSize: Int

    enum CodingKeys: String, CodingKey {
      case size
      case protocolVersion = "protocol"
      case profileVersion = "profile"
      case dataSize = "data_size"
    }
  }

  /// The times between heart beats.
  public struct HeartRateVariability: Encodable, Sendable {
    public var count: Int
    public var sumSeconds: Double
    /// The first five, in seconds.
    public var first: [Double]

    enum CodingKeys: String, CodingKey {
      case count = "rr_count"
      case sumSeconds = "rr_sum_s"
      case first
    }
  }

  /// The size of the file.
  public var bytes: Int
  /// Of the first part; `nil` where the bytes are no FIT file.
  public var header: Header?
  /// What the file is and who made it.
  public var fileID: Fields?
  /// How many parts have a header.
  public var chainedParts: Int
  /// `true` for every part whose checksum is there and right.
  public var checksumsMatched: [Bool]
  /// By message name; `unknown_140` where the profile has none.
  public var messageCounts: [String: Int]
  public var recordCount: Int
  /// What the records hold; `nil` where there are none.
  public var records: Records?
  /// What the instrument summed up, session by session.
  public var sessions: [Fields]?
  public var heartRateVariability: HeartRateVariability?

  enum CodingKeys: String, CodingKey {
    case bytes, header, sessions
    case fileID = "file_id"
    case chainedParts = "chained_parts"
    case checksumsMatched = "crc_matched"
    case messageCounts = "message_counts"
    case recordCount = "record_count"
    case heartRateVariability = "hrv"
  }

  /// The keys of `records` stand beside the others.
  public func encode(to encoder: any Encoder) throws {
    try records?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(bytes, forKey: .bytes)
    try container.encodeIfPresent(header, forKey: .header)
    try container.encodeIfPresent(fileID, forKey: .fileID)
    try container.encode(chainedParts, forKey: .chainedParts)
    try container.encode(checksumsMatched, forKey: .checksumsMatched)
    try container.encode(messageCounts, forKey: .messageCounts)
    try container.encode(recordCount, forKey: .recordCount)
    try container.encodeIfPresent(sessions, forKey: .sessions)
    try container.encodeIfPresent(heartRateVariability, forKey: .heartRateVariability)
  }
}

extension FITInspection {
  /// Decodes `bytes`. What is wrong with them is the importer's to say.
  public static func inspect(_ bytes: [UInt8]) -> FITInspection {
    let parts = FITFile(bytes).parts
    let sessions = parts.flatMap { $0.messages(.session) }.map(\.sessionFields)
    var counts: [String: Int] = [:]
    for (number, count) in parts.flatMap(\.messageCounts) {
      counts[FITProfile.messages[Int64(number)] ?? "unknown_\(number)", default: 0] += count
    }
    return FITInspection(
      bytes: bytes.count, header: parts.first.map { Header($0.header) },
      fileID: parts.flatMap { $0.messages(.fileID) }.first?.fileFields,
      chainedParts: parts.count,
      checksumsMatched: parts.compactMap(\.checksumMatches).filter(\.self), messageCounts: counts,
      recordCount: parts.reduce(0) { $0 + $1.records.count },
      records: Records(parts.map(\.records)), sessions: sessions.isEmpty ? nil : sessions,
      heartRateVariability: HeartRateVariability(parts.flatMap(\.beats)))
  }
}

extension FITInspection.Header {
  fileprivate init(_ header: FITHeader) {
    size = header.size
    protocolVersion = [header.protocolVersion.major, header.protocolVersion.minor]
    profileVersion = [header.profileVersion.major, header.profileVersion.minor]
    dataSize = header.dataSize
  }
}

extension FITInspection.HeartRateVariability {
  /// `nil` where there are no beats.
  fileprivate init?(_ beats: [FITPart.Beat]) {
    guard !beats.isEmpty else { return nil }
    count = beats.count
    sumSeconds = Double(beats.reduce(0) { $0 + Int($1.milliseconds) }) / 1000
    first = beats.prefix(5).map { Double($0.milliseconds) / 1000 }
  }
}
