import CExpat
import Domain

/// Where a document stops being well formed, and why.
struct XMLBreak: Hashable {
  /// In the reader's words; no capital, no full stop.
  var reason: String
  var byteOffset: Int
  /// The first line is 1.
  var line: Int

  var problem: ImportProblem { ImportProblem(.brokenXML(reason: reason), at: byteOffset, line: line) }
}

/// Reads documents as a stream: what it holds at a time is one tag or one short text, however long the
/// document is.
///
/// Entities are never expanded, other than XML's own five and numbers: a document that declares some is
/// not read on.
enum XMLReader {
  /// Bytes handed to expat at a time.
  static let chunkBytes = 65_536
  /// A tag that does not end within so many bytes is none.
  static let longestTagBytes = 1_048_576
  /// Tags inside one another.
  static let deepestNesting = 100

  /// Tells `sink` what the document holds. White space before the document is passed over.
  ///
  /// - Returns: where the document breaks; `nil` where it is sound or the sink has heard enough. What
  ///   came before the break has been told.
  static func read<Sink: XMLSink>(
    _ bytes: [UInt8], into sink: inout Sink, chunkBytes: Int = chunkBytes
  ) -> XMLBreak? {
    precondition(chunkBytes > 0, "chunks of \(chunkBytes) bytes")
    guard let parser = XML_ParserCreate(nil) else { preconditionFailure("no memory for a parser") }
    defer { XML_ParserFree(parser) }
    let start = firstByte(of: bytes)
    return withUnsafeMutablePointer(to: &sink) { sink in
      var context = XMLContext(
        parser: parser,
        open: { sink.pointee.open($0, $1, in: $2) },
        close: { sink.pointee.close($0, $1, in: $2) },
        announce: { sink.pointee.announce(root: $0) },
        isEnough: { sink.pointee.hasHeardEnough })
      return withUnsafeMutablePointer(to: &context) { context in
        XMLContext.connect(context)
        let document = bytes[start...]
        guard !feed(document, to: parser, chunkBytes), !context.pointee.isEnough() else { return nil }
        return XMLBreak(
          reason: context.pointee.refusal ?? reason(XML_GetErrorCode(parser)),
          byteOffset: start + max(0, Int(XML_GetCurrentByteIndex(parser))),
          line: bytes[..<start].count { $0 == 10 } + Int(XML_GetCurrentLineNumber(parser)))
      }
    }
  }

  /// `false` where expat stopped before the end, or a tag is too long to be one.
  private static func feed(
    _ document: ArraySlice<UInt8>, to parser: XML_Parser, _ chunkBytes: Int
  ) -> Bool {
    document.withUnsafeBytes { bytes in
      var place = 0
      while true {
        let count = min(chunkBytes, bytes.count - place)
        let chunk = UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
        place += count
        let isLast = place == bytes.count
        let status = chunk.withMemoryRebound(to: CChar.self) {
          XML_Parse(parser, $0.baseAddress, Int32(count), isLast ? 1 : 0)
        }
        guard status == XML_STATUS_OK else { return false }
        if isLast { return true }
        let unread = place - max(0, Int(XML_GetCurrentByteIndex(parser)))
        guard unread <= longestTagBytes else { return false }
      }
    }
  }

  /// Behind white space, and behind a UTF-8 mark that stands before it.
  private static func firstByte(of bytes: [UInt8]) -> Int {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    return bytes[start...].firstIndex { !$0.isXMLSpace } ?? bytes.count
  }

  private static func reason(_ code: XML_Error) -> String {
    switch code {
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION,
      XML_ERROR_PARTIAL_CHAR:
      "the file ends early"
    case XML_ERROR_TAG_MISMATCH: "a tag is not closed"
    case XML_ERROR_DUPLICATE_ATTRIBUTE: "a tag says the same thing twice"
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "something stands behind the end"
    case XML_ERROR_UNDEFINED_ENTITY: "an abbreviation is not explained"
    case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING:
      "the letters are not in the encoding it names"
    case XML_ERROR_MISPLACED_XML_PI: "a second document begins"
    case XML_ERROR_NONE: "a tag is too long"
    default: "a character stands where it may not"
    }
  }
}
