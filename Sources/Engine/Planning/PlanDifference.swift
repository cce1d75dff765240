public import Domain

/// What differs between two weeks, in the order of the days.
///
/// Sessions with the same id are the same session; those without a partner by id are paired by kind: on the same day of
/// the week first, then the nearest day. A pair on another day was moved; what stays alone was added or removed.
/// - Parameter isOtherWeek: the old sessions are of an earlier week: days are compared by their place in it, and a moved
///   session says the day of the new week that it stood on.
public func changes(
  from old: [PlannedSession], to new: [PlannedSession], isOtherWeek: Bool = false
) -> [SessionChange] {
  let offset = isOtherWeek ? weeksBetween(old, new) * 7 : 0
  var left = old.map { session in
    var session = session
    session.day = session.day.advanced(by: offset)
    return session
  }
  var found: [(Day, SessionChange)] = []
  var alone: [PlannedSession] = []
  for session in new {
    if let index = left.firstIndex(where: { $0.id == session.id }) {
      let partner = left.remove(at: index)
      change(partner, session).map { found.append((session.day, $0)) }
    } else {
      alone.append(session)
    }
  }
  for farthest in 0...6 {
    alone.removeAll { session in
      let index = left.firstIndex {
        $0.type == session.type && abs($0.day.distance(to: session.day)) == farthest
      }
      guard let index else { return false }
      let partner = left.remove(at: index)
      change(partner, session).map { found.append((session.day, $0)) }
      return true
    }
  }
  found += alone.map { ($0.day, .added($0)) } + left.map { ($0.day, .removed($0)) }
  return found.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    .map(\.element.1)
}

/// How two sessions that are one differ; `nil` when they do not.
private func change(_ old: PlannedSession, _ new: PlannedSession) -> SessionChange? {
  if old.day != new.day { return .moved(new, from: old.day) }
  var same = old
  (same.id, same.block) = (new.id, new.block)
  return same == new ? nil : .changed(new, from: old)
}

private func weeksBetween(_ old: [PlannedSession], _ new: [PlannedSession]) -> Int {
  guard let first = old.first?.day, let second = new.first?.day else { return 0 }
  return first.week.monday.distance(to: second.week.monday) / 7
}
