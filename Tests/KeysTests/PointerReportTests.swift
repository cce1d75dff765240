import Keys
import Testing

@Suite struct PointerReportTests {
  @Test(arguments: [
    ("0;5;6M", PointerEvent(.pressed, column: 4, row: 5)),
    ("0;5;6m", PointerEvent(.released, column: 4, row: 5)),
    ("32;1;1M", PointerEvent(.dragged, column: 0, row: 0)),
    ("64;80;24M", PointerEvent(.scrolledUp, column: 79, row: 23)),
    ("65;80;24M", PointerEvent(.scrolledDown, column: 79, row: 23)),
    ("0;300;1000M", PointerEvent(.pressed, column: 299, row: 999)),
    ("00;005;06M", PointerEvent(.pressed, column: 4, row: 5)),
  ])
  func `a report says what the mouse did and in which cell`(report: String, event: PointerEvent) {
    #expect(read(report) == [.ended(event)])
  }

  @Test(arguments: [4, 8, 16, 4 | 16, 4 | 8 | 16])
  func `a key held down with the button changes nothing`(modifier: Int) {
    #expect(read("\(modifier);5;6M") == [.ended(PointerEvent(.pressed, column: 4, row: 5))])
    #expect(read("\(32 | modifier);5;6M") == [.ended(PointerEvent(.dragged, column: 4, row: 5))])
    #expect(read("\(64 | modifier);5;6M") == [.ended(PointerEvent(.scrolledUp, column: 4, row: 5))])
  }

  @Test(arguments: [
    "1;5;6M", "2;5;6M", "2;5;6m", "3;5;6M", "33;5;6M", "34;5;6M", "35;5;6M", "66;5;6M", "67;5;6M", "128;5;6M",
    "64;5;6m", "32;5;6m",
  ])
  func `another button is read over`(report: String) {
    #expect(read(report) == [.ended(nil)])
  }

  @Test(arguments: [
    "M", "m", ";M", ";;M", "0M", "0;5M", "0;5;M", "0;;6M", ";5;6M", "0;5;6;M", "0;5;6;7M", "0;0;6M", "0;5;0M",
    "0;-5;6M", "0;5:1;6M", "?0;5;6M", "0;5 ;6M", "0;65536;6M", "0;5;99999999999999999999999999999999M",
    "99999999999999999999999999999999;5;6M", "18446744073709551616;5;6M", "0;5;6A", "0;5;6~", "0;5;6q",
  ])
  func `nonsense is read to its end and says nothing`(report: String) {
    #expect(read(report) == [.ended(nil)])
  }

  @Test func `a report is unfinished up to its last character`() {
    var report = PointerReport()
    for character in "0;12;34".unicodeScalars { #expect(report.take(character) == .unfinished) }
    #expect(report.take("m") == .ended(PointerEvent(.released, column: 11, row: 33)))
  }

  @Test(arguments: ["", "0", "0;", "0;5;6"], ["\u{1b}", "\r", "\u{7f}", "é", "李"])
  func `what cannot be in a report cuts it off`(start: String, next: String) {
    #expect(read(start + next) == [.cutOff])
  }

  @Test func `a report that goes on and on is read over until it ends`() {
    var report = PointerReport()
    for _ in 0..<100_000 {
      #expect(report.take("9") == .unfinished)
      #expect(report.take(";") == .unfinished)
    }
    #expect(report.take("M") == .ended(nil))
  }

  @Test func `no report of any three numbers is read wrongly`() {
    let numbers = [0, 1, 2, 3, 4, 31, 32, 36, 63, 64, 65, 69, 223, 65_535, 65_536]
    for button in numbers {
      for column in numbers {
        for row in numbers {
          guard case .ended(let event?)? = read("\(button);\(column);\(row)M").last else { continue }
          #expect((event.column, event.row) == (column - 1, row - 1))
          #expect([0, 32, 64, 65].contains(button & ~28))
        }
      }
    }
  }

  /// What comes of each character, without the “unfinished”.
  private func read(_ text: String) -> [PointerReport.Step] {
    var report = PointerReport()
    return text.unicodeScalars.map { report.take($0) }.filter { $0 != .unfinished }
  }
}
