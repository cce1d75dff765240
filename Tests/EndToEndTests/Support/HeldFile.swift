import Foundation
import Glibc

/// A file that whoever opens it has to wait for: this process holds a lease on it, and the kernel lets an opener wait
/// until the lease is given back (45 s at most). It stops a program at a known place without looking at a clock.
struct HeldFile {
  private static let setLease: Int32 = 1024  // F_SETLEASE of Linux, behind _GNU_SOURCE in <fcntl.h>

  private let descriptor: Int32

  /// Takes the lease; nothing where the file system knows none.
  init?(_ path: String) {
    // The kernel asks for a lease back with SIGIO, which ends a process that does not expect it.
    signal(SIGIO, SIG_IGN)
    descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard fcntl(descriptor, Self.setLease, F_WRLCK) == 0 else {
      close(descriptor)
      return nil
    }
  }

  func release() {
    _ = fcntl(descriptor, Self.setLease, F_UNLCK)
    close(descriptor)
  }

  /// Whether files in the folder for temporary ones can be held.
  static let isPossible: Bool = {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("sideline-lease-\(getpid())").path
    defer { unlink(path) }
    guard FileManager.default.createFile(atPath: path, contents: nil), let held = HeldFile(path) else {
      return false
    }
    held.release()
    return true
  }()
}
