import Cells
import Domain
import ViewModels

/// The week as seven columns of sessions and what follows from it; its versions; its limits; the squad's week.
func drawPlan(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  guard let detail = app.detail else {
    drawNobody(app, in: rect, on: &buffer)
    return
  }
  switch app.plan.view {
  case .week: drawPlanWeek(app, detail, in: rect, on: &buffer)
  case .versions: drawPlanVersions(app, detail, in: rect, on: &buffer)
  case .limits: drawPlanLimits(app, in: rect, on: &buffer)
  case .squad: drawSquadWeek(app, in: rect, on: &buffer)
  }
}

private func drawPlanWeek(
  _ app: AppState, _ detail: AthleteDetail, in rect: Rect, on buffer: inout CellBuffer
) {
  guard let assessment = app.plan.assessment, app.plan.showsWeek else {
    drawNoPlan(app, detail, in: rect, on: &buffer)
    return
  }
  buffer.clipped(to: rect) { buffer in
    guard rect.width >= 100 else {
      drawWeekList(assessment, app, detail, in: rect.inset(left: 2, right: 1), on: &buffer)
      return
    }
    let columns = PlanColumns(app, detail, in: rect)
    let y = columns.draw(on: &buffer)
    let area = columns.area
    let end = drawTotals(assessment, app, x: area.x, y: y, width: area.width, on: &buffer)
    guard !app.plan.isWithoutHelp else { return }
    let rest = Rect(x: area.x, y: end + 1, width: area.width, height: area.bottom - end - 1)
    drawPlanDetail(assessment, app, detail, in: rest, on: &buffer)
  }
}

/// `week 48, 23–29 Nov · by rule · version 1 of 2`.
func planContext(_ app: AppState) -> String {
  let week = app.planWeek
  let (_, number) = week.yearAndNumber
  let last = week.sunday
  let span =
    week.monday.civil.month == last.civil.month
    ? "\(week.monday.civil.day)–\(last.dayAndMonth)" : "\(week.monday.dayAndMonth) – \(last.dayAndMonth)"
  let words = "week \(number), \(span)"
  guard app.plan.view != .squad, let plan = app.plan.version?.plan, let count = app.plan.sheet?.versions.count
  else { return words }
  return "\(words) · \(app.madeBy(plan)) · version \(plan.version) of \(count)"
}

extension AppState {
  /// `by rule`, `by 赵`.
  func madeBy(_ plan: Plan) -> String {
    switch plan.author {
    case .policy(let policy, _): "by \(policy.word)"
    case .coach(let id, _): "by \(coachName(id))"
    }
  }
}

/// Where the version on the screen stands, for the right end of the title.
func planStanding(_ app: AppState, _ detail: AthleteDetail) -> [(String, Role)] {
  if app.plan.view == .squad { return [] }
  var words: [(String, Role)] = app.plan.isWithoutHelp ? [("without help", .watch)] : []
  if app.plan.hand != nil { return words + [("not saved", .watch)] }
  guard let plan = app.plan.version?.plan else { return words + [("no plan this week", .muted)] }
  switch plan.status {
  case .proposed:
    let broken = app.plan.assessment?.broken.count ?? 0
    if broken > 0 { words.append(("✗ \(counted(broken, "limit")) broken", .watch)) }
    words.append(("waits since \(app.clock.label(plan.proposedAt))", .watch))
  case .approved(let coach, _): words.append(("✓ approved by \(app.coachName(coach))", .good))
  case .rejected(_, _, let reason): words.append(("✗ rejected: \(reason.word)", .muted))
  }
  return words
}

extension PlanPaneState {
  /// Whether there is a week to draw: a version that may be seen, or one that is being begun.
  var showsWeek: Bool { version != nil || pending != nil }
}

private func drawNoPlan(
  _ app: AppState, _ detail: AthleteDetail, in rect: Rect, on buffer: inout CellBuffer
) {
  let y = rect.y + max(1, rect.height / 3)
  let isHidden = app.plan.isWithoutHelp && app.plan.sheet?.counting != nil
  guard app.plan.sheet != nil else { return }
  let rejected = app.plan.sheet?.versions.first?.plan
  let what =
    isHidden
    ? "What the program proposes for \(detail.name) is hidden."
    : rejected != nil ? "Every plan for this week was rejected." : "\(detail.name) has no plan for this week."
  buffer.write(what, x: 3, y: y, role: .strong)
  var lines: [[(String, Role)]] = []
  if !app.plan.isWithoutHelp {
    lines.append([
      ("p", .key),
      (" proposes one by the fixed schedule of the group: \(detail.athlete.eventGroup.emphasis).", .text),
    ])
  }
  lines.append([
    ("n", .key), (" begins one of your own, ", .text), ("b", .key), (" lays a template down.", .text),
  ])
  if app.plan.isWithoutHelp {
    lines.append([("U", .key), (" shows the program’s proposal and figures again.", .text)])
  }
  lines.append([("A proposal waits until a coach approves it.", .muted)])
  for (index, line) in lines.enumerated() { buffer.write(line, x: 3, y: y + 1 + index) }
}

/// How hard a session is, as a word and a zone's colour.
func effort(_ session: PlannedSession) -> (word: String, role: Role) {
  session.isHard ? ("hard", .z5) : session.intensity > 4.5 ? ("moderate", .z4) : ("easy", .z2)
}

/// Load, time, hard days, monotony, strain, each with what it was; the row after it.
func drawTotals(
  _ assessment: PlanAssessment, _ app: AppState, x: Int, y: Int, width: Int, on buffer: inout CellBuffer
) -> Int {
  drawSection("Week", remark: "from the plan itself", x: x, y: y, width: width, on: &buffer)
  buffer.write(totals(assessment, app, isShort: width < 100), x: x, y: y + 1)
  return y + 2
}

private func totals(_ assessment: PlanAssessment, _ app: AppState, isShort: Bool) -> [(String, Role)] {
  let outlook = assessment.outlook
  let plan = outlook.plan
  var pieces: [(String, Role)] = [("Load ", .muted), ("\(figure(plan.load)) AU", .strong)]
  let showsBefore = !isShort && !app.plan.isWithoutHelp
  if let last = outlook.lastWeekLoad, last > 0, showsBefore {
    let change = signed((plan.load / last - 1) * 100)
    pieces.append((" \(change) % on last week", .muted))
  }
  pieces += [("   Time ", .muted), (duration(minutes: plan.minutes), .strong)]
  if let last = outlook.lastWeekMinutes, showsBefore {
    pieces.append((" was \(duration(minutes: last))", .muted))
  }
  pieces += [("   Hard days ", .muted), ("\(plan.hardDays.count)", .strong)]
  guard !app.plan.isWithoutHelp else { return pieces }
  pieces += [("   Monotony ", .muted), (outlook.monotony.map { figure($0, decimals: 2) } ?? "—", .strong)]
  if !isShort {
    pieces += [("   Strain ", .muted), (outlook.strain.map { "\(figure($0)) AU" } ?? "—", .strong)]
    if let form = outlook.days.last?.shownForm {
      pieces += [("   Form Sunday ", .muted), (signed(form), .strong)]
    }
  }
  return pieces
}
