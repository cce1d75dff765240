import Domain

/// A squad of the sample and its members' events: women and men in turn, a woman first.
struct SampleSquad: Sendable {
  struct Member: Sendable {
    let group: EventGroup
    let event: String
  }

  let name: String
  let population: Population
  let members: [Member]

  /// Ninety people: forty university athletes, twenty general, ten youth, ten professional, ten retired.
  static let all: [SampleSquad] = [
    SampleSquad(
      name: "Sprint", population: .university,
      members: members(
        .sprint, "100 m", "100 m", "200 m", "200 m", "400 m", "400 m", "100 m H", "110 m H", "400 m H",
        "Long jump")),
    SampleSquad(
      name: "Distance", population: .university,
      members: members(
        .distance, "800 m", "800 m", "1500 m", "1500 m", "5000 m", "5000 m", "3000 m SC", "3000 m SC",
        "10 000 m", "10 000 m")),
    SampleSquad(
      name: "Throws", population: .university,
      members: members(
        .throw, "Javelin", "Javelin", "Shot put", "Shot put", "Discus", "Discus", "Hammer", "Hammer",
        "Javelin", "Discus")),
    SampleSquad(
      name: "Ball", population: .university,
      members: members(
        .ball, "Basketball", "Basketball", "Volleyball", "Volleyball", "Football", "Football", "Handball",
        "Handball", "Badminton", "Badminton")),
    SampleSquad(
      name: "General fitness", population: .general,
      members: members(
        .general, "Fitness", "Fitness", "5 km run", "Gym", "Walking", "Cycling", "Swimming", "5 km run",
        "Gym", "Fitness", "10 km run", "10 km run", "Fitness", "Walking", "Cycling", "Gym", "Fitness",
        "Swimming", "5 km run", "Fitness")),
    SampleSquad(
      name: "Youth", population: .youth,
      members: members(.sprint, "100 m", "200 m") + members(.distance, "800 m", "1500 m")
        + members(.throw, "Javelin", "Shot put")
        + members(.ball, "Football", "Basketball", "Volleyball", "Football")),
    SampleSquad(
      name: "Professionals", population: .professional,
      members: members(.distance, "Marathon", "Marathon", "10 000 m", "Road cycling", "Triathlon")
        + members(.ball, "Football", "Volleyball", "Basketball") + members(.throw, "Hammer")
        + members(.sprint, "400 m")),
    SampleSquad(
      name: "Masters", population: .retired,
      members: members(.distance, "10 km run", "Half marathon", "Marathon")
        + members(.general, "Fitness", "Fitness", "Cycling") + members(.ball, "Badminton")
        + members(.throw, "Shot put") + members(.general, "Swimming", "Fitness")),
  ]

  /// Which squad the person at `index` belongs to, and which of its members that is.
  static func place(of index: Int) -> (squad: Int, member: Int) {
    var member = index
    for squad in all.indices {
      if member < all[squad].members.count { return (squad, member) }
      member -= all[squad].members.count
    }
    preconditionFailure("there is no person \(index)")
  }

  private static func members(_ group: EventGroup, _ events: String...) -> [Member] {
    events.map { Member(group: group, event: $0) }
  }
}
