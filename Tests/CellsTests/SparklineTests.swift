import Cells
import Testing

@Suite struct SparklineTests {
  private func drawn(
    _ values: [Double?], scale: ClosedRange<Double> = 0...8, past: Int = 0, width: Int = 12
  ) -> CellBuffer {
    var buffer = CellBuffer(width: width, height: 1)
    drawSparkline(values, scale: scale, pastCount: past, x: 0, y: 0, width: width, on: &buffer)
    return buffer
  }

  @Test func `absent is a dot, zero the lowest bar, the scale's top a full one`() {
    #expect(drawn([nil, 0, 1, 2, 3, 4, 5, 6, 7, 8]).description == "·▁▁▂▃▄▅▆▇█  ")
    #expect(drawn([nil, 0]).cells.prefix(2).map(\.role) == [.muted, .series])
  }

  @Test func `a value beyond the scale is drawn at its end`() {
    #expect(drawn([-50, 90], width: 2).description == "▁█")
  }

  @Test func `the scale may begin above zero, and one of no height draws the lowest bars`() {
    #expect(drawn([40, 50, 60], scale: 40...60, width: 3).description == "▁▄█")
    #expect(drawn([5, 5], scale: 5...5, width: 2).description == "▁▁")
  }

  @Test func `bars never fall as values rise`() {
    let heights = Array("▁▂▃▄▅▆▇█")
    let line = drawn((0...160).map { Double($0) / 20 }, width: 161).description
    let steps = line.map { heights.firstIndex(of: $0) ?? -1 }
    #expect(steps == steps.sorted())
    #expect(Set(steps) == Set(0...7))
  }

  @Test func `only the newest are shown where there is no room`() {
    #expect(drawn([8, 8, 1, nil, 8], width: 3).description == "▁·█")
  }

  @Test func `the leading bars are past, whether shown or not`() {
    let all = drawn([1, 2, 3, 4], past: 2, width: 4).cells.map(\.role)
    #expect(all == [.past, .past, .series, .series])
    #expect(drawn([1, 2, 3, 4], past: 2, width: 3).cells.map(\.role) == [.past, .series, .series])
    #expect(drawn([1, nil], past: 2, width: 2).cells.map(\.role) == [.past, .muted])
  }

  @Test func `bars stand on the ground that is there`() {
    var buffer = CellBuffer(width: 2, height: 1)
    buffer.fill(buffer.bounds, ground: .select)
    drawSparkline([nil, 3], scale: 0...8, x: 0, y: 0, width: 2, on: &buffer)
    #expect(buffer.cells.map(\.ground) == [.select, .select])
  }
}

@Suite struct SharesTests {
  private static let zones: [Role] = [.z1, .z2, .z3, .z4, .z5]

  private func roles(_ shares: [Double], width: Int) -> [Role] {
    var buffer = CellBuffer(width: width + 2, height: 1)
    let parts = zip(shares, Self.zones).map { (share: $0, role: $1) }
    drawShares(parts, x: 1, y: 0, width: width, on: &buffer)
    let inside = buffer.cells.dropFirst().dropLast().filter { $0.glyph != .space }.map(\.role)
    #expect(buffer[0, 0] == Cell() && buffer[width + 1, 0] == Cell())
    return inside
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a bar of shares fills its width exactly, in order`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    for width in 1..<40 {
      let shares = (0..<5).map { _ in
        Bool.random(using: &generator) ? Double.random(in: 0...100, using: &generator) : 0
      }
      guard shares.contains(where: { $0 > 0 }) else { continue }
      let roles = roles(shares, width: width)
      #expect(roles.count == width)
      let places = roles.compactMap { Self.zones.firstIndex(of: $0) }
      #expect(places == places.sorted())
      for (index, share) in shares.enumerated() where share == 0 {
        #expect(!places.contains(index))
      }
    }
  }

  @Test func `shares are as long as their part of the whole`() {
    #expect(roles([2, 1, 1, 0, 0], width: 8) == [.z1, .z1, .z1, .z1, .z2, .z2, .z3, .z3])
    #expect(roles([0, 0, 0, 0, 3], width: 3) == [.z5, .z5, .z5])
  }

  @Test func `a small first part is still one cell`() {
    #expect(roles([0.1, 99.9, 0, 0, 0], width: 4) == [.z1, .z2, .z2, .z2])
  }

  @Test func `a small last part is still one cell`() {
    #expect(roles([59.5, 0, 0, 0, 0.5], width: 4) == [.z1, .z1, .z1, .z5])
    #expect(Set(roles([50, 0.1, 0.1, 0.1, 0.1], width: 5)).count == 5)
  }

  @Test func `nothing to share draws nothing`() {
    #expect(roles([0, 0, 0, 0, 0], width: 6).isEmpty)
    #expect(roles([1, 1, 0, 0, 0], width: 0).isEmpty)
  }
}
