import Domain
import Testing

@Suite struct WeekTests {
  @Test func `a week printed is the same week read`() throws {
    for row in try CalendarReference.load().days where row[5] >= 1000 {
      let week = Day(number: row[3]).week
      #expect(Week(week.description) == week, "\(row)")
      #expect(week.description.count == 8)
    }
  }

  @Test func `a week of a year with fewer than four digits is padded and read`() {
    let week = Week(containing: Day(year: 999, month: 6, day: 15))
    #expect(week.description == "0999-W24")
    #expect(Week(week.description) == week)
  }

  @Test(arguments: [
    ("2026-W48", Day(year: 2026, month: 11, day: 23)),
    ("2026-W01", Day(year: 2025, month: 12, day: 29)),
    ("2020-W53", Day(year: 2020, month: 12, day: 28)),
    ("1970-W01", Day(year: 1969, month: 12, day: 29)),
  ])
  func `a week is read as its Monday`(text: String, monday: Day) {
    #expect(Week(text)?.monday == monday)
    #expect(Week(containing: monday).description == text)
  }

  @Test(arguments: [
    "", "2026", "2026-48", "2026-W", "2026-W1", "2026-W00", "2026-W54", "2026-w48", "2025-W53",
    "2026-W48-1", "26-W48", "2026-Wxx", "2026W48", "2026-W-1", " 2026-W48",
  ])
  func `a text that is not a week is refused`(text: String) {
    #expect(Week(text) == nil)
  }

  @Test(arguments: ["2026-W+1", "+026-W01"])
  func `a sign inside a week is refused`(text: String) {
    #expect(Week(text) == nil)
  }

  @Test func `every day of a week finds the same week, Monday to Sunday`() {
    for number in stride(from: -2000, to: 22_000, by: 13) {
      let week = Day(number: number).week
      #expect(week.monday.weekday == 0)
      #expect(week.sunday.weekday == 6)
      #expect(week.days.count == 7)
      #expect(week.days.contains(Day(number: number)))
      #expect(Set(week.days.map(\.week)) == [week])
      #expect(week.advanced(by: 1).monday == week.sunday.advanced(by: 1))
      #expect(week.advanced(by: 1).advanced(by: -1) == week)
      #expect(week < week.advanced(by: 1))
    }
  }

  @Test func `a week is stored and read back`() throws {
    let week = Week(containing: Day(year: 2026, month: 11, day: 25))
    #expect(try decoded(Week.self, from: encoded(week)) == week)
  }

  @Test func `a stored day stands for its week, whichever day it is`() throws {
    let friday = Day(number: 1)
    #expect(try decoded(Week.self, from: "1") == Week(containing: friday))
    #expect(try decoded(Week.self, from: "1").monday.weekday == 0)
  }
}
