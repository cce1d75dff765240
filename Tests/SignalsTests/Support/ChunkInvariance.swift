import Signals
import Testing

/// Every stage gives the same however its stream is cut: in pieces of 1, 7 and 4096, and whole.
///
/// - Returns: what the stage gave for the whole.
@discardableResult
func expectChunkInvariance<S: Stage>(
  _ stage: S, on input: S.Input, location: SourceLocation = #_sourceLocation
) -> S.Output where S.Output: Equatable {
  var whole = stage
  let expected = whole.run(input)
  for length in [1, 7, 4096] {
    var cut = stage
    var result = S.Output()
    for start in stride(from: 0, to: input.count, by: length) {
      result.append(cut.push(input.part(start..<min(start + length, input.count))))
    }
    result.append(cut.finish())
    #expect(result == expected, "in pieces of \(length)", sourceLocation: location)
  }
  return expected
}
