/// Finds the stretches in which an inertial sensor lies still.
///
/// The stream is cut into cells of `cellSeconds` from its first sample on. A cell is still when the sample
/// standard deviation of the acceleration's magnitude and of each axis of the angular rate are within their
/// limits, no mean rate is above its own, and at least half of its accelerations are usable. Still cells that
/// follow each other in one pose make a window; it is given when it has ended, if it is long enough. A sensor
/// without angular rates is judged by its acceleration alone. Of a cell that the stream's end cuts short,
/// less than half is left out.
public struct StaticWindowStage: Stage {
  public struct Settings: Hashable, Sendable, Codable {
    public var cellSeconds = 0.5
    public var minimumSeconds = 2.0
    /// Highest standard deviation of the magnitude, m/s².
    public var accelerationDeviation = 0.1
    /// Highest standard deviation of an axis, rad/s.
    public var rateDeviation = 0.05
    /// Highest mean of an axis, rad/s: more than a gyroscope's bias is a turn.
    public var meanRate = 0.1
    /// How far a cell's mean acceleration may be from its window's, m/s²: farther is another pose.
    public var poseDistance = 0.3

    public init() {}
  }

  private struct Cell: Hashable, Sendable {
    var number: Double
    var samples: Range<Int>
    var seconds: ClosedRange<Double>
    /// x, y, z and the magnitude.
    var acceleration = VectorMoments()
    var rate = VectorMoments()
  }

  private let settings: Settings
  private var origin: Double?
  private var position = 0
  private var cell: Cell?
  private var window: Cell?
  /// Of the last whole cell in the window.
  private var lengthBefore = 0

  public init(_ settings: Settings = Settings()) {
    precondition(
      settings.cellSeconds > 0 && settings.minimumSeconds >= 0,
      "cells of \(settings.cellSeconds) s, windows of \(settings.minimumSeconds) s")
    self.settings = settings
  }

  public mutating func push(_ input: consuming IMUBlock) -> [StaticWindow] {
    var found: [StaticWindow] = []
    for index in 0..<input.count {
      let seconds = input.seconds(index)
      let start = origin ?? seconds
      origin = start
      let number = ((seconds - start) / settings.cellSeconds).rounded(.down)
      if let cell, cell.number != number { close(cell, into: &found) }
      var open = cell ?? Cell(number: number, samples: position..<position, seconds: seconds...seconds)
      position += 1
      open.samples = open.samples.lowerBound..<position
      open.seconds = open.seconds.lowerBound...max(seconds, open.seconds.lowerBound)
      if let a = input.acceleration.usable(index) {
        open.acceleration.add(SIMD4(a, dot(a, a).squareRoot()))
      }
      if let rate = input.angularRate.usable(index) { open.rate.add(SIMD4(rate, 0)) }
      cell = open
    }
    return found
  }

  public mutating func finish() -> [StaticWindow] {
    var found: [StaticWindow] = []
    if let cell, cell.samples.count * 2 >= lengthBefore { close(cell, into: &found) }
    closeWindow(into: &found)
    cell = nil
    return found
  }

  private mutating func close(_ done: Cell, into found: inout [StaticWindow]) {
    cell = nil
    guard isStill(done) else {
      closeWindow(into: &found)
      return
    }
    if let before = window, !continues(before, done) { closeWindow(into: &found) }
    lengthBefore = done.samples.count
    guard var joined = window else {
      window = done
      return
    }
    joined.number = done.number
    joined.samples = joined.samples.lowerBound..<done.samples.upperBound
    joined.seconds = joined.seconds.lowerBound...done.seconds.upperBound
    joined.acceleration.merge(done.acceleration)
    joined.rate.merge(done.rate)
    window = joined
  }

  private func isStill(_ cell: Cell) -> Bool {
    let heard = cell.acceleration.count
    guard heard >= 2, heard * 2 >= cell.samples.count else { return false }
    guard cell.acceleration.deviation.w <= settings.accelerationDeviation else { return false }
    let (mean, spread) = (cell.rate.mean, cell.rate.deviation)
    return (0..<3).allSatisfy {
      mean[$0].magnitude <= settings.meanRate && spread[$0] <= settings.rateDeviation
    }
  }

  private func continues(_ window: Cell, _ next: Cell) -> Bool {
    let apart = next.acceleration.mean - window.acceleration.mean
    let distance = (apart.x * apart.x + apart.y * apart.y + apart.z * apart.z).squareRoot()
    return next.number == window.number + 1 && distance <= settings.poseDistance
  }

  private mutating func closeWindow(into found: inout [StaticWindow]) {
    guard let done = window else { return }
    (window, lengthBefore) = (nil, 0)
    // n samples last n steps, of which the first lies before the first time stamp.
    let steps = Double(max(1, done.samples.count - 1))
    let length = (done.seconds.upperBound - done.seconds.lowerBound) * Double(done.samples.count) / steps
    guard length >= settings.minimumSeconds * (1 - 1e-9) else { return }
    let (mean, rate) = (done.acceleration.mean, done.rate.mean)
    found.append(
      StaticWindow(
        samples: done.samples, seconds: done.seconds, count: done.acceleration.count,
        acceleration: SIMD3(mean.x, mean.y, mean.z), deviation: done.acceleration.deviation.w,
        angularRate: done.rate.count > 0 ? SIMD3(rate.x, rate.y, rate.z) : nil,
        rateCount: done.rate.count))
  }
}
