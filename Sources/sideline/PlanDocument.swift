import Domain
import ViewModels

struct PlanDocument: Document {
  static let schema = "plan"
  var simulated: Bool
  var planId: String
  var athlete: String
  var week: String
  var versionNumber: Int
  var status: String
  var decidedBy: String?
  var reason: String?
  var policy: String?
  var seed: UInt64?
  var author: String?
  var madeFrom: String?
  var load: Double
  var minutes: Int
  var sessions: [Entry]
  var limits: [Limit]

  struct Entry: Encodable {
    var id: String
    var date: String
    var start: String?
    var type: String
    var minutes: Int
    var intensity: Double
    var load: Double
    var workRest: Rest?
    var block: String?
    var strategyId: String?
  }
  struct Rest: Encodable {
    var repetitions: Int
    var workSeconds: Int
    var restSeconds: Int
  }
  struct Limit: Encodable {
    var rule: String
    var bound: Double
    var value: Double
    var didBind: Bool
    var isHeld: Bool
    var source: String
    var date: String?
    var line: String
  }
  struct Forecast: Encodable {
    /// How it was made: the plan done as written, no uncertainty modelled yet.
    var method: String
    var source: String
    var days: [Day]
    struct Day: Encodable {
      var date: String
      var load: Double
      var chronicLoad: Double
      var acuteLoad: Double
      var form: Double
    }
  }

  var forecast: Forecast?

  init(_ plan: Plan, outlook: PlanOutlook? = nil) {
    simulated = plan.origin == .simulated
    planId = plan.id.description
    athlete = plan.athlete.description
    week = plan.week.description
    versionNumber = plan.version
    switch plan.author {
    case .policy(let policy, let seed):
      self.policy = policy.rawValue
      self.seed = seed
    case .coach(let coach, let from):
      author = coach.description
      madeFrom = from?.description
    }
    load = plan.load
    minutes = plan.minutes
    switch plan.status {
    case .proposed: status = "proposed"
    case .approved(let coach, _):
      status = "approved"
      decidedBy = coach.description
    case .rejected(let coach, _, let reason):
      status = "rejected"
      decidedBy = coach.description
      self.reason = reason.rawValue
    }
    sessions = plan.sessions.map { session in
      Entry(
        id: session.id.description, date: session.day.description,
        start: session.start.map(hourText), type: session.type.rawValue,
        minutes: session.minutes, intensity: session.intensity, load: session.load,
        workRest: session.workRest.map {
          Rest(
            repetitions: $0.repetitions, workSeconds: $0.workSeconds, restSeconds: $0.restSeconds)
        }, block: session.block, strategyId: session.strategy)
    }
    limits = plan.limits.map {
      Limit(
        rule: $0.rule.rawValue, bound: $0.bound, value: $0.value, didBind: $0.didBind, isHeld: $0.isHeld,
        source: $0.source.word, date: $0.day?.description, line: $0.line)
    }
    forecast = outlook.flatMap { outlook in
      outlook.days.isEmpty
        ? nil
        : Forecast(
          method: Domain.Method.exponentialLoad.rawValue, source: Origin.estimated.rawValue,
          days: outlook.days.suffix(7).map {
            .init(
              date: $0.day.description, load: $0.load, chronicLoad: $0.chronic, acuteLoad: $0.acute,
              form: $0.form)
          })
    }
  }
}
