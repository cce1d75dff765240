import Numerics
import Signals
import Testing

@Suite struct SensorRowsTests {
  @Test func `rows are taken apart into channels`() {
    for channels in [1, 2, 3, 6, 9, 13, 17] {
      for count in [0, 1, 7, 8, 9, 63, 64, 65, 400] {
        let rows = (0..<(count * channels)).map { Float($0) }
        var planes = [Float](repeating: -1, count: rows.count)
        var span = planes.mutableSpan
        splitRows(rows.span, channels: channels, into: &span)
        let expected = (0..<channels).flatMap { channel in
          (0..<count).map { Float($0 * channels + channel) }
        }
        #expect(planes == expected, "\(count) rows of \(channels)")
      }
    }
  }

  @Test func `a block of a span is the block of its array`() {
    let odd: [Float] = [
      .nan, .infinity, -.infinity, -.nan, .signalingNaN, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      0, -0.0,
      .leastNonzeroMagnitude, 41.5,
    ]
    var generator = SeededGenerator(seed: 2)
    for count in [0, 1, 10, 11, 400] {
      let values = (0..<count).map { _ in odd[generator.below(odd.count)] }
      let block = SampleBlock(values.span, clock: .regular(hertz: 50, first: 7))
      #expect(block == SampleBlock(values, clock: .regular(hertz: 50, first: 7)))
      #expect(block.values.allSatisfy { $0.isFinite })
    }
  }
}
