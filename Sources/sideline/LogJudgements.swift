import App
public import ArgumentParser
public import Domain
import Store
import ViewModels

// What coaches judge, and the heat they expect: entered like everything else, through the workbench's forms.
extension LogCommand {
  struct Heat: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "heat", abstract: "How hot it will be where the athlete’s squad trains.")
    @OptionGroup var which: Which
    @Option(help: "Wet-bulb globe temperature at the hour of training, °C.") var wbgt: String
    @Option(help: "The first day; today when left out.") var from: String?
    @Option(help: "The last day; the first when left out.") var through: String?

    func run() throws {
      let (desk, detail) = try which.open()
      try which.fill(
        .heat, desk, detail,
        [("temperature", "wbgt", wbgt), ("from", "from", from), ("through", "through", through)])
    }
  }

  struct Diagnosis: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diagnosis", abstract: "What was wrong with a flagged session, in a coach’s name.")
    @OptionGroup var which: Which
    @Option(help: "The session’s id.") var session: String
    @Option(help: "sensorFault, technique, pacing, fatigue, nothingWrong.") var finding: Judgement.Finding
    @Argument(help: "In your words; kept with the names.") var note: String?

    func run() throws {
      let (desk, detail) = try which.open()
      guard let id = SessionID(session), let found = detail.sessions.first(where: { $0.id == id }) else {
        throw Refusal("\(visible(detail.name)) has no session “\(visible(session))”.")
      }
      try which.requireCoach(desk)
      try which.fill(
        .diagnosis, session: found, desk, detail,
        [("finding", "finding", finding.rawValue), ("note", "note", note)])
    }
  }

  struct Risk: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "risk", abstract: "Acknowledge what the roster warns about, in a coach’s name.")
    @OptionGroup var which: Which
    @Option(help: "noChange, eased, held, examined.") var response: Judgement.Response
    @Argument(help: "In your words; kept with the names.") var note: String?

    func run() throws {
      let (desk, detail) = try which.open()
      try which.requireCoach(desk)
      try which.fill(
        .risk, desk, detail, [("response", "response", response.rawValue), ("note", "note", note)])
    }
  }
}

extension LogCommand.Which {
  /// A judgement is somebody's.
  fileprivate func requireCoach(_ desk: Desk) throws {
    guard try desk.commandLineCoach(coach) == nil else { return }
    throw Refusal(
      "A judgement is a person’s. Say --coach, or add one with sideline coach add.", .misused)
  }
}

extension Judgement.Finding: ExpressibleByArgument {}
extension Judgement.Response: ExpressibleByArgument {}
