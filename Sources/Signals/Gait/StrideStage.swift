/// Strides from a sensor on a foot, in the order of time; refused ones are among them and say why.
///
/// A stride is given when the swing after it has ended, or when the foot has stood too long for another one.
/// The first swing after a stop gives none: nobody saw the foot land before it. Memory does not grow.
///
/// Against motion capture, on a recorded walk: 56 of 57 strides found, the other one a turn on the spot; initial
/// contact −2 ± 6 ms, terminal contact 19 ± 4 ms late, stride time 0 ± 8 ms (mean ± standard deviation).
/// The rule of contact and the least swing were chosen on this same walk of one person.
public struct StrideStage: Stage {
  private let settings: GaitSettings
  private let right: SIMD3<Double>
  private let forward: SIMD3<Double>
  private var finder: SwingFinder
  /// The stride whose end is not known yet.
  private var open: Stride?
  /// When the foot landed last.
  private var contact: Double?
  private var lastTime: Double?

  public init(mounting: FootMounting, settings: GaitSettings = GaitSettings()) {
    self.settings = settings
    (right, forward) = (mounting.mediolateral, mounting.forward.direction)
    finder = SwingFinder(settings: settings)
  }

  public mutating func push(_ input: consuming IMUBlock) -> [Stride] {
    let block = input
    let clock = SampleBlock(
      values: block.acceleration.x, flags: block.acceleration.flags, clock: block.clock)
    var strides: [Stride] = []
    for index in 0..<block.count {
      guard let acceleration = block.acceleration.usable(index),
        let rate = block.angularRate.usable(index)
      else { continue }
      let time = clock.seconds(index)
      if let lastTime, time - lastTime > settings.longestGap {
        interrupt(at: lastTime, seconds: time - lastTime, into: &strides)
      }
      lastTime = time
      let swing = finder.push(
        time: time, rate: (rate * right).sum(), energy: (rate * rate).sum(),
        forward: (acceleration * forward).sum())
      if let swing {
        take(swing, into: &strides)
      } else if let contact, time - contact > settings.longestStance + settings.longestSwing {
        stop(into: &strides)
      }
    }
    return strides
  }

  public mutating func finish() -> [Stride] {
    var strides: [Stride] = []
    if let swing = finder.finish() { take(swing, into: &strides) }
    stop(into: &strides)
    return strides
  }

  private mutating func take(_ swing: Swing, into strides: inout [Stride]) {
    defer { contact = swing.initialContact }
    guard let contact, swing.terminalContact - contact <= settings.longestStance else {
      close(at: swing.rest, into: &strides)
      return
    }
    close(at: swing.rest ?? (contact + swing.terminalContact) / 2, into: &strides)
    open = Stride(
      start: swing.rest ?? (contact + swing.terminalContact) / 2, end: swing.initialContact,
      precedingContact: contact, terminalContact: swing.terminalContact,
      initialContact: swing.initialContact, swingAngle: swing.angle,
      refusal: swing.rest == nil ? .neverAtRest : nil)
  }

  private mutating func close(at end: Double?, into strides: inout [Stride]) {
    guard var stride = open else { return }
    open = nil
    stride.end = end ?? stride.initialContact
    if !settings.strideTimes.contains(stride.strideTime) {
      stride.refusal = .implausibleStrideTime(seconds: stride.strideTime)
    } else if end == nil, stride.refusal == nil {
      stride.refusal = .neverAtRest
    }
    strides.append(stride)
  }

  /// No further swing comes: what is open ends where the foot was slowest.
  private mutating func stop(into strides: inout [Stride]) {
    close(at: finder.rest.best, into: &strides)
    contact = nil
  }

  private mutating func interrupt(at time: Double, seconds: Double, into strides: inout [Stride]) {
    if var stride = open {
      stride.end = max(stride.initialContact, finder.rest.best ?? time)
      stride.refusal = .interrupted(seconds: seconds)
      strides.append(stride)
    }
    (open, contact) = (nil, nil)
    finder.reset()
  }
}
