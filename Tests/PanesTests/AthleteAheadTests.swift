import Domain
import Engine
import Testing
import ViewModels

@Suite struct AthleteAheadTests {
  @Test(arguments: SampleScreens.details.filter { $0.loadDays.count > 7 && $0.comparesPlans })
  func `the lines ahead are the engine's`(detail: AthleteDetail) {
    let ahead = detail.ahead(today: SampleScreens.today)
    let loads = ahead.map(\.load)
    let continued = continued(after: detail.loadDays, with: loads, origin: .estimated)
    #expect(ahead.count == 7)
    for (own, engine) in zip(ahead, continued) {
      #expect(own.day == engine.day)
      #expect(abs(own.chronic - engine.chronic) < 1e-9)
      #expect(abs(own.acute - engine.acute) < 1e-9)
    }
  }

  @Test func `the lines ahead end in what the plan's outlook says`() throws {
    let detail = try #require(SampleScreens.full.detail)
    let last = try #require(detail.outlook?.days.last)
    let ahead = try #require(detail.ahead(today: SampleScreens.today).last)
    #expect(ahead.day == last.day)
    #expect(abs(ahead.chronic - last.chronic) < 1e-9)
  }
}
