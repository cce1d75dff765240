import Domain

/// A stretch over which one sample's value held, milliseconds after the recording's start; the end is not part of it.
struct HeldValue: Hashable {
  var value: Double
  var start: Int64
  var end: Int64
  var seconds: Double { Double(end - start) / 1000 }
}

/// Each valid sample of a channel held until the next valid one, at most `longestHold` seconds, the last for a second.
///
/// Samples are taken in the order of their times; of two at one time the later in the file counts. Below 0 is a dropout.
/// Nothing is held into a pause or across it, and what was sampled inside one is left out.
func heldValues(
  _ kind: Channel.Kind, in recording: Recording, longestHold: Double = 30
) -> [HeldValue] {
  guard let channel = recording.channel(kind), let last = recording.timestamps.max() else { return [] }
  let times = recording.timestamps
  var order = times.indices.filter { (channel[$0] ?? -1) >= 0 }
  order.sort { (times[$0], $0) < (times[$1], $1) }
  let pauses = recording.pauses.sorted { $0.start < $1.start }
  var pause = 0
  var held: [HeldValue] = []
  held.reserveCapacity(order.count)
  for (place, index) in order.enumerated() {
    let start = times[index]
    let next = place + 1 < order.count ? times[order[place + 1]] : last + 1000
    var end = min(next, start + Int64(longestHold * 1000))
    while pause < pauses.count, pauses[pause].end <= start { pause += 1 }
    if pause < pauses.count { end = min(end, pauses[pause].start) }
    guard end > start, let value = channel[index] else { continue }
    held.append(HeldValue(value: value, start: start, end: end))
  }
  return held
}

/// Milliseconds of `range` that lie in no pause.
func milliseconds(_ range: Range<Int64>, outside pauses: [Pause]) -> Int64 {
  var counted = range.lowerBound
  var paused: Int64 = 0
  for pause in pauses.sorted(by: { $0.start < $1.start }) {
    let start = max(counted, pause.start)
    let end = min(range.upperBound, pause.end)
    guard end > start else { continue }
    paused += end - start
    counted = end
  }
  return range.upperBound - range.lowerBound - paused
}
