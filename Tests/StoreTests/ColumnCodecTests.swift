import Testing

@testable import Store

@Suite struct ColumnCodecTests {
  @Test(arguments: 0..<60)
  func `a random column comes back exactly`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let column = randomColumn(&generator)
    #expect(ColumnCodec.decode(block(of: column)) == column)
  }

  @Test(arguments: SpecialColumn.allCases)
  func `a column at the edge comes back exactly`(special: SpecialColumn) {
    #expect(ColumnCodec.decode(block(of: special.values)) == special.values)
  }

  @Test func `what stands under an absent value is not stored`() {
    let present: (Int) -> Bool = { $0 != 1 }
    #expect(
      ColumnCodec.encode([5, 99, 6] as [Int64], isPresent: present)
        == ColumnCodec.encode([5, -7, 6] as [Int64], isPresent: present))
  }

  @Test func `a block longer than a chunk is not read`() {
    let column = [Int64?](repeating: 1, count: ColumnCodec.chunkLength + 1)
    #expect(ColumnCodec.decode(block(of: column)) == nil)
  }

  @Test func `a block cut anywhere is damaged`() {
    let whole = block(of: sampleColumn)
    for length in whole.indices {
      #expect(ColumnCodec.decode(Array(whole.prefix(length))) == nil, "cut to \(length) bytes")
    }
  }

  @Test func `a flipped bit never makes other values`() {
    let whole = block(of: sampleColumn)
    var harmless = 0
    for bit in 0..<(whole.count * 8) {
      var flipped = whole
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let values = ColumnCodec.decode(flipped) else { continue }
      #expect(values == sampleColumn, "bit \(bit)")
      harmless += 1
    }
    // Deflate pads its last byte: at most seven bits mean nothing.
    #expect(harmless <= 7)
  }

  @Test(arguments: 0..<20)
  func `noise is damaged`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for length in 0..<200 {
      let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(ColumnCodec.decode(noise) == nil)
    }
  }

  /// Every checksum is right here: only the content is not what `encode` writes.
  @Test(arguments: Forgery.allCases)
  func `a block with another content than a column is damaged`(forgery: Forgery) {
    #expect(ColumnCodec.decode(deflated(forgery.content)) == nil)
  }

  @Test func `the same way of forging a block makes a readable one when the content is right`() {
    #expect(ColumnCodec.decode(deflated([1, 2, 2, 4, 1])) == [2, 1])
    #expect(ColumnCodec.decode(deflated([1, 2, 0, 1, 1, 4])) == [nil, 2])
  }

  @Test func `a block that promises more than a chunk can hold is refused before it is unpacked`() {
    #expect(inflated(deflated([UInt8](repeating: 0, count: 32_768 * 13 + 17))) == nil)
    var promise = block(of: sampleColumn)
    promise.replaceSubrange(0..<4, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(inflated(promise) == nil)
  }

  @Test func `a block that holds more than it promises is damaged`() {
    var small = deflated([UInt8](repeating: 0, count: 10_000_000))
    small.replaceSubrange(0..<4, with: [16, 0, 0, 0])
    #expect(inflated(small) == nil)
  }
}

private func block(of column: [Int64?]) -> [UInt8] {
  ColumnCodec.encode(column.map { $0 ?? 0 }) { column[$0] != nil }
}

private let sampleColumn: [Int64?] = (0..<400).map { (index: Int) -> Int64? in
  index % 50 < 7 ? nil : Int64(120 + index * index % 23)
}

private func randomColumn(_ generator: inout SeededGenerator) -> [Int64?] {
  let counts = [0, 1, 2, 63, 64, 65, 127, 128, 1000, 5000, 32_768]
  let count = counts.randomElement(using: &generator)!
  let kind = Int.random(in: 0..<4, using: &generator)
  let edges: [Int64] = [
    0, 1, -1, Int64(Int32.min), Int64(Int32.max), .min, .max,
  ]
  var isPresent = Bool.random(using: &generator)
  var walk: Int64 = 0
  return (0..<count).map { _ in
    if Int.random(in: 0..<20, using: &generator) == 0 { isPresent.toggle() }
    guard isPresent else { return nil }
    switch kind {
    case 0:
      walk += Int64.random(in: -3...3, using: &generator)
      return walk
    case 1: return Int64(Int32.random(in: .min ... .max, using: &generator))
    case 2: return edges.randomElement(using: &generator)!
    default: return Int64.random(in: .min ... .max, using: &generator)
    }
  }
}

enum SpecialColumn: CaseIterable {
  case empty, oneValue, oneAbsent, fullChunk, allAbsent, everyOther, extremes, absentAtBothEnds

  var values: [Int64?] {
    let length = ColumnCodec.chunkLength
    return switch self {
    case .empty: []
    case .oneValue: [-42]
    case .oneAbsent: [nil]
    case .fullChunk: (0..<length).map { Int64($0) }
    case .allAbsent: [Int64?](repeating: nil, count: length)
    case .everyOther: (0..<length).map { $0 % 2 == 0 ? 7 : nil }
    case .extremes: (0..<length).map { $0 % 2 == 0 ? Int64.min : Int64.max }
    case .absentAtBothEnds: [nil, nil, Int64(Int32.min), Int64(Int32.max), nil]
    }
  }
}

enum Forgery: CaseIterable {
  case nothing, laterVersion, noCount, tooManyValues, endlessCount, countBeyondTheBytes
  case runBeyondTheCount, runsThatCoverNothing, missingRun, missingValue, unfinishedValue

  var content: [UInt8] {
    switch self {
    case .nothing: []
    case .laterVersion: [2, 1, 1, 0]
    case .noCount: [1]
    case .tooManyValues: [1, 0x81, 0x80, 0x02, 0x81, 0x80, 0x02]
    case .endlessCount: [1] + [UInt8](repeating: 0xFF, count: 40)
    case .countBeyondTheBytes: [1] + [UInt8](repeating: 0xFF, count: 9) + [1]
    case .runBeyondTheCount: [1, 2, 3, 0, 0, 0]
    case .runsThatCoverNothing: [1, 2] + [UInt8](repeating: 0, count: 1000)
    case .missingRun: [1, 2, 1]
    case .missingValue: [1, 2, 2, 4]
    case .unfinishedValue: [1, 1, 1, 0x80]
    }
  }
}
