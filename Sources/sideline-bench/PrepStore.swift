import Glibc

/// One recording's samples between passes, cut into chunks of rows, channel by channel within a chunk: in memory while
/// they fit the budget, else in a scratch file without a name, one chunk in memory.
struct PrepStore: ~Copyable {
  /// A multiple of the hop between windows, so that a chunk completes whole batches of them.
  static let chunkRows = 4800
  private let memory: UnsafeMutableBufferPointer<Float>
  private let budget: Int
  private var rows = 0
  private var channels = 0
  private var scratch: Int32 = -1

  init(megabytes: Int, channels: Int) {
    budget = megabytes * 1_048_576 / 4
    memory = .allocate(capacity: max(budget, Self.chunkRows * channels))
  }

  deinit {
    memory.deallocate()
    if scratch >= 0 { close(scratch) }
  }

  var chunks: Int { (rows + Self.chunkRows - 1) / Self.chunkRows }
  var isInMemory: Bool { rows * channels <= budget }

  mutating func begin(rows: Int, channels: Int) throws {
    (self.rows, self.channels) = (rows, channels)
    guard !isInMemory else { return }
    guard Self.chunkRows * channels <= memory.count else {
      throw PrepError("A chunk does not fit the budget.")
    }
    if scratch < 0 {
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
    if !isInMemory {
      try transfer(chunk * Self.chunkRows * channels, UnsafeMutableRawBufferPointer(planes), pread)
    }
    return planes
  }

  /// Where a chunk's planes go that are written now; `keep` keeps them.
  func place(_ chunk: Int) -> UnsafeMutableBufferPointer<Float> {
    let start = isInMemory ? chunk * Self.chunkRows * channels : 0
    return UnsafeMutableBufferPointer(rebasing: memory[start..<(start + count(chunk) * channels)])
  }

  func keep(_ chunk: Int) throws {
    guard !isInMemory else { return }
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
        if isInMemory {
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
