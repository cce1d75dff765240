/// When the samples of a block were taken.
public enum SampleClock: Hashable, Sendable {
  /// Sample `i` of the block at `(first + i) / hertz` seconds.
  case regular(hertz: Double, first: Int)
  /// Milliseconds after the start of each sample; never falling.
  case stamped([Int64])
}

/// Some consecutive samples of one sensor: what stages take and give.
///
/// No value is ever NaN or infinite: what is missing is 0 with the flag `missing`.
public struct SampleBlock: Hashable, Sendable {
  public var clock: SampleClock
  public var values: [Float]
  /// As many as there are values.
  public var flags: [SampleFlags]

  /// No samples.
  public init() { (clock, values, flags) = (.stamped([]), [], []) }

  /// Samples as a sensor gave them, NaN for one that is missing; an infinite one is flagged `notFinite`.
  public init(_ values: [Float], clock: SampleClock) {
    self.init(values: values, flags: Array(repeating: [], count: values.count), clock: clock)
    for (index, value) in values.enumerated() where !value.isFinite {
      self.values[index] = 0
      self.flags[index] = value.isNaN ? .missing : [.missing, .notFinite]
    }
  }

  /// Samples at `hertz` a second from time 0.
  public init(_ values: [Float], hertz: Double) {
    self.init(values, clock: .regular(hertz: hertz, first: 0))
  }

  /// Samples that are clean already: every value is finite.
  public init(values: [Float], flags: [SampleFlags], clock: SampleClock) {
    precondition(values.count == flags.count, "\(values.count) values, \(flags.count) flags")
    if case .stamped(let times) = clock {
      precondition(times.count == values.count, "\(values.count) values, \(times.count) times")
    }
    (self.values, self.flags, self.clock) = (values, flags, clock)
  }

  /// Seconds after the start.
  public func seconds(_ index: Int) -> Double { clock.seconds(index) }

  /// The value where it stands for what was measured, else `nil`.
  public func usable(_ index: Int) -> Float? { flags[index].isUsable ? values[index] : nil }
}

/// What can be cut into pieces and put together again: a stage gives the same for any cut.
public protocol Chunk {
  init()
  var count: Int { get }
  /// The elements at `range`, with their own times.
  func part(_ range: Range<Int>) -> Self
  /// What follows at once.
  mutating func append(_ next: Self)
}

extension Array: Chunk {
  public func part(_ range: Range<Int>) -> [Element] { Array(self[range]) }
  public mutating func append(_ next: [Element]) { append(contentsOf: next) }
}

extension SampleBlock: Chunk {
  public var count: Int { values.count }

  public func part(_ range: Range<Int>) -> SampleBlock {
    SampleBlock(
      values: Array(values[range]), flags: Array(flags[range]), clock: clock.part(range))
  }

  public mutating func append(_ next: SampleBlock) {
    if values.isEmpty {
      self = next
      return
    }
    guard next.count > 0 else { return }
    clock.append(next.clock)
    values += next.values
    flags += next.flags
  }

  /// Cuts the first `count` samples off and returns them.
  public mutating func removeFirst(_ count: Int) -> SampleBlock {
    if count == self.count {
      defer { self = SampleBlock() }
      return self
    }
    let head = part(0..<count)
    values.removeFirst(count)
    flags.removeFirst(count)
    clock.removeFirst(count)
    return head
  }
}

extension SampleClock {
  /// Seconds after the start.
  func seconds(_ index: Int) -> Double {
    switch self {
    case .regular(let hertz, let first): Double(first + index) / hertz
    case .stamped(let times): Double(times[index]) / 1000
    }
  }

  func part(_ range: Range<Int>) -> SampleClock {
    switch self {
    case .regular(let hertz, let first): .regular(hertz: hertz, first: first + range.lowerBound)
    case .stamped(let times): .stamped(Array(times[range]))
    }
  }

  mutating func append(_ next: SampleClock) {
    // A regular clock goes on by itself.
    guard case .stamped(var times) = self, case .stamped(let more) = next else { return }
    self = .stamped([])
    times.append(contentsOf: more)
    self = .stamped(times)
  }

  mutating func removeFirst(_ count: Int) {
    switch self {
    case .regular(let hertz, let first): self = .regular(hertz: hertz, first: first + count)
    case .stamped(let times): self = .stamped(Array(times[count...]))
    }
  }
}
