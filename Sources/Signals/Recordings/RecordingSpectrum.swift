public import Domain

/// The power spectrum of one channel over a stretch of a recording, recorded or derived, rejected samples left out.
///
/// - Parameter range: milliseconds after the start.
public func spectrum(
  of kind: Channel.Kind, in recording: Recording, _ range: Range<Int64>, analysis: RecordingAnalysis
) throws(SpectrumRefusal) -> Spectrum {
  let derived = analysis.derived.first { $0.channel.kind == kind }?.channel
  guard let channel = recording.channel(kind) ?? derived else {
    throw .tooShort(have: 0, need: MeanSpectrum.shortest)
  }
  let rejected = analysis.cleaned.channel(kind)?.rejected
  let order = TimeOrder(recording.timestamps)
  let block = order.block(
    (0..<channel.count).map { index in
      rejected?[index] == true ? .nan : channel[index].map { Float($0) } ?? .nan
    })
  let first = order.times.firstIndex { $0 >= range.lowerBound } ?? order.times.count
  let end = order.times[first...].firstIndex { $0 >= range.upperBound } ?? order.times.count
  return try MeanSpectrum.spectrum(of: block.part(first..<end))
}

/// The power spectrum of the times between beats over a stretch, at four values a second as Task Force (1996) has it; what
/// is no normal beat is left out.
public func beatSpectrum(
  of recording: Recording, _ range: Range<Int64>, analysis: RecordingAnalysis
) throws(SpectrumRefusal) -> Spectrum {
  var (times, values): ([Int64], [Float]) = ([], [])
  var time: Int64 = 0
  let rejected = analysis.cleaned.rejectedBeats
  for (index, interval) in recording.rrIntervals.enumerated() {
    time += Int64(max(0, interval))
    guard range.contains(time) else { continue }
    times.append(time)
    values.append(interval > 0 && !rejected[index] ? Float(interval) : .nan)
  }
  var resample = ResampleStage(hertz: 4, longestGap: 5)
  return try MeanSpectrum.spectrum(of: resample.run(SampleBlock(values, clock: .stamped(times))))
}
