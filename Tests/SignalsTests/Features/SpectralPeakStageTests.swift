import Foundation
import Numerics
import Signals
import Testing

@Suite struct SpectralPeakStageTests {
  @Test func `bins are those of NumPy's argmax`() throws {
    for expected in try StatisticsReference.read().spectra {
      let stage = try #require(SpectralPeakStage(length: expected.length, hop: expected.hop))
      let peaks = expectChunkInvariance(stage, on: SampleBlock(expected.values, hertz: 100))
      #expect(peaks.map { $0?.bin } == expected.bins)
    }
  }

  @Test func `root mean squares are NumPy's`() throws {
    for expected in try StatisticsReference.read().spectra {
      let stage = WindowRMSStage(length: expected.length, hop: expected.hop)
      let values = expectChunkInvariance(stage, on: SampleBlock(expected.values, hertz: 100))
      #expect(values.count == expected.rms.count)
      for (value, rms) in zip(values, expected.rms) {
        // Sums of squares in single precision, in many lanes.
        #expect(isNear(Double(value ?? .nan), rms, relative: 1e-6))
      }
    }
  }

  @Test func `a walk's frequency is found in every window, however the stream is cut`() throws {
    let values = (0..<12_345).map { index in
      let seconds = Double(index) / 100
      let step: Double = sin(2 * .pi * 1.75 * seconds)
      return Float(9.81 + step + 0.3 * sin(90 * seconds))
    }
    let stage = try #require(SpectralPeakStage(length: 400, hop: 200))
    let peaks = expectChunkInvariance(stage, on: SampleBlock(values, hertz: 100))
    #expect(peaks.count == (12_345 - 400) / 200 + 1)
    for peak in peaks { #expect(peak?.frequency(length: 400, hertz: 100) == 1.75) }
  }

  @Test func `windows with a sample that is not usable have no result`() throws {
    var generator = SeededGenerator(seed: 11)
    for (length, hop) in [(40, 20), (40, 40), (40, 100), (16, 3)] {
      var block = SampleBlock((0..<5000).map { _ in generator.float(-1...1) }, hertz: 100)
      for _ in 0..<12 { block.flags[generator.below(5000)] = [.missing] }
      block.flags[77] = [.hampel, .filled]
      let spectral = try #require(SpectralPeakStage(length: length, hop: hop))
      let peaks = expectChunkInvariance(spectral, on: block)
      let rms = expectChunkInvariance(WindowRMSStage(length: length, hop: hop), on: block)
      #expect(peaks.count == (5000 - length) / hop + 1 && rms.count == peaks.count)
      for window in peaks.indices {
        let isWhole = (0..<length).allSatisfy { block.flags[window * hop + $0].isUsable }
        #expect((peaks[window] != nil) == isWhole && (rms[window] != nil) == isWhole, "window \(window)")
      }
    }
  }

  @Test func `a constant channel has no frequency and a level`() throws {
    for value: Float in [0, 41.3, -9.81, 1e30, -1e-30] {
      let block = SampleBlock(Array(repeating: value, count: 1000), hertz: 100)
      let stage = try #require(SpectralPeakStage(length: 400, hop: 200))
      #expect(expectChunkInvariance(stage, on: block) == [nil, nil, nil, nil])
      for rms in expectChunkInvariance(WindowRMSStage(length: 400, hop: 200), on: block) {
        #expect(isNear(Double(rms ?? .nan), Double(abs(value)), relative: 1e-6))
      }
    }
  }

  @Test func `squares beyond a float have a root within it`() {
    let largest = Float.greatestFiniteMagnitude
    for value in [largest, -largest, 1e25, 3e-38] {
      var stage = WindowRMSStage(length: 400, hop: 400)
      let rms = stage.run(SampleBlock(Array(repeating: value, count: 400), hertz: 1))
      #expect(isNear(Double(rms[0] ?? .nan), Double(abs(value)), relative: 1e-6))
    }
  }

  @Test func `too few samples, and none, give no window`() throws {
    for count in [0, 1, 399] {
      let block = SampleBlock(Array(repeating: 1, count: count), hertz: 100)
      let stage = try #require(SpectralPeakStage(length: 400, hop: 200))
      #expect(expectChunkInvariance(stage, on: block).isEmpty)
      #expect(expectChunkInvariance(WindowRMSStage(length: 400, hop: 200), on: block).isEmpty)
    }
    #expect(SpectralPeakStage(length: 398, hop: 1) == nil)
  }
}
