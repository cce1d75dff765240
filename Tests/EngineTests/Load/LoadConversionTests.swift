import Domain
import Engine
import Numerics
import Support
import Testing

@Suite struct LoadConversionTests {
  /// Sessions a day apart that carry both units.
  private func paired(
    _ pairs: [(x: Double, y: Double)], from: LoadUnit = .banisterTRIMP, origin: Origin = .measured
  ) -> [Session] {
    pairs.enumerated().map { index, pair in
      makeSession(
        monday.advanced(by: index - pairs.count), [from: pair.x, .sessionRPE: pair.y],
        origin: origin, id: UInt64(index + 1))
    }
  }

  /// y = 30 + 4 x, swinging by `swing` to both sides.
  private func line(_ count: Int, swing: Double = 5) -> [(x: Double, y: Double)] {
    (0..<count).map { index in
      let x = 40 + Double(index)
      return (x, 30 + 4 * x + (index % 2 == 0 ? swing : -swing))
    }
  }

  private func unpaired(_ loads: [LoadUnit: Double], origin: Origin = .measured) -> Session {
    makeSession(monday, loads, origin: origin, id: 900)
  }

  @Test func `SciPy finds the same lines`() throws {
    let cases = try SharedFiles.reference("regression.json", as: [RegressionCase].self)
    for one in cases {
      let found = loadRegressions(paired(Array(zip(one.x, one.y))), to: .sessionRPE).first
      let isRefused = ["no line", "falling", "too few"].contains(one.name)
      #expect((found == nil) == isRefused, "\(one.name)")
      guard let found else { continue }
      #expect(found.pairs == one.x.count)
      #expect(found.slope.isClose(to: one.slope))
      #expect(found.intercept.isClose(to: one.intercept))
      #expect(found.r2.isClose(to: one.r2))
      for (probe, expected) in zip(one.probes, one.converted) {
        #expect(found.converted(probe).isClose(to: expected))
      }
    }
  }

  @Test func `a session without the unit is estimated from the athlete's own line`() throws {
    let all = paired(line(20, swing: 0)) + [unpaired([.banisterTRIMP: 70])]
    let load = try #require(converted(all, unit: .sessionRPE).last?.loads[.sessionRPE])
    #expect(load.value.isClose(to: 310))
    #expect(load.origin == .estimated && load.method == .loadRegression)
    guard case .regression(.banisterTRIMP, 20, let slope, let intercept, let r2) = load.inputs.first
    else {
      Issue.record("no regression in \(load.inputs)")
      return
    }
    #expect(slope.isClose(to: 4) && intercept.isClose(to: 30) && r2.isClose(to: 1))
  }

  @Test func `sessions that have the unit are untouched`() {
    let all = paired(line(25)) + [unpaired([.banisterTRIMP: 70])]
    #expect(converted(all, unit: .sessionRPE).dropLast() == all.dropLast())
    #expect(converted(all, unit: .sessionRPE).last?.loads[.banisterTRIMP] == all.last?.loads[.banisterTRIMP])
  }

  @Test func `nineteen pairs are not enough`() {
    let session = unpaired([.banisterTRIMP: 70])
    #expect(converted(paired(line(19)) + [session], unit: .sessionRPE).last == session)
    #expect(converted(paired(line(20)) + [session], unit: .sessionRPE).last != session)
  }

  @Test func `a session without any load stays without`() {
    let session = unpaired([:])
    #expect(converted(paired(line(30)) + [session], unit: .sessionRPE).last == session)
  }

  @Test func `a column that never changes makes no line`() {
    let session = unpaired([.banisterTRIMP: 70])
    let level = (0..<30).map { (x: 55.5, y: 200 + Double($0)) }
    #expect(converted(paired(level) + [session], unit: .sessionRPE).last == session)
    let flat = (0..<30).map { (x: 200 + Double($0), y: 55.5) }
    #expect(converted(paired(flat) + [session], unit: .sessionRPE).last == session)
  }

  @Test func `the unit that explains more is taken`() {
    var all = paired(line(30, swing: 20))
    for index in all.indices {
      let exact = 0.5 * (all[index].loads[.sessionRPE]?.value ?? 0)
      all[index].loads[.edwardsTRIMP] = Sourced(exact, .measured, by: .reported)
    }
    let both = unpaired([.banisterTRIMP: 70, .edwardsTRIMP: 100])
    let load = converted(all + [both], unit: .sessionRPE).last?.loads[.sessionRPE]
    #expect(load?.value.isClose(to: 200) == true)
    let one = unpaired([.banisterTRIMP: 70])
    let other = converted(all + [one], unit: .sessionRPE).last?.loads[.sessionRPE]
    #expect(other?.value.isClose(to: 310, 0.1) == true, "what it has is taken where it lacks the best")
  }

  @Test func `a simulated load gives a simulated estimate`() {
    let all = paired(line(20)) + [unpaired([.banisterTRIMP: 70], origin: .simulated)]
    #expect(converted(all, unit: .sessionRPE).last?.loads[.sessionRPE]?.origin == .simulated)
    let from = paired(line(20), origin: .simulated) + [unpaired([.banisterTRIMP: 70])]
    #expect(converted(from, unit: .sessionRPE).last?.loads[.sessionRPE]?.origin == .simulated)
  }

  @Test func `an estimate is no pair for the next one`() {
    let all = paired(line(20)) + (0..<50).map { _ in unpaired([.banisterTRIMP: 1000]) }
    let once = converted(all, unit: .sessionRPE)
    #expect(converted(once, unit: .sessionRPE) == once)
    #expect(loadRegressions(once, to: .sessionRPE) == loadRegressions(all, to: .sessionRPE))
  }

  @Test func `the day's total takes the estimate and says so`() {
    let all = paired(line(20, swing: 0)) + [unpaired([.banisterTRIMP: 70])]
    let before = loadDays(all, unit: .sessionRPE, through: monday).last
    #expect(before?.load == 0 && before?.sessionsWithoutLoad == 1)
    let after = loadDays(
      converted(all, unit: .sessionRPE), unit: .sessionRPE, through: monday
    ).last
    #expect(after?.load.isClose(to: 310) == true)
    #expect(after?.sessionsWithoutLoad == 0 && after?.origin == .estimated)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `an estimate is never below nothing, whatever the line`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pairs = (0..<40).map { _ in
      let x = 20 + 200 * generator.uniform()
      return (x: x, y: max(0, 6 * x - 700 + 40 * generator.normal()))
    }
    let probes = (0..<60).map { unpaired([.banisterTRIMP: Double($0) * 5]) }
    let loads = converted(paired(pairs) + probes, unit: .sessionRPE).suffix(60)
      .compactMap { $0.loads[.sessionRPE]?.value }
    #expect(loads.count == 60)
    #expect(loads.allSatisfy { $0 >= 0 })
    #expect(loads == loads.sorted())
  }
}

private struct RegressionCase: Decodable {
  var name: String
  var x, y: [Double]
  var slope, intercept, r2: Double
  var probes, converted: [Double]
}
