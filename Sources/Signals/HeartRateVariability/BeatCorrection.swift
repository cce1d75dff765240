/// What was done to make one interval of a corrected series.
public enum BeatTreatment: String, CaseIterable, Hashable, Sendable {
  /// As it was measured.
  case kept
  /// Half of a measured interval: a beat was put into its middle.
  case split
  /// The sum of measured intervals: the beat between them was taken out.
  case merged
  /// On the straight line between the nearest normal neighbours.
  case interpolated
  /// An artefact that stays as it was: there are too many in a row, or no normal one on either side.
  case leftAlone
  /// No interval: it has no place in the corrected series.
  case removed
}

/// One interval of a corrected series and where it is from.
public struct CorrectedBeat: Hashable, Sendable {
  /// Milliseconds; `nil` where the measured one was removed.
  public var interval: Double?
  public var treatment: BeatTreatment
  /// What the first of `source` was judged to be.
  public var kind: BeatKind
  /// The measured intervals it stands for.
  public var source: Range<Int>

  public init(
    interval: Double?, treatment: BeatTreatment, kind: BeatKind, source: Range<Int>
  ) {
    (self.interval, self.treatment, self.kind, self.source) = (interval, treatment, kind, source)
  }
}

/// Intervals as measured, and the same with their artefacts corrected. Nothing measured is lost.
public struct BeatCorrection: Hashable, Sendable {
  /// Milliseconds, as measured.
  public var measured: [Double]
  /// What each measured interval is.
  public var kinds: [BeatKind]
  public var beats: [CorrectedBeat]

  /// The corrected series, milliseconds: what heart-rate variability is computed from.
  public var intervals: [Double] { beats.compactMap(\.interval) }

  /// For each of `intervals`, whether it is an artefact that could not be corrected.
  public var isFlagged: [Bool] {
    beats.filter { $0.interval != nil }.map { $0.treatment == .leftAlone }
  }

  /// Measured intervals of a kind.
  public func count(_ kind: BeatKind) -> Int { kinds.count { $0 == kind } }

  /// Share of the measured intervals that are artefacts, 0...1; `nil` of none.
  public var artefactShare: Double? {
    kinds.isEmpty ? nil : Double(kinds.count - count(.normal)) / Double(kinds.count)
  }
}

/// The intervals, in milliseconds, with a beat put into each `missed` one, each `extra` beat taken out,
/// and ectopic, long and short ones interpolated (Lipponen and Tarvainen 2019).
///
/// The interpolation is linear between the nearest normal neighbours: a spline would need the whole series.
/// Before the first normal one and behind the last it is constant.
public func correctedBeats(
  _ intervals: [Double], settings: BeatArtifactSettings = BeatArtifactSettings()
) -> BeatCorrection {
  var stage = BeatCorrectionStage(settings: settings)
  let beats = stage.run(intervals)
  return BeatCorrection(
    measured: intervals, kinds: beatArtifacts(in: intervals, settings: settings), beats: beats)
}
