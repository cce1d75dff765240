import App
import Domain
import Foundation
import Store
import Testing
import ViewModels

@Suite struct ImportOverlapTests {
  /// A run of so many minutes from a minute after 08:00 UTC on; a point a minute.
  private func gpx(_ first: Int, minutes: Int) -> String {
    let points = (first...(first + minutes)).map { minute in
      let time = "2026-11-22T\(twoDigits(8 + minute / 60)):\(twoDigits(minute % 60)):00Z"
      return "<trkpt lat=\"60\" lon=\"\(10.0 + Double(minute) / 1000)\"><time>\(time)</time></trkpt>"
    }
    return "<gpx version=\"1.1\" creator=\"Test\"><trk><trkseg>\(points.joined())</trkseg></trk></gpx>"
  }

  private func importing(
    _ files: [(name: String, text: String)], _ body: (Desk, Athlete, [FileReport]) throws -> Void
  ) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let desk = try scratch.desk()
    let id = try desk.save(.example(), as: .program)
    let athlete = try #require(try desk.store.athlete(id))
    for file in files { try scratch.write(file.text, to: file.name) }
    let runner = ImportRunner(desk: desk, actor: .program)
    try body(
      desk, athlete, files.map { runner.importFile(scratch.folder + "/" + $0.name, for: athlete) })
  }

  @Test func `a recording over another is kept, and the two are named`() throws {
    try importing([("a.gpx", gpx(0, minutes: 40)), ("b.gpx", gpx(15, minutes: 60))]) {
      desk, athlete, reports throws in
      #expect(reports.map(\.status) == [.imported, .imported])
      #expect(reports[0].problems == [])
      #expect(reports[1].problems == [ImportProblem(.overlaps(minutes: 25))])
      #expect(
        reports[1].sentences == [
          "b.gpx: 1 session, 61 records kept",
          """
          b.gpx overlaps another session by 25 min. Both are kept; remove one if they are the same training.
          """,
        ])
      #expect(try desk.store.sessions(of: athlete.id).count == 2)
    }
  }

  @Test func `one after the other do not overlap`() throws {
    try importing([("a.gpx", gpx(0, minutes: 40)), ("b.gpx", gpx(40, minutes: 20))]) { _, _, reports in
      #expect(reports.flatMap(\.problems) == [])
    }
  }

  @Test func `the same file again is no overlap`() throws {
    let text = gpx(0, minutes: 40)
    try importing([("a.gpx", text), ("b.gpx", text)]) { desk, athlete, reports throws in
      #expect(reports.map(\.status) == [.imported, .duplicate])
      #expect(reports[1].problems == [])
      #expect(try desk.store.sessions(of: athlete.id).count == 1)
    }
  }

  @Test func `a fuller recording of a rated session keeps what people said of it`() throws {
    try importing([("a.gpx", gpx(0, minutes: 20))]) { desk, athlete, reports in
      let id = try #require(reports[0].sessions.first)
      _ = try desk.record(.rating(id, rpe: 6, minutes: 20, .tempo), about: athlete.id, as: .program)
      let scratch = try Scratch()
      defer { scratch.remove() }
      try scratch.write(gpx(0, minutes: 45), to: "full.gpx")
      let report = ImportRunner(desk: desk, actor: .program)
        .importFile(scratch.folder + "/full.gpx", for: athlete)
      #expect(report.sessions == [id])
      let session = try #require(try desk.store.session(id))
      #expect(session.rpe == 6)
      #expect(session.type == .tempo)
      #expect(session.durationSeconds == 2700)
    }
  }
}
