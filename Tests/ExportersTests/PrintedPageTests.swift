import Domain
import Exporters
import Testing

@Suite struct PrintedPageTests {
  private func page(_ weeks: [WeekExport]) -> String {
    printedPage(weeks, stamp: stamp, utcOffsetSeconds: 8 * 3600, program: "Sideline 0.4.0")
  }

  @Test func `the day of a session is this markup`() throws {
    #expect(page([exampleWeek()]).contains(goldenDay))
  }

  @Test func `the head and foot of a page say whose week, which version, when and by what`() throws {
    let text = page([try exampleWeek().approved()])
    #expect(
      text.contains(
        """
        <header>
        <h1><bdi>A.D.</bdi></h1>
        <p class="week">Week 48<span>23–29 Nov 2026</span></p>
        <p class="state"><b>approved</b> · version 3 · <bdi>by rule</bdi></p>
        </header>
        """))
    #expect(
      text.contains(
        "<p><bdi>A.D.</bdi> · version 3 of 2026-W48 · made 20 Nov 2026, 15:31 · Sideline 0.4.0</p>"))
    #expect(text.contains("<div><dt>Load, AU</dt><dd>1,085</dd></div>"))
    #expect(text.contains("<li>Days off: 4, at least 1</li>"))
    #expect(text.contains("<li class=\"broken\"><b>Not kept.</b> Ramp: week at 130 %, limit 120 %</li>"))
  }

  @Test func `each athlete has a landscape page of seven days`() {
    let text = page([exampleWeek(), exampleWeek(athlete: 3, label: "李")])
    let tags = readMarkup(text).tags
    #expect(text.contains("@page { size: A4 landscape;"))
    #expect(tags.count { $0 == "section class=\"page\"" } == 2)
    #expect(tags.count { $0 == "section class=\"day\"" } == 14)
  }

  @Test func `a simulated week says so at its head and at its foot, a measured one nowhere`() {
    #expect(page([exampleWeek(origin: .simulated)]).split(separator: "<b>≈ simulated</b>").count == 3)
    #expect(!page([exampleWeek()]).contains("simulated"))
  }

  @Test func `days with many sessions are set closer`() {
    var week = exampleWeek()
    let sessions = (1...4).map {
      PlannedSession(
        id: PlannedSessionID(bits: $0), day: week.plan.week.monday, type: .easy, minutes: 20, intensity: 2)
    }
    week.plan = Plan(
      id: week.plan.id, athlete: week.plan.athlete, week: week.plan.week, version: 1,
      author: .coach(CoachID(bits: 7), from: nil), sessions: sessions, proposedAt: stamp)
    #expect(readMarkup(page([week])).tags.contains("section class=\"page dense\""))
  }

  @Test func `the page needs nothing and starts nothing`() {
    let text = page([exampleWeek(), exampleWeek(origin: .simulated)])
    for word in [
      "<script", "<link", "<img", "<a ", "<form", "<button", "url(", "@import", "http:", "https:", " on",
    ] {
      let parts = readMarkup(text).tags.filter { "<\($0)".contains(word) && !$0.hasPrefix("meta") }
      #expect(parts.isEmpty, "\(word)")
    }
    #expect(!text.contains("url(") && !text.contains("@import") && !text.contains("//"))
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `whatever is written in it, the page has the same tags and shows the text`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let text = "x" + generator.text(upTo: 40) + "<img src=x onerror=\"alert('&amp;')\">&lt;"
    let hostile = readMarkup(page([exampleWeek(saying: text)]))
    #expect(hostile.tags == readMarkup(page([exampleWeek(saying: "x")])).tags)
    let shown = cleaned(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
    // Name twice, maker, three titles, blocks and strategies, two limits.
    #expect(count(of: shown.octets, in: hostile.text.octets) == 14)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `a mark that combines with a quote does not hide it`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let text = html(generator.text(upTo: 60) + "\"\u{308}'\u{308}<\u{308}&\u{308}")
    #expect(!text.unicodeScalars.contains { ["<", ">", "\"", "'"].contains($0) })
  }
}

private func count(of part: [UInt8], in whole: [UInt8]) -> Int {
  var count = 0
  var index = 0
  while index + part.count <= whole.count {
    if whole[index...].starts(with: part) {
      count += 1
      index += part.count
    } else {
      index += 1
    }
  }
  return count
}

private let goldenDay = """
  <section class="day">
  <h2>Tue <span>24 Nov</span><span class="sum">480</span></h2>
  <div class="track"><div class="bar" style="width: 100%"></div></div>
  <article class="hard">
  <p class="clock">17:30</p>
  <h3>8 × 400 m</h3>
  <p class="effort">60 min · RPE 8</p>
  <p class="effort">480 AU</p>
  <p class="effort">8 × 1:30, 1 min rest</p>
  <p class="note">Preparation</p>
  <p class="note">polarised</p>
  </article>
  </section>
  <section class="day">
  <h2>Wed <span>25 Nov</span></h2>
  <div class="track"></div>
  <p class="rest">Rest</p>
  </section>
  """
