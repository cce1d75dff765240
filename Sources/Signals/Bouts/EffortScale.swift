public import Domain
import Kernels

/// How one kind of effort is read: in logarithms, so that a step is a share of what was before.
///
/// The figures are ours, chosen on generated sessions and on the recordings that the tests name; the tests report the
/// generated sessions of other seeds.
public struct EffortScale: Hashable, Sendable {
  public var source: EffortSource
  /// In the channel's unit: below it all is the same, standing still or not pedalling.
  public var floor: Double
  /// In the channel's unit: above it all is the same.
  public var top: Double
  /// Distance of neighbouring levels, logarithm.
  public var step: Double
  /// More than this far from its level a second tells no more, logarithm.
  public var clip: Double
  /// What a change of level costs, logarithm × seconds: twice this is what an excursion must be worth.
  public var penalty: Double
  /// In the channel's unit: a mean below it is standing; 0 where nothing is (a heart never does).
  public var still: Double
  /// A step between two levels that is believed by itself, logarithm.
  public var sure: Double
  /// A step that is believed when its repetitions are alike, logarithm.
  public var regular: Double

  /// The scale of a source in a sport.
  public init(_ source: EffortSource, sport: Sport) {
    self.source = source
    switch source {
    case .power:
      (floor, top, step, clip, penalty) = (15, 2000, 0.05, 0.5, 2)
      (still, sure, regular) = (25, 0.25, 0.15)
    case .speed where sport == .swimming:
      (floor, top, step, clip, penalty) = (0.2, 3, 0.04, 0.5, 2)
      (still, sure, regular) = (0.3, 0.18, 0.1)
    case .speed:
      (floor, top, step, clip, penalty) = (0.4, 30, 0.04, 0.5, 2)
      (still, sure, regular) = (0.6, 0.18, 0.1)
    case .heartRate:
      (floor, top, step, clip, penalty) = (40, 240, 0.02, 0.2, 1)
      (still, sure, regular) = (0, 0.15, 0.08)
    }
  }

  /// Levels from `floor` to `top`.
  var levels: Int { Int((kernel_log(top / floor) / step).rounded(.up)) + 1 }

  /// Logarithm of the share of `floor`, between 0 and that of `top`.
  func log(_ value: Double) -> Double { kernel_log(min(max(value, floor), top) / floor) }
}
