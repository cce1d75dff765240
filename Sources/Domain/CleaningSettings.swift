/// How recordings are cleaned. `[cleaning]` of `config.toml` sets it; what cleaned a recording is printed with it.
public struct CleaningSettings: Hashable, Sendable, Codable {
  /// An outlier lies farther than so many standard deviations from the mean …
  public var zScore = 3.0
  /// … and farther than so many interquartile ranges outside the quartiles: both are asked for.
  public var interquartileRanges = 1.5
  /// Samples on either side of the one that is compared with its neighbours' median.
  public var hampelHalfWidth = 5
  /// Scaled median deviations from it that are too many.
  public var hampelDeviations = 3.0
  public var gapMethod = GapMethod.pchip
  /// Of Lagrange's polynomial, 1 to 5.
  public var lagrangeDegree = 3
  /// A longer gap stays a gap, seconds.
  public var longestFilledGap = 5.0
  public var smoothing = Smoothing.mean
  /// Samples that are smoothed over, an odd number.
  public var smoothingSamples = 5
  public var channels: [Channel.Kind: ChannelCleaning] = Dictionary(
    uniqueKeysWithValues: Channel.Kind.allCases.compactMap { kind in
      ChannelCleaning.standard(kind).map { (kind, $0) }
    })

  public init() {}
  public static let standard = CleaningSettings()
  /// No channel is cleaned: for samples that no sensor read, as a simulated season's.
  public static let asRecorded: CleaningSettings = {
    var settings = CleaningSettings()
    settings.channels = [:]
    return settings
  }()
}

/// How short fluctuations are evened out.
public enum Smoothing: String, CaseIterable, Sendable, Codable { case none, mean, median }

/// What a sensor of one kind can read, in the kind's unit.
public struct ChannelCleaning: Hashable, Sendable, Codable {
  /// Outside it no body and no sensor is.
  public var limits: ClosedRange<Double>
  /// Faster than this a second is no body; `nil` where a sensor may jump.
  public var changePerSecond: Double?
  /// What the sensor's readings differ by at least: deviations below it are its own steps.
  public var resolution: Double
  /// Whether z-score and quartiles of all samples say which one is an outlier.
  ///
  /// Only where a channel stays around one level: a warm-up is far from the mean of a steady run, and right.
  public var hasOutlierRules: Bool
  /// Whether 0 is standing or coasting, as often as the athlete likes: it is no outlier among its neighbours, and none
  /// of theirs.
  public var zeroIsRest: Bool

  public init(
    limits: ClosedRange<Double>, changePerSecond: Double?, resolution: Double, hasOutlierRules: Bool,
    zeroIsRest: Bool = false
  ) {
    self.limits = limits
    self.changePerSecond = changePerSecond
    self.resolution = resolution
    self.hasOutlierRules = hasOutlierRules
    self.zeroIsRest = zeroIsRest
  }

  /// The program's own; `nil` for kinds that are not cleaned: distance only grows, positions are not shown.
  static func standard(_ kind: Channel.Kind) -> ChannelCleaning? {
    func cleaning(
      _ limits: ClosedRange<Double>, change: Double?, resolution: Double, outliers: Bool = false,
      zeroIsRest: Bool = false
    ) -> ChannelCleaning {
      ChannelCleaning(
        limits: limits, changePerSecond: change, resolution: resolution, hasOutlierRules: outliers,
        zeroIsRest: zeroIsRest)
    }
    switch kind {
    case .heartRate: return cleaning(25...230, change: 20, resolution: 3)
    case .spO2: return cleaning(50...100, change: 4, resolution: 1)
    case .cadence: return cleaning(0...300, change: nil, resolution: 20, zeroIsRest: true)
    case .power: return cleaning(0...2500, change: nil, resolution: 200, zeroIsRest: true)
    case .speed: return cleaning(0...35, change: nil, resolution: 2, zeroIsRest: true)
    case .altitude: return cleaning(-500...9000, change: 30, resolution: 3)
    case .temperature: return cleaning(-50...70, change: 5, resolution: 1, outliers: true)
    case .acceleration, .accelerationX, .accelerationY, .accelerationZ:
      return cleaning(-320...320, change: nil, resolution: 20)
    case .angularRateX, .angularRateY, .angularRateZ: return cleaning(-70...70, change: nil, resolution: 5)
    case .magneticFieldX, .magneticFieldY, .magneticFieldZ:
      return cleaning(-5000...5000, change: nil, resolution: 50, outliers: true)
    case .distance, .latitude, .longitude: return nil
    }
  }
}
