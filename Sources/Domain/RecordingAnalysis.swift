/// What the engine says about a recording when it is opened.
public struct RecordingAnalysis: Hashable, Sendable {
  /// Cleaned with the whole of it at hand.
  public var cleaned: CleanedRecording
  /// Cleaned as a live source would have been, from what had been heard so far: what a replay shows.
  public var live: CleanedRecording
  /// Channels that were computed from others.
  public var derived: [DerivedChannel]
  /// Levels at rest that the recording itself shows.
  public var resting: [RestingLevel]
  /// Bouts, best efforts and what follows from them.
  public var shape: SessionShape

  public init(
    cleaned: CleanedRecording, live: CleanedRecording, derived: [DerivedChannel] = [],
    resting: [RestingLevel] = [], shape: SessionShape
  ) {
    (self.cleaned, self.live, self.derived) = (cleaned, live, derived)
    (self.resting, self.shape) = (resting, shape)
  }
}
