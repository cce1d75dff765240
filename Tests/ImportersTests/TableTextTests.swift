import Domain
import Importers
import Testing

/// How a text of separated values is taken apart; read through the table with the fewest rules, comments.
@Suite struct TableTextTests {
  private func comments(_ text: String) -> [String] { Tables.read(text).comments }

  @Test func `quotes hold separators, doubled quotes and line ends together`() {
    let text = "date,comment\n2026-11-20,\"a, \"\"b\"\"\nand c\"\n2026-11-20,d\n"
    #expect(comments(text) == ["a, \"b\"\nand c", "d"])
  }

  @Test func `lines are counted through line ends in quotes`() {
    let text = "date,comment\r\n2026-11-20,\"a\r\nb\nc\rd\"\r\n\r\n2026-11-20,e\r\nnever,f"
    let outcome = Tables.read(text)
    #expect(outcome.entries.map(\.line) == [2, 7])
    #expect(outcome.problems == [ImportProblem(.notADate("never"), line: 8, column: "date")])
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [",", ";", "\t"])
  func `every line end and separator is read, behind a byte order mark too`(
    lineEnd: String, separator: String
  ) {
    for mark in ["", "\u{FEFF}"] {
      let rows = [["date", "athlete", "comment"], ["2026-11-20", "Li", "x"], ["2026-11-19", "", "y"]]
      let lines = rows.map { $0.joined(separator: separator) }
      let outcome = Tables.read(mark + lines.joined(separator: lineEnd))
      #expect(outcome.comments == ["x", "y"])
      #expect(outcome.entries.map(\.athlete) == ["Li", nil])
      #expect(outcome.entries.map(\.line) == [2, 3])
      #expect(outcome.problems == [])
    }
  }

  @Test func `a separator in quotes does not decide which one it is`() {
    #expect(comments("date;\"comment\";\"a,b,c,d\"\n2026-11-20;x,y;\n") == ["x,y"])
  }

  @Test func `rows may be short, long or empty`() {
    let text = "date,comment,athlete\n2026-11-20,a\n\n , ,\n2026-11-20,b,Li,more,and more\n,,\n"
    let outcome = Tables.read(text)
    #expect(outcome.comments == ["a", "b"])
    #expect(outcome.entries.map(\.line) == [2, 5])
    #expect(outcome.counts == [2, 0, 0])
  }

  @Test func `a quote that nothing closes is a letter`() {
    #expect(comments("date,comment\n2026-11-20,\"a\n2026-11-19,b\n") == ["\"a", "b"])
  }

  @Test func `letters behind a closing quote are kept`() {
    #expect(comments("date,comment\n2026-11-20,\"a\"\"b\" c\n2026-11-19, \"d\" \n") == ["a\"b c", "d"])
  }

  @Test func `bytes that are not UTF-8 are repaired`() {
    var bytes = Array("date,comment\n2026-11-20,a".utf8)
    bytes += [0xFF, 0x62]
    let outcome = TableImporter.read(bytes)
    #expect(outcome.comments == ["a\u{FFFD}b"])
  }

  @Test func `heads are compared without case, spaces and punctuation`() {
    for head in ["Perceived Exertion", "perceived_exertion", "PERCEIVED-EXERTION", "RPE (0-10)", "自觉强度"] {
      let outcome = Tables.read("Date;Minutes;\(head)\n2026-11-20;60;7,5\n")
      #expect(outcome.sessions.map(\.rpe) == [7.5], "\(head)")
      #expect(outcome.problems == [])
    }
  }

  @Test func `a decimal comma is read where the separator is another`() {
    #expect(Tables.read("date;minutes\n2026-11-20;62,5").sessions.map(\.minutes) == [62.5])
    let comma = Tables.read("date,minutes\n2026-11-20,\"62,5\"")
    #expect(comma.problems == [ImportProblem(.notANumber("62,5"), line: 2, column: "minutes")])
  }

  @Test(arguments: UInt64(1)...50)
  func `what is written in quotes is read back`(seed: UInt64) {
    var generator = SeededBytes(seed: seed)
    let letters = ["a", "\"", ",", ";", "\n", "\r\n", "\r", "李", "é", "\t", "'", " b"]
    let fields = (0..<40).map { _ in
      "<"
        + (0..<Int.random(in: 0...8, using: &generator)).map { _ in letters.randomElement(using: &generator)!
        }
        .joined() + ">"
    }
    let rows = fields.map { field in
      "2026-11-20,\"" + field.replacing("\"", with: "\"\"") + "\""
    }
    let outcome = Tables.read("date,comment\n" + rows.joined(separator: "\n"))
    let twins = outcome.problems.filter { $0.name == "same_row_twice" }.count
    #expect(outcome.comments.count + twins == fields.count)
    var seen: Set<String> = []
    #expect(outcome.comments == fields.filter { seen.insert($0).inserted })
  }

  @Test func `a table of 12,503 rows and 12 columns is read whole`() {
    var text = "athlete,date,time,sport,type,minutes,rpe,distance_km,note,a,b,c\n"
    for row in 0..<12_503 {
      let day = Tables.today.advanced(by: -(row % 1000))
      text += "Athlete \(row / 1000),\(day),17:\(twoDigits(row % 60)),running,easy,\(30 + row % 60),"
      text += "\(row % 11),\(Double(row % 200) / 10),\"row \(row), said\",1,2,3\n"
    }
    let outcome = Tables.read(text)
    #expect(outcome.sessions.count == 12_503)
    #expect(outcome.counts == [12_503, 0, 0])
    #expect(outcome.problems.map(\.name) == ["unknown_columns"])
    let minutes = (0..<12_503).reduce(0) { $0 + 30 + $1 % 60 }
    #expect(outcome.sessions.reduce(0) { $0 + $1.minutes } == Double(minutes))
  }
}
