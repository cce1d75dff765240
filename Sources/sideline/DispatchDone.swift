import Dispatch

/// Lets a command that is not asynchronous wait for work that is.
struct DispatchDone: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  func signal() { semaphore.signal() }
  func wait() { semaphore.wait() }
}
