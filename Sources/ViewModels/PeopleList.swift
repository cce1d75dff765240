import Domain
import Keys

/// A list over the screen: the squads or the coaches there are, and a line for a new one.
public struct PeopleList: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case squads, coaches }

  public var kind: Kind
  /// 0 is the line for a new one.
  public var selected = 0

  public init(_ kind: Kind) { self.kind = kind }

  public var title: String { kind == .squads ? "Squads" : "Coaches" }
  public var newLine: String { kind == .squads ? "New squad …" : "New coach …" }
}

extension AppState {
  /// The names in a list, in its order.
  public func names(in list: PeopleList) -> [String] {
    switch list.kind {
    case .squads: squadChoices.map(\.name)
    case .coaches: coaches.map { "\($0.name), \($0.coach.role.rawValue)" }
    }
  }

  var squadChoices: [(id: SquadID, name: String)] {
    squads.map { (id: $0.key, name: $0.value) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  mutating func pressInList(_ key: Key, _ list: PeopleList) -> [Effect] {
    var list = list
    let last = names(in: list).count
    switch key {
    case .up, .character("k"): list.selected = max(0, list.selected - 1)
    case .down, .character("j"), .tab: list.selected = min(list.selected + 1, last)
    case .home: list.selected = 0
    case .end: list.selected = last
    case .enter:
      overlay = .form(form(for: list))
      return []
    case .escape, .control("c"), .character("q"):
      overlay = nil
      return []
    default: break
    }
    overlay = .people(list)
    return []
  }

  private func form(for list: PeopleList) -> Form {
    let index = list.selected - 1
    switch list.kind {
    case .squads:
      guard squadChoices.indices.contains(index) else { return .squad(nil, name: "") }
      return .squad(squadChoices[index].id, name: squadChoices[index].name)
    case .coaches:
      guard coaches.indices.contains(index) else { return .coach(nil, name: "") }
      return .coach(coaches[index].coach, name: coaches[index].name)
    }
  }
}
