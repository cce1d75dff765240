import Domain
import Engine
import Exporters
import Foundation
import Store
import ViewModels

// The plan pane's reads and writes.
extension EffectRunner {
  func carryOutPlanning(_ effect: Effect) throws(StoreError) {
    switch effect {
    case .loadWeek(let id, let week): try loadWeek(id, week)
    case .assess(let id, let week, let sessions, let base): try assess(id, week, sessions, base)
    case .loadSquadWeek(let week): mailbox.send(.plan(.squadLoaded(try squadWeek(week))))
    case .saveWeek(let draft):
      let change = try desk.save(draft, as: actor)
      try told(draft.athlete, draft.week) { .saved(change, $0) }
    case .changeWeek(let change, let isBack):
      try desk.change(change, isBack: isBack, as: actor)
      try told(change.athlete, change.week) { .changed(change, $0, isBack: isBack) }
    case .reject(let id, let reason, let note):
      try desk.reject(id, reason, note: note, as: actor)
      try sendRows(of: [id])
      facts = nil
      mailbox.send(.plan(.rejected(id, reason)))
    case .reopen(let id):
      try desk.perform(.reopenPlan(id), as: actor)
      try sendRows(of: [id])
      facts = nil
      mailbox.send(.plan(.reopened(id)))
    case .applySession(let session, let athletes):
      let applied = try desk.apply(session, to: athletes, as: actor)
      try tell(applied, word: "\(session.type.word) on \(session.day.weekdayName) given")
    case .useTemplate(let use, let athletes):
      let applied = try desk.lay(use, for: athletes, as: actor)
      try tell(applied, word: "\(use.name) laid down from \(use.from.long)")
    case .saveTemplate(let name, let days, let week, let sessions):
      try desk.saveTemplate(name: name, days: days, week, sessions, as: actor)
      mailbox.send(.told(Message(.done, "\(name) is kept. b lays it down, for the marked athletes too.")))
      if let athlete = facts?.request.athlete.id { try loadWeek(athlete, week) }
    case .setLimit(let scope, let rule, let bound): try setLimit(scope, rule, bound)
    case .exportPlan(let wish): mailbox.send(.told(try desk.export(wish)))
    case .recordTiming(let timing): try desk.record(timing, as: actor)
    case .loadDecisions:
      let (report, lines) = try desk.decisions()
      mailbox.send(.decisionsLoaded(report, recent: lines))
    default: preconditionFailure("carried out elsewhere")
    }
  }

  /// Tells the pane what became of a week, with the week as it stands now, and has the roster's row made again.
  private func told(
    _ id: AthleteID, _ week: Week, _ action: (PlanSheet) -> PlanAction
  ) throws(StoreError) {
    facts = try desk.planningFacts(of: id, week: week)
    try sendRows(of: [id])
    if let sheet = try desk.sheet(of: id, week: week, facts: facts) { mailbox.send(.plan(action(sheet))) }
  }

  private func loadWeek(_ id: AthleteID, _ week: Week) throws(StoreError) {
    facts = try desk.planningFacts(of: id, week: week)
    guard let athlete = facts?.request.athlete,
      let sheet = try desk.sheet(of: id, week: week, facts: facts)
    else { return }
    let ids = (0..<24).map { _ in desk.world.identifier(of: PlannedSession.self) }
    mailbox.send(
      .plan(
        .loaded(
          sheet, limits: try desk.limitLines(of: athlete), templates: try desk.namedTemplates(), ids: ids)))
  }

  private func assess(
    _ id: AthleteID, _ week: Week, _ sessions: [PlannedSession], _ base: PlanID?
  ) throws(StoreError) {
    if facts?.request.athlete.id != id || facts?.request.week != week {
      facts = try desk.planningFacts(of: id, week: week)
    }
    guard let facts else { return }
    let draft = desk.draft(id, week, sessions: sessions, version: 0)
    mailbox.send(.plan(.assessed(sessions, facts.assess(draft, base: nil))))
  }

  private func squadWeek(_ week: Week) throws(StoreError) -> SquadWeek {
    try desk.squadWeek(of: facts?.request.athlete.squad, week: week)
  }

  private func tell(_ applied: Desk.Applied, word: String) throws(StoreError) {
    facts = nil
    try sendRows(of: applied.given)
    mailbox.send(.plan(.applied(word: word, given: applied.given, refused: applied.refused)))
  }

  private func setLimit(
    _ scope: LimitSetting.Scope, _ rule: LimitRule, _ bound: Double?
  ) throws(StoreError) {
    guard case .coach(let coach, _) = actor else { throw .notAllowed(.decide) }
    let setting = bound.map { LimitSetting(scope: scope, rule: rule, bound: $0, by: coach) }
    try desk.perform(setting.map { .setLimit($0) } ?? .clearLimit(scope, rule), as: actor)
    let what = bound.map { "is \(rule.figureText($0)) now" } ?? "is the standard again"
    mailbox.send(
      .told(Message(.done, "\(rule.word) \(what). Weeks are checked against it when they are approved.")))
    if let request = facts?.request { try loadWeek(request.athlete.id, request.week) }
  }
}
