import Domain
import Engine
import Synchronization

/// The load days of the athletes looked at last, so that a new session is summed from its day on.
///
/// What is kept is compared with what is stored each time: nothing has to be told that something changed.
public final class LoadCache: Sendable {
  private struct Kept {
    var sessions: [Session]
    var ledger: LoadLedger
  }
  private let kept = Mutex<[AthleteID: Kept]>([:])
  private static let most = 64

  public init() {}

  /// - Parameter sessions: all of the athlete's, newest first, with a load in `unit` where there can be one.
  func days(
    of athlete: AthleteID, _ sessions: [Session], unit: LoadUnit, through lastDay: Day
  ) -> [LoadDay] {
    let before = kept.withLock { $0[athlete] }
    let ledger: LoadLedger
    if let before, before.ledger.unit == unit {
      let day = firstDifference(before.sessions, sessions) ?? lastDay.advanced(by: 1)
      ledger = before.ledger.recomputed(from: day, sessions: sessions, through: lastDay)
    } else {
      ledger = LoadLedger(sessions, unit: unit, through: lastDay)
    }
    kept.withLock { kept in
      if kept.count >= LoadCache.most, kept[athlete] == nil { kept.removeAll() }
      kept[athlete] = Kept(sessions: sessions, ledger: ledger)
    }
    return ledger.days
  }

  /// The earliest day on which the two lists do not say the same; `nil` when they are equal.
  private func firstDifference(_ old: [Session], _ new: [Session]) -> Day? {
    // Both are newest first, so the oldest stand at the end.
    var depth = 0
    while depth < old.count, depth < new.count,
      old[old.count - 1 - depth] == new[new.count - 1 - depth]
    {
      depth += 1
    }
    let candidates = [old, new].compactMap { list in
      depth < list.count ? list[..<(list.count - depth)].map(\.day).min() : nil
    }
    return candidates.min()
  }
}
