/// Puts samples of any clock onto a regular one by straight lines, as `numpy.interp` does, and makes up nothing: between
/// two usable samples farther apart than `longestGap`, and where there is none on one side, the samples are missing.
///
/// Sample `k` of the new clock is at `k / hertz` seconds, from the first one not before the first sample to the last one
/// not after the last. A value between two keeps the flags of both. Of samples with one time the last usable counts. There
/// is no filter: a signal that moves faster than half the new rate must be smoothed before.
public struct ResampleStage: Stage {
  public let hertz: Double
  /// Seconds.
  public let longestGap: Double
  /// A sample stamped later than so many seconds after the one before it has a wrong stamp and is left out: two days.
  public static let longestJump = 172_800.0

  private var next: Int?
  private var latest = 0.0
  private var usable: Sample?

  private struct Sample: Hashable, Sendable {
    var seconds: Double
    var value: Float
    var flags: SampleFlags
  }

  public init(hertz: Double, longestGap: Double) {
    precondition(hertz > 0 && hertz <= 100_000, "\(hertz) samples a second")
    precondition(longestGap > 0, "a longest gap of \(longestGap) s")
    (self.hertz, self.longestGap) = (hertz, longestGap)
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    let begun = next
    var output = SampleBlock()
    let rate: (hertz: Double, first: Int)? =
      if case .regular(let hertz, let first) = input.clock { (hertz, first) } else { nil }
    let stamps: [Int64] = if case .stamped(let times) = input.clock { times } else { [] }
    for index in 0..<input.count {
      let seconds =
        rate.map { Double($0.first + index) / $0.hertz } ?? Double(stamps[index]) / 1000
      guard isInOrder(seconds) else { continue }
      latest = seconds
      if next == nil { next = Int((seconds * hertz).rounded(.up)) }
      guard input.flags[index].isUsable else { continue }
      let sample = Sample(
        seconds: seconds, value: input.values[index], flags: input.flags[index])
      give(upTo: sample, &output)
      usable = sample
    }
    // What is farther from the last usable sample than a line may be long stays missing, whatever comes.
    giveMissing(before: latest - longestGap, &output)
    return clocked(output, begun)
  }

  public mutating func finish() -> SampleBlock {
    var output = SampleBlock()
    let begun = next
    giveMissing(before: latest.nextUp, &output)
    return clocked(output, begun)
  }

  private func clocked(_ output: consuming SampleBlock, _ begun: Int?) -> SampleBlock {
    guard output.count > 0, let next else { return SampleBlock() }
    output.clock = .regular(hertz: hertz, first: begun ?? (next - output.count))
    return output
  }

  private func isInOrder(_ seconds: Double) -> Bool {
    next == nil
      ? seconds.magnitude < 1e13 : seconds >= latest && seconds - latest <= Self.longestJump
  }

  /// The samples of the new clock before `right`; one at its very time waits, as another may have that time too.
  private mutating func give(upTo right: Sample, _ output: inout SampleBlock) {
    guard let left = usable, right.seconds - left.seconds <= longestGap else {
      giveMissing(before: right.seconds, &output)
      return
    }
    let length = right.seconds - left.seconds
    while let next, case let at = Double(next) / hertz, at < right.seconds {
      if at == left.seconds {
        append(left.value, left.flags, &output)
      } else {
        let slope = (Double(right.value) - Double(left.value)) / length
        append(
          Float(Double(left.value) + slope * (at - left.seconds)), left.flags.union(right.flags),
          &output)
      }
    }
  }

  /// What lies before `seconds` and after the last usable sample; that one itself where it fits the new clock.
  private mutating func giveMissing(before seconds: Double, _ output: inout SampleBlock) {
    while let next, case let at = Double(next) / hertz, at < seconds {
      if let usable, at == usable.seconds {
        append(usable.value, usable.flags, &output)
      } else {
        append(0, .missing, &output)
      }
    }
  }

  private mutating func append(_ value: Float, _ flags: SampleFlags, _ output: inout SampleBlock) {
    output.values.append(value)
    output.flags.append(flags)
    next! += 1
  }
}
