public import Domain

extension RecordingAnalysis {
  /// What there is to say about a recording when it is opened.
  public init(_ recording: Recording, cleaning settings: CleaningSettings) {
    let cleaned = Signals.cleaned(recording, with: settings)
    self.init(
      cleaned: cleaned, live: Signals.cleaned(recording, with: settings, form: .streaming),
      derived: derivedChannels(of: recording, cleaned), resting: restingLevels(of: recording, cleaned),
      shape: sessionShape(of: SessionChannels(recording, without: cleaned)))
  }
}
