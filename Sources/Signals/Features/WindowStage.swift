/// Cuts a stream at a regular rate into windows of one length, each a hop after the one before.
///
/// A window is given as soon as its last sample is there; what is left at the end and fills no window is not looked at, as
/// in Welch (1967). Where the rate changes or the clock jumps, the next window begins there. Unusable samples inside a
/// window are bridged by straight lines; a window with more of them than `mostUnusable` is given without values.
/// Memory: one window and one chunk.
public struct WindowStage: Stage {
  public enum Length: Hashable, Sendable {
    case samples(Int, hop: Int)
    /// Rounded to the nearest even number of samples, at least 2, and the hop to a whole one, at least 1.
    case seconds(Double, hop: Double)

    /// Samples of a window and of a hop at `hertz`.
    public func samples(_ hertz: Double) -> (count: Int, hop: Int) {
      switch self {
      case .samples(let count, let hop): (count, hop)
      case .seconds(let seconds, let hop):
        (max(2, Int((seconds * hertz / 2).rounded()) * 2), max(1, Int((hop * hertz).rounded())))
      }
    }
  }

  public let length: Length
  /// The share, 0 to 1, of unusable samples beyond which a window has no values.
  public let mostUnusable: Double
  private var hertz = 0.0
  private var values: [Float] = []
  private var usable: [Bool] = []
  /// The clock's number of the first sample held.
  private var first = 0
  /// Samples from the first one held to the next window; beyond what is held where the hop is longer than the window.
  private var skip = 0

  /// In 1,500 made walks of 4 s with a tenth missing in one run the dominant frequency was off by 0.05 Hz at most, a fifth
  /// of a bin; with a fifth missing, 3 % of them had the frequency of the straight line instead of the walk's.
  public static let defaultMostUnusable = 0.1

  public init(_ length: Length, mostUnusable: Double = defaultMostUnusable) {
    switch length {
    case .samples(let count, let hop): precondition(count > 0 && hop > 0, "\(length)")
    case .seconds(let seconds, let hop): precondition(seconds > 0 && hop > 0, "\(length)")
    }
    precondition((0...1).contains(mostUnusable), "\(mostUnusable) is no share")
    (self.length, self.mostUnusable) = (length, mostUnusable)
  }

  /// Windows of so many seconds that overlap by half.
  public init(seconds: Double, mostUnusable: Double = defaultMostUnusable) {
    self.init(.seconds(seconds, hop: seconds / 2), mostUnusable: mostUnusable)
  }

  /// - Precondition: the clock is regular; a stamped one goes through `ResampleStage` before.
  public mutating func push(_ input: consuming SampleBlock) -> [SampleWindow] {
    guard input.count > 0 else { return [] }
    guard case .regular(let hertz, let first) = input.clock else {
      preconditionFailure("windows of a clock without a rate")
    }
    if hertz != self.hertz || first != self.first + values.count { restart(hertz, first) }
    values += input.values
    usable += input.flags.lazy.map(\.isUsable)
    return windows()
  }

  private mutating func restart(_ hertz: Double, _ first: Int) {
    (self.hertz, self.first, skip) = (hertz, first, 0)
    values.removeAll(keepingCapacity: true)
    usable.removeAll(keepingCapacity: true)
  }

  private mutating func windows() -> [SampleWindow] {
    let (count, hop) = length.samples(hertz)
    var windows: [SampleWindow] = []
    while skip + count <= values.count {
      let range = skip..<skip + count
      windows.append(
        SampleWindow(
          values[range], usable: usable[range], first: first + skip, hertz: hertz, most: mostUnusable))
      skip += hop
    }
    let done = min(skip, values.count)
    values.removeFirst(done)
    usable.removeFirst(done)
    first += done
    skip -= done
    return windows
  }
}
