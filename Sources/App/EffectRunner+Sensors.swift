import Domain
import Signals
import Store
import ViewModels

// The sensors pane: recordings read and cleaned, spectra of what is shown of them.
extension EffectRunner {
  func loadRecording(_ id: SessionID) throws(StoreError) {
    guard let session = try desk.store.session(id) else { return }
    let opened = try open(id)
    mailbox.send(.sensors(.recordingLoaded(session, opened?.recording, analysis: opened?.analysis)))
  }

  func loadSpectrum(_ wish: SpectrumWish) throws(StoreError) {
    guard let opened = opened?.session == wish.session ? opened : try open(wish.session) else { return }
    let answer: SpectrumAnswer
    do throws(SpectrumRefusal) {
      let found =
        switch wish.kind {
        case .channel(let kind):
          try spectrum(of: kind, in: opened.recording, wish.range, analysis: opened.analysis)
        case .beatInterval: try beatSpectrum(of: opened.recording, wish.range, analysis: opened.analysis)
        }
      answer = .spectrum(found, levels: found.levels)
    } catch {
      answer = .refused(error)
    }
    mailbox.send(.sensors(.spectrumLoaded(wish, answer)))
  }

  /// Reads a recording and cleans it, once for all that is asked about it.
  private func open(_ id: SessionID) throws(StoreError) -> OpenedRecording? {
    opened = try desk.store.recording(of: id).map {
      OpenedRecording(
        session: id, recording: $0, analysis: RecordingAnalysis($0, cleaning: desk.world.cleaning))
    }
    return opened
  }
}

/// The recording on the screen, as it was read and cleaned.
struct OpenedRecording {
  var session: SessionID
  var recording: Recording
  var analysis: RecordingAnalysis
}
