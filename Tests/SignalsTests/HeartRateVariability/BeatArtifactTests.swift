import Signals
import Testing

@Suite struct BeatArtifactTests {
  @Test func `every beat is judged as NeuroKit2 judges it, save where it invents one`() throws {
    var differing = 0
    for example in try BeatFixture.read().cases {
      let ours = beatArtifacts(in: example.intervals)
      let places = ours.indices.filter { ours[$0] != example.kinds[$0] }
      differing += places.count
      // NeuroKit2 puts the mean before the first interval; 45 + 5 beats behind it have it in a window.
      #expect(places.allSatisfy { $0 < 50 }, "\(example.name): \(places)")
      // It does not judge the last two; ours are normal in these series.
    }
    #expect(differing <= 4, "\(differing) of 3,976 beats")
  }

  @Test func `every fault that was put in is found, and its kind is right for all but one`() throws {
    var (faults, found, right) = (0, 0, 0)
    var (flagged, elsewhere) = (0, 0)
    for example in try BeatFixture.read().cases where !example.faults.isEmpty {
      let kinds = beatArtifacts(in: example.intervals)
      var near: Set<Int> = []
      for fault in example.faults {
        let own = kinds[fault.at...fault.at + 1]
        near.formUnion(fault.at...fault.at + 2)
        faults += 1
        found += own.contains { $0 != .normal } ? 1 : 0
        // An early beat is a short interval and then an ectopic one.
        let judged = fault.kind == "ectopic" ? own.last! : own.first!
        right += judged.rawValue == fault.kind ? 1 : 0
      }
      flagged += kinds.count { $0 != .normal }
      elsewhere += kinds.indices.count { kinds[$0] != .normal && !near.contains($0) }
    }
    #expect(faults == 94)
    // The paper: 100 % of missed and extra beats, 97 % of ectopic ones.
    #expect(found == faults)
    #expect(right >= faults - 1)
    // Flagged where nothing was put in: 20 of 194. Undisturbed, 10 of the 910 beats are flagged; nobody has said
    // whether those are artefacts. The bound is what was measured, to see a change.
    #expect(elsewhere <= 20, "\(elsewhere) of \(flagged)")
  }

  @Test func `a beat that was not seen is missed, one too many is extra, an early one is ectopic`() {
    func kinds(_ fault: [Double]) -> [BeatKind] {
      let around = Array(repeating: 1000.0, count: 60)
      return Array(beatArtifacts(in: around + fault + around)[60..<60 + fault.count])
    }
    #expect(kinds([2000]) == [.missed])
    #expect(kinds([400, 600]).first == .extra)
    #expect(kinds([700, 1300]) == [.longOrShort, .ectopic])
    #expect(kinds([1500]) == [.longOrShort])
  }

  @Test func `equal intervals are normal, and so is a single one`() {
    #expect(beatArtifacts(in: Array(repeating: 800, count: 200)) == Array(repeating: .normal, count: 200))
    #expect(beatArtifacts(in: [800]) == [.normal])
    #expect(beatArtifacts(in: []).isEmpty)
  }

  @Test func `what is no interval is said to be none and changes no other judgement`() throws {
    let clean = try BeatFixture.read().cases[0].intervals
    let bad = [0, -800, .nan, .infinity, -.infinity, 1e300, 10_001]
    var disturbed: [Double] = []
    for (index, interval) in clean.enumerated() {
      if index % 40 == 20 { disturbed.append(bad[index / 40 % bad.count]) }
      disturbed.append(interval)
    }
    let kinds = beatArtifacts(in: disturbed)
    #expect(kinds.count { $0 == .notAnInterval } == disturbed.count - clean.count)
    #expect(kinds.filter { $0 != .notAnInterval } == beatArtifacts(in: clean))
    #expect(beatArtifacts(in: bad) == Array(repeating: .notAnInterval, count: bad.count))
  }

  @Test func `a beat is judged when 53 more have come`() throws {
    let clean = try BeatFixture.read().cases[0].intervals
    var stage = BeatArtifactStage()
    var known = 0
    for (index, interval) in clean.enumerated() {
      known += stage.push([interval]).count
      // One more when the next beat was judged together with it.
      #expect(known == max(0, index - 52) || known == max(0, index - 51), "after \(index + 1)")
    }
    #expect(known + stage.finish().count == clean.count)
  }

  @Test func `judgements do not depend on how the beats are cut`() throws {
    for example in try BeatFixture.read().cases {
      let kinds = expectChunkInvariance(BeatArtifactStage(), on: example.intervals)
      #expect(kinds == beatArtifacts(in: example.intervals))
    }
  }
}
