import Synchronization
public import ViewModels

/// Actions on their way from background work to the one loop; `wake` ends the loop's wait.
public final class Mailbox: Sendable {
  private let waiting = Mutex<[AppAction]>([])
  private let wake: @Sendable () -> Void

  public init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  public func send(_ action: AppAction) {
    waiting.withLock { $0.append(action) }
    wake()
  }

  /// Everything that has arrived, oldest first.
  public func collect() -> [AppAction] {
    waiting.withLock { actions in
      defer { actions = [] }
      return actions
    }
  }
}
