import Domain
import Testing

@Suite struct OriginTests {
  @Test func `combining origins does not depend on the order`() {
    for first in Origin.allCases {
      for second in Origin.allCases {
        #expect(first.combined(with: second) == second.combined(with: first))
        for third in Origin.allCases {
          #expect(
            first.combined(with: second).combined(with: third)
              == first.combined(with: second.combined(with: third)))
        }
      }
    }
  }

  @Test(arguments: Origin.allCases)
  func `an origin combined with itself stays`(origin: Origin) {
    #expect(origin.combined(with: origin) == origin)
    #expect(origin.combined(with: .measured) == origin)
  }

  @Test(arguments: Origin.allCases)
  func `simulated wins over everything`(origin: Origin) {
    #expect(origin.combined(with: .simulated) == .simulated)
  }

  @Test func `a model on a published constant is an estimate`() {
    #expect(Origin.estimated.combined(with: .literature) == .estimated)
    #expect(Origin.measured.combined(with: .literature) == .literature)
  }

  @Test func `a value that is mapped keeps where it is from`() {
    let minutes = Sourced(90, .estimated, by: .dailyTotal, from: [.sessions(2)])
    let hours = minutes.map { Double($0) / 60 }
    #expect(hours == Sourced(1.5, .estimated, by: .dailyTotal, from: [.sessions(2)]))
  }
}
