import Foundation
import Numerics
import Signals
import Support
import Testing

/// What Tests/References/make_features.py wrote.
private struct FeaturesReference: Decodable {
  var kind: String
  var hertz: Double
  var values: [Float]
  var mean: Double
  var rootMeanSquare: Double
  var variance: Double
  var minimum: Double
  var maximum: Double
  var jerk: Double
  var zeroCrossings: Double
  var energy: Double
  var bandEnergies: [Double]
  var entropy: Double
  var centroid: Double
  var medianFrequency: Double
  var biased: [Double]
  var unbiased: [Double]

  static func read() throws -> [FeaturesReference] {
    try SharedFiles.reference("features.json", as: [FeaturesReference].self)
  }

  /// The window's own features, as the stage gives them.
  var features: WindowFeatures {
    var stage = FeatureStage(.samples(values.count, hop: values.count))
    return stage.run(SampleBlock(values, hertz: hertz))[0]
  }
}

private func isClose(_ found: Double?, _ wanted: Double, _ relative: Double) -> Bool {
  found.map { abs($0 - wanted) <= relative * abs(wanted) } ?? false
}

@Suite struct FeaturesTests {
  @Test func `time features are NumPy's`() throws {
    for wanted in try FeaturesReference.read() {
      let found = try #require(wanted.features.time)
      #expect(isClose(found.mean, wanted.mean, 1e-12))
      #expect(isClose(found.rootMeanSquare, wanted.rootMeanSquare, 1e-12))
      #expect(isClose(found.variance, wanted.variance, 1e-12))
      #expect((found.minimum, found.maximum) == (wanted.minimum, wanted.maximum))
      #expect(found.range == wanted.maximum - wanted.minimum)
      #expect(isClose(found.jerk, wanted.jerk, 1e-12))
      #expect(isClose(found.zeroCrossings, wanted.zeroCrossings, 1e-12))
    }
  }

  /// Of single precision there are 10⁻⁷ of each amplitude, so some 10⁻⁶ of a sum of powers. The lengths 400 and 64 go
  /// through the batched kernel, 118 through KissFFT.
  @Test func `spectral features are SciPy's`() throws {
    for wanted in try FeaturesReference.read() {
      let found = try #require(wanted.features.spectral)
      #expect(isClose(found.energy, wanted.energy, 3e-6))
      #expect(found.bandEnergies.count == 4)
      for (found, energy) in zip(found.bandEnergies, wanted.bandEnergies) {
        #expect(abs(found - energy) <= 3e-6 * wanted.energy)
      }
      #expect(isClose(found.entropy, wanted.entropy, 3e-6))
      #expect(isClose(found.centroid, wanted.centroid, 3e-6))
      #expect(isClose(found.medianFrequency, wanted.medianFrequency, 1e-12))
    }
  }

  @Test func `autocorrelations are NumPy's`() throws {
    for wanted in try FeaturesReference.read() {
      var correlation = Autocorrelation(count: wanted.values.count, lags: wanted.values.count / 2)
      let biased = correlation.values(wanted.values, .biased)
      let unbiased = correlation.values(wanted.values, .unbiased)
      #expect(biased.count == wanted.biased.count && unbiased.count == wanted.unbiased.count)
      for lag in biased.indices {
        #expect(abs(biased[lag] - wanted.biased[lag]) < 1e-6 * wanted.variance)
        #expect(abs(unbiased[lag] - wanted.unbiased[lag]) < 2e-6 * wanted.variance)
      }
    }
  }

  @Test func `features of four samples, worked by hand`() throws {
    // Mean 1; deviations −1, 1, 0, 0: the third and fourth stay on the side of the second.
    let found = try #require(TimeFeatures([0, 2, 1, 1], hertz: 2))
    #expect(found.mean == 1 && found.variance == 0.5 && found.minimum == 0 && found.maximum == 2)
    #expect(found.rootMeanSquare == 1.5.squareRoot())
    #expect(isClose(found.jerk, (5.0 / 3).squareRoot() * 2, 1e-15))
    #expect(isClose(found.zeroCrossings, 1.0 / 3 * 2, 1e-15))
  }

  @Test func `samples that are not usable are no neighbours`() throws {
    let usable = [true, true, false, true, true]
    let found = try #require(TimeFeatures([0, 2, 99, 2, 0], usable: usable, hertz: 1))
    #expect(found.count == 4 && found.mean == 1 && found.variance == 1 && found.maximum == 2)
    #expect(found.jerk == 2 && found.zeroCrossings == 1)
    #expect(TimeFeatures([1, 2], usable: [false, false], hertz: 1) == nil)
    #expect(TimeFeatures([], hertz: 1) == nil)
    let single = try #require(TimeFeatures([3], hertz: 1))
    #expect(single.jerk == nil && single.zeroCrossings == nil && single.variance == 0)
  }

  @Test func `entropy is 0 for one frequency, 1 for all alike, and their energies are theirs`() throws {
    let one = SpectralFeatures([9, 0, 4, 0], step: 0.5)
    #expect(one.entropy == 0 && one.centroid == 1 && one.medianFrequency == 1 && one.energy == 2)
    let flat = SpectralFeatures([0, 3, 3, 3, 3], step: 1, bands: [FrequencyBand(1, 3), FrequencyBand(3, 9)])
    #expect(isClose(flat.entropy, 1, 1e-15))
    #expect(flat.energy == 12 && flat.bandEnergies == [6, 6])
    #expect(flat.centroid == 2.5 && flat.medianFrequency == 2)
  }

  @Test func `a period is found whatever harmonic is strongest`() throws {
    var noise = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let hertz = 0.8 + 1.7 * noise.uniform()
      let phase = 6 * noise.uniform()
      let strength = 2 * noise.uniform()
      let values = (0..<600).map { index -> Float in
        let turn = 2 * .pi * hertz * Double(index) / 100
        return Float(sin(turn) + strength * sin(2 * turn + phase) + 0.1 * noise.normal())
      }
      var stage = FeatureStage(.samples(600, hop: 600))
      let found = stage.run(SampleBlock(values, hertz: 100))[0]
      // A thousandth of a period, on a grid of a hundredth of a second, in noise of a tenth.
      #expect(isClose(found.period, 1 / hertz, 0.005))
      #expect(try #require(found.regularity) > 0.9)
    }
  }
}

@Suite struct FeatureStageTests {
  private func walk(_ count: Int, seed: UInt64, bad: Double = 0) -> SampleBlock {
    var noise = SeededGenerator(seed: seed)
    let values = (0..<count).map { index in
      let swing: Double = 2 * sin(0.11 * Double(index))
      return Float(9.81 + swing + noise.normal())
    }
    var block = SampleBlock(values, hertz: 100)
    for index in 0..<count where noise.uniform() < bad { block.flags[index] = .hampel }
    return block
  }

  @Test(arguments: [(400, 200), (34, 50), (128, 64)])
  func `features are the same however the stream is cut`(count: Int, hop: Int) {
    let block = walk(9000, seed: 11, bad: 0.08)
    let found = expectChunkInvariance(FeatureStage(.samples(count, hop: hop)), on: block)
    #expect(found.count == (9000 - count) / hop + 1)
    #expect(found.contains { $0.time != nil })
  }

  @Test func `rows have as many values as there are names, absent ones too`() throws {
    var block = walk(1200, seed: 2)
    for index in 400..<800 { block.flags[index] = .missing }
    var stage = FeatureStage(.samples(400, hop: 400))
    let found = stage.run(block)
    #expect(found.map { $0.time != nil } == [true, false, true])
    let names = WindowFeatures.names()
    #expect(Set(names).count == names.count)
    for features in found { #expect(features.values().count == names.count) }
    #expect(found[1].values().allSatisfy { $0 == nil })
    let energy = try #require(names.firstIndex(of: "energy0.5to3.0Hz"))
    #expect(found[0].values()[energy] == found[0].spectral?.bandEnergies[1])
    let data = try JSONEncoder().encode(found)
    #expect(try JSONDecoder().decode([WindowFeatures].self, from: data) == found)
  }

  @Test func `a constant signal has a mean and no frequencies`() throws {
    for value: Float in [0, 7.1, -1e-30, 3e38] {
      var stage = FeatureStage()
      let found = stage.run(SampleBlock(Array(repeating: value, count: 400), hertz: 100))[0]
      #expect(found.time?.mean == Double(value))
      #expect(found.spectral?.entropy == nil && found.spectral?.dominant == nil && found.period == nil)
    }
  }

  @Test func `nothing is ever NaN or infinite`() {
    var noise = SeededGenerator(seed: 8)
    let sizes = [Float.greatestFiniteMagnitude, 1e30, 1e13, 1, 1e-20, .leastNormalMagnitude]
    for size in sizes + [.leastNonzeroMagnitude] {
      for count in [1, 2, 3, 5, 17, 64] {
        let values = (0..<3 * count).map { _ in size * Float(2 * noise.uniform() - 1) }
        var stage = FeatureStage(.samples(count, hop: count))
        for features in stage.run(SampleBlock(values, hertz: 100)) {
          #expect(features.values().allSatisfy { $0?.isFinite ?? true }, "\(size) \(count)")
        }
      }
    }
  }

  @Test func `scaled by a power of two, the features scale with it`() throws {
    let block = walk(400, seed: 4)
    var scaled = block
    for index in 0..<400 { scaled.values[index] *= 0x1p80 }
    var (first, second) = (FeatureStage(), FeatureStage())
    let (small, large) = (first.run(block)[0], second.run(scaled)[0])
    #expect(isClose(large.spectral?.entropy, try #require(small.spectral?.entropy), 1e-5))
    #expect(isClose(large.spectral?.energy, try #require(small.spectral?.energy) * 0x1p160, 1e-5))
    #expect(isClose(large.period, try #require(small.period), 1e-5))
  }

  @Test func `a bout has the features of its own samples`() throws {
    var block = walk(3000, seed: 6)
    for index in 1000..<2000 { block.values[index] = -5 }
    for index in 2500..<2600 { block.flags[index] = .missing }
    let found = FeatureStage.features(of: block, in: [0..<10, 10..<20, 20..<30, 90..<99, 1..<1.5])
    #expect(found.map(\.usableShare) == [1, 1, 0.9, 0, 1])
    #expect(isClose(found[0].spectral?.dominant?.hertz, 11 / (2 * .pi), 0.01))
    #expect(isClose(found[2].period, 2 * .pi / 11, 0.01))
    #expect(found[1].time?.mean == -5 && found[1].spectral?.dominant == nil && found[1].period == nil)
    #expect(found[3].time == nil && found[3].spectral == nil)
    #expect(found[4].time?.count == 50 && found[4].spectral == nil)
    #expect(found.map(\.seconds) == [0, 10, 20, 90, 1])
    #expect(FeatureStage.features(of: SampleBlock(), in: [0..<1]).map(\.usableShare) == [0])
  }

  @Test func `a bout of one window has that window's frequencies`() {
    let block = walk(400, seed: 9)
    var stage = FeatureStage()
    let bout = FeatureStage.features(of: block, in: [0..<4])[0]
    let window = stage.run(block)[0]
    #expect(bout == window)
  }
}
