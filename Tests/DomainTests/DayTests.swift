import Domain
import Testing

/// Days and moments of Python's datetime, made by `References/make_days.py`.
struct CalendarReference: Decodable {
  /// Year, month, day, number, weekday, ISO year, ISO week.
  var days: [[Int]]
  var instants: [Moment]

  struct Moment: Decodable {
    var seconds: Int64
    var offset: Int
    var local: String
    var utc: String
    var dayNumber: Int
    var secondOfDay: Int

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      seconds = try row.decode(Int64.self)
      offset = try row.decode(Int.self)
      local = try row.decode(String.self)
      utc = try row.decode(String.self)
      dayNumber = try row.decode(Int.self)
      secondOfDay = try row.decode(Int.self)
    }
  }

  static func load() throws -> CalendarReference {
    try reference("days.json", as: CalendarReference.self)
  }
}

@Suite struct DayTests {
  @Test func `numbers, dates and weekdays are those of another calendar`() throws {
    let rows = try CalendarReference.load().days
    #expect(rows.count > 1000)
    for row in rows {
      let day = Day(year: row[0], month: row[1], day: row[2])
      #expect(day.number == row[3], "\(row)")
      #expect(day.weekday == row[4], "\(row)")
      #expect(day.civil == (row[0], row[1], row[2]), "\(row)")
    }
  }

  @Test func `ISO weeks and their years are those of another calendar`() throws {
    for row in try CalendarReference.load().days {
      let week = Day(number: row[3]).week
      #expect(week.yearAndNumber == (row[5], row[6]), "\(row)")
    }
  }

  @Test func `a date printed is the same date read`() throws {
    for row in try CalendarReference.load().days {
      let day = Day(number: row[3])
      #expect(Day(day.description) == day, "\(row)")
      #expect(day.description.count == 10)
    }
    #expect(Day(year: 2026, month: 3, day: 7).description == "2026-03-07")
    #expect(Day(year: 33, month: 4, day: 3).description == "0033-04-03")
  }

  @Test func `four centuries in a row count one day after the other`() {
    var expected = Day(year: 1900, month: 1, day: 1).number
    for year in 1900..<2300 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .enumerated()
      {
        let first = Day(year: year, month: index + 1, day: 1)
        #expect(first.number == expected, "\(year)-\(index + 1)")
        #expect(first.advanced(by: length - 1).civil == (year, index + 1, length))
        expected += length
      }
    }
  }

  @Test func `a day before the common era comes back from its number`() {
    for number in stride(from: -1_000_000, through: -719_000, by: 991) {
      let (year, month, day) = Day(number: number).civil
      #expect(Day(year: year, month: month, day: day).number == number)
    }
  }

  @Test(arguments: [
    "", "2026", "2026-11", "2026-11-2", "2026-1-21", "26-11-21", "2026-11-21 ", " 2026-11-21",
    "2026-13-01", "2026-00-10", "2026-04-31", "2026-02-29", "1900-02-29", "2026-11-00",
    "2026/11/21", "2026-11-21-01", "-026-11-21", "2026-xx-21", "２０２６-11-21", "12026-11-21",
  ])
  func `a text that is not a day is refused`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: ["2026-+1-+5", "+026-11-21", "2026-11-+5"])
  func `a sign inside a date is refused`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `a leap day that exists is read`() {
    #expect(Day("2024-02-29") == Day(year: 2024, month: 2, day: 29))
    #expect(Day("2000-02-29") == Day(number: 11_016))
  }

  @Test func `days compare, stride and step by calendar days`() {
    let day = Day(year: 2026, month: 2, day: 27)
    #expect(day.advanced(by: 2) == Day(year: 2026, month: 3, day: 1))
    #expect(day.distance(to: Day(year: 2026, month: 3, day: 1)) == 2)
    #expect(day < day.advanced(by: 1))
    #expect(Array(day..<day.advanced(by: 3)).map(\.number) == (0..<3).map { day.number + $0 })
  }

  @Test func `local midnight lies on its day and the millisecond before it does not`() {
    for offset in [-43_200, -12_600, 0, 19_800, 28_800, 50_400] {
      for number in [-400, -1, 0, 1, 20_778] {
        let midnight = Day(number: number).start(utcOffsetSeconds: offset)
        #expect(midnight.day(utcOffsetSeconds: offset) == Day(number: number))
        #expect(midnight.secondOfDay(utcOffsetSeconds: offset) == 0)
        let before = Instant(milliseconds: midnight.milliseconds - 1)
        #expect(before.day(utcOffsetSeconds: offset) == Day(number: number - 1))
        #expect(before.secondOfDay(utcOffsetSeconds: offset) == 86_399)
      }
    }
  }

  @Test func `a day is stored as its number`() throws {
    #expect(try encoded([Day(number: -3)]) == "[-3]")
    #expect(try decoded([Day].self, from: "[20778]") == [Day(year: 2026, month: 11, day: 21)])
  }
}
