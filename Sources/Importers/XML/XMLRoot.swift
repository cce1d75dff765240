/// Finds out what kind of document it is, by its outermost element.
struct XMLRoot: XMLSink {
  /// As far as anybody looks for it: behind a declaration and comments.
  private static let searchedBytes = 16_384

  private var name: String?

  /// The local name of the outermost element, or the one that a document type announces; `nil` where
  /// the bytes are no XML, in whatever encoding.
  static func name(in bytes: [UInt8]) -> String? {
    var root = XMLRoot()
    _ = XMLReader.read(Array(bytes.prefix(searchedBytes)), into: &root)
    return root.name
  }

  var hasHeardEnough: Bool { name != nil }
  mutating func open(_ name: String, _ attributes: XMLAttributes, in parent: String?) {
    self.name = self.name ?? name
  }
  mutating func close(_ name: String, _ text: XMLText, in parent: String?) {}
  mutating func announce(root: String) { name = name ?? root }
}
