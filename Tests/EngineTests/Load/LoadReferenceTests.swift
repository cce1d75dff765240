import Domain
import Engine
import Foundation
import Support
import Testing

/// PMData may not be passed on, so these need the shared data folder and are skipped without it.
@Suite(.enabled(if: LoadReference.isThere, "training-load is not in the shared data folder"))
struct LoadReferenceTests {
  @Test(arguments: LoadReference.files)
  func `loads, monotony and strain are those of the reference`(file: String) throws {
    let rows = try LoadReference.rows(of: file)
    #expect(rows.count > 100)
    let sessions = rows.enumerated().compactMap { index, row in
      row.load > 0
        ? makeSession(row.day, [.sessionRPE: row.load], id: UInt64(index + 1)) : nil
    }
    let last = try #require(rows.last).day
    let days = loadDays(sessions, unit: .sessionRPE, through: last)
    #expect(days.map(\.day) == rows.map(\.day))
    for (day, row) in zip(days, rows) {
      #expect(day.load == row.load)
      // The file has six decimals: half of the last one is its own rounding.
      #expect(abs(day.chronic - row.chronic) <= 1e-6, "\(row.day)")
      #expect(abs(day.acute - row.acute) <= 1e-6, "\(row.day)")
      #expect((day.monotony == nil) == (row.monotony == nil), "\(row.day)")
      if let expected = row.monotony {
        #expect(abs(try #require(day.monotony) - expected) <= 1e-6, "\(row.day)")
      }
      if let expected = row.strain {
        #expect(abs(try #require(day.strain) - expected) <= 1e-6, "\(row.day)")
      }
    }
  }

  @Test func `Foster's week of the reference`() throws {
    let url = LoadReference.folder.appendingPathComponent("closed-forms.json")
    let forms = try JSONDecoder().decode(ClosedForms.self, from: Data(contentsOf: url))
    let week = forms.fosterWeek
    let value = try #require(monotony(of: week.loads))
    #expect(abs(value - week.monotony) < 1e-12)
    #expect(abs(value * week.sum - week.strain) < 1e-9)
  }
}

private struct ClosedForms: Decodable {
  var fosterWeek: FosterWeek
  enum CodingKeys: String, CodingKey { case fosterWeek = "foster_week" }
  struct FosterWeek: Decodable {
    var loads: [Double]
    var sum, monotony, strain: Double
  }
}

private struct LoadReference {
  var day: Day
  var load, chronic, acute: Double
  var monotony, strain: Double?

  static let folder = SharedFiles.data.appendingPathComponent("training-load")
  static let files: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix("-reference.csv") }.sorted()
  }()
  static var isThere: Bool { !files.isEmpty }

  static func rows(of file: String) throws -> [LoadReference] {
    let url = folder.appendingPathComponent(file)
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let head = try #require(lines.first).map(String.init)
    func column(_ name: String) throws -> Int { try #require(head.firstIndex(of: name)) }
    let (date, load) = (try column("date"), try column("srpe_load_au"))
    let (chronic, acute) = (try column("ctl_1_42"), try column("atl_1_7"))
    let (monotony, strain) = (try column("foster_monotony"), try column("foster_strain"))
    return try lines.dropFirst().map { cells in
      LoadReference(
        day: try #require(Day(String(cells[date]))), load: try #require(Double(cells[load])),
        chronic: try #require(Double(cells[chronic])), acute: try #require(Double(cells[acute])),
        monotony: Double(cells[monotony]), strain: Double(cells[strain]))
    }
  }
}
