import Signals
import Testing

@Suite struct ScaledSamplesTests {
  @Test func `samples scaled in place are those of the stage`() throws {
    let columns: [[Double?]] = [[-3, 12.5, nil, 4], [0, 3e-42], [-3e38, 3e38], [1e300, 2e300]]
    let scaler = try MinMaxScaler.fit(columns)
    let samples: [Float] = [
      -3, 12.5, 0, 4.25, .leastNormalMagnitude / 1000, 3e38, -3e38, 1e30, .leastNonzeroMagnitude,
    ]
    for column in columns.indices {
      var stage = ScalingStage(scaler, column: column)
      let expected = stage.run(SampleBlock(samples, hertz: 1)).values
      var scaled = samples
      var span = scaled.mutableSpan
      scaler.transform(&span, column: column)
      #expect(scaled == expected, "column \(column)")
      #expect(scaled.allSatisfy { $0.isFinite })
    }
  }

  @Test func `the least becomes 0 and the greatest 1`() throws {
    let scaler = try MinMaxScaler.fit([[-3, 12.5, 4]])
    var samples: [Float] = [-3, 12.5, 4]
    var span = samples.mutableSpan
    scaler.transform(&span, column: 0)
    #expect(samples == [0, 1, Float(7) / 15.5])
  }
}
