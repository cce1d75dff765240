public import Domain

extension RecordingAnalysis {
  /// What there is to say about a recording when it is opened.
  public init(_ recording: Recording, cleaning settings: CleaningSettings) {
    let cleaned = Signals.cleaned(recording, with: settings)
    self.init(
      cleaned: cleaned, live: cleaned.asLive(recording), derived: derivedChannels(of: recording, cleaned),
      resting: restingLevels(of: recording, cleaned),
      shape: sessionShape(of: SessionChannels(recording, without: cleaned)))
  }
}

extension CleanedRecording {
  /// As a live source would have been cleaned: only rules with statistics of all samples judge otherwise there.
  fileprivate func asLive(_ recording: Recording) -> CleanedRecording {
    var live = self
    live.form = .streaming
    let judged = settings.channels.filter(\.value.hasOutlierRules).map(\.key)
    for channel in cleaned(recording, with: settings, for: judged, form: .streaming).channels {
      guard let place = live.channels.firstIndex(where: { $0.kind == channel.kind }) else { continue }
      live.channels[place] = channel
    }
    return live
  }
}
