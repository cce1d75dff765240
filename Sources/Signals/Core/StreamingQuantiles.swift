/// Quantiles of what was heard so far, in bounded memory, the same in whichever order it came.
///
/// Values are counted in buckets that split each power of two into 2048, as HdrHistogram does; a quantile's
/// relative error is below 1/2048 for any data whatever (the guarantee of DDSketch: Masson, Rim & Lee 2019),
/// and whole numbers up to 4095 are exact. Counts take 8 kB for each power of two that occurs, 4 MB at most.
/// P² (Jain & Chlamtac 1985) needs five numbers, but on a signal whose level changes, like a pulse that warms
/// up, it was off by up to three interquartile ranges.
public struct StreamingQuantiles: Sendable {
  /// Each between 0 and 1.
  public let fractions: [Double]
  public private(set) var count = 0

  private static let slots = 2048
  /// For each sign and exponent where its counts begin, or −1.
  private var pages = [Int32](repeating: -1, count: 512)
  private var counts: [UInt32] = []
  /// One for each fraction.
  private var cursors: [Cursor]

  public init(_ fractions: [Double]) {
    precondition(fractions.allSatisfy { (0...1).contains($0) }, "quantiles at \(fractions)")
    self.fractions = fractions
    cursors = fractions.map { _ in Cursor() }
  }

  /// Takes a finite value.
  public mutating func hear(_ value: Float) {
    let bucket = Self.bucket(value)
    let page = bucket / Self.slots
    if pages[page] < 0 {
      pages[page] = Int32(counts.count)
      counts.append(contentsOf: repeatElement(0, count: Self.slots))
    }
    counts[Int(pages[page]) + bucket % Self.slots] &+= 1
    count += 1
    for index in cursors.indices where bucket < cursors[index].bucket || count == 1 {
      if count == 1 { cursors[index].bucket = bucket } else { cursors[index].below += 1 }
    }
  }

  /// The quantile at `fractions[index]`, between the two nearest values as NumPy's default (Hyndman & Fan
  /// 1996, type 7); `nil` before the first value.
  public mutating func quantile(_ index: Int) -> Double? {
    guard count > 0 else { return nil }
    let rank = Double(count - 1) * fractions[index]
    let whole = Int(rank)
    seek(whole, &cursors[index])
    let cursor = cursors[index]
    let low = Self.value(cursor.bucket)
    let part = rank - Double(whole)
    guard part > 0, whole + 1 >= cursor.below + held(cursor.bucket) else { return low }
    return low + (Self.value(next(after: cursor.bucket)) - low) * part
  }

  /// A bucket that holds values, and how many are in the buckets before it.
  private struct Cursor {
    var bucket = 0
    var below = 0
  }

  /// Moves a cursor to the bucket with the value of that rank, from 0.
  private func seek(_ rank: Int, _ cursor: inout Cursor) {
    while rank < cursor.below {
      cursor.bucket = previous(before: cursor.bucket)
      cursor.below -= held(cursor.bucket)
    }
    while rank >= cursor.below + held(cursor.bucket) {
      cursor.below += held(cursor.bucket)
      cursor.bucket = next(after: cursor.bucket)
    }
  }

  private func held(_ bucket: Int) -> Int {
    let start = pages[bucket / Self.slots]
    return start < 0 ? 0 : Int(counts[Int(start) + bucket % Self.slots])
  }

  private func next(after bucket: Int) -> Int {
    var bucket = bucket + 1
    while held(bucket) == 0 {
      bucket += pages[bucket / Self.slots] < 0 ? Self.slots - bucket % Self.slots : 1
    }
    return bucket
  }

  private func previous(before bucket: Int) -> Int {
    var bucket = bucket - 1
    while held(bucket) == 0 { bucket -= pages[bucket / Self.slots] < 0 ? bucket % Self.slots + 1 : 1 }
    return bucket
  }

  /// The leading 20 bits of the number, in the order of the numbers: sign, exponent, 11 bits of the fraction.
  private static func bucket(_ value: Float) -> Int {
    let bits = value == 0 ? 0 : value.bitPattern
    return Int((bits >> 31 == 0 ? bits | 1 << 31 : ~bits) >> 12)
  }

  /// The number of a bucket nearest to 0.
  private static func value(_ bucket: Int) -> Double {
    let ordered = UInt32(bucket) << 12
    return Double(Float(bitPattern: ordered >> 31 == 1 ? ordered & 0x7FFF_FFFF : ~(ordered | 0xFFF)))
  }
}
