import Domain
import Foundation
import Importers

/// Small tables for tests, and the shared ones where they are.
enum Tables {
  /// The day on which the tests take place.
  static let today = Day(year: 2026, month: 11, day: 21)

  static func read(_ text: String, today: Day? = today) -> ImportOutcome {
    TableImporter.read(Array(text.utf8), in: ImportContext(today: today))
  }

  static let folder = SharedData.folder

  static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  static func day(_ text: String) -> Day { Day(text)! }
}

extension ImportOutcome {
  var athletes: [AthleteRow] {
    entries.compactMap { if case .athlete(let row) = $0.content { row } else { nil } }
  }
  var sessions: [SessionRow] {
    entries.compactMap { if case .session(let row) = $0.content { row } else { nil } }
  }
  var mornings: [WellnessRow] {
    entries.compactMap { if case .wellness(let row) = $0.content { row } else { nil } }
  }
  var injuries: [InjuryRow] {
    entries.compactMap { if case .injury(let row) = $0.content { row } else { nil } }
  }
  var comments: [String] {
    entries.compactMap { if case .comment(_, let text) = $0.content { text } else { nil } }
  }
  var tests: [TestEntry] {
    entries.compactMap {
      if case .test(let day, let item, let value, let error) = $0.content {
        TestEntry(day: day, item: item, value: value, typicalError: error)
      } else {
        nil
      }
    }
  }
  /// The problems without saying what became of their rows.
  var faults: [ImportProblem] {
    problems.map { ImportProblem($0.code, at: $0.byteOffset, line: $0.line, column: $0.column) }
  }
  /// Lines of the problems that cost their cell only.
  var linesOfCells: [Int?] { problems.filter(\.isCellOnly).map(\.line) }
  /// Kept, flagged, refused.
  var counts: [Int] { [records.kept, records.flagged, records.refused] }
}

struct TestEntry: Hashable {
  var day: Day
  var item: TestResult.Item
  var value: Double
  var typicalError: Double?
}
