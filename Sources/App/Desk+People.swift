public import Domain
public import Store

// Two athletes who are one, and athletes who want to be forgotten. Both can be taken back until the identity file is
// compacted.
extension Desk {
  /// Gives everything of `source` to `target` and takes `source` off the roster.
  public func merge(_ source: AthleteID, into target: AthleteID, as actor: Actor) throws(StoreError) {
    try perform(.mergeAthletes(source, into: target), as: actor)
    renewRows([target])
  }

  /// Takes a merge back.
  public func split(_ source: AthleteID, from target: AthleteID, as actor: Actor) throws(StoreError) {
    if try store.isForgotten(source) { throw .forgotten }
    try perform(.splitAthletes(source, from: target), as: actor)
    renewRows([source, target])
  }

  /// Takes an athlete off the roster and seals every name: what is left is a pseudonym's history.
  public func erase(_ id: AthleteID, as actor: Actor) throws(StoreError) {
    try store.sealIdentity(of: id)
    try perform(.eraseAthlete(id), as: actor)
  }

  /// Takes an erasure back.
  public func unErase(_ id: AthleteID, as actor: Actor) throws(StoreError) {
    if try store.isForgotten(id) { throw .forgotten }
    let event = try store.unsealIdentity(of: id)
    guard var athlete = try store.athlete(id) else { throw .missing }
    athlete.event = event
    athlete.isArchived = false
    try performAll([.unEraseAthlete(id), .saveAthlete(athlete)], as: actor)
    renewRows([id])
  }
}
