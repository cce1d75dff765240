import Domain
import Foundation
import Glibc
public import ViewModels

/// A file's bytes, or the report that says why there are none.
public enum FileBytes {
  case success([UInt8])
  case failure(FileReport)

  /// Files above this are refused before they are read.
  static let largest = 256 * 1_048_576

  /// Reads a regular file whole. One that somebody else holds is waited for; nothing but a regular file is opened.
  public static func read(_ path: String) -> FileBytes {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      return .failure(errno == EACCES ? notAllowed(path) : notThere(path))
    }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .failure(refused(path, "\(name(path)) is a folder. Name a file in it."))
    default: return .failure(notAllowed(path))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(notAllowed(path)) }
    defer { close(descriptor) }
    guard fstat(descriptor, &facts) == 0 else { return .failure(notAllowed(path)) }
    let size = Int(facts.st_size)
    guard size <= largest else {
      return .failure(
        FileReport(
          path: path, format: nil, status: .refused,
          problems: [ImportProblem(.tooLarge(bytes: size, limit: largest))]))
    }
    guard let bytes = contents(of: descriptor, size: size) else { return .failure(notAllowed(path)) }
    return .success(bytes)
  }

  /// What an open file holds, `size` bytes at most; `nil` where reading fails.
  private static func contents(of descriptor: Int32, size: Int) -> [UInt8]? {
    var isBroken = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let more = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
        if more < 0, errno == EINTR { continue }
        isBroken = more < 0
        if more <= 0 { return }
        count += more
      }
    }
    return isBroken ? nil : bytes
  }

  private static func notThere(_ path: String) -> FileReport {
    refused(path, "\(name(path)) is not there. Check the path.")
  }
  private static func notAllowed(_ path: String) -> FileReport {
    refused(path, "\(name(path)) may not be read by you. Change its rights, or copy it.")
  }
  private static func refused(_ path: String, _ sentence: String) -> FileReport {
    FileReport(path: path, format: nil, status: .refused, failure: sentence)
  }
  private static func name(_ path: String) -> String { (path as NSString).lastPathComponent }
}
