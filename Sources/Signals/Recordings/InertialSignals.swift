public import Domain

/// What an inertial sensor's axes come to: how hard the body was moved, and how often it stepped.
///
/// Flagged samples of an axis are missing. With angular rates gravity is taken out by the orientation and the length of
/// the rest is the acceleration; without them it is the length of what was felt, gravity kept (Bo, equation 1). Cadence is
/// read of the same axes in minutes, where the recording has none of its own.
public func derivedChannels(of recording: Recording, _ cleaned: CleanedRecording) -> [DerivedChannel] {
  guard recording.channel(.acceleration) == nil, let block = IMUBlock(recording, cleaned) else { return [] }
  var result: [DerivedChannel] = []
  let hasRates = block.angularRate.flags.contains { !$0.contains(.missing) }
  let moved: SampleBlock
  if hasRates {
    var compensation = GravityCompensationStage()
    let linear = compensation.run(block)
    var magnitude = MagnitudeStage()
    moved = magnitude.run(
      IMUBlock(acceleration: linear.sensorFrame, angularRate: block.angularRate, clock: block.clock))
  } else {
    var magnitude = MagnitudeStage()
    moved = magnitude.run(block)
  }
  result.append(
    DerivedChannel(
      channel(.acceleration, of: moved, scale: 1000),
      by: hasRates ? .gravityCompensated : .accelerationMagnitude))
  if recording.channel(.cadence) == nil, let cadence = cadence(of: block) {
    result.append(DerivedChannel(cadence, by: .cadenceOfAcceleration))
  }
  return result
}

/// Samples in time order as a channel with one value for each.
private func channel(_ kind: Channel.Kind, of block: SampleBlock, scale: Int32) -> Channel {
  var channel = Channel(kind, scale: scale)
  channel.reserveCapacity(block.count)
  for index in 0..<block.count {
    channel.append(block.usable(index).flatMap { Int32(exactly: (Double($0) * Double(scale)).rounded()) })
  }
  return channel
}

/// Steps a minute at each sample: that of the windows over it; `nil` where nobody stepped.
private func cadence(of block: IMUBlock) -> Channel? {
  guard let hertz = block.clock.typicalHertz, hertz >= 10 else { return nil }
  let axes = [block.acceleration.x, block.acceleration.y, block.acceleration.z].map { values -> SampleBlock in
    var resample = ResampleStage(hertz: hertz, longestGap: 0.5)
    return resample.run(SampleBlock(values: values, flags: block.acceleration.flags, clock: block.clock))
  }
  var stage = AxesCadenceStage()
  let windows = stage.push(x: axes[0], y: axes[1], z: axes[2]) + stage.finish()
  guard windows.contains(where: { $0.cadence != nil }) else { return nil }
  var channel = Channel(.cadence)
  channel.reserveCapacity(block.count)
  var window = 0
  let times = SecondsReader(block.clock)
  for index in 0..<block.count {
    let seconds = times[index]
    // The newest window that has begun, by its middle: windows overlap by half.
    while window + 1 < windows.count,
      windows[window + 1].seconds + windows[window + 1].lengthSeconds / 4 <= seconds
    {
      window += 1
    }
    let own = windows[window]
    let isInside = own.seconds <= seconds && seconds <= own.seconds + own.lengthSeconds
    channel.append(isInside ? own.cadence.map { Int32($0.stepsPerMinute.rounded()) } : nil)
  }
  return channel
}

extension IMUBlock {
  /// The axes of a recording in order of time, flagged samples missing; `nil` without three of acceleration, or where the
  /// file is not in order of time.
  init?(_ recording: Recording, _ cleaned: CleanedRecording) {
    let times = recording.timestamps
    guard zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 }),
      let acceleration = Triad(Channel.Kind.accelerationAxes, recording, cleaned)
    else { return nil }
    self.init(
      acceleration: acceleration,
      angularRate: Triad(Channel.Kind.angularRateAxes, recording, cleaned) ?? Triad(missing: times.count),
      magneticField: Triad(Channel.Kind.magneticFieldAxes, recording, cleaned), clock: .stamped(times))
  }
}

extension Triad {
  fileprivate init?(_ kinds: [Channel.Kind], _ recording: Recording, _ cleaned: CleanedRecording) {
    let channels = kinds.compactMap { recording.channel($0) }
    guard channels.count == 3 else { return nil }
    let axes = channels.map { channel -> [Float] in
      let rejected = cleaned.channel(channel.kind)?.rejected
      return (0..<channel.count).map { index in
        rejected?[index] == true ? .nan : channel[index].map { Float($0) } ?? .nan
      }
    }
    self.init(x: axes[0], y: axes[1], z: axes[2])
  }
}
