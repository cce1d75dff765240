public import Domain
import Exporters
import Foundation
public import Store
public import ViewModels

// A week as files: calendars, tables, Markdown, a printed page. Initials unless names are asked for; files are 0600.
extension Desk {
  /// What keeps a week from being written.
  public enum ExportFailure: Error, Sendable {
    case store(StoreError)
    /// Nobody of those named has a plan in that week.
    case nothing(Week)
    case notWritten(String)
  }

  /// The text of an export, and how many athletes are in it.
  public func exported(
    _ kind: ExportKind, _ athletes: [AthleteID], _ week: Week, showsNames: Bool
  ) throws(ExportFailure) -> (text: String, plans: [PlanID]) {
    let weeks: [WeekExport]
    do throws(StoreError) {
      weeks = try weekExports(athletes, week, showsNames: showsNames)
    } catch { throw .store(error) }
    // A calendar without an event is none.
    let isEmpty = kind == .calendar && weeks.allSatisfy { $0.plan.sessions.isEmpty && $0.cancelled.isEmpty }
    guard !weeks.isEmpty, !isEmpty else { throw .nothing(week) }
    let text =
      switch kind {
      case .calendar: iCalendar(weeks, stamp: world.now())
      case .table: commaSeparated(weeks)
      case .markdown: markdown(weeks)
      case .page:
        printedPage(
          weeks, stamp: world.now(), utcOffsetSeconds: world.offset, program: "Sideline \(sidelineVersion)")
      }
    return (text, weeks.map(\.plan.id))
  }

  /// Writes an export for the workbench and says what was written where.
  public func export(_ wish: ExportWish) throws(StoreError) -> Message {
    let standard = "~/sideline-\(wish.week).\(wish.kind.rawValue)"
    let path = world.expanded(wish.path.isEmpty ? standard : wish.path)
    do throws(ExportFailure) {
      let count = try write(wish.kind, wish.athletes, wish.week, showsNames: wish.showsNames, to: path)
      let names = wish.showsNames ? "with full names" : "with initials"
      return Message(.done, "\(counted(count, "week")) written to \(path), \(names); only you can read it.")
    } catch .store(let error) {
      throw error
    } catch { return Message(.look, error.sentence) }
  }

  /// Writes a file that only its owner can read, whole or not at all.
  @discardableResult
  public func write(
    _ kind: ExportKind, _ athletes: [AthleteID], _ week: Week, showsNames: Bool, to path: String
  ) throws(ExportFailure) -> Int {
    let (text, plans) = try exported(kind, athletes, week, showsNames: showsNames)
    guard writePrivately(text, to: path) else { throw .notWritten(path) }
    // A database that is only looked at cannot count what left it.
    if !store.isReadOnly { try? perform(.recordExports(plans), as: .program) }
    return plans.count
  }

  private func weekExports(
    _ athletes: [AthleteID], _ week: Week, showsNames: Bool
  ) throws(StoreError) -> [WeekExport] {
    let identities = try store.identities(of: athletes)
    let coaches = try store.coachNames()
    let shown = athletes.map { shownName(identities[$0], $0) }
    let labels = Dictionary(
      zip(athletes, showsNames ? shown : initials(of: shown)), uniquingKeysWith: { first, _ in first })
    var weeks: [WeekExport] = []
    for athlete in try store.athletes(athletes) {
      let versions = try store.plans(of: athlete.id, week: week)
      guard let plan = Plan.counting(versions) else { continue }
      let earlier = try store.exports(of: athlete.id, week: week)
      let there = Set(plan.sessions.map(\.id))
      let seen = versions.filter { earlier.contains($0.id) }.flatMap(\.sessions)
      var cancelled: [PlannedSession] = []
      for session in seen
      where !there.contains(session.id) && !cancelled.contains(where: { $0.id == session.id }) {
        cancelled.append(session)
      }
      weeks.append(
        WeekExport(
          label: labels[athlete.id] ?? "", plan: plan, madeBy: madeBy(plan, coaches, showsNames),
          titles: Dictionary(
            plan.sessions.map { ($0.id, $0.type.word(for: athlete.eventGroup)) }, uniquingKeysWith: { $1 }),
          limits: plan.limits.map { WeekExport.Limit($0.line, isHeld: $0.isHeld) }, cancelled: cancelled,
          sequence: max(plan.version, earlier.count)))
    }
    return weeks
  }

  private func madeBy(_ plan: Plan, _ coaches: [CoachID: String], _ showsNames: Bool) -> String {
    switch plan.author {
    case .policy(let policy, _): return "by \(policy.word)"
    case .coach(let id, _):
      let name = coaches[id] ?? "a coach"
      return "by \(showsNames ? name : initials(of: name))"
    }
  }
}

extension Desk.ExportFailure {
  public var sentence: String {
    switch self {
    case .store(let error): error.sentence(path: "the database")
    case .nothing(let week): "Nobody of them has a plan in \(week). p proposes one; nothing was written."
    case .notWritten(let path):
      "\(path) could not be written. Check the folder’s rights and the disk; nothing is left half written."
    }
  }
}
