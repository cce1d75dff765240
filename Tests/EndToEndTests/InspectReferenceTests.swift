import Foundation
import Testing

/// Recordings that stay outside the project, with figures by other decoders beside them.
private let recordings: [String] = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
  let shared =
    ProcessInfo.processInfo.environment["SIDELINE_DATA"]
    ?? root.appending(path: "../shared/data").standardizedFileURL.path
  return [("/fit", [".fit"]), ("/activities", [".tcx", ".gpx"])].flatMap { part, endings in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: shared + part)) ?? []
    return names.filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
      .map { shared + part + "/" + $0 }
  }
}()

/// What only the other decoders say; a GPX file's version stands behind the document's own.
private let theirs: Set = ["version", "oracle", "error", "garmin_sdk", "developer_fields_non_null"]

@Suite(.enabled(if: !recordings.isEmpty, "the folder of shared recordings is missing"))
struct InspectReferenceTests {
  @Test func `inspect prints every key of the reference beside each recording`() async throws {
    try await Scratch.run { scratch in
      for file in recordings {
        let run = try await scratch.sideline("inspect", file, "--json")
        let ours = try document(Data(run.output.utf8))
        let reference = try document(Data(contentsOf: URL(filePath: file + ".ref.json")))
        for (key, value) in reference where !theirs.contains(key) {
          #expect(
            isSame(
              value, ours[key], digits: file.hasSuffix(".fit") ? 1e-9 : 1e-6,
              coarse: key.hasPrefix("haversine") ? 0.005 : 0),
            "\((file as NSString).lastPathComponent): \(key) is \(ours[key] ?? "absent")")
        }
      }
    }
  }

  private func document(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Equal, numbers to as many digits as the reference was written with; a length that was summed over the sphere is written to the centimetre.
  private func isSame(_ one: Any, _ other: Any?, digits: Double = 1e-9, coarse: Double = 0) -> Bool {
    switch (one, other) {
    case (let one as [String: Any], let other as [String: Any]):
      Set(one.keys) == Set(other.keys) && one.allSatisfy { isSame($0.value, other[$0.key], digits: digits) }
    case (let one as [Any], let other as [Any]):
      one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1, digits: digits) }
    case (let one as String, let other as String): one == other
    case (is NSNull, is NSNull): true
    case (let one as NSNumber, let other as NSNumber):
      abs(one.doubleValue - other.doubleValue) <= max(digits * max(1, abs(one.doubleValue)), coarse)
    default: false
    }
  }
}
