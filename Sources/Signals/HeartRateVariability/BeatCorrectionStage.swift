/// `correctedBeats` for intervals that come one by one.
///
/// It holds back the 53 beats that `BeatArtifactStage` looks ahead, and a run of artefacts until it ends.
public struct BeatCorrectionStage: Stage {
  /// Artefacts in a row that are interpolated at most; more of them stay as they were.
  public static let longestRun = 5

  private var judge: BeatArtifactStage
  private var measured: [Double] = []
  /// Of the first of `measured`.
  private var index = 0
  private var kinds: [BeatKind] = []
  /// Artefacts whose end has not come, and what was removed between them.
  private var run: [CorrectedBeat] = []
  private var artefactsInRun = 0
  /// The last interval that is right.
  private var left: Double?

  public init(settings: BeatArtifactSettings = BeatArtifactSettings()) {
    judge = BeatArtifactStage(settings: settings)
  }

  public mutating func push(_ input: consuming [Double]) -> [CorrectedBeat] {
    measured += input
    kinds += judge.push(input)
    return settle(atEnd: false)
  }

  public mutating func finish() -> [CorrectedBeat] {
    kinds += judge.finish()
    var beats = settle(atEnd: true)
    close(right: nil, into: &beats)
    return beats
  }

  /// Treats what has been judged, but for an extra beat whose partner has not.
  private mutating func settle(atEnd: Bool) -> [CorrectedBeat] {
    var beats: [CorrectedBeat] = []
    var at = 0
    while at < kinds.count {
      let kind = kinds[at]
      guard kind == .extra else {
        take(kind, measured[at], source: index + at..<index + at + 1, into: &beats)
        at += 1
        continue
      }
      // What is no interval may lie between the two.
      let partner = kinds[(at + 1)...].firstIndex { $0 != .notAnInterval }
      guard let partner else {
        if !atEnd { break }
        take(.longOrShort, measured[at], source: index + at..<index + at + 1, into: &beats)
        at += 1
        continue
      }
      let sum = measured[at] + measured[partner]
      close(right: sum, into: &beats)
      let source = index + at..<index + partner + 1
      beats.append(CorrectedBeat(interval: sum, treatment: .merged, kind: .extra, source: source))
      for lost in at + 1..<partner { beats.append(removed(index + lost)) }
      at = partner + 1
    }
    measured.removeFirst(at)
    kinds.removeFirst(at)
    index += at
    return beats
  }

  private mutating func take(
    _ kind: BeatKind, _ interval: Double, source: Range<Int>, into beats: inout [CorrectedBeat]
  ) {
    func beat(_ interval: Double, _ treatment: BeatTreatment) -> CorrectedBeat {
      CorrectedBeat(interval: interval, treatment: treatment, kind: kind, source: source)
    }
    switch kind {
    case .normal:
      close(right: interval, into: &beats)
      beats.append(beat(interval, .kept))
    case .missed:
      close(right: interval / 2, into: &beats)
      beats.append(beat(interval / 2, .split))
      beats.append(beat(interval / 2, .split))
    case .ectopic, .longOrShort, .extra:
      run.append(beat(interval, .leftAlone))
      artefactsInRun += 1
      if artefactsInRun > Self.longestRun { giveUp(into: &beats) }
    case .notAnInterval:
      let lost = removed(source.lowerBound)
      let isWaiting = artefactsInRun > 0 && artefactsInRun <= Self.longestRun
      if isWaiting { run.append(lost) } else { beats.append(lost) }
    }
  }

  private func removed(_ place: Int) -> CorrectedBeat {
    CorrectedBeat(
      interval: nil, treatment: .removed, kind: .notAnInterval, source: place..<place + 1)
  }

  /// Too many in a row: they stay.
  private mutating func giveUp(into beats: inout [CorrectedBeat]) {
    beats += run
    run.removeAll()
  }

  /// A right interval ends the run of artefacts, or the series does.
  private mutating func close(right: Double?, into beats: inout [CorrectedBeat]) {
    let (from, to) = (left ?? right, right ?? left)
    if artefactsInRun <= Self.longestRun, let from, let to {
      var place = 0
      for at in run.indices where run[at].interval != nil {
        place += 1
        run[at].interval = from + (to - from) * Double(place) / Double(artefactsInRun + 1)
        run[at].treatment = .interpolated
      }
    }
    beats += run
    run.removeAll()
    artefactsInRun = 0
    left = right
  }
}
