import App
public import ArgumentParser
public import Domain
import Store
import ViewModels

/// What people enter, from a script: each command fills in the form that the workbench has for it.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Enter what people report about an athlete.",
    discussion: """
        sideline log rpe --athlete ID --rating 7 --minutes 60 --sport running
        sideline log wellness --athlete ID --fatigue 3 --soreness 2 --sleep 7.5
        sideline log injury --athlete ID --part calf --severity mild
        sideline log test --athlete ID --item run3000m --value 10:02
        sideline log comment --athlete ID "Exams until 21 May"
      """,
    subcommands: [
      RPE.self, WellnessReport.self, InjuryReport.self, Stretch.self, Test.self, Remark.self,
      Event.self, Phase.self, Hold.self, Link.self, Heat.self, Diagnosis.self, Risk.self,
    ])

  struct Which: ParsableArguments {
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The athlete’s id.") var athlete: String
    @Option(help: "The coach who says it; the configured one when left out.") var coach: String?
    @Flag(help: "Print one JSON document.") var json = false

    func open() throws -> (desk: Desk, detail: AthleteDetail) {
      let desk = try database.openExisting()
      let athlete = try desk.requiredAthlete(athlete)
      let detail = try desk.stating { desk throws(StoreError) in
        try desk.summariser.detail(of: athlete.id)
      }
      guard let detail else { throw Refusal(StoreError.missing.sentence(path: desk.store.path)) }
      return (desk, detail)
    }

    /// Fills in a form's fields, saves what it says, and says what was saved.
    func fill(
      _ kind: EntryKind, session: Session? = nil, _ desk: Desk, _ detail: AthleteDetail,
      _ texts: [(field: String, option: String, text: String?)]
    ) throws {
      let today = desk.world.today
      guard
        var form = Form.entry(kind, about: detail, session: session, today: today)
      else { throw Refusal("There is nothing to say that about. Check the session’s id.") }
      for (field, _, text) in texts {
        guard let text else { continue }
        form.set(field, to: text)
      }
      let entry = form.entry(kind, about: detail, today: today)
      guard let entry else {
        let complaints = form.complaints.map { complaint in
          let option = texts.first { $0.field == complaint.key }?.option ?? complaint.key
          return "--\(option): \(complaint.sentence)."
        }
        throw Refusal(
          complaints.isEmpty ? "Something is missing; see --help." : complaints.joined(separator: " "),
          .misused)
      }
      try save(entry, desk, detail)
    }

    func save(_ entry: Entry, _ desk: Desk, _ detail: AthleteDetail) throws {
      let badge = try desk.commandLineCoach(coach)
      let actor = badge.map { Actor.coach($0.coach.id, role: $0.coach.role) } ?? .program
      let entered = try desk.stating { desk throws(StoreError) in
        try desk.record(entry, about: detail.athlete.id, as: actor)
      }
      if let note = entered.note { tell(visible(note)) }
      if json {
        try printDocument(LogDocument(detail.athlete, entered))
      } else {
        print("\(entered.word) of \(visible(detail.name)) is saved.")
      }
    }
  }

  struct RPE: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rpe", abstract: "A session’s rating: of a stored session, or of one without a recording.")
    @OptionGroup var which: Which
    @Option(help: "CR-10, 0 to 10.") var rating: String
    @Option(help: "The stored session’s id; the newest unrated one of --day when left out.")
    var session: String?
    @Option(help: "Its day; today when left out.") var day: String?
    @Option(help: "When it began, 17:30.") var time: String?
    @Option(help: "How long it was.") var minutes: String?
    @Option(help: "running, cycling, swimming, strength, ball …") var sport: String?
    @Option(help: "easy, long, tempo, intervals …") var type: String?
    @Option(help: "Kilometres.") var distance: String?

    func run() throws {
      let (desk, detail) = try which.open()
      if let stored = try stored(desk, detail) {
        try which.fill(
          .rating, session: stored, desk, detail,
          [("rpe", "rating", rating), ("minutes", "minutes", minutes), ("type", "type", type)])
        return
      }
      try which.fill(
        .session, desk, detail,
        [
          ("rpe", "rating", rating), ("day", "day", day), ("time", "time", time),
          ("minutes", "minutes", minutes), ("sport", "sport", sport), ("type", "type", type),
          ("distance", "distance", distance),
        ])
    }

    /// The session that is meant, when it is stored already.
    private func stored(_ desk: Desk, _ detail: AthleteDetail) throws -> Session? {
      if let session {
        guard let id = SessionID(session), let found = detail.sessions.first(where: { $0.id == id })
        else { throw Refusal("\(visible(detail.name)) has no session “\(visible(session))”.") }
        return found
      }
      let day = spokenDay(day ?? "", today: desk.world.today)
      // Who says when it began or what it was means another session than the one that is there.
      guard time == nil, sport == nil, distance == nil else { return nil }
      return detail.sessions.first { $0.day == day && $0.rpe == nil }
    }
  }

  struct WellnessReport: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "wellness", abstract: "A morning report; what is left out stays as it was.")
    @OptionGroup var which: Which
    @Option(help: "The morning; today when left out.") var day: String?
    @Option(help: "amount, wellbeing (both 1–5) or hooper (1–7); the athlete’s last when left out.")
    var scale: Questionnaire?
    @Option(help: "Fatigue.") var fatigue: String?
    @Option(help: "Soreness.") var soreness: String?
    @Option(help: "Stress.") var stress: String?
    @Option(help: "Mood.") var mood: String?
    @Option(help: "Sleep quality.") var sleepQuality: String?
    @Option(help: "Readiness, 0 to 10.") var readiness: String?
    @Option(help: "The athlete’s own rating of technique.") var technique: String?
    @Option(help: "Hours slept.") var sleep: String?
    @Option(help: "Resting heart rate, bpm.") var restingHeartRate: String?
    @Option(help: "lnRMSSD, or RMSSD in milliseconds.") var hrv: String?

    func run() throws {
      let (desk, detail) = try which.open()
      try which.fill(
        .wellness, desk, detail,
        [
          ("day", "day", day), ("set", "scale", scale?.rawValue), ("fatigue", "fatigue", fatigue),
          ("soreness", "soreness", soreness), ("stress", "stress", stress), ("mood", "mood", mood),
          ("sleepQuality", "sleep-quality", sleepQuality), ("readiness", "readiness", readiness),
          ("technique", "technique", technique), ("sleep", "sleep", sleep),
          ("resting", "resting-heart-rate", restingHeartRate), ("variability", "hrv", hrv),
        ])
    }
  }

  struct InjuryReport: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "injury",
      abstract: "An injury or illness, with a return-to-play hold unless told otherwise.")
    @OptionGroup var which: Which
    @Option(help: "knee, calf, hamstring, illness …") var part: Injury.BodyPart
    @Option(help: "Since; today when left out.") var onset: String?
    @Option(help: "mild, moderate, severe.") var severity: Injury.Severity?
    @Option(help: "active, returning, resolved.") var status: Injury.Status?
    @Option(help: "The last day off.") var lastDay: String?
    @Option(help: "standing or none.") var hold: String?

    func run() throws {
      let (desk, detail) = try which.open()
      if let hold, !["standing", "none"].contains(hold) {
        throw Refusal("--hold takes standing or none.", .misused)
      }
      let known = detail.injuries.last { $0.bodyPart == part && $0.restricts(on: desk.world.today) }
      try which.fill(
        .injury, desk, detail,
        [
          ("part", "part", part.rawValue),
          ("onset", "onset", onset ?? known?.onset.description ?? "today"),
          ("severity", "severity", severity?.rawValue ?? known?.severity?.rawValue ?? "not known"),
          ("status", "status", status?.rawValue ?? known?.status.rawValue ?? "active"),
          ("last", "last-day", lastDay ?? known?.lastDay?.description ?? ""),
          ("hold", "hold", hold ?? (known?.hold == Injury.Hold.none ? "none" : "standing")),
        ])
    }
  }

  struct Hold: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lift-hold", abstract: "End a return-to-play hold, in a coach’s name.")
    @OptionGroup var which: Which
    @Option(help: "The body part; the newest hold when left out.") var part: Injury.BodyPart?

    func run() throws {
      let (desk, detail) = try which.open()
      let standing = detail.injuries.last { $0.hold == .standing && (part == nil || $0.bodyPart == part) }
      guard let standing else {
        throw Refusal("No return-to-play hold stands for \(visible(detail.name)).")
      }
      guard try desk.commandLineCoach(which.coach) != nil else {
        throw Refusal(
          "A hold is lifted by a person. Say --coach, or add one with sideline coach add.", .misused)
      }
      let key = EntryKey.injury(detail.athlete.id, onset: standing.onset, standing.bodyPart)
      try which.save(.liftHold(key), desk, detail)
    }
  }

  struct Stretch: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "availability", abstract: "Days with less training, none, or training elsewhere.")
    @OptionGroup var which: Which
    @Option(help: "travel, limited, exams, unavailable.") var kind: Availability.Kind
    @Option(help: "The first day.") var from: String
    @Option(help: "The last day; the first when left out.") var through: String?
    @Option(help: "How far clocks there run ahead of UTC, +09:00.") var utcOffset: String?

    func run() throws {
      let (desk, detail) = try which.open()
      try which.fill(
        .availability, desk, detail,
        [
          ("kind", "kind", kind.rawValue), ("from", "from", from), ("through", "through", through),
          ("offset", "utc-offset", utcOffset),
        ])
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "A test’s result.",
      discussion: TestResult.Item.allCases.map { "  \($0.rawValue), \($0.shownUnit)" }
        .joined(separator: "\n"))
    @OptionGroup var which: Which
    @Option(help: "Which test; the names are below.") var item: TestResult.Item
    @Option(help: "The result, 34.1 or 12:04.") var value: String
    @Option(help: "Its day; today when left out.") var day: String?
    @Option(help: "Typical error in the same unit; from the literature when left out.")
    var typicalError: String?

    func run() throws {
      let (desk, detail) = try which.open()
      try which.fill(
        .test, desk, detail,
        [
          ("item", "item", item.rawValue), ("value", "value", value), ("day", "day", day),
          ("error", "typical-error", typicalError),
        ])
    }
  }

  struct Remark: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "comment", abstract: "A coach’s comment, kept with the names.")
    @OptionGroup var which: Which
    @Argument(help: "What should be remembered.") var text: String
    @Option(help: "The day it is about; today when left out.") var day: String?

    func run() throws {
      let (desk, detail) = try which.open()
      try which.fill(.comment, desk, detail, [("text", "text", text), ("day", "day", day)])
    }
  }

  struct Event: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "event", abstract: "A target event: A, B or C.")
    @OptionGroup var which: Which
    @Argument(help: "What it is called; kept with the names.") var name: String
    @Option(help: "Its day.") var day: String
    @Option(help: "A, B or C.") var priority = "A"

    func run() throws {
      let (desk, detail) = try which.open()
      guard ["A", "B", "C"].contains(priority.uppercased()) else {
        throw Refusal("--priority takes A, B or C.", .misused)
      }
      try which.fill(
        .targetEvent, desk, detail,
        [("name", "name", name), ("day", "day", day), ("priority", "priority", priority.uppercased())])
    }
  }

  struct Phase: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "phase", abstract: "A phase of the season.")
    @OptionGroup var which: Which
    @Option(help: "general, specific, competition, taper, transition.") var kind: TrainingPhase.Kind
    @Option(help: "The first day.") var from: String
    @Option(help: "The last day.") var through: String

    func run() throws {
      let (desk, detail) = try which.open()
      try which.fill(
        .phase, desk, detail,
        [("kind", "kind", kind.rawValue), ("from", "from", from), ("through", "through", through)])
    }
  }

  struct Link: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "link", abstract: "Say which planned session a done one was.")
    @OptionGroup var which: Which
    @Option(help: "The done session’s id.") var session: String
    @Option(help: "The planned session’s id, none, or auto.") var planned: String

    func run() throws {
      let (desk, detail) = try which.open()
      guard let id = SessionID(session), let done = detail.sessions.first(where: { $0.id == id }) else {
        throw Refusal("\(visible(detail.name)) has no session “\(visible(session))”.")
      }
      let choices = detail.plans.flatMap { $0.sessions(on: done.day) }
      let link: SessionLink?
      switch planned {
      case "auto": link = nil
      case "none": link = .unplanned
      default:
        guard let id = PlannedSessionID(planned), choices.contains(where: { $0.id == id }) else {
          throw Refusal("Nothing with the id “\(visible(planned))” was planned for \(done.day).")
        }
        link = .chosen(id)
      }
      try which.save(.link(done.id, link), desk, detail)
    }
  }
}

extension Questionnaire: ExpressibleByArgument {}
extension Injury.BodyPart: ExpressibleByArgument {}
extension Injury.Severity: ExpressibleByArgument {}
extension Injury.Status: ExpressibleByArgument {}
extension Availability.Kind: ExpressibleByArgument {}
extension TestResult.Item: ExpressibleByArgument {}
extension TrainingPhase.Kind: ExpressibleByArgument {}

struct LogDocument: Document {
  static let schema = "log"
  let simulated: Bool
  let athlete: String
  /// What was entered: `rating`, `morning_report`.
  let entry: String
  let note: String?

  init(_ athlete: Athlete, _ entered: Entered) {
    simulated = athlete.origin == .simulated
    self.athlete = athlete.id.description
    entry = String(entered.word.lowercased().map { $0 == " " ? "_" : $0 })
    note = entered.note
  }
}
