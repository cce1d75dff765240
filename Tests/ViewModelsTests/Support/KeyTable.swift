import Domain
import Keys
import Testing
import ViewModels

/// What a key does in a pane of `Sample.workbench(in:)`: the effects, and every change of the state.
struct KeyCase: Sendable, CustomTestStringConvertible {
  var pane: PaneID
  var key: Key
  var effects: [Effect]
  var change: @Sendable (inout AppState) -> Void
  var testDescription: String { "\(key) in \(pane.title)" }
}

/// Every key in every pane, written out by hand: what a coach relies on.
enum KeyTable {
  static let all: [KeyCase] = PaneID.allCases.flatMap(cases)

  private static func cases(_ pane: PaneID) -> [KeyCase] {
    var table = Table(pane: pane)
    everywhere(&table)
    switch pane {
    case .roster: roster(&table)
    case .athlete: athlete(&table)
    case .sensors: sensors(&table)
    case .plan: plan(&table)
    case .decisions: decisions(&table)
    case .jobs: jobs(&table)
    }
    return table.cases
  }

  struct Table {
    let pane: PaneID
    var cases: [KeyCase] = []
    mutating func on(
      _ keys: String, _ effects: [Effect] = [],
      _ change: @escaping @Sendable (inout AppState) -> Void = { _ in }
    ) {
      for word in keys.split(separator: " ") {
        let key = word == "Space" ? Key.character(" ") : Key(String(word))!
        cases.append(KeyCase(pane: pane, key: key, effects: effects, change: change))
      }
    }
  }

  private static func everywhere(_ table: inout Table) {
    let all = PaneID.allCases
    let here = all.firstIndex(of: table.pane)!
    let isPlan = table.pane == .plan
    func goes(_ key: String, to pane: PaneID) {
      var effects: [Effect] = []
      if pane == .decisions { effects = [.loadDecisions] }
      if pane == .plan, !isPlan { effects = [.loadWeek(Sample.id(1), PlanSample.week)] }
      table.on(key, effects) {
        $0.pane = pane
        if pane != .plan { $0.watches[.trainingPlan]?.pause(at: $0.clock.now) }
      }
    }
    for (index, pane) in all.enumerated() { goes("\(index + 1)", to: pane) }
    goes("Tab", to: all[(here + 1) % all.count])
    goes("Shift-Tab", to: all[(here + all.count - 1) % all.count])
    table.on(": Ctrl-P") { $0.overlay = .palette(query: "", selected: 0) }
    table.on("? F1") { $0.overlay = .help }
    table.on("Ctrl-L", [.redraw])
    table.on("Ctrl-Z", [.suspend])
    table.on("q Ctrl-C", [.quit])
  }

  static func undoing(_ table: inout Table) {
    table.on("u") {
      $0.message = Message(.look, "Nothing to take back since the program started.")
    }
    table.on("Ctrl-R") { $0.message = Message(.look, "Nothing was taken back.") }
  }
  private static func importing(_ table: inout Table) {
    table.on("I") { $0.overlay = .form(.importPath(for: Sample.id(1), name: "李雨桐")) }
  }
  private static func editing(_ table: inout Table) {
    table.on("e") {
      $0.overlay = .form(
        .athlete(
          Sample.athlete(1), identity: Sample.identities[0], squads: Sample.squadChoices))
    }
  }
  static func entering(_ table: inout Table) {
    table.on("L") { $0.overlay = .entryMenu(EntryMenu()) }
  }
  private static func rating(_ table: inout Table) {
    table.on("R") { $0.overlay = .form(EntrySample.form(.rating)) }
  }
  private static func neighbours(_ table: inout Table) {
    table.on("[", [.loadDetail(Sample.id(1))])
    table.on("]", [.loadDetail(Sample.id(2))]) {
      $0.roster.selection = Sample.id(2)
      $0.sensors = SensorsState()
    }
  }

  private static func roster(_ table: inout Table) {
    table.on("Enter") { $0.pane = .athlete }
    table.on("Space", [.loadDetail(Sample.id(2))]) {
      $0.roster.marked = [Sample.id(1)]
      $0.roster.selection = Sample.id(2)
      $0.sensors = SensorsState()
    }
    table.on("a", [.approve([Sample.plan(1)])])
    table.on("A") {
      $0.overlay = .confirm(
        Confirmation(
          question: "Approve 1 routine plan?",
          detail: """
            Inside every usual range, nothing asks for a judgement: Amina Diallo. Limits are looked at once \
            more; who they refuse is named. u takes the rest back together.
            """,
          key: .character("y"), word: "approve", effects: [.approve([Sample.plan(2)])]))
    }
    table.on("/") { $0.roster.isTypingFilter = true }
    table.on("o") { $0.roster.order = .name }
    table.on("p", [.propose([Sample.id(4)], PlanSample.week)])
    importing(&table)
    undoing(&table)
    editing(&table)
    entering(&table)
    table.on("M") {
      $0.message = Message(
        .look, "Mark two athletes who are one, with the cursor on the one to keep, then press M.")
    }
    table.on("D") {
      $0.overlay = .confirm(
        Confirmation(
          question: "Erase 李雨桐?",
          detail: """
            Name, dates, notes, files and places are sealed; the pseudonym’s figures stay. u takes it \
            back, until the identity file is compacted.
            """,
          key: .character("y"), word: "erase", effects: [.erase(Sample.id(1))]))
    }
    table.on("n") {
      $0.overlay = .form(.athlete(nil, identity: nil, squads: Sample.squadChoices))
    }
    table.on("S") { $0.overlay = .people(PeopleList(.squads)) }
    table.on("C") { $0.overlay = .people(PeopleList(.coaches)) }
    table.on("i") { $0.overlay = .whereFrom }
    table.on("Down j", [.loadDetail(Sample.id(2))]) {
      $0.roster.selection = Sample.id(2)
      $0.sensors = SensorsState()
    }
    table.on("Up k PgUp Ctrl-U Home g", [.loadDetail(Sample.id(1))])
    table.on("PgDn Ctrl-D End G", [.loadDetail(Sample.id(4))]) {
      $0.roster.selection = Sample.id(4)
      $0.sensors = SensorsState()
    }
    table.on("Esc")
  }

  private static func athlete(_ table: inout Table) {
    table.on("a", [.approve([Sample.plan(1)])])
    neighbours(&table)
    table.on("+ =") { $0.athlete.weeks = 14 }
    table.on("-") { $0.athlete.weeks = 6 }
    table.on("Enter") { $0.pane = .sensors }
    // The oldest session is three days back; nothing is planned ahead.
    let yesterday = Sample.today.advanced(by: -1)
    table.on("Left h") { $0.athlete.cursor = yesterday }
    table.on("Right l ) > 0")
    table.on("( <") {
      $0.athlete.cursor = Sample.today.advanced(by: -3)
      $0.athlete.selectedSession = 2
    }
    table.on("w") { $0.athlete.view = .week }
    table.on("s") { $0.athlete.view = .season }
    table.on("v J") { $0.athlete.part = .sessions }
    table.on("V K") { $0.athlete.part = .profile }
    importing(&table)
    entering(&table)
    rating(&table)
    table.on("W") { $0.overlay = .form(EntrySample.form(.wellness)) }
    table.on("A") {
      $0.message = Message(
        .look, "The roster warns about nothing here: there is nothing to acknowledge.")
    }
    table.on("M") { $0.overlay = .form(EntrySample.form(.comment)) }
    undoing(&table)
    editing(&table)
    table.on("i") { $0.overlay = .whereFrom }
    table.on("Down j") {
      $0.athlete.selectedSession = 1
      $0.athlete.cursor = Sample.today.advanced(by: -2)
    }
    table.on("Up k PgUp Ctrl-U Home g")
    table.on("PgDn Ctrl-D End G") {
      $0.athlete.selectedSession = 2
      $0.athlete.cursor = Sample.today.advanced(by: -3)
    }
    table.on("Esc") { $0.pane = .roster }
  }

  private static func sensors(_ table: inout Table) {
    table.on("Left h") { $0.sensors.cursor = 0.5 - 1.0 / 60 }
    table.on("Right l") { $0.sensors.cursor = 0.5 + 1.0 / 60 }
    table.on("+ =") { $0.sensors.window = 0.25...0.75 }
    table.on("- 0")
    // This recording has neither laps nor flags nor channels: see the sensors' own tests.
    table.on("{ } n N v V r Space < > f b")
    table.on("o") { $0.sensors.showsCleaned = false }
    table.on("( Home g") { $0.sensors.cursor = 0 }
    table.on(") End G") { $0.sensors.cursor = 1 }
    table.on("z") { $0.sensors.zones = .none }
    table.on("c") {
      $0.sensors.compared = ComparedRecording(
        session: Sample.sessions(of: 1)[0], trace: RecordingTrace(analysing: Sample.recording))
    }
    table.on("[ Down j PgDn Ctrl-D", [.loadRecording(Sample.session(103))]) {
      $0.sensors = SensorsState()
      $0.sensors.session = Sample.sessions(of: 1)[2]
      $0.sensors.isLoading = true
    }
    table.on("] Up k PgUp Ctrl-U")
    importing(&table)
    entering(&table)
    table.on("D") { $0.overlay = .form(EntrySample.form(.diagnosis)) }
    rating(&table)
    table.on("i") { $0.overlay = .whereFrom }
    table.on("Esc") { $0.pane = .athlete }
  }

  private static func decisions(_ table: inout Table) {
    table.on("Enter", [.loadDetail(Sample.id(2))]) {
      $0.roster.selection = Sample.id(2)
      $0.sensors = SensorsState()
      $0.pane = .athlete
    }
    table.on("t") { $0.decisions.task = .trainingPlan }
    table.on("Down j PgDn Ctrl-D End G") { $0.decisions.selected = 1 }
    table.on("Up k PgUp Ctrl-U Home g")
    table.on("Esc") { $0.pane = .roster }
  }

  private static func jobs(_ table: inout Table) {
    table.on("x", [.cancelJob(2)])
    table.on("r")
    importing(&table)
    table.on("Down j PgDn Ctrl-D End G") { $0.jobs.selected = 1 }
    table.on("Up k PgUp Ctrl-U Home g")
    table.on("Esc") { $0.pane = .roster }
  }
}
