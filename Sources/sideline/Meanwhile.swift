import Dispatch
import Synchronization

/// Work begun on another thread whose result is wanted later.
final class Meanwhile<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInteractive).async {
      let outcome = Result { try work() }
      self.result.withLock { $0 = outcome }
      self.done.signal()
    }
  }

  /// Waits for the work and gives what it made, or throws what it threw.
  func value() throws -> Value {
    done.wait()
    defer { done.signal() }
    return try result.withLock { try $0!.get() }
  }
}
