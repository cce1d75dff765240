/// Training as a value that is stepped: who holds it decides when to step, stop, save and show progress.
///
/// The value is its own checkpoint: encoded, decoded and stepped on it gives the same reports as without the break.
/// A step takes well under a second; nothing in it reads a clock, starts a task or calls back.
public protocol Training: Sendable, Codable, Equatable {
  associatedtype Report: Equatable & Sendable

  /// Steps done so far and steps in all.
  var progress: TrainingProgress { get }

  /// One step further, or `nil` when there is nothing left to do.
  mutating func step() -> Report?
}

/// How far a training is.
public struct TrainingProgress: Hashable, Sendable, Codable {
  public var done: Int
  public var total: Int
  public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
