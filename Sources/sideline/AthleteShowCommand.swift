import App
import ArgumentParser
import Domain
import Store
import ViewModels

extension AthleteCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Everything known about one athlete.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The athlete’s id.") var id: String
    @Flag(help: "Print one JSON document.") var json = false

    func run() throws {
      let desk = try database.openExisting()
      let athlete = try desk.requiredAthlete(id)
      let detail = try desk.stating { desk throws(StoreError) in
        try desk.summariser.detail(of: athlete.id)
      }
      guard let detail else { return }
      if json {
        try printDocument(
          AthleteDocument(
            detail, person: try desk.peopleDocument([athlete.id]).athletes[0],
            settings: desk.world.attention, clock: desk.clock))
      } else {
        print(detail.text(desk.clock).map { visible($0) }.joined(separator: "\n"))
      }
    }
  }
}

extension Desk {
  var clock: Clock { Clock(now: world.now(), utcOffsetSeconds: world.offset) }
}

extension AthleteDetail {
  /// For people: a block for each thing that is known, nothing for what is not.
  func text(_ clock: Clock) -> [String] {
    var lines = [heading]
    lines += (summary?.reasons ?? []).map { "  ! \($0.sentence(clock: clock))" }
    if let last = loadDays.last {
      lines.append(
        "Load to \(last.day): fitness \(figure(last.chronic)), fatigue \(figure(last.acute)), form \(signed(last.form)) \(athlete.loadUnit.symbol)"
      )
    }
    for series in mornings {
      guard let newest = series.newest else { continue }
      lines.append(
        "  \(series.item.word): \(shown(newest.value, series.item)) on \(newest.day)\(series.standingText)")
    }
    for change in testChanges {
      let since = change.previous.map { ", \($0.item.text($0.value)) on \($0.day)" } ?? ""
      lines.append(
        "  \(change.last.item.word): \(change.last.item.text(change.last.value)) \(change.last.item.shownUnit) on \(change.last.day)\(since), \(change.verdict.word)"
      )
    }
    for injury in injuries {
      let end = injury.lastDay.map { " to \($0)" } ?? ""
      lines.append(
        "  \(injury.bodyPart.word) \(injury.onset)\(end), \(injury.status.rawValue)\(injury.hold == .standing ? ", hold stands" : "")"
      )
    }
    lines += availability.map { "  \($0.kind.rawValue): \($0.from) to \($0.through)" }
    lines += targetEvents.map {
      "  \($0.event.priority.rawValue.uppercased()) event on \($0.event.day): \($0.name ?? "—")"
    }
    lines += phases.map { "  \($0.kind.rawValue) phase: \($0.from) to \($0.through)" }
    lines += comments.prefix(5).map { "  \($0.comment.day): \($0.text ?? "erased")" }
    lines += sessions.prefix(5).map { session in
      let load = session.loads[athlete.loadUnit].map {
        ", \(figure($0.value)) \(athlete.loadUnit.symbol)"
      }
      return "  \(session.day)  \(session.type.word(for: session.sport)), \(session.minutes) min\(load ?? "")"
    }
    return lines
  }

  private var heading: String {
    [name, athlete.event, athlete.eventGroup.rawValue, athlete.level.rawValue, squadName ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

private func shown(_ value: Double, _ item: MorningSeries.Item) -> String {
  switch item {
  case .lnRMSSD: figure(value, decimals: 2)
  case .restingHeartRate: figure(value) + " bpm"
  case .sleepHours: figure(value, decimals: 1) + " h"
  case .rating: figure(value)
  }
}

extension MorningSeries.Item {
  /// As a line of text and a key of a document call it.
  var word: String {
    switch self {
    case .lnRMSSD: "lnRMSSD"
    case .restingHeartRate: "resting heart rate"
    case .sleepHours: "sleep"
    case .rating(let item): item.word.lowercased()
    }
  }
}

extension MorningSeries {
  fileprivate var standingText: String {
    guard let low, let high else { return "" }
    let word =
      switch standing {
      case .unknown: ""
      case .inside: ", usual"
      case .above: ", above usual"
      case .below: ", below usual"
      }
    return "\(word) (\(shown(low, item)) to \(shown(high, item)))"
  }
}

extension TestChange.Verdict {
  fileprivate var word: String {
    switch self {
    case .single: "first result"
    case .better: "really better"
    case .worse: "really worse"
    case .withinError: "within error"
    }
  }
}

struct AthleteDocument: Document {
  static let schema = "athlete"
  let simulated: Bool
  let athlete: PeopleDocument.Person
  let score: Double?
  let reasons: [Reason]
  let load: Load?
  let mornings: [Morning]
  let tests: [Test]
  let injuries: [Trouble]
  let availability: [Stretch]
  let targetEvents: [Event]
  let phases: [Stretch]
  let comments: [Remark]
  let sessions: [Done]

  struct Reason: Encodable {
    var rule: String
    var points: Double
    var sentence: String
  }
  struct Load: Encodable {
    var unit: String
    var date: String
    var chronicLoad: Double
    var acuteLoad: Double
    var form: Double
    var source: String
  }
  struct Morning: Encodable {
    var item: String
    var value: Double
    var date: String
    var scale: String?
    var polarity: String?
    var low: Double?
    var high: Double?
    var standing: String
  }
  struct Test: Encodable {
    var item: String
    var unit: String
    var date: String
    var value: Double
    var change: Double?
    var typicalError: Double?
    var smallestWorthwhileChange: Double?
    var verdict: String
  }
  struct Trouble: Encodable {
    var bodyPart: String
    var onset: String
    var lastDay: String?
    var severity: String?
    var status: String
    var hold: String
  }
  struct Stretch: Encodable {
    var kind: String
    var from: String
    var through: String
  }
  struct Event: Encodable {
    var date: String
    var priority: String
    var name: String?
  }
  struct Remark: Encodable {
    var date: String
    var text: String?
    var coach: String?
  }
  struct Done: Encodable {
    var id: String
    var date: String
    var sport: String
    var type: String
    var minutes: Int
    var rpe: Double?
    var load: Double?
    var source: String?
    var planned: String?
    var hasRecording: Bool
  }

  init(
    _ detail: AthleteDetail, person: PeopleDocument.Person, settings: AttentionSettings, clock: Clock
  ) {
    simulated = detail.isSimulated
    athlete = person
    score = detail.summary?.score
    reasons = (detail.summary?.reasons ?? []).map {
      Reason(
        rule: $0.rule.rawValue, points: settings.points(for: $0), sentence: $0.sentence(clock: clock))
    }
    load = detail.loadDays.last.map {
      Load(
        unit: detail.athlete.loadUnit.rawValue, date: $0.day.description, chronicLoad: $0.chronic,
        acuteLoad: $0.acute, form: $0.form, source: $0.origin.rawValue)
    }
    mornings = detail.mornings.compactMap { series in
      series.newest.map {
        Morning(
          item: series.item.word, value: $0.value, date: $0.day.description,
          scale: series.scale?.rawValue, polarity: series.polarity?.rawValue, low: series.low,
          high: series.high, standing: "\(series.standing)")
      }
    }
    tests = detail.testChanges.map {
      Test(
        item: $0.last.item.rawValue, unit: $0.last.item.unit, date: $0.last.day.description,
        value: $0.last.value, change: $0.change, typicalError: $0.typicalError?.value,
        smallestWorthwhileChange: $0.smallestWorthwhile?.value, verdict: "\($0.verdict)")
    }
    injuries = detail.injuries.map {
      Trouble(
        bodyPart: $0.bodyPart.rawValue, onset: $0.onset.description,
        lastDay: $0.lastDay?.description, severity: $0.severity?.rawValue,
        status: $0.status.rawValue, hold: $0.hold.word)
    }
    availability = detail.availability.map {
      Stretch(kind: $0.kind.rawValue, from: $0.from.description, through: $0.through.description)
    }
    targetEvents = detail.targetEvents.map {
      Event(
        date: $0.event.day.description, priority: $0.event.priority.rawValue.uppercased(),
        name: $0.name)
    }
    phases = detail.phases.map {
      Stretch(kind: $0.kind.rawValue, from: $0.from.description, through: $0.through.description)
    }
    comments = detail.comments.map {
      Remark(date: $0.comment.day.description, text: $0.text, coach: $0.coachName)
    }
    sessions = detail.sessions.prefix(20).map { session in
      Done(
        id: session.id.description, date: session.day.description, sport: session.sport.rawValue,
        type: session.type.rawValue, minutes: session.minutes, rpe: session.rpe,
        load: session.loads[detail.athlete.loadUnit]?.value,
        source: session.loads[detail.athlete.loadUnit]?.origin.rawValue,
        planned: detail.links[session.id]?.planned?.description,
        hasRecording: session.hasRecording)
    }
  }
}

extension Injury.Hold {
  fileprivate var word: String {
    switch self {
    case .none: "none"
    case .standing: "standing"
    case .lifted: "lifted"
    }
  }
}
