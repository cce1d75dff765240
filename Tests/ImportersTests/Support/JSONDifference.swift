import Foundation

/// Where two JSON values differ, one line for each place; numbers may differ by 1e-9 of their size.
func jsonDifferences(_ ours: Any?, _ reference: Any?, at path: String = "") -> [String] {
  switch (ours, reference) {
  case (nil, nil): return []
  case (let ours as [String: Any], let reference as [String: Any]):
    return Set(ours.keys).union(reference.keys).sorted().flatMap { key in
      jsonDifferences(ours[key], reference[key], at: "\(path)/\(key)")
    }
  case (let ours as [Any], let reference as [Any]) where ours.count == reference.count:
    return zip(ours, reference).enumerated().flatMap { index, pair in
      jsonDifferences(pair.0, pair.1, at: "\(path)/\(index)")
    }
  case (let ours as NSNumber, let reference as NSNumber):
    let (left, right) = (ours.doubleValue, reference.doubleValue)
    if abs(left - right) <= 1e-9 * max(abs(left), abs(right)) { return [] }
  case (let ours as String, let reference as String):
    if ours == reference { return [] }
  default: break
  }
  return ["\(path): \(ours ?? "nothing"), the reference has \(reference ?? "nothing")"]
}
