import App
import ArgumentParser
import Domain
import Store
import ViewModels

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "What the log says: how long decisions took.",
    subcommands: [Decisions.self])

  struct Decisions: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How long decisions took, by task, with and without Sideline’s help.")
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      let desk = try database.openExisting()
      let report = try desk.stating { desk throws(StoreError) in try desk.decisions().report }
      if json {
        try printDocument(DecisionsDocument(report, isSimulated: desk.isSimulated))
        return
      }
      guard !report.rows.isEmpty else {
        print("No decision was timed yet. Opening a week’s plan in the workbench starts the stopwatch.")
        return
      }
      for row in report.rows { print(line(row)) }
      for comparison in report.comparisons {
        print(
          "\(comparison.task.word): \(signed(comparison.difference.value / 60, decimals: 1)) min with help. \(DecisionReport.caution)"
        )
      }
      print("The paper’s minutes stand in brackets: theirs, never ours.")
    }

    private func line(_ row: DecisionReport.Row) -> String {
      let interval =
        row.median.low.flatMap { low in
          row.median.high.map { "\(minutes(low))–\(minutes($0))" }
        } ?? row.median.refusal?.sentence ?? ""
      let side = row.isAssisted ? "with" : "without"
      return
        "\(row.task.word), \(side): \(counted(row.count, "decision")), median \(minutes(row.median.value)) min (\(interval)), middle half \(minutes(row.firstQuartile))–\(minutes(row.thirdQuartile)) [paper \(figure(row.publishedMinutes))]"
    }
    private func minutes(_ seconds: Double) -> String { figure(seconds / 60, decimals: 1) }
  }
}

struct DecisionsDocument: Document {
  static let schema = "decisions"
  var simulated: Bool
  var tasks: [Task]
  var untimed: Int
  var seed: UInt64
  var resamples: Int

  struct Task: Encodable {
    var task: String
    var assisted: Bool
    var n: Int
    var coaches: Int
    var medianS: Double
    var low: Double?
    var high: Double?
    var noInterval: String?
    var q1S: Double
    var q3S: Double
    var design: String
    var publishedMinutes: Double
    var outcomes: [String: Int]
  }

  init(_ report: DecisionReport, isSimulated: Bool) {
    simulated = isSimulated
    untimed = report.untimed
    seed = report.seed
    resamples = report.resamples
    tasks = report.rows.map { row in
      Task(
        task: row.task.rawValue, assisted: row.isAssisted, n: row.count, coaches: row.coaches,
        medianS: row.median.value, low: row.median.low, high: row.median.high,
        noInterval: row.median.refusal?.sentence, q1S: row.firstQuartile, q3S: row.thirdQuartile,
        design: row.design.word, publishedMinutes: row.publishedMinutes,
        outcomes: Dictionary(
          uniqueKeysWithValues: row.outcomes.map {
            ($0.key == .approvedAfterEditing ? "approved_after_editing" : $0.key.rawValue, $0.value)
          }))
    }
  }
}
