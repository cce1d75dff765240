/// Two sensors' samples, taken at the same times.
public struct PairedBlock: Chunk, Hashable, Sendable {
  public var first: SampleBlock
  public var second: SampleBlock

  public init() { (first, second) = (SampleBlock(), SampleBlock()) }

  public init(_ first: SampleBlock, _ second: SampleBlock) {
    precondition(first.count == second.count, "\(first.count) samples beside \(second.count)")
    precondition(first.clock == second.clock, "the two sensors were read at different times")
    (self.first, self.second) = (first, second)
  }

  public var count: Int { first.count }
  public func part(_ range: Range<Int>) -> PairedBlock {
    PairedBlock(first.part(range), second.part(range))
  }
  public mutating func append(_ next: PairedBlock) {
    first.append(next.first)
    second.append(next.second)
  }
}
