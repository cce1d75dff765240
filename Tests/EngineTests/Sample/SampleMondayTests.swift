import Domain
import Testing

#if canImport(Engine)
  import Engine
#else
  import SampleEngine
#endif

@Suite struct SampleMondayTests {
  let histories = SampleCohort.histories

  @Test func `nobody knows anything of the day after the Monday`() {
    for history in histories {
      #expect(history.wellness.allSatisfy { $0.day <= SampleCohort.monday })
      #expect(history.tests.allSatisfy { $0.day <= SampleCohort.lastDay })
      #expect(history.injuries.allSatisfy { ($0.lastDay ?? $0.onset) <= SampleCohort.lastDay })
    }
  }

  @Test func `about three in four have reported by the Monday morning`() {
    let reports = histories.count { $0.wellness.last?.day == SampleCohort.monday }
    #expect((60...75).contains(reports))
  }

  @Test func `reports keep to their scales`() {
    for report in histories.flatMap(\.wellness) {
      let items = [WellnessItem.soreness, .fatigue, .stress, .mood].compactMap { report.ratings[$0] }
      #expect(items.count == report.ratings.count)
      #expect(items.allSatisfy { (1...5).contains($0.value) && $0.scale == .oneToFive })
      #expect((3.5...11).contains(report.sleepHours ?? 0))
      #expect((35...95).contains(report.restingHeartRate ?? 0))
      if let variability = report.lnRMSSD { #expect((2.5...5.8).contains(variability)) }
    }
  }

  @Test func `about one in three was injured or ill, and all but the scripted are over it`() {
    #expect((20...40).contains(histories.count { !$0.injuries.isEmpty }))
    let open = histories.indices.filter { SampleMonday($0).hasOpenInjury }
    #expect(open == [7, 33, 80])
  }

  @Test func `nobody trains hard while injured`() {
    for history in histories {
      for injury in history.injuries {
        let during = history.sessions.map(\.session)
          .filter { $0.day >= injury.onset && $0.day <= injury.lastDay ?? SampleCohort.lastDay }
        #expect(during.allSatisfy { $0.type == .easy })
      }
    }
  }

  @Test func `tests come in two to four rounds and improve in the mean`() {
    var gains: [Double] = []
    for history in histories where !history.tests.isEmpty {
      #expect(Set(history.tests.map(\.day)).count <= 4)
      for item in TestResult.Item.allCases {
        let results = history.tests.filter { $0.item == item }
        guard let first = results.first, let last = results.last, results.count > 1 else { continue }
        gains.append((last.value / first.value - 1) * (item.lowerIsBetter ? -1 : 1))
      }
    }
    #expect((0.002...0.05).contains(gains.reduce(0, +) / Double(gains.count)))
  }

  @Test func `at most one in four is notable`() {
    let notable = histories.indices.filter { SampleMonday($0).isNotable }
    #expect(notable.count <= histories.count / 4)
    let scripted = notable.filter { index in SampleCase.all.contains { $0.index == index } }
    #expect(scripted.count == SampleCase.all.count - 1, "the one back from injury is quiet: \(scripted)")
  }
}

@Suite struct SampleCaseTests {
  @Test func `the 800 m runner's lnRMSSD is below her band while the load rises`() {
    let monday = SampleMonday(10)
    #expect((4...5).contains(monday.morningsBelowBand))
    #expect(monday.weekRatio > 1.15)
  }

  @Test func `the javelin thrower is sore on three mornings and throws`() {
    let monday = SampleMonday(20)
    #expect(monday.soreMornings == 3)
    #expect(monday.history.sessions.suffix(5).count { $0.session.type == .technique } >= 2)
  }

  @Test func `the 400 m runner is back from ten days off and does less`() throws {
    let monday = SampleMonday(5)
    let injury = try #require(monday.history.injuries.first)
    #expect(injury.lastDay == SampleCohort.lastDay.advanced(by: -7))
    #expect(!monday.hasOpenInjury)
    let usual = monday.loads.dropLast(21).suffix(21).reduce(0, +) / 3
    #expect((0.5...0.75).contains(monday.lastWeek / usual))
  }

  @Test func `nothing has come from the silent strap for eight days`() {
    let monday = SampleMonday(15)
    #expect(monday.silentDays == 8)
    #expect(monday.history.sessions.last?.recording != nil)
  }

  @Test func `the 1500 m runner did the same every day`() {
    let monday = SampleMonday(12)
    #expect(monday.monotony > 2.5)
    #expect(monday.history.sessions.suffix(7).allSatisfy { $0.session.type == .easy })
    #expect(monday.weekRatio < 1.3)
  }

  @Test func `the football player's week is 1.6 times the usual`() {
    #expect((1.45...1.8).contains(SampleMonday(34).weekRatio))
  }

  @Test func `the tired 800 m runner's form is the lowest of the university`() {
    let form = SampleMonday(11).form
    #expect(form < -0.35)
    #expect((0..<40).allSatisfy { $0 == 11 || SampleMonday($0).form > form })
  }

  @Test func `the new volleyball player has recorded nothing`() {
    #expect(SampleMonday(68).history.isEmpty)
  }

  @Test(arguments: [7, 33, 80]) func `the injured have not trained since`(index: Int) throws {
    let history = SampleMonday(index).history
    let injury = try #require(history.injuries.first)
    #expect(history.sessions.allSatisfy { $0.session.day < injury.onset })
  }

  @Test(arguments: [UInt64(1), 2, 20_261_123]) func `the cases hold for other seeds`(seed: UInt64) throws {
    let season = SampleSeason(seed: seed, through: SampleCohort.lastDay)
    #expect(season.person(10).identity.latinName == "Li Yutong")
    let soreness = season.history(20).wellness.suffix(3).map { $0.ratings[.soreness]?.value }
    #expect(soreness == [4, 5, 4])
    #expect(season.history(15).wellness.last?.day == SampleCohort.monday.advanced(by: -9))
    #expect(season.history(68).isEmpty)
  }
}
