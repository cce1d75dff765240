/// The features of each window of a channel, as soon as the window is complete.
///
/// Windows are those of `WindowStage`. Memory: one window and one chunk.
public struct FeatureStage: Stage {
  public let bands: [FrequencyBand]
  private var windows: WindowStage
  private var spectra: WindowSpectra?

  /// - Precondition: the clock of the blocks is regular.
  public init(
    _ length: WindowStage.Length = .seconds(4, hop: 2), bands: [FrequencyBand] = FrequencyBand.movement,
    mostUnusable: Double = WindowStage.defaultMostUnusable
  ) {
    self.bands = bands
    windows = WindowStage(length, mostUnusable: mostUnusable)
  }

  public mutating func push(_ input: consuming SampleBlock) -> [WindowFeatures] {
    let complete = windows.push(input)
    guard let first = complete.first else { return [] }
    if spectra?.count != first.count || spectra?.hertz != first.hertz {
      spectra = WindowSpectra(count: first.count, hertz: first.hertz)
    }
    guard let spectra else { return [] }
    var correlation = Autocorrelation(count: first.count, lags: first.count / 2)
    var features: [WindowFeatures] = []
    for window in complete {
      var one = WindowFeatures(
        seconds: window.seconds, lengthSeconds: window.lengthSeconds, usableShare: window.usableShare)
      one.time = window.values.flatMap { TimeFeatures($0, hertz: window.hertz) }
      if let values = window.values, let time = one.time {
        one.takePeriod(
          correlation.values(values, .unbiased), hertz: window.hertz, floor: WindowFeatures.floor(time))
      }
      features.append(one)
    }
    let places = features.indices.filter { features[$0].time != nil }
    spectra.forEach(places.compactMap { complete[$0].values }) { index, densities in
      let place = places[index]
      let floor = features[place].time.map { WindowFeatures.floor($0) } ?? 0
      features[place].spectral = SpectralFeatures(densities, step: spectra.step, bands: bands, floor: floor)
    }
    return features
  }
}
