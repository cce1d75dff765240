import Domain
import Testing
import ViewModels

/// The spectrum under the leading channel: asked for once, followed, and closed again.
@Suite struct SensorsSpectrumTests {
  private let state = SampleRecordings.workbench()
  private let session = Sample.sessions(of: 1)[0].id

  private func wish(_ kind: Channel.Kind = .heartRate, _ range: Range<Int64> = 0..<600_001) -> SpectrumWish {
    SpectrumWish(session: session, kind: .channel(kind), range: range)
  }

  private let spectrum = Spectrum(step: 0.01, powers: [0, 1, 4, 1], scaling: .density, dominantHertz: 0.02)

  @Test func `f asks for the spectrum of what is shown, and f again closes it`() {
    var state = state
    #expect(press(&state, "f") == [.loadSpectrum(wish())])
    #expect(state.sensors.spectrum?.wish == wish())
    #expect(press(&state, "f") == [])
    #expect(state.sensors.spectrum == nil)
  }

  @Test func `Esc closes the spectrum and nothing else`() {
    var state = state
    press(&state, "f")
    #expect(press(&state, "Esc") == [])
    #expect(state.sensors.spectrum == nil)
    #expect(state.pane == .sensors)
  }

  @Test func `another channel, another part and another recording are asked for`() {
    var state = state
    press(&state, "f")
    #expect(press(&state, "v") == [.loadSpectrum(wish(.cadence))])
    #expect(press(&state, "+") == [.loadSpectrum(wish(.cadence, 150_000..<450_001))])
    #expect(press(&state, "l") == [], "the cursor moves inside the same part")
    #expect(press(&state, "j") == [.loadRecording(Sample.session(103))])
    let oldest = Sample.sessions(of: 1)[2]
    let trace = RecordingTrace(analysing: SampleRecordings.tenMinutes)
    #expect(
      state.update(.sensors(.traceLoaded(oldest, trace))) == [
        .loadSpectrum(SpectrumWish(session: oldest.id, kind: .channel(.cadence), range: 0..<600_001))
      ])
  }

  @Test func `what is shown stays until the next one has come, and another channel's is not taken`() {
    var state = state
    press(&state, "f")
    _ = state.update(.sensors(.spectrumLoaded(wish(), .spectrum(spectrum, levels: [-9, -6, 0, -6]))))
    #expect(state.sensors.spectrum?.shown?.of == wish())
    press(&state, "+")
    #expect(state.sensors.spectrum?.shown?.of == wish(), "the earlier part's, until the new one comes")
    let late = wish(.power)
    _ = state.update(.sensors(.spectrumLoaded(late, .refused(.tooShort(have: 1, need: 16)))))
    #expect(state.sensors.spectrum?.shown?.of == wish())
  }

  @Test func `in a replay it follows every five seconds of what was heard`() {
    var state = state
    press(&state, "g r")
    press(&state, "f")
    var asked: [Effect] = []
    for _ in 0..<120 { asked += state.update(.replayTicked(milliseconds: 100)) }
    #expect(asked == [.loadSpectrum(wish(.heartRate, 0..<10_000))], "one wish for 0 to 5, and one for 10 s")
  }

  @Test func `without a recording there is nothing to ask for`() {
    var state = Sample.workbench(in: .sensors)
    state.sensors.trace = nil
    #expect(press(&state, "f") == [])
    #expect(state.sensors.spectrum == nil)
  }

  // MARK: Figures

  @Test func `columns take the highest of their bins, and the nearest where bins are wider`() {
    let levels: [Double] = [-1, -10, -20, 0, -30, -15, -50, -25, -35]
    #expect(Spectrum.columns(levels, count: 4, depth: 40) == [-10, 0, -15, -25])
    #expect(Spectrum.columns([-3, -10, 0], count: 4, depth: 40) == [-10, -10, -10, 0])
    #expect(Spectrum.columns(levels, count: 2, depth: 12).allSatisfy { $0 >= -12 })
    #expect(Spectrum.columns([], count: 4, depth: 40) == [])
  }

  @Test func `a refusal says what is missing and what to press`() {
    #expect(
      SpectrumRefusal.tooShort(have: 9, need: 16).sentence
        == "A spectrum needs 16 samples and this part has 9. Zoom out with -.")
    #expect(
      SpectrumRefusal.tooManyGaps(segments: 3).sentence
        == "Too much is missing in each of the 3 windows of this part. Choose another part, or v another channel."
    )
  }
}
