/// A recording played as if its sensors spoke now: the playhead, its speed, and the feed that live sources fill too.
public struct Replay: Hashable, Sendable {
  public static let speeds = [1, 2, 5, 10, 20, 50]
  /// Seconds on the screen, one step of the zoom each.
  public static let spans = [60, 120, 300, 600, 1200, 1800, 3600]

  /// Milliseconds after the recording's start.
  public private(set) var playhead: Int64
  public private(set) var speed = 1
  public private(set) var isPaused = false
  public private(set) var shownSeconds = 600
  public private(set) var feed: SampleFeed
  public let length: Int64
  private var position = RecordingTrace.Position()
  private var kept: Int64

  /// Starts at `time`, with what came before it already in the feed.
  ///
  /// - Parameter window: milliseconds the feed keeps.
  public init(_ trace: RecordingTrace, from time: Int64 = 0, window: Int64 = 3_600_000) {
    length = trace.length
    kept = window
    feed = trace.emptyFeed(window: window)
    let time = min(max(time, 0), length)
    playhead = -1
    position = trace.position(at: time > window ? time - window : 0)
    play(to: time, of: trace)
  }

  public var isAtEnd: Bool { playhead >= length }
  public var isRunning: Bool { !isPaused && !isAtEnd }

  /// What the screen shows: it fills from the left, then scrolls with the playhead at its right end.
  public var shown: Range<Int64> {
    let span = min(Int64(shownSeconds) * 1000, max(length, 1000))
    let start = max(0, playhead - span)
    return start..<start + span + 1
  }

  /// So many milliseconds of the coach's time have passed.
  public mutating func advance(by milliseconds: Int, of trace: RecordingTrace) {
    guard isRunning, milliseconds > 0 else { return }
    play(to: min(length, playhead + Int64(milliseconds) * Int64(speed)), of: trace)
  }

  /// Goes to another moment; the feed then holds what it would hold had it been played until there.
  public mutating func seek(to time: Int64, of trace: RecordingTrace) {
    let time = min(max(time, 0), length)
    if time < playhead {
      feed = trace.emptyFeed(window: kept)
      position = trace.position(at: time > kept ? time - kept : 0)
      playhead = -1
    }
    play(to: time, of: trace)
  }

  private mutating func play(to time: Int64, of trace: RecordingTrace) {
    playhead = max(playhead, time)
    trace.play(from: &position, through: playhead, into: &feed)
    feed.advance(to: playhead)
  }

  /// Stops the clock, or lets it run again; at the end, from the start.
  mutating func pausePressed(of trace: RecordingTrace) {
    if isAtEnd {
      seek(to: 0, of: trace)
      isPaused = false
    } else {
      isPaused.toggle()
    }
  }

  mutating func changeSpeed(by steps: Int) {
    let index = Replay.speeds.firstIndex(of: speed) ?? 0
    speed = Replay.speeds[min(max(index + steps, 0), Replay.speeds.count - 1)]
  }

  mutating func zoom(in isIn: Bool) {
    let index = Replay.spans.firstIndex(of: shownSeconds) ?? 0
    shownSeconds = Replay.spans[min(max(index + (isIn ? -1 : 1), 0), Replay.spans.count - 1)]
  }

  mutating func showMost() { shownSeconds = Replay.spans[Replay.spans.count - 1] }
}
