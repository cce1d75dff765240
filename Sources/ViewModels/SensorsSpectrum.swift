public import Domain

/// Which spectrum is asked for: of one channel over the part that is shown.
public struct SpectrumWish: Hashable, Sendable {
  public var session: SessionID
  public var kind: TraceKind
  /// Milliseconds after the recording's start.
  public var range: Range<Int64>
  public init(session: SessionID, kind: TraceKind, range: Range<Int64>) {
    (self.session, self.kind, self.range) = (session, kind, range)
  }
}

/// A spectrum, or why there is none.
public enum SpectrumAnswer: Hashable, Sendable {
  /// With the level of each bin in decibels below the highest but the one at 0 Hz.
  case spectrum(Spectrum, levels: [Double])
  case refused(SpectrumRefusal)
}

/// The spectrum under the leading channel while it is open.
public struct SpectrumState: Hashable, Sendable {
  /// What was asked for last.
  public var wish: SpectrumWish
  /// What came last; of an earlier wish while a new one is under way, so that the picture does not flicker.
  public var shown: (of: SpectrumWish, answer: SpectrumAnswer)? {
    answer.map { ($0.wish, $0.answer) }
  }
  var answer: Answered?

  struct Answered: Hashable, Sendable {
    var wish: SpectrumWish
    var answer: SpectrumAnswer
  }

  init(wish: SpectrumWish) { self.wish = wish }

  /// One that arrives late or for another recording is left out.
  mutating func take(_ wish: SpectrumWish, _ answer: SpectrumAnswer) {
    guard wish.session == self.wish.session, wish.kind == self.wish.kind else { return }
    self.answer = Answered(wish: wish, answer: answer)
  }
}

extension SensorsState {
  /// The channel that leads: drawn largest, and whose spectrum is shown.
  public var leadingKind: TraceKind? {
    guard let trace, !trace.lines.isEmpty else { return nil }
    return trace.lines[min(max(turned, 0), trace.lines.count - 1)].line.kind
  }

  /// Opens the spectrum, or closes it.
  mutating func toggleSpectrum() -> [Effect] {
    if spectrum != nil {
      spectrum = nil
      return []
    }
    guard let wish = spectrumWish else { return [] }
    spectrum = SpectrumState(wish: wish)
    return [.loadSpectrum(wish)]
  }

  /// Asks again when another channel leads or another part is shown.
  mutating func followSpectrum() -> [Effect] {
    guard let open = spectrum, let wish = spectrumWish, wish != open.wish else { return [] }
    spectrum?.wish = wish
    return [.loadSpectrum(wish)]
  }

  /// In a replay what was heard last, in steps of five seconds: a spectrum that changes with every tick cannot be read.
  private var spectrumWish: SpectrumWish? {
    guard let session, let kind = leadingKind else { return nil }
    guard let replay else { return SpectrumWish(session: session.id, kind: kind, range: shown) }
    let end = max(5000, replay.playhead / 5000 * 5000)
    return SpectrumWish(
      session: session.id, kind: kind, range: max(0, end - Int64(replay.shownSeconds) * 1000)..<end)
  }
}
