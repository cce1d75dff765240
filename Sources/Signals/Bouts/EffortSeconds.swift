import Domain

/// A session's effort once a second, out of the best source there is.
///
/// Power first: it changes when the effort does. Then speed, which hills and wind change too; on a bicycle, in a game and
/// in the gym it says little, so heart rate comes before it there. Heart rate lags and drifts, and is taken as the demand
/// it follows (`HeartRateDemand`). A source counts when it was heard for half of the time the timer ran and was above
/// standing for a tenth of that.
struct EffortSeconds {
  let scale: EffortScale
  /// In the unit of the source; a pause of ten seconds or more is 0, standing, where the source can stand.
  let grid: SecondGrid
  /// For each second, whether the timer stood still.
  let isPaused: [Bool]

  init?(_ session: SessionSeconds) {
    for source in session.sport.effortSources {
      guard let grid = session[source] else { continue }
      let scale = EffortScale(source, sport: session.sport)
      var (running, heard, moving) = (0, 0, 0)
      for second in 0..<grid.count where !session.isPaused[second] {
        running += 1
        guard let value = grid[second] else { continue }
        heard += 1
        if value > scale.still { moving += 1 }
      }
      guard heard > 0, heard * 2 >= running, moving * 10 >= heard else { continue }
      self.init(grid: grid, scale: scale, isPaused: session.isPaused)
      return
    }
    return nil
  }

  private init(grid: SecondGrid, scale: EffortScale, isPaused: [Bool]) {
    (self.scale, self.isPaused) = (scale, isPaused)
    var seconds = (0..<grid.count).map { grid[$0] }
    if scale.source == .heartRate {
      let demand = heartRateDemand(grid)
      seconds = (0..<demand.count).map { demand[$0] }
    } else {
      for pause in runs(of: isPaused) where pause.count >= 10 {
        for second in pause { seconds[second] = 0 }
      }
    }
    self.grid = SecondGrid(seconds, origin: grid.origin)
  }

  /// Stretches of one level, their borders where the mean changes.
  ///
  /// - Parameter coarseness: how many times as much a change of level costs as on the scale.
  func stretches(coarseness: Double = 1) -> [EffortStretch] {
    var scale = scale
    scale.penalty *= coarseness
    let samples = (0..<grid.count).map { grid[$0].map(Float.init) ?? .nan }
    var segmenter = LevelSegmenter(scale)
    let segments = segmenter.run(SampleBlock(samples, hertz: 1))
    var borders = segments.map(\.range.lowerBound) + [grid.count]
    for index in segments.indices.dropFirst() {
      borders[index] = border(borders[index], from: borders[index - 1], to: borders[index + 1])
    }
    return segments.indices.map { index in
      let range = borders[index]..<borders[index + 1]
      let mean = grid.mean(range)?.value
      let level = mean.map(scale.log) ?? Double(segments[index].level) * scale.step
      return EffortStretch(
        range: range, level: level, deviation: deviation(range, from: level),
        isStill: (mean ?? .infinity) < scale.still)
    }
  }

  /// The second within 8 of `place` where two means fit the 20 s on either side with the least squared error.
  private func border(_ place: Int, from start: Int, to end: Int) -> Int {
    let (low, high) = (max(start, place - 20), min(end, place + 20))
    var (best, least) = (place, Double.infinity)
    for cut in max(low + 3, place - 8)...max(low + 3, place + 8) where cut <= high - 3 {
      guard let before = squares(low..<cut), let after = squares(cut..<high) else { continue }
      let error = before + after
      if error < least - 1e-9 { (best, least) = (cut, error) }
    }
    return best
  }

  private func deviation(_ range: Range<Int>, from level: Double) -> Double {
    let heard = range.compactMap { grid[$0] }
    let sum = heard.reduce(0.0) { $0 + min(abs(scale.log($1) - level), scale.clip) }
    return heard.isEmpty ? 0 : sum / Double(heard.count)
  }

  /// Sum of squared deviations from the mean of the heard seconds; `nil` without any.
  private func squares(_ range: Range<Int>) -> Double? {
    guard let mean = grid.mean(range)?.value else { return nil }
    return range.reduce(0.0) { sum, second in
      guard let value = grid[second] else { return sum }
      return sum + (value - mean) * (value - mean)
    }
  }
}

/// A stretch of a session on one level.
struct EffortStretch: Hashable {
  /// Seconds after the first.
  var range: Range<Int>
  /// Logarithm of its mean over the scale's floor.
  var level: Double
  /// Mean absolute deviation of its seconds from that.
  var deviation = 0.0
  /// Standing still, not pedalling.
  var isStill: Bool
}

extension Sport {
  var effortSources: [EffortSource] {
    switch self {
    case .cycling, .ball, .strength: [.power, .heartRate, .speed]
    case .running, .walking, .swimming, .rowing, .athletics, .multisport, .other:
      [.power, .speed, .heartRate]
    }
  }
}

/// Where `flags` are set, stretch by stretch.
func runs(of flags: [Bool]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var start: Int?
  for (index, flag) in flags.enumerated() where flag != (start != nil) {
    if let first = start {
      result.append(first..<index)
      start = nil
    } else {
      start = index
    }
  }
  if let first = start { result.append(first..<flags.count) }
  return result
}
