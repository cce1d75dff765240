import Glibc

/// One recording's samples between passes, cut into chunks of rows, channel by channel within a chunk: in memory as far
/// as the budget goes, the chunks beyond it in a scratch file without a name, one at a time in memory.
struct PrepStore: ~Copyable {
  /// A multiple of the hop between windows, so that a chunk completes whole batches of them.
  static let chunkRows = 4800
  private let memory: UnsafeMutableBufferPointer<Float>
  private var rows = 0
  private var channels = 0
  /// So many of the first chunks stay in memory; behind them is room for one of the others.
  private var resident = 0
  private var scratch: Int32 = -1

  init(megabytes: Int, channels: Int) {
    memory = .allocate(capacity: max(megabytes * 1_048_576 / 4, Self.chunkRows * channels))
  }

  deinit {
    memory.deallocate()
    if scratch >= 0 { close(scratch) }
  }

  var chunks: Int { (rows + Self.chunkRows - 1) / Self.chunkRows }

  mutating func begin(rows: Int, channels: Int) throws {
    (self.rows, self.channels) = (rows, channels)
    let room = memory.count / (Self.chunkRows * channels)
    guard room > 0 else { throw PrepError("A chunk does not fit the budget.") }
    resident = chunks <= room ? chunks : room - 1
    if resident < chunks, scratch < 0 {
      var path = Array("/tmp/sideline-bench-XXXXXX".utf8CString)
      scratch = mkstemp(&path)
      guard scratch >= 0 else { throw PrepError("There is no room for a scratch file.") }
      unlink(path)
    }
  }

  /// Rows of a chunk: a plane's length.
  func count(_ chunk: Int) -> Int { min(Self.chunkRows, rows - chunk * Self.chunkRows) }

  /// A chunk's planes as they were kept.
  func read(_ chunk: Int) throws -> UnsafeMutableBufferPointer<Float> {
    let planes = place(chunk)
    if chunk >= resident {
      try transfer(chunk * Self.chunkRows * channels, UnsafeMutableRawBufferPointer(planes), pread)
    }
    return planes
  }

  /// Where a chunk's planes go that are written now; `keep` keeps them.
  func place(_ chunk: Int) -> UnsafeMutableBufferPointer<Float> {
    let start = min(chunk, resident) * Self.chunkRows * channels
    return UnsafeMutableBufferPointer(rebasing: memory[start..<(start + count(chunk) * channels)])
  }

  func keep(_ chunk: Int) throws {
    guard chunk >= resident else { return }
    let planes = UnsafeMutableRawBufferPointer(place(chunk))
    try transfer(chunk * Self.chunkRows * channels, planes) { pwrite($0, $1, $2, $3) }
  }

  /// Samples of one channel from `first` on.
  func write(_ values: [Float], channel: Int, first: Int) throws {
    var done = 0
    while done < values.count {
      let (chunk, row) = (first + done).quotientAndRemainder(dividingBy: Self.chunkRows)
      let length = min(values.count - done, count(chunk) - row)
      let start = chunk * Self.chunkRows * channels + channel * count(chunk) + row
      try values.withUnsafeBufferPointer { values in
        let part = UnsafeBufferPointer(rebasing: values[done..<(done + length)])
        if chunk < resident {
          (memory.baseAddress! + start).update(from: part.baseAddress!, count: length)
        } else {
          let bytes = UnsafeMutableRawBufferPointer(
            mutating: UnsafeRawBufferPointer(part))
          try transfer(start, bytes) { pwrite($0, $1, $2, $3) }
        }
      }
      done += length
    }
  }

  private func transfer(
    _ start: Int, _ bytes: UnsafeMutableRawBufferPointer,
    _ call: (Int32, UnsafeMutableRawPointer, Int, Int) -> Int
  ) throws {
    var done = 0
    while done < bytes.count {
      let moved = call(scratch, bytes.baseAddress! + done, bytes.count - done, start * 4 + done)
      guard moved > 0 else { throw PrepError("The scratch file cannot be used.") }
      done += moved
    }
  }
}
