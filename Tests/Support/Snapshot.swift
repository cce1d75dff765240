import Foundation
public import Testing

/// Compares a screen with the text file of its name beside the test.
///
/// A missing file, or `RECORD_SNAPSHOTS=1`, writes the screen and fails, so that a new picture is always looked at
/// before it is committed.
public func expectScreen(
  _ screen: String, named name: String, file: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: "\(file)").deletingLastPathComponent().appending(path: "Snapshots")
  let picture = folder.appending(path: "\(name).txt")
  // Blank ends are cut, so that an editor cannot change a picture without anybody seeing it.
  let drawn =
    screen.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n") + "\n"
  let recorded = try? String(contentsOf: picture, encoding: .utf8)
  guard let recorded, ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == nil else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try drawn.write(to: picture, atomically: true, encoding: .utf8)
    Issue.record(
      "recorded \(name); look at it, then run again", sourceLocation: sourceLocation)
    return
  }
  #expect(drawn == recorded, sourceLocation: sourceLocation)
}
