import Kernels

/// The root mean square of every window of a channel, √(Σ x² / n): windows of `length` samples every `hop`.
///
/// One result a window, in the channel's unit, in order. `nil` where a sample of it is not usable. A window that the
/// stream's end cuts short is left out.
public struct WindowRMSStage: Stage {
  private var windows: WindowedSamples

  public init(length: Int, hop: Int) { windows = WindowedSamples(length: length, hop: hop) }

  public mutating func push(_ input: consuming SampleBlock) -> [Float?] {
    windows.append(input)
    let count = windows.count
    let values = [Float](unsafeUninitializedCapacity: count) { result, initialized in
      windows.values.withUnsafeBufferPointer {
        guard let samples = $0.baseAddress, count > 0 else { return }
        kernel_window_rms(samples, count, windows.length, windows.hop, result.baseAddress!)
      }
      initialized = count
    }
    var result: [Float?] = values
    windows.forEachUnusable { result[$0] = nil }
    windows.removeWindows()
    return result
  }
}
