/// Hears what a document holds, element by element, in the document's order.
///
/// Names come without their namespace prefix: `ns3:Speed` is `Speed`.
protocol XMLSink {
  /// `true` once the rest of the document does not matter.
  var hasHeardEnough: Bool { get }
  /// An element begins inside `parent`, which is `nil` for the root.
  mutating func open(_ name: String, _ attributes: XMLAttributes, in parent: String?)
  /// An element ends. `text` is empty where the element holds others.
  mutating func close(_ name: String, _ text: XMLText, in parent: String?)
  /// The document says beforehand what its root will be.
  mutating func announce(root: String)
}

extension XMLSink {
  var hasHeardEnough: Bool { false }
  mutating func announce(root: String) {}
}

/// The attributes of one element, by name without prefix.
struct XMLAttributes {
  /// More than any element of a training file has; the rest is not kept.
  private static let limit = 32

  private var pairs: [(name: String, value: XMLText)] = []

  /// Copies expat's row of names and values, which a null pointer ends.
  init(_ row: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard let row else { return }
    var place = 0
    while let name = row[place], let value = row[place + 1], pairs.count < Self.limit {
      pairs.append((String(localNameOf: name), XMLText(value)))
      place += 2
    }
  }

  subscript(name: String) -> XMLText? { pairs.first { $0.name == name }?.value }
}

extension String {
  /// What stands behind the last colon of a name.
  init(localNameOf name: UnsafePointer<CChar>) {
    var start = name
    var place = name
    while place.pointee != 0 {
      if place.pointee == CChar(UInt8(ascii: ":")) { start = place + 1 }
      place += 1
    }
    self.init(cString: start)
  }
}
