public import Domain

/// Which planned session each done one carried out: one to one, day by day, at the least total cost.
///
/// A pair costs what its types, minutes, sport and place in the day differ by; a pair that costs `mostCost` or more is
/// none, and both stay alone. What a person chose is kept as it is: a chosen or unplanned session is not asked again, and
/// a planned one that was chosen is not given away. Links that were found before are found anew.
/// - Parameter planned: in the order in which they are meant within a day; of one day the first twelve count.
/// - Returns: the kept links and the found ones; a session without a plan has none.
/// - Complexity: 2ⁿ × done sessions for n planned ones of a day.
public func matched(
  planned: [PlannedSession], done: [Session], links: [SessionID: SessionLink] = [:]
) -> [SessionID: SessionLink] {
  var result = links.filter { $0.value.isByPerson }
  let taken = Set(result.values.compactMap(\.planned))
  let free = Dictionary(grouping: planned.filter { !taken.contains($0.id) }, by: \.day)
  let open = Dictionary(grouping: done.filter { result[$0.id] == nil }, by: \.day)
  for (day, sessions) in open {
    guard let candidates = free[day]?.prefix(12), !candidates.isEmpty else { continue }
    let ordered = sessions.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    for (session, plan) in cheapestPairs(Array(candidates), ordered) {
      result[session.id] = .found(plan.id)
    }
  }
  return result
}

/// A pair this far apart is no pair: another kind of training alone is.
private let mostCost = 3.0

/// What a planned and a done session of one day differ by; 0 when they are the same. Places count from 0.
///
/// Another type costs 3, a related or unsaid one 1; minutes their difference over the longer, twice; a sport in which
/// the type is not done 2; each two hours between the planned hour and the real one 1, at most 2; each place further down
/// or up the day 0.1, which only decides between equals.
package func cost(of plan: PlannedSession, place: Int, by session: Session, place donePlace: Int) -> Double {
  let type: Double =
    plan.type == session.type ? 0 : plan.type.isRelated(to: session.type) ? 1 : 3
  let longer = Double(max(plan.minutes, session.minutes, 1))
  let minutes = 2 * Double(abs(plan.minutes - session.minutes)) / longer
  let sport: Double = plan.type.isDone(in: session.sport) ? 0 : 2
  let began = session.start.secondOfDay(utcOffsetSeconds: session.utcOffsetSeconds) / 60
  let hour = plan.start.map { min(2, Double(abs($0 - began)) / 120) } ?? 0
  return type + minutes + sport + hour + 0.1 * Double(abs(place - donePlace))
}

/// The pairs whose costs, each less `mostCost`, add up to the least: dynamic programming over the planned ones taken.
private func cheapestPairs(
  _ planned: [PlannedSession], _ done: [Session]
) -> [(Session, PlannedSession)] {
  let sets = 1 << planned.count
  // By set of planned sessions taken so far: the sum, and for each done session which one it took.
  var sums = [Double](repeating: .infinity, count: sets)
  sums[0] = 0
  var choices: [[Int?]] = []
  for (donePlace, session) in done.enumerated() {
    var next = sums
    var choice = [Int?](repeating: nil, count: sets)
    for (place, plan) in planned.enumerated() {
      let gain = cost(of: plan, place: place, by: session, place: donePlace) - mostCost
      guard gain < 0 else { continue }
      for set in 0..<sets where set & (1 << place) == 0 && sums[set] + gain < next[set | 1 << place] {
        next[set | 1 << place] = sums[set] + gain
        choice[set | 1 << place] = place
      }
    }
    sums = next
    choices.append(choice)
  }
  var set = sums.indices.min { sums[$0] < sums[$1] } ?? 0
  var pairs: [(Session, PlannedSession)] = []
  for (session, choice) in zip(done, choices).reversed() {
    guard let place = choice[set] else { continue }
    pairs.append((session, planned[place]))
    set &= ~(1 << place)
  }
  return pairs
}

extension SessionLink {
  fileprivate var isByPerson: Bool {
    switch self {
    case .found: false
    case .chosen, .unplanned: true
    }
  }
}

extension SessionType {
  /// Kinds of training that one person writes down as the one and another as the other.
  private static let families: [Set<SessionType>] = [
    [.easy, .long, .tempo, .fitness], [.tempo, .intervals, .speed, .fitness], [.strength, .fitness],
    [.technique, .tactics, .fitness], [.technique, .speed], [.easy, .flexibility],
    [.competition, .tempo, .speed, .tactics],
  ]

  fileprivate func isRelated(to other: SessionType) -> Bool {
    self == .other || other == .other
      || Self.families.contains { $0.contains(self) && $0.contains(other) }
  }

  /// Whether this kind of training is done in that sport.
  fileprivate func isDone(in sport: Sport) -> Bool {
    let isLocomotion = [.running, .walking, .cycling, .swimming, .rowing].contains(sport)
    return switch self {
    case .easy, .long, .tempo, .intervals: sport != .strength && sport != .ball
    case .speed: sport != .strength && sport != .walking
    case .strength, .flexibility: !isLocomotion && sport != .ball
    case .technique, .tactics: sport != .walking
    case .fitness, .competition, .other: true
    }
  }
}
