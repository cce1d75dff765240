public import Domain

/// The power spectrum of one channel over a stretch of a recording, flagged samples left out.
///
/// - Parameter range: milliseconds after the start.
public func spectrum(
  of kind: Channel.Kind, in recording: Recording, _ range: Range<Int64>,
  cleaning settings: CleaningSettings = .standard
) throws(SpectrumRefusal) -> Spectrum {
  guard let channel = recording.channel(kind) else { throw .tooShort(have: 0, need: MeanSpectrum.shortest) }
  let cleaner = RecordingCleaner(recording, settings, form: .wholeRecording)
  let block = cleaner.flagged(channel)
  let times = cleaner.order.times
  let first = times.firstIndex { $0 >= range.lowerBound } ?? times.count
  let end = times[first...].firstIndex { $0 >= range.upperBound } ?? times.count
  return try MeanSpectrum.spectrum(of: block.part(first..<end))
}

/// The power spectrum of the times between beats over a stretch, at four values a second as Task Force (1996) has it.
public func beatSpectrum(
  of recording: Recording, _ range: Range<Int64>
) throws(SpectrumRefusal) -> Spectrum {
  var (times, values): ([Int64], [Float]) = ([], [])
  var time: Int64 = 0
  for interval in recording.rrIntervals {
    time += Int64(max(0, interval))
    guard range.contains(time) else { continue }
    times.append(time)
    values.append(interval > 0 ? Float(interval) : .nan)
  }
  var resample = ResampleStage(hertz: 4, longestGap: 5)
  return try MeanSpectrum.spectrum(of: resample.run(SampleBlock(values, clock: .stamped(times))))
}
