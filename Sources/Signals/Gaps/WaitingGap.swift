import Domain

/// A gap with its end, and the usable samples around it as far as they are known.
struct WaitingGap {
  private(set) var range: Range<Int>
  let before: InterpolationNodes
  private(set) var after = InterpolationNodes()
  private(set) var isSettled = false

  init(range: Range<Int>, before: InterpolationNodes) {
    self.range = range
    self.before = before
  }

  mutating func move(by offset: Int) {
    range = (range.lowerBound + offset)..<(range.upperBound + offset)
  }

  /// Usable samples after the gap.
  ///
  /// - Returns: whether they were enough, and the gap is filled.
  mutating func takeUsable(
    _ range: Range<Int>, _ block: inout SampleBlock, _ axis: PositionAxis, _ filling: GapFilling
  ) -> Bool {
    let needed = filling.nodesNeeded(before: before.count)
    var sample = range.lowerBound
    while sample < range.upperBound, after.count < needed {
      let position = axis[sample]
      if position > before.lastPosition ?? -.infinity {
        after.append(position, Double(block.values[sample]))
      }
      sample += 1
    }
    guard after.count >= needed else { return false }
    settle(&block, axis, filling)
    return true
  }

  /// Fills the gap if there are samples enough.
  mutating func settle(_ block: inout SampleBlock, _ axis: PositionAxis, _ filling: GapFilling) {
    isSettled = true
    guard before.count + after.count >= 2 else { return }
    let nodes = window(filling)
    var bounds = -Double(Float.greatestFiniteMagnitude)...Double(Float.greatestFiniteMagnitude)
    if let limit = filling.overshootLimit {
      let range = nodes.range
      let margin = limit * (range.upperBound - range.lowerBound)
      bounds = (range.lowerBound - margin...range.upperBound + margin).clamped(to: bounds)
    }
    let isEnd = before.count == 0 || after.count == 0
    switch filling.method {
    case .lagrange:
      let curve = LagrangeInterpolation(nodes: nodes)
      write(&block, axis, bounds) { curve.value(at: $0) }
    case _ where isEnd:
      let value = before.count == 0 ? after.values[0] : before.values[before.count - 1]
      write(&block, axis, bounds) { _ in value }
    case .linear:
      let curve = LinearInterpolation(nodes)
      write(&block, axis, bounds) { curve.value(at: $0) }
    case .pchip:
      let curve = PchipInterpolation(nodes, piece: min(before.count, 2) - 1)
      write(&block, axis, bounds) { curve.value(at: $0) }
    }
  }

  /// The samples that the curve goes through.
  private func window(_ filling: GapFilling) -> InterpolationNodes {
    let total = before.count + after.count
    var first: Int
    var count: Int
    switch filling.method {
    case .lagrange:
      count = min(filling.degree + 1, total)
      first = min(max(before.count - (filling.degree + 2) / 2, 0), total - count)
    case .linear: (first, count) = (max(before.count - 1, 0), 2)
    case .pchip:
      first = max(before.count - 2, 0)
      count = min(before.count + 2, total) - first
    }
    first = min(first, total - count)
    var nodes = InterpolationNodes()
    for index in first..<(first + count) {
      if index < before.count {
        nodes.append(before.positions[index], before.values[index])
      } else {
        let index = index - before.count
        nodes.append(after.positions[index], after.values[index])
      }
    }
    return nodes
  }

  private func write(
    _ block: inout SampleBlock, _ axis: PositionAxis, _ bounds: ClosedRange<Double>,
    _ value: (Double) -> Double
  ) {
    block.values.withUnsafeMutableBufferPointer { values in
      for sample in range {
        let filled = min(max(value(axis[sample]), bounds.lowerBound), bounds.upperBound)
        values[sample] = Float(filled)
      }
    }
    block.flags.withUnsafeMutableBufferPointer { flags in
      for sample in range { flags[sample].insert(.filled) }
    }
  }
}
