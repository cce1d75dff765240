import Glibc

/// Notices Ctrl-C without being stopped by it, so that a batch ends between two files and not inside one.
struct Interruption {
  /// From here on the signal waits until somebody asks.
  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  var hasHappened: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    return sigismember(&waiting, SIGINT) == 1
  }
}
