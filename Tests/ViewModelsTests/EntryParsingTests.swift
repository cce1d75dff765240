import Domain
import Foundation
import Testing
import ViewModels

/// What a filled-in entry form says.
@Suite struct EntryParsingTests {
  private let id = EntrySample.id
  private let today = Sample.today

  private func read(
    _ kind: EntryKind, _ values: [String: String], about detail: AthleteDetail = Sample.detail(1)
  ) -> Entry? {
    EntrySample.read(kind, values, about: detail).entry
  }

  @Test(arguments: [
    ("7", 7.0), ("7.5", 7.5), ("7,5", 7.5), (" 0 ", 0), ("10", 10), ("10.0", 10),
  ])
  func `a rating is read as coaches write it`(text: String, rpe: Double) {
    #expect(
      read(.rating, ["rpe": text, "minutes": "45", "type": "tempo"])
        == .rating(Sample.session(101), rpe: rpe, minutes: 45, .tempo))
  }

  @Test func `a session by hand needs minutes and nothing else`() {
    #expect(
      read(.session, ["minutes": "60"])
        == .session(
          SessionEntry(
            day: today, second: 43_200, sport: .running, type: .easy, minutes: 60, rpe: nil,
            distanceMeters: nil)))
  }

  @Test func `a session by hand says all it can`() {
    let values = [
      "day": "yesterday", "time": "17:30", "sport": "cycling", "type": "long", "minutes": "95",
      "rpe": "3.5", "distance": "42,5",
    ]
    #expect(
      read(.session, values)
        == .session(
          SessionEntry(
            day: today.advanced(by: -1), second: 63_000, sport: .cycling, type: .long, minutes: 95,
            rpe: 3.5, distanceMeters: 42_500)))
  }

  @Test(arguments: Questionnaire.allCases)
  func `answers stand on the scale of the chosen set`(set: Questionnaire) {
    let values = ["set": set.rawValue, "fatigue": "2", "stress": "5", "readiness": "0"]
    #expect(
      read(.wellness, values)
        == .wellness(
          Wellness(
            athlete: id, day: today,
            ratings: [
              .fatigue: set.rating(2, of: .fatigue)!, .stress: set.rating(5, of: .stress)!,
              .readiness: WellnessRating(0, on: .zeroToTen, .higherIsBetter)!,
            ])))
  }

  @Test func `one figure is a report`() {
    #expect(
      read(.wellness, ["day": "24.11.2026", "sleep": "0"])
        == .wellness(Wellness(athlete: id, day: today.advanced(by: -1), sleepHours: 0)))
    #expect(
      read(.wellness, ["resting": "47"])
        == .wellness(Wellness(athlete: id, day: today, restingHeartRate: 47)))
    #expect(
      read(.wellness, ["variability": "4.12"])
        == .wellness(Wellness(athlete: id, day: today, lnRMSSD: 4.12)))
  }

  @Test(arguments: [7, 8.5, 20, 61, 100, 211.7, 300])
  func `RMSSD in milliseconds becomes its logarithm`(milliseconds: Double) throws {
    guard case .wellness(let report)? = read(.wellness, ["variability": "\(milliseconds)"]) else {
      Issue.record("nothing was read")
      return
    }
    #expect(abs(try #require(report.lnRMSSD) - log(milliseconds)) < 1e-14)
  }

  @Test func `the report of a simulated athlete is simulated`() {
    var detail = Sample.detail(1)
    detail.athlete.origin = .simulated
    guard case .wellness(let report)? = read(.wellness, ["sleep": "8"], about: detail) else {
      Issue.record("nothing was read")
      return
    }
    #expect(report.origin == .simulated)
  }

  @Test func `a comment loses the blanks round it`() {
    #expect(read(.comment, ["text": "  slept badly 睡 "]) == .comment(today, "slept badly 睡"))
    let long = String(repeating: "x", count: 4000)
    #expect(
      read(.comment, ["text": long, "day": "2025-12-31"])
        == .comment(Day(year: 2025, month: 12, day: 31), long))
  }

  @Test func `an injury is read whole, and what is not known stays unknown`() {
    let values = [
      "part": "hamstring", "onset": "2026-11-20", "severity": "mild", "status": "returning",
      "last": "2026-11-24", "hold": "none",
    ]
    #expect(
      read(.injury, values)
        == .injury(
          Injury(
            athlete: id, bodyPart: .hamstring, onset: Day(year: 2026, month: 11, day: 20),
            lastDay: Day(year: 2026, month: 11, day: 24), severity: .mild, status: .returning, hold: .none)))
    #expect(
      read(.injury, [:])
        == .injury(
          Injury(athlete: id, bodyPart: .knee, onset: today, lastDay: nil, status: .active, hold: .standing)))
  }

  @Test func `a stretch without an end is one day`() {
    #expect(
      read(.availability, ["kind": "unavailable"])
        == .availability(.unavailable, from: today, through: today, utcOffsetSeconds: nil))
    #expect(
      read(.phase, ["kind": "taper", "from": "2026-12-01"])
        == .phase(
          .taper, from: Day(year: 2026, month: 12, day: 1), through: Day(year: 2026, month: 12, day: 1)))
  }

  @Test func `travel has its own clocks`() {
    let values = ["kind": "travel", "from": "2026-12-01", "through": "2026-12-09", "offset": "-3:30"]
    #expect(
      read(.availability, values)
        == .availability(
          .travel, from: Day(year: 2026, month: 12, day: 1), through: Day(year: 2026, month: 12, day: 9),
          utcOffsetSeconds: -12_600))
  }

  @Test(arguments: [
    (TestResult.Item.countermovementJump, "34,1", 34.1), (.run3000m, "12:04", 724), (.run3000m, "724", 724),
    (.sprint30m, "4.21", 4.21), (.run800m, "2:06.4", 126.4), (.sitAndReach, "-4", -4),
    (.sitAndReach, "−4.5", -4.5), (.vitalCapacity, "4200", 4200), (.pullUps, "0", 0),
  ])
  func `a result is read in the test's own unit`(item: TestResult.Item, text: String, value: Double) {
    #expect(
      read(.test, ["item": item.rawValue, "value": text])
        == .test(TestResult(athlete: id, day: today, item: item, value: value)))
  }

  @Test func `a result may bring its own error`() {
    #expect(
      read(.test, ["value": "34.1", "error": "1,2"])
        == .test(
          TestResult(athlete: id, day: today, item: .countermovementJump, value: 34.1, typicalError: 1.2)))
  }

  @Test(arguments: TestResult.Item.allCases)
  func `the bounds of every test are possible and what is beyond them is not`(item: TestResult.Item) {
    let range = item.plausible
    for (value, isFine) in [
      (range.lowerBound, true), (range.upperBound, true), (range.lowerBound - 0.5, false),
      (range.upperBound + 0.5, false),
    ] {
      let entry = read(.test, ["item": item.rawValue, "value": "\(value)"])
      #expect((entry != nil) == isFine, "\(value)")
    }
  }

  @Test func `an event may be ahead and has its priority`() {
    #expect(
      read(.targetEvent, ["name": "Finals", "day": "2027-06-05", "priority": "B"])
        == .targetEvent(Day(year: 2027, month: 6, day: 5), .b, name: "Finals"))
  }

  @Test(arguments: [
    ("as found", nil), ("none of the plan's", SessionLink.unplanned),
    ("Easy run, 40 min, RPE 3", .chosen(EntrySample.planned[0].id)),
    ("Intervals, 55 min, RPE 7.5", .chosen(EntrySample.planned[1].id)),
  ])
  func `a link says which planned session it was`(text: String, link: SessionLink?) {
    #expect(
      read(.link, ["planned": text], about: EntrySample.detail) == .link(Sample.session(101), link))
  }

  // MARK: Nothing changed

  @Test func `a form left as it was says what was known`() {
    let detail = EntrySample.detail
    #expect(read(.injury, [:], about: detail) == .injury(EntrySample.knee))
    #expect(read(.wellness, [:], about: detail) == .wellness(detail.wellness[0]))
    #expect(
      read(.rating, [:], about: detail) == .rating(Sample.session(101), rpe: 4, minutes: 40, .easy))
  }

  @Test func `a morning report left as it was keeps every digit that was measured`() {
    var detail = EntrySample.detail
    detail.wellness[0].sleepHours = 7.25
    detail.wellness[0].lnRMSSD = 4.123456
    #expect(read(.wellness, [:], about: detail) == .wellness(detail.wellness[0]))
  }
}
