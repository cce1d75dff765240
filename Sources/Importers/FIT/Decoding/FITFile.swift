import Domain

/// A FIT file, decoded: what its parts hold, and what was wrong with them.
struct FITFile {
  private(set) var parts: [FITPart] = []
  /// Part by part.
  private(set) var problems: [ImportProblem] = []

  private static let checksumSize = 2

  /// Decodes every part that has a header. Never fails: where a part cannot be read on, what came
  /// before is kept, and reading goes on with the part behind it.
  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      guard let header = FITHeader(bytes, at: start) else {
        problems.append(ImportProblem(.trailingBytes(bytes.count - start), at: start))
        return
      }
      start = readPart(bytes, header, at: start)
    }
  }

  /// Reads one part and returns where the next one begins.
  private mutating func readPart(_ bytes: [UInt8], _ header: FITHeader, at start: Int) -> Int {
    let dataStart = min(start + header.size, bytes.count)
    let dataEnd = start + header.size + header.dataSize
    let partEnd = dataEnd + Self.checksumSize
    let isWhole = partEnd <= bytes.count
    if let stored = header.checksum {
      compare(stored, with: bytes, in: start..<(start + FITHeader.smallestSize))
    }
    var reader = FITPartReader(
      bytes, header: header, messages: dataStart..<max(dataStart, min(dataEnd, bytes.count)))
    let cutMessageEnd = readMessages(&reader)
    if let neededEnd = isWhole ? cutMessageEnd : partEnd {
      let early = ImportProblem.Code.endsEarly(
        haveBytes: isWhole ? dataEnd : bytes.count, needBytes: neededEnd)
      problems.append(ImportProblem(early, at: reader.position))
    }
    var part = reader.part
    if isWhole {
      let stored = bytes.load(UInt16.self, at: dataEnd)
      part.checksumMatches = compare(stored, with: bytes, in: start..<dataEnd)
    }
    parts.append(part)
    return partEnd
  }

  /// Reads as far as it goes. Returns where the message that is not all there would end.
  private mutating func readMessages(_ reader: inout FITPartReader) -> Int? {
    defer {
      if let bad = reader.badField {
        problems.append(ImportProblem(.badDefinition(fieldSize: bad.size), at: bad.position))
      }
    }
    do throws(FITPartReader.Stop) {
      try reader.read()
      return nil
    } catch {
      switch error {
      case .cutShort(let need): return need
      case .undefined(let localMessage):
        problems.append(ImportProblem(.undefinedLocalMessage(localMessage), at: reader.position))
        return nil
      }
    }
  }

  /// Whether `stored`, which stands right behind `range`, is its checksum.
  @discardableResult
  private mutating func compare(
    _ stored: UInt16, with bytes: [UInt8], in range: Range<Int>
  ) -> Bool {
    let computed = FITChecksum.of(bytes, in: range)
    guard stored != computed else { return true }
    let differs = ImportProblem.Code.checksumDiffers(found: stored, computed: computed)
    problems.append(ImportProblem(differs, at: range.upperBound))
    return false
  }
}
