import Foundation
import Testing

/// Five months of sixteen people (PMData, Thambawita et al. 2020): read where they lie, never copied into the project.
private let people: [String] = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
  let shared =
    ProcessInfo.processInfo.environment["SIDELINE_DATA"]
    ?? root.appending(path: "../shared/data").standardizedFileURL.path
  let folder = shared + "/athletes/pmdata"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.filter { $0.hasPrefix("p") && $0.count == 3 }.sorted().map { folder + "/" + $0 }
}()

@Suite(.enabled(if: !people.isEmpty, "the folder of shared athletes is missing"))
struct PMDataTests {
  @Test func `every person's folder imports whole and the pane shows it`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("d.sqlite")
      for folder in people {
        let name = (folder as NSString).lastPathComponent
        let id = try await scratch.answer(
          "athlete", "add", "--name", name, "--load-unit", "sessionRPE", "--db", database)
        let report = try await scratch.document(
          "import", folder, "--athlete", id, "--db", database)
        let refused = report["files"].elements.filter { $0["status"].string == "refused" }
          .compactMap { $0["path"].string }
        #expect(refused.allSatisfy { $0.hasSuffix("exercise.json") }, "\(refused)")
        let rows = try rows(of: folder + "/srpe.csv")
        let shown = try await scratch.document("load", "--athlete", id, "--db", database)
        let stored = shown["days"].elements.reduce(0) { $0 + ($1["load"].double ?? 0) }
        #expect(abs(stored - rows.load) <= 1e-6 * max(1, rows.load), "\(name): \(stored), \(rows.load)")
      }
      let id = try await scratch.athlete("p01", in: database)
      let shown = try await scratch.document(
        "athlete", "show", id, "--db", database, "--as-of", "2020-03-10")
      let items = Set(shown["mornings"].elements.compactMap { $0["item"].string })
      #expect(items.isSuperset(of: ["fatigue", "soreness", "stress", "mood", "sleep", "readiness"]))
      #expect(
        shown["mornings"].elements.allSatisfy {
          $0["scale"] == .null || $0["polarity"].string == "higherIsBetter"
        })
      #expect(!shown["injuries"].elements.isEmpty)
      let pane = try await scratch.answer(
        "--plain", "athlete", "--db", database, "--as-of", "2020-03-10")
      for word in ["Fitness, fatigue and form", "This morning", "Last sessions"] {
        #expect(pane.contains(word), "\(word)")
      }
    }
  }

  /// Sum of rating × minutes of a table's rows, each distinct row once, read as plainly as can be.
  private func rows(of path: String) throws -> (count: Int, load: Double) {
    let lines = Set(
      try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst())
    let loads = lines.compactMap { line -> Double? in
      // The activities stand in quotes with commas of their own; rating and minutes are the last two cells.
      let cells = line.split(separator: ",")
      guard cells.count >= 4, let rating = Double(cells[cells.count - 2]),
        let minutes = Double(cells[cells.count - 1]), (0...10).contains(rating), (1...1440).contains(minutes)
      else { return nil }
      return rating * minutes
    }
    return (loads.count, loads.reduce(0, +))
  }
}
