import Kernels

/// The centred mean of an odd number of samples: y[i] = (x[i − h] + … + x[i + h]) / (2h + 1).
///
/// Beyond the first and the last sample its value goes on, as in SciPy's `uniform_filter1d` with `mode="nearest"`. A
/// sample that is not usable is left out of the means around it and stays as it is; missing stays missing. Sums are taken
/// in double precision, each from its own samples, so a value does not depend on what came before its reach.
///
/// Holds back h samples; flags and times are given on as they were.
public struct SlidingMeanStage: Stage {
  /// Samples in a mean, odd.
  public let width: Int
  private let half: Int
  /// The last `half` samples that were given on (replicates of the first one at the start) and those that were not.
  private var held = SampleBlock()
  private var hasBegun = false

  public init(width: Int = 5) {
    precondition(width > 0 && width % 2 == 1, "a centred mean of \(width) samples")
    self.width = width
    half = width / 2
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    var block = input
    if block.values.isEmpty { return SampleBlock() }
    if !hasBegun {
      hasBegun = true
      held.values = Array(repeating: block.values[0], count: half)
      held.flags = Array(repeating: block.flags[0], count: half)
    }
    let clock = joinedClock(block)
    held.values += block.values
    held.flags += block.flags
    let settled = held.values.count - 2 * half
    if settled <= 0 {
      waitingClock = clock
      return SampleBlock()
    }
    block = mean(of: settled, clock.part(0..<settled))
    waitingClock = clock
    waitingClock.removeFirst(settled)
    held.values.removeFirst(settled)
    held.flags.removeFirst(settled)
    return block
  }

  public mutating func finish() -> SampleBlock {
    defer { self = SlidingMeanStage(width: width) }
    guard let last = held.values.last, let flag = held.flags.last else { return SampleBlock() }
    held.values += Array(repeating: last, count: half)
    held.flags += Array(repeating: flag, count: half)
    let settled = held.values.count - 2 * half
    return settled > 0 ? mean(of: settled, waitingClock) : SampleBlock()
  }

  /// Of the samples that were not given on.
  private var waitingClock = SampleClock.stamped([])

  private func joinedClock(_ block: borrowing SampleBlock) -> SampleClock {
    guard held.values.count > half else { return block.clock }
    var clock = waitingClock
    clock.append(block.clock)
    return clock
  }

  private func mean(of count: Int, _ clock: SampleClock) -> SampleBlock {
    let flags = Array(held.flags[half..<(half + count)])
    let values = [Float](unsafeUninitializedCapacity: count) { means, initialized in
      held.values.withUnsafeBufferPointer { values in
        held.flags.withUnsafeBufferPointer { flags in
          kernel_sliding_mean(values.baseAddress!, flags.words!, count, width, means.baseAddress!)
        }
      }
      initialized = count
    }
    return SampleBlock(values: values, flags: flags, clock: clock)
  }
}
