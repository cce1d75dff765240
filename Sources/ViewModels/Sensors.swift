public import Domain

/// One recording on the screen: which one, and what part of it.
public struct SensorsState: Hashable, Sendable {
  public var session: Session?
  public var recording: Recording?
  public var isLoading = false
  /// The part shown, as shares of the recording's length.
  public var window: ClosedRange<Double> = 0...1
  /// The cursor inside the recording, as a share; `nil` until it is moved.
  public var cursor: Double?
  public init() {}
}

public enum SensorsAction: Hashable, Sendable {
  case recordingLoaded(Session, Recording?)
  case cursorMoved(by: Int)
  case zoomed(in: Bool)
  case recordingMoved(by: Int)
}

extension SensorsState {
  mutating func update(_ action: SensorsAction, detail: AthleteDetail?) -> [Effect] {
    switch action {
    case .recordingLoaded(let session, let recording):
      // One that arrives late belongs to nobody on the screen any more.
      guard self.session?.id == session.id else { return [] }
      self.session = session
      self.recording = recording
      isLoading = false
      return []
    case .cursorMoved(let steps):
      let width = window.upperBound - window.lowerBound
      let current = cursor ?? (window.lowerBound + width / 2)
      let moved = min(max(current + Double(steps) * width / 60, 0), 1)
      cursor = moved
      // The window follows a cursor that leaves it.
      if moved < window.lowerBound { slide(by: moved - window.lowerBound) }
      if moved > window.upperBound { slide(by: moved - window.upperBound) }
      return []
    case .zoomed(let isIn):
      zoom(by: isIn ? 0.5 : 2)
      return []
    case .recordingMoved(let steps):
      guard let recorded = detail?.recorded, !recorded.isEmpty else { return [] }
      let index = recorded.firstIndex { $0.id == session?.id } ?? 0
      return show(recorded[min(max(index + steps, 0), recorded.count - 1)])
    }
  }

  mutating func show(_ session: Session) -> [Effect] {
    guard self.session?.id != session.id || recording == nil else { return [] }
    self = SensorsState()
    self.session = session
    isLoading = true
    return [.loadRecording(session.id)]
  }

  private mutating func slide(by distance: Double) {
    let width = window.upperBound - window.lowerBound
    let low = min(max(window.lowerBound + distance, 0), 1 - width)
    window = low...low + width
  }

  private mutating func zoom(by factor: Double) {
    let width = min(max((window.upperBound - window.lowerBound) * factor, 1.0 / 64), 1)
    let centre = cursor ?? (window.lowerBound + window.upperBound) / 2
    let low = min(max(centre - width / 2, 0), 1 - width)
    window = low...low + width
  }
}
