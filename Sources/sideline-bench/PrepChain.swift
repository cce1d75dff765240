import Signals

/// What one thread needs to take athletes through the stages, one after the other.
struct PrepChain: ~Copyable {
  private let options: PrepOptions
  private var store: PrepStore
  private let rows: UnsafeMutableBufferPointer<Float>
  private let cadences: [Float]
  private let spectrum = BatchedSpectrum(length: PrepChannel.window)
  private var counters: [ChannelStatisticsCounter] = []
  private var clock = PrepSeconds()

  private static let mostChannels = 16

  init(_ options: PrepOptions) throws {
    cadences = try PrepFile.values(options.data, "cadence").values
    self.options = options
    store = PrepStore(megabytes: options.megabytes / options.jobs, channels: Self.mostChannels)
    rows = .allocate(capacity: PrepStore.chunkRows * Self.mostChannels)
  }

  deinit { rows.deallocate() }

  mutating func run(_ athlete: Int) throws -> PrepSignal {
    let number = athlete < 10 ? "0\(athlete)" : "\(athlete)"
    clock = PrepSeconds()
    var signal = PrepSignal()
    let sensors = try clean("imu", number, hertz: 100, samples: &signal.samples)
    for channel in sensors { signal.quality.add(channel) }
    let minutes = cadences.count / (try PrepFile.athletes(options.data))
    signal.quality.add(sensors[2].strongest, cadences: cadences[athlete * minutes..<(athlete + 1) * minutes])
    let body = try clean("phys", number, hertz: 1, samples: &signal.samples)
    signal.quality.add(heartRate: body[0].truth)
    signal.seconds = clock
    return signal
  }

  /// All stages over one file.
  private mutating func clean(
    _ kind: String, _ number: String, hertz: Double, samples: inout Int
  ) throws -> [PrepChannel] {
    let truth = try PrepTruth.read(options.data, "\(kind)_truth_\(number)", channels: Self.mostChannels)
    clock.skip()
    let file = try PrepFile(options.data, "\(kind)_\(number)")
    let isBody = kind == "phys"
    try store.begin(rows: file.rows, channels: file.channels)
    samples += file.rows * file.channels
    let statistics = try statistics(file, isBody: isBody)
    clock.lap(.flag)
    var channels: [PrepChannel] = []
    for (index, statistics) in statistics.enumerated() {
      guard let statistics else { throw PrepError("\(kind)_\(number) has a channel without samples.") }
      channels.append(
        PrepChannel(statistics, filling: options.gaps, spectrum: isBody ? nil : spectrum, truth: truth[index])
      )
    }
    try scale(&channels, hertz: hertz, isBody: isBody)
    return channels
  }

  /// Reads the file, takes its rows apart, and gives each channel's statistics after two passes.
  private mutating func statistics(
    _ file: borrowing PrepFile, isBody: Bool
  ) throws -> [ChannelStatistics?] {
    for index in counters.indices { counters[index].reset() }
    while counters.count < file.channels { counters.append(ChannelStatisticsCounter()) }
    for chunk in 0..<store.chunks {
      clock.lap(.flag)
      let part = UnsafeMutableBufferPointer(rebasing: rows[..<(PrepStore.chunkRows * file.channels)])
      let count = try file.read(from: chunk * PrepStore.chunkRows, into: part)
      clock.lap(.load)
      let read = UnsafeBufferPointer(rebasing: rows[..<(count * file.channels)])
      var planes = store.place(chunk).mutableSpan
      splitRows(read.span, channels: file.channels, into: &planes)
      try store.keep(chunk)
      for index in 0..<file.channels { push(chunk, index, store.place(chunk), isBody) }
    }
    for index in 0..<file.channels { counters[index].beginSecondPass() }
    for chunk in 0..<store.chunks {
      let planes = try store.read(chunk)
      for index in 0..<file.channels { push(chunk, index, planes, isBody) }
    }
    return counters[..<file.channels].map(\.result)
  }

  private mutating func push(
    _ chunk: Int, _ channel: Int, _ planes: UnsafeMutableBufferPointer<Float>, _ isBody: Bool
  ) {
    if isBody {
      let block = block(chunk, channel, planes, 1, isBody)
      counters[channel].push(block)
    } else {
      let samples = plane(chunk, channel, planes)
      counters[channel].push(samples.span)
    }
  }

  private func plane(
    _ chunk: Int, _ channel: Int, _ planes: UnsafeMutableBufferPointer<Float>
  ) -> UnsafeMutableBufferPointer<Float> {
    let count = store.count(chunk)
    return UnsafeMutableBufferPointer(rebasing: planes[channel * count..<(channel + 1) * count])
  }

  private func block(
    _ chunk: Int, _ channel: Int, _ planes: UnsafeMutableBufferPointer<Float>, _ hertz: Double, _ isBody: Bool
  ) -> SampleBlock {
    var block = SampleBlock(
      plane(chunk, channel, planes).span, clock: .regular(hertz: hertz, first: chunk * PrepStore.chunkRows))
    if isBody {
      for index in 0..<block.count where block.values[index] == 0 {
        block.flags[index].insert(.heartRateZero)
      }
    }
    return block
  }

  /// The rest of the stages: what is smoothed replaces what was read, and is brought to 0...1 in a last pass.
  private mutating func scale(_ channels: inout [PrepChannel], hertz: Double, isBody: Bool) throws {
    var fit = MinMaxFit(columns: channels.count)
    for chunk in 0...store.chunks {
      clock.skip()
      let planes = chunk < store.chunks ? try store.read(chunk) : store.place(0)
      for index in channels.indices {
        let block =
          chunk < store.chunks ? block(chunk, index, planes, hertz, isBody) : nil
        let (smooth, first) = channels[index].push(block, &clock)
        try store.write(smooth.values, channel: index, first: first)
        fit.push(smooth, column: index)
        clock.lap(.minmax)
      }
    }
    let scaler = try fit.scaler()
    for chunk in 0..<store.chunks {
      let planes = try store.read(chunk)
      for index in channels.indices {
        var samples = plane(chunk, index, planes).mutableSpan
        scaler.transform(&samples, column: index)
      }
    }
    clock.lap(.minmax)
  }
}
