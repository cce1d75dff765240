import Domain
import Foundation
import Importers

extension SharedData {
  /// The names of the shared files of one format that have a reference; empty where the folder is missing.
  static func activities(_ format: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("activities").path)
    return (names ?? []).filter { $0.hasSuffix(".\(format)") && (names ?? []).contains("\($0).ref.json") }
      .sorted()
  }

  static func bytes(ofActivity name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent("activities/\(name)")))
  }

  static func reference(ofActivity name: String) throws -> [String: Any] {
    let url = folder.appendingPathComponent("activities/\(name).ref.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    return object as? [String: Any] ?? [:]
  }
}

/// Where an inspection differs from a reference, one line for each place. The references round to
/// thousandths, lengths to hundredths of a metre; they have `null` where the file has nothing.
func trackDifferences(_ ours: Any, _ reference: Any, at path: String = "") -> [String] {
  switch (ours, reference) {
  case (is NSNull, is NSNull): return []
  case (let ours as [String: Any], let reference as [String: Any]):
    return Set(ours.keys).union(reference.keys).sorted().flatMap { key in
      trackDifferences(ours[key] ?? "no such key", reference[key] ?? "no such key", at: "\(path)/\(key)")
    }
  case (let ours as [Any], let reference as [Any]) where ours.count == reference.count:
    return zip(ours, reference).enumerated().flatMap { index, pair in
      trackDifferences(pair.0, pair.1, at: "\(path)/\(index)")
    }
  case (let ours as NSNumber, let reference as NSNumber):
    let (left, right) = (ours.doubleValue, reference.doubleValue)
    let allowed = path.contains("haversine") ? 0.01 : 1e-6 * max(abs(left), abs(right))
    if abs(left - right) <= allowed { return [] }
  case (let ours as String, let reference as String):
    if ours == reference { return [] }
  default: break
  }
  return ["\(path): \(ours), the reference has \(reference)"]
}

extension ImportOutcome {
  /// All values of a kind added up, over all recordings.
  func total(of kind: Channel.Kind) -> Double {
    recordings.compactMap { $0.channel(kind) }.reduce(0) { $0 + $1.values.compactMap(\.self).reduce(0, +) }
  }
}

extension Channel {
  /// In the channel's unit.
  var values: [Double?] { (0..<count).map { self[$0] } }
}
