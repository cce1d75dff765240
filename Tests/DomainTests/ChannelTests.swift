import Domain
import Testing

@Suite struct BitmapTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `it holds the bits that were appended`(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    let bits = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
      Bool.random(using: &generator)
    }
    var bitmap = Bitmap()
    for bit in bits { bitmap.append(bit) }
    #expect(bitmap.count == bits.count)
    #expect(bits.indices.map { bitmap[$0] } == bits)
    #expect(bitmap.setCount == bits.count { $0 })
    #expect(bitmap.words.count == (bits.count + 63) / 64)
    #expect(Bitmap(words: bitmap.words, count: bitmap.count) == bitmap)
    #expect(try decoded(Bitmap.self, from: encoded(bitmap)) == bitmap)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 200])
  func `repeated bits are the same as bits appended`(count: Int) {
    for bit in [false, true] {
      var bitmap = Bitmap()
      for _ in 0..<count { bitmap.append(bit) }
      #expect(Bitmap(repeating: bit, count: count) == bitmap)
      #expect(bitmap.setCount == (bit ? count : 0))
    }
  }
}

@Suite struct ChannelTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a value is raw over scale minus offset, and nothing under a cleared bit`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let scale = Int32.random(in: 1...1000, using: &generator)
    let offset = Int32.random(in: -500...500, using: &generator)
    let values = (0..<130).map { _ in
      Bool.random(using: &generator) ? Int32.random(in: -90_000...90_000, using: &generator) : nil
    }
    var channel = Channel(.altitude, scale: scale, offset: offset)
    for value in values { channel.append(value) }
    #expect(channel.count == 130)
    #expect(channel.validCount == values.count { $0 != nil })
    for (index, value) in values.enumerated() {
      #expect(channel[index] == value.map { Double($0) / Double(scale) - Double(offset) })
      if value == nil { #expect(channel.raw[index] == 0) }
    }
    let rebuilt = Channel(
      .altitude, scale: scale, offset: offset, raw: channel.raw, validity: channel.validity)
    #expect(rebuilt == channel)
  }

  @Test func `an altitude of FIT is fifths of a metre above minus five hundred`() {
    var channel = Channel(.altitude, scale: 5, offset: 500)
    channel.append(2780)
    #expect(channel[0] == 56)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `a slice has the values of its range`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    var channel = Channel(.speed, scale: 1000)
    for _ in 0..<150 {
      channel.append(Bool.random(using: &generator) ? Int32(generator.next() % 9000) : nil)
    }
    let low = Int.random(in: 0...150, using: &generator)
    let range = low..<Int.random(in: low...150, using: &generator)
    let part = channel.slice(range)
    #expect((part.kind, part.scale, part.offset) == (.speed, 1000, 0))
    #expect((0..<part.count).map { part[$0] } == range.map { channel[$0] })
  }

  @Test func `channels that show the same values are equal whatever lies under a cleared bit`() {
    var validity = Bitmap()
    validity.append(true)
    validity.append(false)
    let clean = Channel(.power, raw: [250, 0], validity: validity)
    let dirty = Channel(.power, raw: [250, 77], validity: validity)
    #expect(clean[1] == nil && dirty[1] == nil)
    #expect(clean == dirty)
  }

  @Test func `a stored channel comes back`() throws {
    var channel = Channel(.heartRate)
    for value in [140, nil, 0, 151] as [Int32?] { channel.append(value) }
    let back = try decoded(Channel.self, from: encoded(channel))
    #expect(back == channel)
    #expect((0..<4).map { back[$0] } == [140, nil, 0, 151])
  }

  @Test func `only positions say where somebody was, and every kind has a unit`() {
    let secret = Channel.Kind.allCases.filter(\.isIdentityClass)
    #expect(secret == [.latitude, .longitude])
    #expect(Channel.Kind.allCases.allSatisfy { !$0.unit.isEmpty })
  }
}
