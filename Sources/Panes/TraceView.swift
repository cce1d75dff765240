import Cells
import Domain
import ViewModels

/// A recording as the screen asks for it: a part of its time, spread over columns.
struct TraceView {
  let recording: Recording
  let session: Session
  let maximumHeartRate: Int?
  let startSeconds: Double
  let endSeconds: Double
  let cursorSeconds: Double?
  /// Channels worth a trace, heart rate first; distance and position are not.
  let channels: [Channel]

  /// A silence longer than this is a gap; up to it a device merely samples seldom.
  private static let longestHold = 30.0

  init(
    _ state: SensorsState, recording: Recording, session: Session, detail: AthleteDetail
  ) {
    self.recording = recording
    self.session = session
    let length = max(Double(recording.timestamps.max() ?? 0) / 1000, 1)
    startSeconds = state.window.lowerBound * length
    endSeconds = state.window.upperBound * length
    cursorSeconds = state.cursor.map { ($0 * length).rounded() }
    let order: [Channel.Kind] = [
      .heartRate, .spO2, .speed, .cadence, .power, .acceleration, .altitude, .temperature,
    ]
    channels = order.compactMap { recording.channel($0) }.filter { $0.validCount > 0 }
    var maximum: Int?
    for evidence in session.loads[.edwardsTRIMP]?.inputs ?? [] {
      if case .maximumHeartRate(let value, _) = evidence { maximum = value }
    }
    maximumHeartRate = maximum ?? detail.athlete.maximumHeartRate
  }

  func secondsPerColumn(_ columns: Int) -> Double {
    (endSeconds - startSeconds) / Double(max(columns, 1))
  }

  /// The highest value in each column; a value holds until the next, at most half a minute.
  func columns(of channel: Channel, count: Int) -> [TraceColumn] {
    guard count > 0 else { return [] }
    var highest = [Double?](repeating: nil, count: count)
    let perColumn = secondsPerColumn(count)
    let times = recording.timestamps
    for index in times.indices {
      guard let value = channel[index] else { continue }
      let from = Double(times[index]) / 1000
      guard from <= endSeconds else { continue }
      let next = index + 1 < times.count ? Double(times[index + 1]) / 1000 : from + 1
      let until = min(max(next, from), from + TraceView.longestHold)
      guard until >= startSeconds else { continue }
      let first = max(0, Int((from - startSeconds) / perColumn))
      let last = min(count - 1, Int((until - startSeconds) / perColumn - 1e-9))
      guard first <= max(first, last), first < count else { continue }
      for column in first...max(first, last) where value > highest[column] ?? -.infinity {
        highest[column] = value
      }
    }
    return highest.map { value in
      guard channel.kind == .heartRate, let value, let zone = zone(of: value) else {
        return TraceColumn(value)
      }
      return TraceColumn(value, edge: .zone(zone), body: .zoneBody(zone))
    }
  }

  func zone(of heartRate: Double) -> Int? {
    guard let maximumHeartRate else { return nil }
    return heartRateZone(heartRate, maximum: maximumHeartRate) ?? 1
  }

  /// Round ends around the values; heart rate never begins at zero, cadence and power always.
  func scale(of channel: Channel, _ values: [Double]) -> ClosedRange<Double>? {
    guard let low = values.min(), let high = values.max() else { return nil }
    switch channel.kind {
    case .heartRate: return (low / 10).rounded(.down) * 10 - 5...(high / 5).rounded(.up) * 5 + 5
    case .spO2: return min(88, low)...100
    case .speed, .cadence, .power, .acceleration:
      return 0...max(1, channel.kind == .speed ? high.rounded(.up) : (high / 10).rounded(.up) * 10)
    default: return (low - 1).rounded(.down)...(high + 1).rounded(.up)
    }
  }

  func cursorColumn(_ columns: Int) -> Int? {
    guard let cursorSeconds, (startSeconds...endSeconds).contains(cursorSeconds) else { return nil }
    return min(columns - 1, Int((cursorSeconds - startSeconds) / secondsPerColumn(columns)))
  }

  /// Ten to twelve columns a tick, on a round number of seconds.
  func tickSeconds(_ columns: Int) -> Double {
    let wanted = secondsPerColumn(columns) * 11
    let steps: [Double] = [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400]
    return steps.first { $0 >= wanted } ?? 28_800
  }

  struct Reading {
    var atCursor: Double?
    var mean: Double
    var top: Double
    var absentShare: Double
  }

  /// What a channel reads at the cursor and over the shown part.
  func reading(of channel: Channel) -> Reading {
    var sum = 0.0
    var top = -Double.infinity
    var present = 0
    var total = 0
    var atCursor: Double?
    for (index, time) in recording.timestamps.enumerated() {
      let second = Double(time) / 1000
      guard second >= startSeconds, second <= endSeconds else { continue }
      total += 1
      let value = channel[index]
      if let cursorSeconds, second <= cursorSeconds,
        cursorSeconds - second <= TraceView.longestHold
      {
        atCursor = value
      }
      guard let value else { continue }
      sum += value
      top = max(top, value)
      present += 1
    }
    return Reading(
      atCursor: atCursor, mean: present > 0 ? sum / Double(present) : .nan,
      top: present > 0 ? top : .nan,
      absentShare: total > 0 ? 1 - Double(present) / Double(total) : 0)
  }
}
