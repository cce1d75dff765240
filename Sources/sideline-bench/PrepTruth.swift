import Signals

/// The faults that were put into one channel, and what became of them.
struct PrepTruth {
  private var rows: [Int] = []
  private var clean: [Double] = []
  private var next = 0
  private var flaggedSamples = 0
  private var comparedSamples = 0
  /// Of the samples that were flagged: how many, and their sums about the channel's mean.
  private var flagged = 0
  private var outliers = (count: 0.0, sum: 0.0, squares: 0.0)
  private(set) var hits = 0
  private var squaredError = 0.0
  private(set) var squaredErrorOfAll = 0.0
  var statistics: ChannelStatistics?

  /// Rows of (row, channel, kind, clean value), by channel.
  static func read(_ folder: String, _ name: String, channels: Int) throws -> [PrepTruth] {
    let (values, columns) = try PrepFile.values(folder, name)
    var faults = Array(repeating: [(Int, Double)](), count: channels)
    for start in stride(from: 0, to: values.count, by: columns) {
      faults[Int(values[start + 1])].append((Int(values[start]), Double(values[start + 3])))
    }
    return faults.map { faults in
      var truth = PrepTruth()
      let sorted = faults.sorted { $0.0 < $1.0 }
      (truth.rows, truth.clean) = (sorted.map(\.0), sorted.map(\.1))
      return truth
    }
  }

  var faults: Int { rows.count }
  var falseFlags: Int { flagged - hits }
  var unharmed: Int { flaggedSamples - rows.count }

  /// In variances of the channel without what was flagged.
  var scaledSquaredError: Double {
    guard let statistics else { return 0 }
    let count = Double(statistics.count)
    let kept = count - outliers.count
    let squares = count * statistics.standardDeviation * statistics.standardDeviation - outliers.squares
    return squaredError / (squares / kept - outliers.sum * outliers.sum / (kept * kept))
  }

  mutating func countFlags(of block: borrowing SampleBlock) {
    let count = block.values.count
    block.flags.withUnsafeBytes { bytes in
      // Four flags at once.
      for start in stride(from: 0, to: count, by: 4) {
        if start + 4 <= count, bytes.loadUnaligned(fromByteOffset: start * 2, as: UInt64.self) == 0 {
          continue
        }
        for index in start..<min(start + 4, count) where !block.flags[index].isEmpty {
          countFlag(block.flags[index], block.values[index])
        }
      }
    }
    flaggedSamples += count
  }

  private mutating func countFlag(_ flags: SampleFlags, _ value: Float) {
    flagged += 1
    guard flags.isDisjoint(with: [.missing, .heartRateZero]), let statistics else { return }
    let deviation = Double(value) - statistics.mean
    outliers.count += 1
    outliers.sum += deviation
    outliers.squares += deviation * deviation
  }

  mutating func compare(_ block: borrowing SampleBlock) {
    let end = comparedSamples + block.values.count
    while next < rows.count, rows[next] < end {
      let index = rows[next] - comparedSamples
      let error = Double(block.values[index]) - clean[next]
      squaredErrorOfAll += error * error
      if !block.flags[index].isEmpty {
        hits += 1
        squaredError += error * error
      }
      next += 1
    }
    comparedSamples = end
  }
}

/// Sums over athletes, and the figures made of them.
struct PrepQuality: Sendable {
  private var faults = 0
  private var hits = 0
  private var falseFlags = 0
  private var unharmed = 0
  private var squaredError = 0.0
  private var rmsSum = 0.0
  private var heartRate = (count: 0, squaredError: 0.0)
  private var cadences = (count: 0, right: 0)

  mutating func add(_ channel: PrepChannel) {
    faults += channel.truth.faults
    hits += channel.truth.hits
    falseFlags += channel.truth.falseFlags
    unharmed += channel.truth.unharmed
    squaredError += channel.truth.scaledSquaredError
    rmsSum += channel.rmsSum
  }

  mutating func add(heartRate truth: PrepTruth) {
    heartRate.count += truth.faults
    heartRate.squaredError += truth.squaredErrorOfAll
  }

  /// The share of windows inside one minute whose strongest frequency is the one the minute was made with.
  mutating func add(_ peaks: [SpectralPeak?], cadences truth: ArraySlice<Float>) {
    for (window, peak) in peaks.enumerated() {
      let start = window * 2
      guard Double(start / 60) == ((Double(start) + 3.99) / 60).rounded(.down) else { continue }
      let minute = min(start / 60, truth.count - 1)
      cadences.count += 1
      if let peak, Float(peak.bin) * 0.25 == truth[truth.startIndex + minute] { cadences.right += 1 }
    }
  }

  mutating func add(_ other: PrepQuality) {
    faults += other.faults
    hits += other.hits
    falseFlags += other.falseFlags
    unharmed += other.unharmed
    squaredError += other.squaredError
    rmsSum += other.rmsSum
    heartRate.count += other.heartRate.count
    heartRate.squaredError += other.heartRate.squaredError
    cadences.count += other.cadences.count
    cadences.right += other.cadences.right
  }

  var figures: [String: Any] {
    [
      "fault_recall": share(hits, faults, digits: 5),
      "false_flag_share": share(falseFlags, unharmed, digits: 7),
      "repair_rmse_sd": rounded((squaredError / Double(max(hits, 1))).squareRoot(), 4),
      "hr_repair_rmse_bpm": rounded(
        (heartRate.squaredError / Double(max(heartRate.count, 1))).squareRoot(), 3),
      "dominant_freq_exact": share(cadences.right, cadences.count, digits: 5),
      "checksum_rms": rounded(rmsSum, 2),
    ]
  }

  private func share(_ part: Int, _ whole: Int, digits: Int) -> Double {
    rounded(Double(part) / Double(max(whole, 1)), digits)
  }

  private func rounded(_ value: Double, _ digits: Int) -> Double {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    return (value * scale).rounded() / scale
  }
}
