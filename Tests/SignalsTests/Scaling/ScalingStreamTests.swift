import Signals
import Testing

@Suite struct ScalingStreamTests {
  private func block(_ count: Int) -> SampleBlock {
    var state: UInt32 = 77
    var block = SampleBlock(
      (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return Float(state >> 8) / 65536 + 1000
      }, hertz: 100)
    for index in stride(from: 3, to: count, by: 97) {
      block.flags[index] = index % 2 == 0 ? .missing : .hampel
      block.values[index] = index % 2 == 0 ? 0 : -5000
    }
    for index in stride(from: 50, to: count, by: 211) {
      block.flags[index] = [.hampel, .filled]
    }
    return block
  }

  @Test func `a fit in pieces is the fit of the whole table`() throws {
    let block = block(5000)
    let usable = (0..<block.count).map { block.usable($0).map { Double($0) } }
    for length in [1, 7, 4096, 5000] {
      var minMax = MinMaxFit(columns: 2)
      var standard = StandardFit(columns: 2)
      for start in stride(from: 0, to: block.count, by: length) {
        let part = block.part(start..<min(start + length, block.count))
        minMax.push(part, column: 1)
        standard.push(part, column: 1)
      }
      minMax.push([0, 1], column: 0)
      standard.push([0, 1], column: 0)
      #expect(try minMax.scaler() == MinMaxScaler.fit([[0, 1], usable]))
      #expect(try standard.scaler() == StandardScaler.fit([[0, 1], usable]))
    }
  }

  @Test func `a stream without a usable sample is refused`() {
    var fit = MinMaxFit(columns: 1)
    fit.push(SampleBlock(), column: 0)
    fit.push(SampleBlock([.nan, .infinity], hertz: 1), column: 0)
    #expect(throws: ScalingError(empty: [0])) { try fit.scaler() }
    #expect(throws: ScalingError(empty: [0])) { try StandardFit(columns: 1).scaler() }
  }

  @Test func `the stage scales every sample as the scaler does`() throws {
    let block = block(5000)
    let usable = (0..<block.count).map { block.usable($0).map { Double($0) } }
    let scaler = try StandardScaler.fit([usable])
    let result = expectChunkInvariance(ScalingStage(scaler), on: block)
    for index in 0..<block.count {
      let expected = scaler.transform(Double(block.values[index]), column: 0)
      if block.flags[index].contains(.missing) {
        #expect(result.values[index] == 0)
      } else {
        // In Float: its rounding of numbers near 1250, in units of a spread of 74, and of the quotient.
        #expect(abs(Double(result.values[index]) - expected) <= 2e-6 * max(1, abs(expected)))
      }
    }
    #expect(result.flags == block.flags && result.clock == block.clock)
  }

  @Test func `a tiny spread gives large numbers and no infinite one`() throws {
    let scaler = try MinMaxScaler.fit([[0, 1e-300]])
    let block = SampleBlock([0, 1, -1, .nan], hertz: 1)
    let largest = Float.greatestFiniteMagnitude
    let result = expectChunkInvariance(ScalingStage(scaler), on: block)
    #expect(result.values == [0, largest, -largest, 0])
    let narrow = try MinMaxScaler.fit([[0, 1e-30]])
    let wide = expectChunkInvariance(ScalingStage(narrow), on: SampleBlock([3e38, -3e38], hertz: 1))
    #expect(wide.values == [largest, -largest])
  }
}
