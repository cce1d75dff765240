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
  /// The parts of the session, in the order of time.
  public var bouts: [Bout]
  /// What the bouts were found from.
  public var effort: EffortSource?

  public init(
    cleaned: CleanedRecording, live: CleanedRecording, derived: [DerivedChannel] = [],
    resting: [RestingLevel] = [], bouts: [Bout] = [], effort: EffortSource? = nil
  ) {
    (self.cleaned, self.live, self.derived, self.resting) = (cleaned, live, derived, resting)
    (self.bouts, self.effort) = (bouts, effort)
  }
}
