public import Keys

/// What a coach can mean by a key; its word is what help, palette and configuration call it.
public enum Intent: String, CaseIterable, Sendable, Codable {
  case up, down, pageUp, pageDown, toStart, toEnd, left, right
  case open, back, nextPane, previousPane
  case roster, athlete, sensors, plan, decisions, jobs
  case mark, find, order
  case approve, approveRoutine, propose, undo, redo
  case logEntry, rateSession, logWellness, logComment, mergeAthletes, eraseAthlete
  case newAthlete, editAthlete, squads, coaches, importFiles
  case previousAthlete, nextAthlete, more, less
  case weekBefore, weekAfter, fourWeeksBefore, fourWeeksAfter, today
  case weekView, seasonView, nextPart, previousPart
  case minuteBack, minuteOn, lapBefore, nextLap, flagBefore, nextFlag, whole
  case nextChannel, channelBefore, zones, spectrum, cleaned, bouts, compare, replay, pauseReplay, slower,
    faster
  case addSession, editSession, removeSession, copySession, pasteSession, applyToMarked
  case shiftEarlier, shiftLater, scaleWeek, useTemplate, saveTemplate
  case rejectPlan, withdraw, versions, squadWeek, limits, withoutHelp, exportPlan
  case acknowledge, diagnose, filterTask
  case cancelJob, retryJob
  case whereFrom, help, commands, redraw, suspend, quit

  /// As the key bar and the help say it.
  public var word: String {
    switch self {
    case .up: "up"
    case .down: "down"
    case .pageUp: "page up"
    case .pageDown: "page down"
    case .toStart: "first"
    case .toEnd: "last"
    case .left: "left"
    case .right: "right"
    case .open: "open"
    case .back: "back"
    case .nextPane: "next pane"
    case .previousPane: "pane before"
    case .roster: "Roster"
    case .athlete: "Athlete"
    case .sensors: "Sensors"
    case .plan: "Plan"
    case .decisions: "Decisions"
    case .jobs: "Jobs"
    case .mark: "mark"
    case .find: "find"
    case .order: "order"
    case .approve: "approve"
    case .approveRoutine: "approve routine"
    case .propose: "propose"
    case .undo: "undo"
    case .redo: "redo"
    case .logEntry: "enter"
    case .rateSession: "rate session"
    case .logWellness: "morning report"
    case .logComment: "comment"
    case .mergeAthletes: "merge two marked"
    case .eraseAthlete: "erase"
    case .newAthlete: "new athlete"
    case .editAthlete: "edit athlete"
    case .squads: "squads"
    case .coaches: "coaches"
    case .importFiles: "import"
    case .previousAthlete: "athlete before"
    case .nextAthlete: "next athlete"
    case .more: "more"
    case .less: "less"
    case .weekBefore: "week before"
    case .weekAfter: "week after"
    case .fourWeeksBefore: "4 weeks before"
    case .fourWeeksAfter: "4 weeks after"
    case .today: "today"
    case .weekView: "week view"
    case .seasonView: "season view"
    case .nextPart: "next part"
    case .previousPart: "part before"
    case .minuteBack: "a minute back"
    case .minuteOn: "a minute on"
    case .lapBefore: "lap before"
    case .nextLap: "next lap"
    case .flagBefore: "flag before"
    case .nextFlag: "next flag"
    case .whole: "whole recording"
    case .nextChannel: "next channel"
    case .channelBefore: "channel before"
    case .zones: "zones"
    case .spectrum: "spectrum"
    case .cleaned: "cleaned over raw"
    case .bouts: "table"
    case .compare: "compare"
    case .replay: "replay"
    case .pauseReplay: "pause replay"
    case .slower: "slower"
    case .faster: "faster"
    case .addSession: "new session"
    case .editSession: "change session"
    case .removeSession: "take session out"
    case .copySession: "copy session"
    case .pasteSession: "put copy on day"
    case .applyToMarked: "give to marked"
    case .shiftEarlier: "week a day earlier"
    case .shiftLater: "week a day later"
    case .scaleWeek: "scale the week"
    case .useTemplate: "lay template down"
    case .saveTemplate: "keep as template"
    case .rejectPlan: "reject"
    case .withdraw: "withdraw approval"
    case .versions: "versions"
    case .squadWeek: "squad’s week"
    case .limits: "limits"
    case .withoutHelp: "without help"
    case .exportPlan: "export"
    case .acknowledge: "acknowledge"
    case .diagnose: "diagnosis"
    case .filterTask: "task"
    case .cancelJob: "cancel"
    case .retryJob: "again"
    case .whereFrom: "where from"
    case .help: "keys"
    case .commands: "commands"
    case .redraw: "redraw"
    case .suspend: "suspend"
    case .quit: "quit"
    }
  }
}

/// One intent, its keys, and the panes where they count.
public struct Binding: Hashable, Sendable {
  public var intent: Intent
  public var keys: [Key]
  /// Empty for every pane.
  public var panes: Set<PaneID>
  /// What it does there, when the intent's own word says too little.
  public var word: String
  /// Whether the key bar at the foot shows it.
  public var isInBar: Bool
}

/// Every key of the workbench. Help, key bar, palette and the README's table are made from this list.
public struct Bindings: Hashable, Sendable {
  public var all: [Binding]

  public func intent(for key: Key, in pane: PaneID) -> Intent? {
    all.first { $0.keys.contains(key) && ($0.panes.isEmpty || $0.panes.contains(pane)) }?.intent
  }

  /// What counts in `pane`: its own keys first, then those of everywhere.
  public func active(in pane: PaneID) -> [Binding] {
    let own = all.filter { $0.panes.contains(pane) }
    let taken = Set(own.flatMap(\.keys))
    let meant = Set(own.map(\.intent))
    return own
      + all.filter { $0.panes.isEmpty && !meant.contains($0.intent) }.map { binding in
        var binding = binding
        binding.keys.removeAll { taken.contains($0) }
        return binding
      }
  }

  /// Gives an intent other keys; they stop meaning what they meant in the same panes.
  public mutating func rebind(_ intent: Intent, to keys: [Key]) {
    let own = all.filter { $0.intent == intent }
    let isEverywhere = own.contains { $0.panes.isEmpty }
    let panes = own.reduce(into: Set<PaneID>()) { $0.formUnion($1.panes) }
    for index in all.indices {
      if all[index].intent == intent {
        all[index].keys = keys
      } else if isEverywhere || !all[index].panes.isDisjoint(with: panes) {
        all[index].keys.removeAll { keys.contains($0) }
      }
    }
  }

  public static let standard: Bindings = {
    var all: [Binding] = []
    func bind(
      _ intent: Intent, _ keys: [Key], in panes: Set<PaneID> = [], as word: String? = nil,
      inBar: Bool = false
    ) {
      all.append(
        Binding(intent: intent, keys: keys, panes: panes, word: word ?? intent.word, isInBar: inBar))
    }
    bind(.open, [.enter], in: [.roster], inBar: true)
    bind(.mark, [.character(" ")], in: [.roster], inBar: true)
    bind(.approve, [.character("a")], in: [.roster, .plan, .athlete], inBar: true)
    bind(.logEntry, [.character("L")], in: [.roster, .athlete, .sensors, .plan], inBar: true)
    bind(.approveRoutine, [.character("A")], in: [.roster], inBar: true)
    bind(.find, [.character("/")], in: [.roster], inBar: true)
    bind(.order, [.character("o")], in: [.roster], inBar: true)
    bind(.propose, [.character("p")], in: [.roster, .plan], inBar: true)
    bind(.previousAthlete, [.character("[")], in: [.athlete, .plan], inBar: true)
    bind(.nextAthlete, [.character("]")], in: [.athlete, .plan], inBar: true)
    bind(.more, [.character("+"), .character("=")], in: [.athlete], as: "more weeks", inBar: true)
    bind(.less, [.character("-")], in: [.athlete], as: "fewer weeks", inBar: true)
    bind(.left, [.left, .character("h")], in: [.athlete], as: "day", inBar: true)
    bind(.right, [.right, .character("l")], in: [.athlete], as: "day", inBar: true)
    bind(.weekView, [.character("w")], in: [.athlete], inBar: true)
    bind(.seasonView, [.character("s")], in: [.athlete], inBar: true)
    bind(.nextPart, [.character("v"), .character("J")], in: [.athlete], inBar: true)
    bind(.open, [.enter], in: [.athlete], as: "open recording", inBar: true)
    bind(.weekBefore, [.character("(")], in: [.athlete])
    bind(.weekAfter, [.character(")")], in: [.athlete])
    bind(.fourWeeksBefore, [.character("<")], in: [.athlete])
    bind(.fourWeeksAfter, [.character(">")], in: [.athlete])
    bind(.today, [.character("0")], in: [.athlete])
    bind(.previousPart, [.character("V"), .character("K")], in: [.athlete])
    bind(.left, [.left, .character("h")], in: [.sensors], as: "cursor", inBar: true)
    bind(.right, [.right, .character("l")], in: [.sensors], as: "cursor", inBar: true)
    bind(.more, [.character("+"), .character("=")], in: [.sensors], as: "zoom in", inBar: true)
    bind(.less, [.character("-")], in: [.sensors], as: "zoom out", inBar: true)
    bind(.whole, [.character("0")], in: [.sensors])
    bind(.nextFlag, [.character("n")], in: [.sensors], inBar: true)
    bind(.flagBefore, [.character("N")], in: [.sensors])
    bind(.lapBefore, [.character("{")], in: [.sensors], inBar: true)
    bind(.nextLap, [.character("}")], in: [.sensors], inBar: true)
    bind(.spectrum, [.character("f")], in: [.sensors], inBar: true)
    bind(.bouts, [.character("b")], in: [.sensors], inBar: true)
    bind(.compare, [.character("c")], in: [.sensors], inBar: true)
    bind(.replay, [.character("r")], in: [.sensors], inBar: true)
    bind(.zones, [.character("z")], in: [.sensors], inBar: true)
    bind(.cleaned, [.character("o")], in: [.sensors])
    bind(.nextChannel, [.character("v")], in: [.sensors], inBar: true)
    bind(.channelBefore, [.character("V")], in: [.sensors])
    bind(.minuteBack, [.character("(")], in: [.sensors])
    bind(.minuteOn, [.character(")")], in: [.sensors])
    bind(.toStart, [.home, .character("g")], in: [.sensors], as: "start")
    bind(.toEnd, [.end, .character("G")], in: [.sensors], as: "end")
    bind(.pauseReplay, [.character(" ")], in: [.sensors])
    bind(.slower, [.character("<")], in: [.sensors])
    bind(.faster, [.character(">")], in: [.sensors])
    bind(.previousAthlete, [.character("[")], in: [.sensors], as: "recording before")
    bind(.nextAthlete, [.character("]")], in: [.sensors], as: "next recording")
    bind(.open, [.enter], in: [.plan], as: "move, put down", inBar: true)
    bind(.left, [.left, .character("h")], in: [.plan], as: "day", inBar: true)
    bind(.right, [.right, .character("l")], in: [.plan], as: "day", inBar: true)
    bind(.more, [.character("+"), .character("=")], in: [.plan], as: "minutes", inBar: true)
    bind(.less, [.character("-")], in: [.plan], as: "minutes", inBar: true)
    bind(.rejectPlan, [.character("x")], in: [.plan], inBar: true)
    bind(.versions, [.character("v")], in: [.plan], inBar: true)
    bind(.squadWeek, [.character("s")], in: [.plan], inBar: true)
    bind(.faster, [.character(">")], in: [.plan], as: "harder")
    bind(.slower, [.character("<")], in: [.plan], as: "easier")
    bind(.addSession, [.character("n")], in: [.plan], inBar: true)
    bind(.editSession, [.character("e")], in: [.plan])
    bind(.removeSession, [.character("d"), .delete], in: [.plan])
    bind(.copySession, [.character("y")], in: [.plan])
    bind(.pasteSession, [.character("P")], in: [.plan])
    bind(.mark, [.character(" ")], in: [.plan], as: "mark in squad’s week")
    bind(.applyToMarked, [.character("T")], in: [.plan])
    bind(.shiftEarlier, [.character("{")], in: [.plan])
    bind(.shiftLater, [.character("}")], in: [.plan])
    bind(.scaleWeek, [.character("*")], in: [.plan])
    bind(.useTemplate, [.character("b")], in: [.plan])
    bind(.saveTemplate, [.character("B")], in: [.plan])
    bind(.weekBefore, [.character("(")], in: [.plan])
    bind(.weekAfter, [.character(")")], in: [.plan])
    bind(.withdraw, [.character("w")], in: [.plan])
    bind(.limits, [.character("!")], in: [.plan])
    bind(.withoutHelp, [.character("U")], in: [.plan])
    bind(.exportPlan, [.character("E")], in: [.plan])
    bind(.acknowledge, [.character("A")], in: [.athlete])
    bind(.diagnose, [.character("D")], in: [.sensors])
    bind(.open, [.enter], in: [.decisions], as: "open athlete", inBar: true)
    bind(.filterTask, [.character("t")], in: [.decisions], inBar: true)
    bind(.cancelJob, [.character("x")], in: [.jobs], inBar: true)
    bind(.retryJob, [.character("r")], in: [.jobs], inBar: true)
    bind(.importFiles, [.character("I")], in: [.roster, .athlete, .sensors, .jobs], inBar: true)
    bind(.undo, [.character("u")], in: [.roster, .athlete, .plan], inBar: true)
    bind(.redo, [.control("r")], in: [.roster, .athlete, .plan])
    bind(.rateSession, [.character("R")], in: [.athlete, .sensors], inBar: true)
    bind(.logWellness, [.character("W")], in: [.athlete])
    bind(.logComment, [.character("M")], in: [.athlete])
    bind(.mergeAthletes, [.character("M")], in: [.roster])
    bind(.eraseAthlete, [.character("D")], in: [.roster])
    bind(.newAthlete, [.character("n")], in: [.roster], inBar: true)
    bind(.editAthlete, [.character("e")], in: [.roster, .athlete])
    bind(.squads, [.character("S")], in: [.roster])
    bind(.coaches, [.character("C")], in: [.roster])
    bind(.whereFrom, [.character("i")], in: [.roster, .athlete, .sensors, .plan], inBar: true)
    bind(.down, [.down, .character("j")])
    bind(.up, [.up, .character("k")])
    bind(.pageDown, [.pageDown, .control("d")])
    bind(.pageUp, [.pageUp, .control("u")])
    bind(.toStart, [.home, .character("g")])
    bind(.toEnd, [.end, .character("G")])
    bind(.back, [.escape])
    for pane in PaneID.allCases {
      let intents: [PaneID: Intent] = [
        .roster: .roster, .athlete: .athlete, .sensors: .sensors, .plan: .plan, .decisions: .decisions,
        .jobs: .jobs,
      ]
      bind(intents[pane]!, [.character(Character("\(pane.digit)"))])
    }
    bind(.nextPane, [.tab])
    bind(.previousPane, [.backTab])
    bind(.commands, [.character(":"), .control("p")])
    bind(.help, [.character("?"), .function(1)])
    bind(.redraw, [.control("l")])
    bind(.suspend, [.control("z")])
    bind(.quit, [.character("q"), .control("c")])
    return Bindings(all: all)
  }()
}
