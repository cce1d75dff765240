import App
public import ArgumentParser
public import Domain
import Store
import ViewModels

// Deciding about a week from the command line: in a coach's name, and with the limits looked at in that moment.
extension PlanCommand {
  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Approve the version that counts, or another one, in a coach’s name.")
    @OptionGroup var which: Which
    @Option(help: "The coach’s id or name; the configured one when left out.") var coach: String?
    @Option(help: "A version’s number; an approval of another one is taken back.") var version: Int?

    func run() throws {
      let (desk, athlete, week) = try which.open()
      let actor = try requiredCoach(desk, coach)
      let plan = try chosen(desk, athlete, week, version)
      let approved = try allVersions(desk, athlete, week).first(where: \.isApproved)
      let replaced = version == nil ? nil : approved?.id
      let approvals = try desk.stating { desk throws(StoreError) in
        let approvals = try desk.approve([plan.id], replacing: replaced, as: actor)
        desk.renewRows([athlete.id])
        return approvals
      }
      if let refused = approvals.refused.first { throw Refusal(try sentence(refused.why, desk)) }
      try showAgain(plan.id, which, desk)
    }
  }

  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reject the version that counts, with a reason.",
      discussion: RejectionReason.choices.map { "  \($0.rawValue)  \($0.word)" }.joined(separator: "\n"))
    @OptionGroup var which: Which
    @Option(help: "Why; the reasons are below.") var reason: RejectionReason
    @Argument(help: "In your words; kept with the names.") var note: String?
    @Option(help: "The coach’s id or name; the configured one when left out.") var coach: String?
    @Option(help: "A version’s number.") var version: Int?

    func validate() throws {
      guard RejectionReason.choices.contains(reason) else {
        throw ValidationError(
          "--reason takes one of \(RejectionReason.choices.map(\.rawValue).joined(separator: ", ")).")
      }
    }

    func run() throws {
      let (desk, athlete, week) = try which.open()
      let actor = try requiredCoach(desk, coach)
      let plan = try chosen(desk, athlete, week, version)
      try deciding(desk, athlete) { desk throws(StoreError) in
        try desk.reject(plan.id, reason, note: note, as: actor)
      }
      try showAgain(plan.id, which, desk)
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take an approval back; the log keeps both.")
    @OptionGroup var which: Which
    @Option(help: "The coach’s id or name; the configured one when left out.") var coach: String?

    func run() throws {
      let (desk, athlete, week) = try which.open()
      let actor = try requiredCoach(desk, coach)
      let plan = try chosen(desk, athlete, week, nil)
      try deciding(desk, athlete) { desk throws(StoreError) in
        try desk.perform(.withdrawApproval(plan.id), as: actor)
      }
      try showAgain(plan.id, which, desk)
    }
  }

  struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a rejection back; the log keeps both.")
    @OptionGroup var which: Which
    @Option(help: "The coach’s id or name; the configured one when left out.") var coach: String?
    @Option(help: "The rejected version’s number; the newest one when left out.") var version: Int?

    func run() throws {
      let (desk, athlete, week) = try which.open()
      let actor = try requiredCoach(desk, coach)
      let rejected = try allVersions(desk, athlete, week).filter(\.isRejected)
      guard let plan = version.map({ number in rejected.first { $0.version == number } }) ?? rejected.first
      else {
        throw Refusal(
          "No version of \(week) like that is rejected. sideline plan show --versions lists them.")
      }
      try deciding(desk, athlete) { desk throws(StoreError) in
        try desk.perform(.reopenPlan(plan.id), as: actor)
      }
      try showAgain(plan.id, which, desk)
    }
  }

  /// Carries a decision out; what the plan's own rules refuse is said with names.
  private static func deciding(
    _ desk: Desk, _ athlete: Athlete, _ body: (Desk) throws(StoreError) -> Void
  ) throws {
    do throws(StoreError) {
      try body(desk)
      desk.renewRows([athlete.id])
    } catch .planNotOpen(let error) {
      throw Refusal(try sentence(error, desk))
    } catch { throw Refusal(error.sentence(path: desk.store.path)) }
  }

  private static func sentence(_ error: PlanError, _ desk: Desk) throws -> String {
    let names = try desk.stating { desk throws(StoreError) in try desk.store.coachNames() }
    let clock = Clock(now: desk.world.now(), utcOffsetSeconds: desk.world.offset)
    return visible(error.sentence(name: { names[$0] ?? "Somebody" }, clock: clock))
  }

  private static func showAgain(_ id: PlanID, _ which: Which, _ desk: Desk) throws {
    let plan = try desk.stating { desk throws(StoreError) in try desk.store.plan(id) }
    if let plan { try which.show(plan, desk) }
  }
}

extension RejectionReason: ExpressibleByArgument {}
