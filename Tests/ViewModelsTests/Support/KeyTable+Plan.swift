import Domain
import Keys
import ViewModels

// The plan pane's keys, with the program's proposal of this week on the screen and Wednesday's tempo selected.
extension KeyTable {
  static func plan(_ table: inout Table) {
    planChoosing(&table)
    planChanging(&table)
    planForms(&table)
    table.on("a", [.approve([Sample.plan(1)])])
    table.on("p", [.propose([Sample.id(1)], PlanSample.week)])
    table.on("[", [.loadDetail(Sample.id(1))])
    table.on("]", [.loadDetail(Sample.id(2)), .loadWeek(Sample.id(2), PlanSample.week)]) {
      $0.roster.selection = Sample.id(2)
      $0.sensors = SensorsState()
      leavesWeek(&$0)
    }
    undoing(&table)
    entering(&table)
    table.on("i") { $0.overlay = .whereFrom }
    table.on("w") { $0.message = Message(.look, "No version of this week is approved.") }
    table.on("U") {
      $0.plan.isWithoutHelp = true
      $0.message = Message(
        .done,
        """
        Without help: proposal, figures and reasons are hidden. This week was seen with help and counts as \
        assisted; ) goes to another.
        """)
    }
    table.on("Esc") {
      $0.pane = .roster
      $0.watches[.trainingPlan]?.pause(at: $0.clock.now)
    }
  }

  private static func leavesWeek(_ state: inout AppState) {
    state.plan.forget()
    state.watches[.trainingPlan]?.pause(at: state.clock.now)
  }

  private static func planChoosing(_ table: inout Table) {
    table.on("Left h") { $0.plan.day = 1 }
    table.on("Right l") { $0.plan.day = 3 }
    table.on("Down j PgDn Ctrl-D End G") { $0.plan.place = 1 }
    table.on("Up k PgUp Ctrl-U Home g")
    table.on("Enter") { $0.plan.hand = PlanPaneState.Hand(session: PlanSample.sessions()[2], day: 2) }
    for (key, weeks) in [("(", -1), (")", 1)] {
      table.on(key, [.loadWeek(Sample.id(1), PlanSample.week.advanced(by: weeks))]) {
        $0.plan.weeksAhead = weeks
        leavesWeek(&$0)
      }
    }
    table.on("v") { $0.plan.view = .versions }
    table.on("!") { $0.plan.view = .limits }
    table.on("s", [.loadSquadWeek(PlanSample.week)]) {
      $0.plan.view = .squad
      $0.watches[.trainingPlan]?.pause(at: $0.clock.now)
    }
    // Only the squad's week has somebody to mark.
    table.on("Space")
  }

  private static func planChanging(_ table: inout Table) {
    func saves(_ key: String, _ sessions: [PlannedSession], _ word: String) {
      table.on(key, [.saveWeek(PlanSample.draft(sessions, word))]) {
        $0.plan.pending = sessions
        $0.plan.savesUnderWay = 1
      }
    }
    saves("+ =", PlanSample.changed(3) { $0.minutes = 50 }, "Tempo on Wed: 50 min, RPE 5")
    saves("-", PlanSample.changed(3) { $0.minutes = 40 }, "Tempo on Wed: 40 min, RPE 5")
    saves(">", PlanSample.changed(3) { $0.intensity = 5.5 }, "Tempo on Wed: 45 min, RPE 5.5")
    saves("<", PlanSample.changed(3) { $0.intensity = 4.5 }, "Tempo on Wed: 45 min, RPE 4.5")
    saves("d Delete", PlanSample.sessions().filter { $0.id != PlanSample.id(3) }, "Tempo of Wed taken out")
    let later = PlanSample.sessions().map { session in
      var session = session
      session.day = session.day.advanced(by: 1)
      return session
    }
    saves("}", later, "The week shifted a day later")
    table.on("{") {
      $0.message = Message(
        .look, "Not shifted: Easy run of Mon would leave the week. Move it first.")
    }
    table.on("y") {
      $0.plan.copied = PlanSample.sessions()[2]
      $0.message = Message(
        .done, "Tempo copied. P puts it on a day, T gives it to the marked athletes.")
    }
    table.on("P") {
      $0.message = Message(.look, "Nothing is copied. y copies the selected session.")
    }
    table.on("T") {
      $0.message = Message(
        .look,
        """
        Nobody is marked. Space in the roster or the squad’s week marks athletes, then T gives them this \
        session.
        """)
    }
  }

  private static func planForms(_ table: inout Table) {
    table.on("n") { $0.overlay = .form(PlanForms.new(on: Sample.today)) }
    table.on("e") { $0.overlay = .form(PlanForms.tempo) }
    table.on("*") { $0.overlay = .form(PlanForms.scale) }
    table.on("x") { $0.overlay = .form(PlanForms.reject) }
    table.on("B") { $0.overlay = .form(PlanForms.saveTemplate) }
    table.on("E") { $0.overlay = .form(PlanForms.export) }
    table.on("b") {
      $0.message = Message(
        .look, "There is no template yet. B keeps the week on the screen as one.")
    }
  }
}

/// The forms of the plan pane, field by field.
enum PlanForms {
  private static func field(_ key: String, _ label: String, hint: String, _ text: String = "") -> Form.Field {
    Form.Field(key, label, .text(hint: hint), text)
  }
  private static func choice(_ key: String, _ label: String, _ words: [String], _ text: String) -> Form.Field
  {
    Form.Field(key, label, .choice(words), text)
  }

  private static let days = [
    "Mon 23 Nov", "Tue 24 Nov", "Wed 25 Nov", "Thu 26 Nov", "Fri 27 Nov", "Sat 28 Nov", "Sun 29 Nov",
  ]

  private static func session(_ id: PlannedSessionID?, _ title: String, _ texts: [String]) -> Form {
    Form(
      .planned(id), title: title,
      fields: [
        choice("day", "Day", days, texts[0]),
        choice("type", "Kind", SessionType.allCases.map(\.rawValue), texts[1]),
        field("minutes", "Minutes", hint: "5 to 600", texts[2]),
        field("rpe", "Intended RPE", hint: "0.5 to 10: 3 moderate, 5 hard, 7 very hard", texts[3]),
        field("start", "Begins at", hint: "17:30; empty when open", texts[4]),
        field("repetitions", "Repetitions", hint: "6; empty when it is one piece", texts[5]),
        field("work", "Each, seconds", hint: "90", texts[6]),
        field("rest", "Rest, seconds", hint: "60", texts[7]),
        field("strategy", "Strategy", hint: "an id such as tempo-ladder", texts[8]),
        field("block", "Block", hint: "an id such as base-1", texts[9]),
      ])
  }

  static func new(on day: Day) -> Form {
    session(
      nil, "New session on \(day.long)", [day.long, "easy", "45", "3", "", "", "", "", "", ""])
  }
  static let tempo = session(
    PlanSample.id(3), "Change session", ["Wed 25 Nov", "tempo", "45", "5", "17:30", "", "", "", "", ""])
  static let intervals = session(
    PlanSample.id(2), "Change session",
    ["Tue 24 Nov", "intervals", "55", "7.5", "", "6", "90", "60", "tempo-ladder", "base-1"])

  static let scale = Form(
    .scaleWeek, title: "Scale the week’s minutes",
    fields: [field("share", "Per cent", hint: "80 makes every session a fifth shorter", "90")])

  static let reject = Form(
    .reject(Sample.plan(1)), title: "Reject the plan of 李雨桐",
    fields: [
      choice(
        "reason", "Reason",
        [
          "exam or class", "feels tired", "venue taken", "event moved", "injury worry", "too much",
          "too little",
          "wrong focus", "other",
        ], "exam or class"),
      field("note", "In your words", hint: "kept with the names; may stay empty"),
    ])

  static let saveTemplate = Form(
    .saveTemplate, title: "Keep this week as a template",
    fields: [
      field("name", "Name", hint: "base week, 10-day cycle"),
      field("days", "Days in a turn", hint: "7; up to 28, the rest of the turn is free", "7"),
    ])

  static let useTemplate = Form(
    .useTemplate, title: "Lay a template down",
    fields: [
      choice("template", "Template", ["base week, 7 days", "ten days, 10 days"], "base week, 7 days"),
      field("from", "First day", hint: "2026-11-23", "2026-11-25"),
      field("turns", "Turns", hint: "1; a turn may end in another week", "1"),
      field("block", "Block", hint: "an id such as base-1; may stay empty"),
    ])

  static let export = Form(
    .exportPlan, title: "Export the week",
    fields: [
      choice(
        "kind", "As", ["calendar (.ics)", "table (.csv)", "Markdown (.md)", "printed page (.html)"],
        "calendar (.ics)"),
      choice("scope", "Of", ["this athlete", "the squad"], "this athlete"),
      choice("names", "Names", ["initials", "full names"], "initials"),
      field("path", "File", hint: "empty: ~/sideline-2026-W48 and the ending"),
    ])

  static let rampLimit = Form(
    .limit(.weeklyRamp), title: "Week, of the last four",
    fields: [
      field("bound", "Per cent", hint: "50 to 150; empty: the standard", "120"),
      choice("scope", "Holds for", ["this athlete", "the squad"], "this athlete"),
    ])
}
