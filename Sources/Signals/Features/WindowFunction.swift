import Kernels

/// The weights a stretch of a signal is multiplied with before its spectrum is taken.
public enum WindowFunction: String, CaseIterable, Hashable, Sendable, Codable {
  /// All 1.
  case rectangular
  /// (1 − cos(2πn/N))/2 for n = 0 ..< N: the periodic form, which overlapped by half adds up to 1
  /// (`scipy.signal.get_window("hann", N)`; Harris 1978). A single sample has weight 1.
  case hann

  public func weights(_ count: Int) -> [Float] { weightsInDouble(count).map { Float($0) } }

  func weightsInDouble(_ count: Int) -> [Double] {
    guard self == .hann, count > 1 else { return Array(repeating: 1, count: count) }
    return (0..<count).map {
      0.5 - 0.5 * kernel_cos(2 * .pi * Double($0) / Double(count))
    }
  }
}
