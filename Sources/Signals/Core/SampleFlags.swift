public import Domain

/// What is known about one sample: the rules that flagged it, whether it is there at all, whether it was filled in.
public struct SampleFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public init(_ rule: CleaningRule) {
    self =
      switch rule {
      case .notFinite: .notFinite
      case .outsideLimits: .outsideLimits
      case .zScore: .zScore
      case .interquartile: .interquartile
      case .hampel: .hampel
      case .rateOfChange: .rateOfChange
      case .heartRateZero: .heartRateZero
      case .cadenceLock: .cadenceLock
      case .saturationDropout: .saturationDropout
      case .timeBackwards: .timeBackwards
      case .beatArtifact: .beatArtifact
      case .opticalAbove150: .opticalAbove150
      }
  }

  public static let notFinite = SampleFlags(rawValue: 1 << 0)
  public static let outsideLimits = SampleFlags(rawValue: 1 << 1)
  public static let zScore = SampleFlags(rawValue: 1 << 2)
  public static let interquartile = SampleFlags(rawValue: 1 << 3)
  public static let hampel = SampleFlags(rawValue: 1 << 4)
  public static let rateOfChange = SampleFlags(rawValue: 1 << 5)
  public static let heartRateZero = SampleFlags(rawValue: 1 << 6)
  public static let cadenceLock = SampleFlags(rawValue: 1 << 7)
  public static let saturationDropout = SampleFlags(rawValue: 1 << 8)
  public static let timeBackwards = SampleFlags(rawValue: 1 << 9)
  public static let opticalAbove150 = SampleFlags(rawValue: 1 << 10)
  public static let beatArtifact = SampleFlags(rawValue: 1 << 11)
  /// The sensor said nothing; the number beside it is 0 and means nothing.
  public static let missing = SampleFlags(rawValue: 1 << 14)
  /// The value was put there by a gap filler; the flags say why.
  public static let filled = SampleFlags(rawValue: 1 << 15)

  /// Any of these keeps a value from being used, unless it was filled in.
  public static let rejecting: SampleFlags = [
    .notFinite, .outsideLimits, .zScore, .interquartile, .hampel, .rateOfChange, .heartRateZero,
    .cadenceLock, .saturationDropout, .timeBackwards, .beatArtifact, .missing,
  ]

  /// Whether the value beside this flag stands for what was measured.
  public var isUsable: Bool { isDisjoint(with: .rejecting) || contains(.filled) }

  /// The rules in it, in the order of `CleaningRule`.
  public var rules: [CleaningRule] { CleaningRule.allCases.filter { contains(SampleFlags($0)) } }
}
