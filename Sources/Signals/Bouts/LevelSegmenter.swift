/// Seconds on one level of effort.
public struct LevelSegment: Hashable, Sendable {
  /// Seconds after the first.
  public var range: Range<Int>
  /// Which level of the scale.
  public var level: Int
}

/// Cuts an effort, heard once a second, into stretches that each keep a level: penalised change-point detection.
///
/// The stretches are those with the least sum of absolute deviations from their levels plus a penalty for each change:
/// the L1 Potts functional (Weinmann, Storath & Demaret 2015, SIAM J Numer Anal 53:644), on a fixed grid of levels, where
/// dynamic programming finds the least in one pass (Storath, Weinmann & Unser 2016). As PELT (Killick, Fearnhead & Eckley
/// 2012) it needs no number of changes; unlike it, time is linear for any signal and an outlier counts no more than
/// `clip`. A silent second costs nothing on any level; silence before a
/// change counts to what comes after it.
///
/// Given out is what every path that can still win has in common; memory is for what they differ in.
public struct LevelSegmenter: Stage {
  private let scale: EffortScale
  private let levels: [Double]
  private var costs: [Double]
  private var starts: [Int]
  /// Index in `nodes` of what was before the run of each level, −1 for nothing.
  private var parents: [Int]
  private var nodes: [Node] = []
  private var second = 0
  private var best = 0

  private struct Node: Hashable, Sendable {
    var segment: LevelSegment
    var parent: Int
  }

  public init(_ scale: EffortScale) {
    self.scale = scale
    levels = (0..<scale.levels).map { Double($0) * scale.step }
    costs = Array(repeating: 0, count: levels.count)
    starts = Array(repeating: 0, count: levels.count)
    parents = Array(repeating: -1, count: levels.count)
  }

  /// One sample is one second, in the unit of the scale.
  public mutating func push(_ input: consuming SampleBlock) -> [LevelSegment] {
    var settled: [LevelSegment] = []
    for index in 0..<input.count {
      step(input.usable(index).map { scale.log(Double($0)) })
      if second % 64 == 0 { settled += settle() }
    }
    return settled
  }

  public mutating func finish() -> [LevelSegment] {
    guard second > starts[best] || !nodes.isEmpty else { return [] }
    var rest = [LevelSegment(range: starts[best]..<second, level: best)]
    var node = parents[best]
    while node >= 0 {
      rest.append(nodes[node].segment)
      node = nodes[node].parent
    }
    return rest.reversed()
  }

  /// `value` is a logarithm on the scale, `nil` in silence.
  private mutating func step(_ value: Double?) {
    let change = costs[best] + scale.penalty
    var before = -1
    var (least, place) = (Double.infinity, 0)
    for level in levels.indices {
      if costs[level] > change {
        if before < 0 {
          before = nodes.count
          let run = LevelSegment(range: starts[best]..<second, level: best)
          nodes.append(Node(segment: run, parent: parents[best]))
        }
        (costs[level], starts[level], parents[level]) = (change, second, before)
      }
      if let value { costs[level] += min(abs(value - levels[level]), scale.clip) }
      if costs[level] < least { (least, place) = (costs[level], level) }
    }
    best = place
    second += 1
    // Only differences count; the sum of a day would lose digits.
    if least > 1024 { for level in levels.indices { costs[level] -= 1024 } }
  }

  /// Takes out what all levels have before them, and forgets what none has.
  private mutating func settle() -> [LevelSegment] {
    var visits = [Int](repeating: 0, count: nodes.count)
    for parent in parents {
      var node = parent
      while node >= 0 {
        visits[node] += 1
        node = nodes[node].parent
      }
    }
    var settled: [LevelSegment] = []
    var places = [Int](repeating: -1, count: nodes.count)
    var kept: [Node] = []
    for (index, node) in nodes.enumerated() where visits[index] > 0 {
      if visits[index] == levels.count {
        settled.append(node.segment)
      } else {
        places[index] = kept.count
        kept.append(Node(segment: node.segment, parent: node.parent < 0 ? -1 : places[node.parent]))
      }
    }
    for level in levels.indices where parents[level] >= 0 { parents[level] = places[parents[level]] }
    nodes = kept
    return settled
  }
}
