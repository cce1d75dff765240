/// One session of a part, with all that belongs to it. Times are seconds of FIT time.
struct FITSession {
  /// `nil` where the part has no session message and all of it is one session.
  let message: FITMessage?
  let start: Int64
  let end: Int64
  /// The records with a time, in the file's order.
  var records: [Int] = []
  var laps: [FITMessage] = []
  /// Times between heart beats in milliseconds.
  var beats: [Int32] = []

  /// The sessions of `part`, in the file's order. Records without a time belong to none; where
  /// nothing has a time there are no sessions. O(records · log sessions).
  static func split(_ part: FITPart) -> [FITSession] {
    guard var line = TimeLine(part) else { return [] }
    var current = 0
    var owners: [Int] = []
    for (index, timestamp) in part.records.timestamps.enumerated() {
      if let timestamp {
        current = line.session(at: Int64(timestamp))
        line.sessions[current].records.append(index)
      }
      owners.append(current)
    }
    for lap in part.messages(.lap) {
      guard let start = lap.lapStart else { continue }
      line.sessions[line.session(at: start)].laps.append(lap)
    }
    for beat in part.beats {
      let owner = owners.isEmpty ? 0 : owners[max(beat.recordsBefore - 1, 0)]
      line.sessions[owner].beats.append(beat.milliseconds)
    }
    return line.sessions
  }
}

extension FITMessage {
  /// Where a session or a lap begins, in seconds of FIT time, and how long it took.
  var startSeconds: Int64? { unsigned32(2).map { Int64($0) } }
  var elapsedSeconds: Double? { unsigned32(7).map { Double($0) / 1000 } }

  /// A lap that does not tell where it begins is placed where it was written.
  var lapStart: Int64? { startSeconds ?? timestamp.map { Int64($0) } }
}

/// The sessions of a part, to tell which of them a moment belongs to.
private struct TimeLine {
  /// In the file's order; never empty.
  var sessions: [FITSession]
  /// Indices of `sessions`, by start.
  private let order: [Int]

  /// `nil` where nothing has a time.
  init?(_ part: FITPart) {
    let first = part.records.timestamps.lazy.compactMap(\.self).first.map { Int64($0) }
    let messages = part.messages(.session)
    let sessions = messages.compactMap { message -> FITSession? in
      let elapsed = Int64(message.elapsedSeconds ?? 0)
      let fromEnd = message.timestamp.map { Int64($0) - elapsed }
      guard let start = message.startSeconds ?? fromEnd ?? first else { return nil }
      return FITSession(message: message, start: start, end: start + elapsed)
    }
    let whole = first.map { FITSession(message: nil, start: $0, end: $0) }
    self.sessions = sessions.isEmpty ? [whole].compactMap(\.self) : sessions
    guard !self.sessions.isEmpty else { return nil }
    order = self.sessions.indices.sorted { [sessions = self.sessions] in
      (sessions[$0].start, $0) < (sessions[$1].start, $1)
    }
  }

  /// The last session to start by `moment`; the one after it where `moment` lies behind the end of
  /// the former and nearer to the start of the latter.
  func session(at moment: Int64) -> Int {
    var place = 0
    var upper = order.count
    while place < upper {
      let middle = (place + upper) / 2
      if sessions[order[middle]].start <= moment { place = middle + 1 } else { upper = middle }
    }
    guard place > 0 else { return order[0] }
    let before = order[place - 1]
    guard place < order.count, moment > sessions[before].end else { return before }
    let after = order[place]
    let isNearer = sessions[after].start - moment < moment - sessions[before].end
    return isNearer ? after : before
  }
}
