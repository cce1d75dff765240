import Kernels

/// How many samples have which lower 16 bits, of those whose upper 16 bits are one of three.
///
/// What is found is noted down first and counted when there is much of it: in a recording of hours that is never, and
/// then the counters, which would not fit the processor's caches, are not needed before the end.
struct LowerBitCounter: Sendable {
  static let lowers = 65_536
  private static let most = 65_536
  private static let piece = 4096

  private(set) var uppers: [UInt32]
  private var found: [UInt32]
  private var foundCount = 0
  /// Empty until there was much to count.
  private var counters: [UInt32] = []

  /// - Parameter uppers: three of them; of equal ones the first counts.
  init(_ uppers: [UInt32]) {
    precondition(uppers.count == 3)
    self.uppers = uppers
    found = Array(repeating: 0, count: Self.most + Self.piece + 16)
  }

  /// Begins again with others.
  mutating func reset(_ uppers: [UInt32]) {
    precondition(uppers.count == 3)
    (self.uppers, foundCount, counters) = (uppers, 0, [])
  }

  /// Without flags every value is looked at.
  mutating func push(_ values: UnsafePointer<Float>, _ flags: UnsafePointer<UInt16>?, _ count: Int) {
    for start in stride(from: 0, to: count, by: Self.piece) {
      let length = min(Self.piece, count - start)
      let room = foundCount
      foundCount += found.withUnsafeMutableBufferPointer {
        kernel_gather_lower(
          values + start, flags.map { $0 + start }, length, uppers, $0.baseAddress! + room)
      }
      if foundCount > Self.most { countFound() }
    }
  }

  /// The lower bits of the sample of this rank among those with these upper bits; after `countFound`.
  func bits(rank: UInt64, of index: Int, descending: Bool) -> UInt32 {
    var rest = rank
    let bits = counters.withUnsafeBufferPointer {
      kernel_locate($0.baseAddress! + index * Self.lowers, Self.lowers, descending ? 1 : 0, &rest)
    }
    precondition(bits < Self.lowers, "the second pass was not over the same samples")
    return UInt32(bits)
  }

  /// Everything is counted now.
  mutating func countFound() {
    if counters.isEmpty { counters = Array(repeating: 0, count: 3 * Self.lowers) }
    counters.withUnsafeMutableBufferPointer { counters in
      found.withUnsafeBufferPointer { kernel_count($0.baseAddress!, foundCount, counters.baseAddress!) }
    }
    foundCount = 0
  }
}
