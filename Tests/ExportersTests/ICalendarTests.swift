import Domain
import Exporters
import Testing

@Suite struct ICalendarTests {
  @Test func `a small week is this calendar`() throws {
    #expect(
      iCalendar([try exampleWeek().approved()], stamp: stamp).lines
        == golden.split(separator: "\n").map(String.init))
  }

  @Test func `every line ends in CRLF and holds no other line break`() {
    let octets = iCalendar([exampleWeek(saying: "a\nb\rc")], stamp: stamp).octets
    #expect(octets.suffix(2) == [13, 10])
    for (index, octet) in octets.enumerated() {
      if octet == 10 { #expect(octets[index - 1] == 13) }
      if octet == 13 { #expect(octets[index + 1] == 10) }
    }
  }

  @Test func `a later version of a week keeps each session's UID and counts on`() {
    let first = readEvents(iCalendar([exampleWeek(version: 1)], stamp: stamp))
    var changed = exampleWeek(version: 2)
    changed.titles = [:]
    changed.label = "Amina Diallo"
    let later = readEvents(iCalendar([changed], stamp: stamp.adding(seconds: 3600)))
    #expect(first.map { $0["UID", default: ""] } == later.map { $0["UID", default: ""] })
    #expect(
      Set(first.map { $0["SEQUENCE", default: ""] }) == ["1"]
        && Set(later.map { $0["SEQUENCE", default: ""] }) == ["2"])
    #expect(Set(later.map { $0["DTSTAMP", default: ""] }) == ["20261120T083105Z"])
    #expect(Set(later.map { $0["LAST-MODIFIED", default: ""] }) == ["20261120T083105Z"])
  }

  @Test func `no two sessions share a UID, of one athlete or of two`() {
    let events = readEvents(iCalendar([exampleWeek(), exampleWeek(athlete: 3, label: "李")], stamp: stamp))
    #expect(Set(events.map { $0["UID", default: ""] }).count == 6)
  }

  @Test func `an older version that is exported again counts on from what calendars have seen`() {
    var week = exampleWeek(version: 1)
    week.sequence = 5
    #expect(readEvents(iCalendar([week], stamp: stamp)).allSatisfy { $0["SEQUENCE"] == "5" })
  }

  @Test func `a proposed week is tentative, an approved one confirmed, a rejected one cancelled`() throws {
    func states(_ week: WeekExport) -> Set<String> {
      Set(readEvents(iCalendar([week], stamp: stamp)).map { $0["STATUS", default: ""] })
    }
    #expect(states(exampleWeek()) == ["TENTATIVE"])
    #expect(try states(exampleWeek().approved()) == ["CONFIRMED"])
    #expect(try states(exampleWeek().rejected()) == ["CANCELLED"])
  }

  @Test func `a session that is no longer there is cancelled under the UID it had`() throws {
    var week = exampleWeek()
    let gone = PlannedSession(
      id: PlannedSessionID(bits: 40), day: week.plan.week.days[6], start: 600, type: .tempo, minutes: 40,
      intensity: 6)
    week.cancelled = [gone, gone, week.plan.sessions[0]]
    let events = readEvents(iCalendar([week], stamp: stamp))
    #expect(events.count == 4)
    let event = try #require(events.last)
    #expect(event["UID"] == "\(AthleteID(bits: 2))-\(gone.id)@sideline")
    #expect(event["STATUS"] == "CANCELLED" && event["DTSTART"] == "20261129T100000")
    #expect(event["SUMMARY"] == "Tempo")
  }

  @Test func `a rejected version beside the one that counts cancels nothing of it`() throws {
    let events = readEvents(
      iCalendar(
        [try exampleWeek(version: 1).rejected(), try exampleWeek(version: 2).approved()], stamp: stamp))
    #expect(events.count == 3 && events.allSatisfy { $0["STATUS"] == "CONFIRMED" && $0["SEQUENCE"] == "2" })
  }

  @Test func `an hour is floating local time, across midnight and in a week when clocks change`() throws {
    let week = exampleWeek(Week(containing: Day(year: 2026, month: 10, day: 25)))
    let calendar = iCalendar([week], stamp: stamp)
    let long = try #require(readEvents(calendar).last)
    #expect(long["DTSTART"] == "20261024T233000" && long["DTEND"] == "20261025T010000")
    #expect(!calendar.contains("TZID") && !calendar.contains("VTIMEZONE"))
  }

  @Test func `without an hour it is the whole day and leaves the day free, over the end of the year too`()
    throws
  {
    let events = readEvents(iCalendar([exampleWeek(Week("2026-W53")!)], stamp: stamp))
    let event = try #require(events.dropFirst().first)
    #expect(event["DTSTART;VALUE=DATE"] == "20261231" && event["DTEND;VALUE=DATE"] == "20270101")
    #expect(event["TRANSP"] == "TRANSPARENT" && event["DTSTART"] == nil)
  }

  @Test func `several athletes are told apart in the summary and one is not`() {
    let one = iCalendar([exampleWeek()], stamp: stamp)
    #expect(readEvents(one).first?["SUMMARY"] == "8 × 400 m")
    #expect(one.contains("X-WR-CALNAME:Training · A.D.\r\n"))
    let two = iCalendar([exampleWeek(), exampleWeek(athlete: 3, label: "李")], stamp: stamp)
    #expect(readEvents(two).dropFirst(3).first?["SUMMARY"] == "李 · 8 × 400 m")
    #expect(two.contains("X-WR-CALNAME:Training · 2 athletes\r\n"))
  }

  @Test func `a simulated week says so in every event`() {
    for event in readEvents(iCalendar([exampleWeek(origin: .simulated)], stamp: stamp)) {
      #expect(
        event["SUMMARY", default: ""].hasPrefix("≈ ")
          && event["DESCRIPTION", default: ""].hasSuffix("\\n≈ simulated"))
    }
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `whatever is written in it, each event holds its own properties and no other`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let text = generator.text(upTo: 60) + "\r\nSTATUS:CANCELLED\r\nEND:VEVENT"
    let events = readEvents(iCalendar([exampleWeek(saying: text)], stamp: stamp))
    #expect(events.count == 3)
    for event in events {
      #expect(event["STATUS"] == "TENTATIVE")
      let names = event.keys.map { String($0.prefix { $0 != ";" }) }
      #expect(Set(names) == properties && names.count == properties.count)
      #expect(readCalendarText(event["SUMMARY", default: ""])?.octets == cleaned(text).octets)
    }
  }
}

private let properties: Set<String> = [
  "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "STATUS",
  "TRANSP",
  "END",
]

private let golden = """
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//Sideline//Week plan//EN
  CALSCALE:GREGORIAN
  METHOD:PUBLISH
  X-WR-CALNAME:Training · A.D.
  BEGIN:VEVENT
  UID:0000000000002-000000000000z@sideline
  DTSTAMP:20261120T073105Z
  LAST-MODIFIED:20261120T073105Z
  SEQUENCE:3
  DTSTART:20261124T173000
  DTEND:20261124T183000
  SUMMARY:8 × 400 m
  DESCRIPTION:60 min · RPE 8 · 480 AU\\n8 × 1:30\\, 1 min rest\\nBlock: Prepa
   ration\\nStrategy: polarised\\nVersion 3 · by rule · approved
  STATUS:CONFIRMED
  TRANSP:OPAQUE
  END:VEVENT
  BEGIN:VEVENT
  UID:0000000000002-0000000000010@sideline
  DTSTAMP:20261120T073105Z
  LAST-MODIFIED:20261120T073105Z
  SEQUENCE:3
  DTSTART;VALUE=DATE:20261126
  DTEND;VALUE=DATE:20261127
  SUMMARY:Strength
  DESCRIPTION:40 min · RPE 5 · 200 AU\\nVersion 3 · by rule · approved
  STATUS:CONFIRMED
  TRANSP:TRANSPARENT
  END:VEVENT
  BEGIN:VEVENT
  UID:0000000000002-0000000000011@sideline
  DTSTAMP:20261120T073105Z
  LAST-MODIFIED:20261120T073105Z
  SEQUENCE:3
  DTSTART:20261128T233000
  DTEND:20261129T010000
  SUMMARY:Long session
  DESCRIPTION:90 min · RPE 4.5 · 405 AU\\nVersion 3 · by rule · approved
  STATUS:CONFIRMED
  TRANSP:OPAQUE
  END:VEVENT
  END:VCALENDAR
  """
