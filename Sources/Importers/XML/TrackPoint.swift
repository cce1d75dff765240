import Domain

/// One point of a track while it is read: a time and a reading for each field.
struct TrackPoint {
  private enum Reading {
    case silent
    /// In the file's unit.
    case measured(Double)
    /// Something that nobody can have, or that is no number.
    case impossible
  }

  var time: XMLTime?
  private var readings = Array(repeating: Reading.silent, count: TrackField.allCases.count)

  /// What the file says of `field`, if that can be.
  subscript(field: TrackField) -> Double? {
    if case .measured(let value) = readings[field.rawValue] { return value }
    return nil
  }

  func isImpossible(_ field: TrackField) -> Bool {
    if case .impossible = readings[field.rawValue] { return true }
    return false
  }

  /// Where it lies, if both halves are known.
  var place: Place? {
    guard let latitude = self[.latitude], let longitude = self[.longitude] else { return nil }
    return Place(latitude: latitude, longitude: longitude)
  }

  /// Takes the value of `field` from the file; an empty text is none. What was said before is forgotten.
  mutating func set(_ field: TrackField, _ text: XMLText) {
    guard !text.isEmpty else { return }
    let value = text.decimal.flatMap { field.plausible.contains($0) ? $0 : nil }
    readings[field.rawValue] = value.map { .measured($0) } ?? .impossible
  }

  /// The same, unless `field` has a value already.
  mutating func fill(_ field: TrackField, _ text: XMLText) {
    if self[field] == nil { set(field, text) }
  }

  /// Makes it a new point.
  mutating func clear() {
    time = nil
    for place in readings.indices { readings[place] = .silent }
  }
}
