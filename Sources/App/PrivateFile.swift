import Glibc

/// Writes a file that its owner alone can read: whole under its name, or not at all.
///
/// - Returns: `false` where it could not be written; what stood there before still does.
func writePrivately(_ text: String, to path: String) -> Bool {
  let draft = path + ".part"
  unlink(draft)
  let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { return false }
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { break }
    rest = rest.dropFirst(count)
  }
  let isClosed = close(descriptor) == 0
  guard rest.isEmpty, isClosed, rename(draft, path) == 0 else {
    unlink(draft)
    return false
  }
  return true
}
