import Domain
import Signals
import Support
import Testing

/// Gaps filled as SciPy, NumPy and pandas fill them (`References/make_gaps.py`).
@Suite struct GapReferenceTests {
  struct Reference: Decodable { let cases: [Case] }

  struct Case: Decodable {
    let kind, clock: String
    let milliseconds: [Int64]
    let values: [Float]
    let bad: [Int]
    let lagrange1, lagrange2, lagrange3, lagrange4, lagrange5, linear, pchip: [Double]
    let numpy: [Double]?

    var block: SampleBlock {
      let clock: SampleClock =
        clock == "regular" ? .regular(hertz: 100, first: 0) : .stamped(milliseconds)
      var block = SampleBlock(values, clock: clock)
      // Half of them missing, half rejected by a rule: both are filled, and a rejected number plays no part.
      for (order, index) in bad.enumerated() {
        block.flags[index] = order % 2 == 0 ? .missing : .hampel
        block.values[index] = order % 2 == 0 ? 0 : 9999
      }
      return block
    }
  }

  private static let cases = Result {
    try SharedFiles.reference("gaps.json", as: Reference.self).cases
  }

  private func filled(_ test: Case, _ method: GapMethod, degree: Int = 3) -> [Float] {
    let stage = GapFillStage(
      GapFilling(method: method, degree: degree, longestGapSeconds: .infinity, fillsEnds: true))
    let result = expectChunkInvariance(stage, on: test.block)
    #expect(result.count == test.values.count)
    let bad = Set(test.bad)
    for index in result.values.indices {
      #expect(result.flags[index].contains(.filled) == bad.contains(index))
      if !bad.contains(index) { #expect(result.values[index] == test.values[index]) }
    }
    return test.bad.map { result.values[$0] }
  }

  /// The reference has six decimals and ours is a `Float`: one unit in its last place, and that rounding,
  /// apart.
  private func expect(_ ours: [Float], equal reference: [Double], _ what: String) {
    #expect(ours.count == reference.count)
    for (value, expected) in zip(ours, reference) {
      let bound = Double(Float(max(abs(expected), 256)).ulp) + 1e-6
      #expect(abs(Double(value) - expected) <= bound, "\(what): \(value), \(expected)")
    }
  }

  @Test func `lagrange of every degree is SciPy's barycentric form`() throws {
    for test in try Self.cases.get() {
      let all = [test.lagrange1, test.lagrange2, test.lagrange3, test.lagrange4, test.lagrange5]
      for (index, reference) in all.enumerated() {
        expect(
          filled(test, .lagrange, degree: index + 1), equal: reference,
          "\(test.kind), \(test.clock), degree \(index + 1)")
      }
    }
  }

  @Test func `the cubic gives the bits of NumPy's form`() throws {
    let tests = try Self.cases.get().filter { $0.numpy != nil }
    #expect(tests.count == 5)
    for test in tests {
      #expect(filled(test, .lagrange) == test.numpy?.map { Float($0) }, "\(test.kind)")
    }
  }

  @Test func `linear is pandas' interpolation along the index`() throws {
    for test in try Self.cases.get() {
      expect(filled(test, .linear), equal: test.linear, "\(test.kind), \(test.clock)")
    }
  }

  @Test func `pchip is SciPy's over the whole series`() throws {
    for test in try Self.cases.get() {
      expect(filled(test, .pchip), equal: test.pchip, "\(test.kind), \(test.clock)")
    }
  }
}
