public import Domain

/// One row of the roster: the pseudonymous athlete, and the name kept apart from it.
public struct SamplePerson: Hashable, Sendable {
  public var athlete: Athlete
  public var identity: Identity
}
