/// One small step of a signal's way from sensor to figure, for files and live streams alike.
///
/// A stage is a value that remembers what it needs of the past, and no more. It gives what is settled: a stage that looks
/// ahead holds samples back until it has seen enough, and gives the rest when the stream ends. However the stream is cut
/// into pieces, the sum of what a stage gives is the same.
public protocol Stage<Input, Output>: Sendable {
  associatedtype Input: Chunk & Sendable
  associatedtype Output: Chunk & Sendable
  /// Takes what comes next and gives what is settled by it.
  mutating func push(_ input: consuming Input) -> Output
  /// Nothing comes any more: gives what was held back.
  mutating func finish() -> Output
}

extension Stage {
  public mutating func finish() -> Output { Output() }

  /// The whole at once.
  public mutating func run(_ whole: Input) -> Output {
    var result = push(whole)
    result.append(finish())
    return result
  }
}

/// Stages of samples, one behind the other.
public struct SampleChain: Stage {
  public private(set) var stages: [any Stage<SampleBlock, SampleBlock>]

  public init(_ stages: [any Stage<SampleBlock, SampleBlock>]) { self.stages = stages }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    for index in stages.indices { input = stages[index].push(input) }
    return input
  }

  public mutating func finish() -> SampleBlock {
    var rest = SampleBlock()
    for index in stages.indices {
      var block = stages[index].push(rest)
      block.append(stages[index].finish())
      rest = block
    }
    return rest
  }
}
