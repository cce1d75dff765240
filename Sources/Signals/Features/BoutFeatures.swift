extension FeatureStage {
  /// The features of whole bouts: of the times in `ranges`, seconds after the start.
  ///
  /// Time features come from every usable sample of the bout; frequencies and the period from the mean spectrum and the
  /// mean autocorrelation of its windows, which are those of `length`. A bout shorter than a window has the former only;
  /// one without a usable sample has none.
  public static func features(
    of block: SampleBlock, in ranges: [Range<Double>], _ length: WindowStage.Length = .seconds(4, hop: 2),
    bands: [FrequencyBand] = FrequencyBand.movement, mostUnusable: Double = WindowStage.defaultMostUnusable
  ) -> [WindowFeatures] {
    ranges.map { range in
      let bout = samples(of: block, in: range)
      var features = WindowFeatures(
        seconds: range.lowerBound, lengthSeconds: range.upperBound - range.lowerBound, usableShare: 0)
      guard bout.count > 0, case .regular(let hertz, _) = bout.clock else { return features }
      let usable = bout.flags.map(\.isUsable)
      guard let time = TimeFeatures(bout.values, usable: usable, hertz: hertz) else { return features }
      features.usableShare = Double(time.count) / Double(bout.count)
      features.time = time
      var windows = WindowStage(length, mostUnusable: mostUnusable)
      features.takeMeans(windows.push(bout).compactMap(\.values), hertz: hertz, bands: bands)
      return features
    }
  }

  private static func samples(of block: SampleBlock, in range: Range<Double>) -> SampleBlock {
    guard block.count > 0 else { return block }
    guard case .regular(let hertz, let first) = block.clock else {
      preconditionFailure("windows of a clock without a rate")
    }
    func index(_ seconds: Double) -> Int {
      let place = (seconds * hertz - Double(first)).rounded(.up)
      return Int(min(max(place, 0), Double(block.count)))
    }
    let (start, end) = (index(range.lowerBound), index(range.upperBound))
    return block.part(start..<max(start, end))
  }
}

extension WindowFeatures {
  /// Frequencies and period from the means over `windows`, all of one length.
  fileprivate mutating func takeMeans(_ windows: [[Float]], hertz: Double, bands: [FrequencyBand]) {
    guard let time, let count = windows.first?.count else { return }
    let spectra = WindowSpectra(count: count, hertz: hertz)
    let floor = Self.floor(time)
    var densities: [Double] = []
    spectra.forEach(windows) { _, row in Self.add(row, to: &densities) }
    let mean = densities.map { $0 / Double(windows.count) }
    spectral = SpectralFeatures(mean, step: spectra.step, bands: bands, floor: floor)
    var correlation = Autocorrelation(count: count, lags: count / 2)
    var correlations: [Double] = []
    for values in windows { Self.add(correlation.values(values, .unbiased), to: &correlations) }
    takePeriod(correlations.map { $0 / Double(windows.count) }, hertz: hertz, floor: floor)
  }

  private static func add(_ row: [Double], to sum: inout [Double]) {
    if sum.isEmpty { sum = Array(repeating: 0, count: row.count) }
    for index in sum.indices { sum[index] += row[index] }
  }
}
