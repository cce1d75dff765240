import CExpat

/// What expat's callbacks know: where in the document they are, and whom to tell.
struct XMLContext {
  let parser: XML_Parser
  let open: (String, XMLAttributes, String?) -> Void
  let close: (String, XMLText, String?) -> Void
  let announce: (String) -> Void
  let isEnough: () -> Bool
  /// Why the document is not read on, though it may be well formed.
  private(set) var refusal: String?
  /// The elements that are open, by name, the root first.
  private var path: [String] = []
  /// Of the innermost open element, as long as it holds no other.
  private var text: [UInt8] = []
  private var isLeaf = false

  init(
    parser: XML_Parser, open: @escaping (String, XMLAttributes, String?) -> Void,
    close: @escaping (String, XMLText, String?) -> Void, announce: @escaping (String) -> Void,
    isEnough: @escaping () -> Bool
  ) {
    self.parser = parser
    self.open = open
    self.close = close
    self.announce = announce
    self.isEnough = isEnough
  }

  /// Has the parser call the context behind `pointer`, which must live as long as the parsing.
  static func connect(_ pointer: UnsafeMutablePointer<XMLContext>) {
    let parser = pointer.pointee.parser
    XML_SetUserData(parser, pointer)
    XML_SetElementHandler(
      parser,
      { data, name, attributes in XMLContext.of(data)?.pointee.begin(name, attributes) },
      { data, _ in XMLContext.of(data)?.pointee.end() })
    XML_SetCharacterDataHandler(parser) { data, characters, count in
      XMLContext.of(data)?.pointee.add(UnsafeBufferPointer(start: characters, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, name, _, _, hasDeclarations in
      XMLContext.of(data)?.pointee.announce(name, hasDeclarations: hasDeclarations != 0)
    }
    XML_SetUnknownEncodingHandler(
      parser, { _, _, encoding in XMLContext.fill(encoding) }, nil)
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLContext>? {
    data?.assumingMemoryBound(to: XMLContext.self)
  }

  /// Reads every byte of an encoding that expat does not know as one letter. What is read here is
  /// ASCII in all of them; names of other letters come out garbled.
  private static func fill(_ encoding: UnsafeMutablePointer<XML_Encoding>?) -> Int32 {
    guard let encoding else { return 0 }
    withUnsafeMutableBytes(of: &encoding.pointee.map) { map in
      let letters = map.bindMemory(to: Int32.self)
      for byte in letters.indices { letters[byte] = Int32(byte) }
    }
    encoding.pointee.convert = nil
    encoding.pointee.release = nil
    return 1
  }
}

extension XMLContext {
  private mutating func begin(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name, refusal == nil else { return }
    guard path.count < XMLReader.deepestNesting else {
      return refuse("tags stand too deep inside one another")
    }
    let parent = path.last
    path.append(String(localNameOf: name))
    text.removeAll(keepingCapacity: true)
    isLeaf = true
    open(path[path.count - 1], XMLAttributes(attributes), parent)
    if isEnough() { XML_StopParser(parser, 0) }
  }

  private mutating func end() {
    guard refusal == nil, let name = path.popLast() else { return }
    close(name, XMLText(isLeaf ? text : []), path.last)
    text.removeAll(keepingCapacity: true)
    isLeaf = false
  }

  private mutating func add(_ characters: UnsafeBufferPointer<CChar>) {
    guard isLeaf, text.count < XMLText.limit else { return }
    text += characters.prefix(XMLText.limit - text.count).lazy.map { UInt8(bitPattern: $0) }
  }

  /// The declarations inside a document type are where entities come from.
  private mutating func announce(_ root: UnsafePointer<CChar>?, hasDeclarations: Bool) {
    if let root { announce(String(localNameOf: root)) }
    if hasDeclarations { refuse("it declares abbreviations of its own") }
  }

  private mutating func refuse(_ reason: String) {
    refusal = refusal ?? reason
    XML_StopParser(parser, 0)
  }
}
