/// A random 63-bit name for one `Entity`, written as thirteen letters and digits (Crockford's base 32).
///
/// Identifiers come from `App/World.swift` or from a seed, never from here, so that a log replays to the same database.
public struct Identifier<Entity>: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Between 1 and 2⁶³ − 1, so that SQLite stores it as a positive integer.
  public let rawValue: Int64

  /// Takes 63 of the bits; zero becomes one.
  public init(bits: UInt64) { rawValue = max(1, Int64(bits & 0x7FFF_FFFF_FFFF_FFFF)) }
  public init?(rawValue: Int64) {
    guard rawValue > 0 else { return nil }
    self.rawValue = rawValue
  }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

  public var description: String {
    let letters = (0..<13).map { place -> Character in
      let shift = 5 * (12 - place)
      return alphabet[Int(rawValue >> shift) & 31]
    }
    return String(letters)
  }

  /// Reads what `description` wrote, in either case.
  public init?(_ text: String) {
    // Thirteen letters hold 65 bits; a first letter beyond 7 would need the two that are not there.
    guard text.count == 13, let first = text.first, ("0"..."7").contains(first) else { return nil }
    var bits: UInt64 = 0
    for letter in text.lowercased() {
      guard let digit = alphabet.firstIndex(of: letter) else { return nil }
      bits = bits << 5 | UInt64(digit)
    }
    guard bits > 0, bits <= UInt64(Int64.max) else { return nil }
    rawValue = Int64(bits)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an identifier")
    }
    self = value
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

public typealias AthleteID = Identifier<Athlete>
public typealias SquadID = Identifier<Squad>
public typealias CoachID = Identifier<Coach>
public typealias SessionID = Identifier<Session>
public typealias PlanID = Identifier<Plan>
public typealias PlannedSessionID = Identifier<PlannedSession>
public typealias EventID = Identifier<Event>
public typealias AvailabilityID = Identifier<Availability>
public typealias TargetEventID = Identifier<TargetEvent>
public typealias TrainingPhaseID = Identifier<TrainingPhase>
public typealias CommentID = Identifier<Comment>
public typealias TrainingTemplateID = Identifier<TrainingTemplate>
public typealias DecisionID = Identifier<DecisionTiming>
public typealias JudgementID = Identifier<Judgement>
