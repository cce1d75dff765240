public import Domain

/// The averaged power spectrum of a stream (Welch 1967): segments that overlap by half, each without its mean and under a
/// Hann window, their powers averaged. `scipy.signal.welch(x, fs, "hann", nperseg, detrend="constant")`.
///
/// Memory: one segment, whatever the length of the stream.
public struct MeanSpectrum: Sendable {
  /// Samples of a segment.
  public let segment: Int
  public let hertz: Double
  public let scaling: Spectrum.Scaling
  private var windows: WindowStage
  private var sums: [Double]
  private var segments = 0
  private var skipped = 0
  private var heard = 0

  /// The fewest samples a segment can have: below there is no shape to see.
  public static let shortest = 16

  public init(
    segment: Int, hertz: Double, scaling: Spectrum.Scaling = .density,
    mostUnusable: Double = WindowStage.defaultMostUnusable
  ) {
    precondition(segment >= Self.shortest, "segments of \(segment) samples")
    (self.segment, self.hertz, self.scaling) = (segment, hertz, scaling)
    // As in scipy, segments of an odd length overlap by half of it rounded down.
    windows = WindowStage(
      .samples(segment, hop: segment - segment / 2), mostUnusable: mostUnusable)
    sums = Array(repeating: 0, count: segment / 2 + 1)
  }

  /// - Precondition: the clock is regular and has the rate of this spectrum.
  public mutating func push(_ block: SampleBlock) {
    guard block.count > 0 else { return }
    guard case .regular(hertz, _) = block.clock else {
      preconditionFailure("a spectrum at \(hertz) Hz of another clock")
    }
    heard += block.count
    let complete = windows.push(block)
    guard !complete.isEmpty else { return }
    var spectrum = PowerSpectrum(count: segment, hertz: hertz, scaling: scaling)
    var powers = sums
    for window in complete {
      guard let values = window.values else {
        skipped += 1
        continue
      }
      spectrum.powers(values, into: &powers)
      for bin in sums.indices { sums[bin] += powers[bin] }
      segments += 1
    }
  }

  /// The spectrum of what was pushed so far.
  public func spectrum() throws(SpectrumRefusal) -> Spectrum {
    guard segments + skipped > 0 else { throw .tooShort(have: heard, need: segment) }
    guard segments > 0 else { throw .tooManyGaps(segments: skipped) }
    let powers = sums.map { $0 / Double(segments) }
    let step = hertz / Double(segment)
    return Spectrum(
      step: step, powers: powers, scaling: scaling, segments: segments, skipped: skipped,
      dominantHertz: DominantFrequency(powers, step: step)?.hertz)
  }
}

extension MeanSpectrum {
  /// The spectrum of a stretch at whatever clock, for a chart.
  ///
  /// Stamped samples are put onto the regular clock of their median interval first; lines across more than four of them
  /// are not drawn. Segments are 4 s long, or 256 samples where that is longer, or an eighth of the stretch where that is
  /// longer still, up to 1,024 samples; a short stretch is one segment.
  public static func spectrum(
    of block: SampleBlock, scaling: Spectrum.Scaling = .density
  ) throws(SpectrumRefusal) -> Spectrum {
    guard let hertz = block.clock.typicalHertz else {
      throw .tooShort(have: block.count, need: Self.shortest)
    }
    var regular = block
    if case .stamped = block.clock {
      var stage = ResampleStage(hertz: hertz, longestGap: 4 / hertz)
      regular = stage.run(block)
    }
    guard regular.count >= Self.shortest else {
      throw .tooShort(have: regular.count, need: Self.shortest)
    }
    var mean = MeanSpectrum(
      segment: segment(count: regular.count, hertz: hertz), hertz: hertz, scaling: scaling)
    mean.push(regular)
    return try mean.spectrum()
  }

  /// Samples of a segment for a stretch of `count` samples; even.
  static func segment(count: Int, hertz: Double) -> Int {
    let fourSeconds = Int(min(4 * hertz, 1e6).rounded(.up))
    let wanted = max(fourSeconds, 256, min(count / 8, 1024))
    return min(wanted, count) / 2 * 2
  }
}

extension SampleClock {
  /// The rate, or 1 by the median interval of stamped samples; `nil` where no two of them differ.
  ///
  /// Of a long stream some 4,000 intervals spread over it are looked at.
  public var typicalHertz: Double? {
    switch self {
    case .regular(let hertz, _): return hertz
    case .stamped(let times):
      let stride = max(1, times.count / 4096)
      var intervals: [Int64] = []
      for index in Swift.stride(from: 1, to: times.count, by: stride) {
        let interval = times[index] - times[index - 1]
        if interval > 0 { intervals.append(interval) }
      }
      intervals.sort()
      return intervals.isEmpty ? nil : 1000 / Double(intervals[intervals.count / 2])
    }
  }
}
