public import Domain
public import Keys

/// Everything the screen shows and every key can change.
public struct AppState: Hashable, Sendable {
  public var pane = PaneID.roster
  public var clock: Clock
  public var coach: CoachBadge?
  /// Whether the database holds a simulated season with a calendar of its own.
  public var isSimulated = false
  public var isReadOnly = false
  public var squads: [SquadID: String] = [:]
  /// Everybody who may decide here, by name.
  public var coaches: [CoachBadge] = []
  public var roster = RosterState()
  public var details: [AthleteID: AthleteDetail] = [:]
  public var athlete = AthleteState()
  public var sensors = SensorsState()
  public var plan = PlanPaneState()
  public var decisions = DecisionsState()
  /// How long each kind of decision under way has taken so far.
  public var watches: [DecisionTask: Stopwatch] = [:]
  public var jobs = JobsState()
  public var overlay: Overlay?
  public var message: Message?
  public var undone: [Change] = []
  public var done: [Change] = []
  /// Approvals that an undo is putting back.
  var restoring: Set<PlanID> = []
  public var bindings: Bindings

  public init(clock: Clock, bindings: Bindings = .standard) {
    self.clock = clock
    self.bindings = bindings
  }

  /// Milliseconds between two ticks of a replay's clock; `nil` when nothing moves and nothing has to be drawn.
  public var tickMilliseconds: Int? { pane == .sensors ? sensors.tickMilliseconds : nil }

  /// The athlete every pane but the roster is about.
  public var detail: AthleteDetail? { roster.selection.flatMap { details[$0] } }
}

/// What time it is where the coach is.
public struct Clock: Hashable, Sendable {
  public var now: Instant
  public var utcOffsetSeconds: Int
  public init(now: Instant, utcOffsetSeconds: Int) {
    self.now = now
    self.utcOffsetSeconds = utcOffsetSeconds
  }
  public var today: Day { now.day(utcOffsetSeconds: utcOffsetSeconds) }
}

public struct CoachBadge: Hashable, Sendable {
  public var coach: Coach
  public var name: String
  public init(coach: Coach, name: String) {
    self.coach = coach
    self.name = name
  }
}

/// What floats over the panes.
public enum Overlay: Hashable, Sendable {
  case help
  case whereFrom
  case palette(query: String, selected: Int)
  case confirm(Confirmation)
  case form(Form)
  case people(PeopleList)
  case entryMenu(EntryMenu)
}

/// A question that another key than the one that asked it answers.
public struct Confirmation: Hashable, Sendable {
  public var question: String
  public var detail: String
  public var key: Key
  public var word: String
  public var effects: [Effect]
  public init(question: String, detail: String, key: Key, word: String, effects: [Effect]) {
    self.question = question
    self.detail = detail
    self.key = key
    self.word = word
    self.effects = effects
  }
}

/// One to three rows above the keys: what happened, which, what now.
public struct Message: Hashable, Sendable {
  public enum Weight: Sendable { case done, look, act }
  public var weight: Weight
  public var text: String
  public init(_ weight: Weight, _ text: String) {
    self.weight = weight
    self.text = text
  }
}

/// Something that was changed and can be changed back; the events stay.
public enum Change: Hashable, Sendable {
  case approved([PlanID], replaced: PlanID? = nil)
  case withdrawn([PlanID])
  case rejected(PlanID, RejectionReason)
  case week(WeekChange)
  case added(AthleteID)
  case edited(AthleteDraft, from: AthleteDraft)
  /// Something entered about an athlete, with the commands that take it back and do it again.
  case entered(Entered)
  case merged(AthleteID, into: AthleteID)
  case erased(AthleteID)
}

/// What an entry changed: enough to change it back.
public struct Entered: Hashable, Sendable {
  public var athlete: AthleteID
  /// "Rating", "Injury": what it was.
  public var word: String
  public var undo: [Command]
  public var redo: [Command]
  /// Something about it that should be looked at.
  public var note: String?
  /// What a coach made of something flagged, when that is what was entered.
  public var judgement: Judgement?
  public init(athlete: AthleteID, word: String, undo: [Command], redo: [Command]) {
    self.athlete = athlete
    self.word = word
    self.undo = undo
    self.redo = redo
  }
}

public enum AppAction: Hashable, Sendable {
  case started
  case keyPressed(Key)
  /// What time it is, told before each key.
  case timeRead(Instant)
  case pasted(String)
  case ticked(Clock)
  /// So much time has passed for a replay; comes only while `tickMilliseconds` asks for it.
  case replayTicked(milliseconds: Int)
  case intended(Intent)
  case roster(RosterAction)
  case sensors(SensorsAction)
  case jobs(JobsAction)
  case plan(PlanAction)
  case decisionsLoaded(DecisionReport, recent: [DecisionsState.Line])
  case detailLoaded(AthleteDetail)
  case peopleLoaded(coach: CoachBadge?, coaches: [CoachBadge], squads: [SquadID: String])
  case approved(Approvals, replaced: PlanID? = nil)
  case approvalWithdrawn([PlanID])
  case athleteSaved(AthleteID, before: AthleteDraft?, after: AthleteDraft)
  case athletePutBack(AthleteID, AthleteDraft)
  case entered(Entered)
  /// An entry was taken back or done again.
  case entryChanged(Entered, isBack: Bool)
  case merged(AthleteID, into: AthleteID)
  case erased(AthleteID, name: String)
  case told(Message)
}

extension AppAction {
  /// Whether somebody did it with a key or the mouse just now.
  var isByHand: Bool {
    switch self {
    case .keyPressed, .pasted, .intended, .plan(.cardPressed), .plan(.draggedOver), .plan(.letGo): true
    default: false
    }
  }
}
