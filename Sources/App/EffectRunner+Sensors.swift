import Domain
import Signals
import Store
import ViewModels

// The sensors pane: recordings read and cleaned, spectra of what is shown of them.
extension EffectRunner {
  func loadRecording(_ id: SessionID) throws(StoreError) {
    guard let session = try desk.store.session(id) else { return }
    let recording = try desk.store.recording(of: id)
    let analysis = recording.map { RecordingAnalysis($0, cleaning: desk.world.cleaning) }
    opened = recording.map { (id, $0) }
    mailbox.send(.sensors(.recordingLoaded(session, recording, analysis: analysis)))
  }

  func loadSpectrum(_ wish: SpectrumWish) throws(StoreError) {
    if opened?.session != wish.session {
      opened = try desk.store.recording(of: wish.session).map { (wish.session, $0) }
    }
    guard let recording = opened?.recording else { return }
    let answer: SpectrumAnswer
    do throws(SpectrumRefusal) {
      let found =
        switch wish.kind {
        case .channel(let kind):
          try spectrum(of: kind, in: recording, wish.range, cleaning: desk.world.cleaning)
        case .beatInterval: try beatSpectrum(of: recording, wish.range)
        }
      answer = .spectrum(found, levels: found.levels)
    } catch {
      answer = .refused(error)
    }
    mailbox.send(.sensors(.spectrumLoaded(wish, answer)))
  }
}
