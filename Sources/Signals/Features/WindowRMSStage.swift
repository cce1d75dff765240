/// The root mean square of every window of a channel, √(Σ x² / n): windows of `length` samples every `hop`.
///
/// One result a window, in the channel's unit, in order. `nil` where a sample of it is not usable. A window that the
/// stream's end cuts short is left out.
public struct WindowRMSStage: Stage {
  private var windows: WindowedSamples

  public init(length: Int, hop: Int) { windows = WindowedSamples(length: length, hop: hop) }

  public mutating func push(_ input: consuming SampleBlock) -> [Float?] {
    windows.append(input)
    defer { windows.removeWindows() }
    return windows.rootMeanSquares()
  }
}
