public import Domain

/// Reads Polar's text format: heart rate, speed, cadence, altitude and power at even steps, or times between beats.
/// Its clock has no zone: the start is read as if the clock ran in UTC.
public enum PolarHRMImporter: Importer {
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    let text = bytes[bytes.textStart...].drop {
      $0.isBlank || $0 == .lineFeed || $0 == .carriageReturn
    }
    return text.starts(with: "[Params]".utf8)
  }

  public static func read(_ bytes: [UInt8], in _: ImportContext) -> ImportOutcome {
    guard !bytes.isEmpty else { return ImportOutcome(problems: [ImportProblem(.emptyFile)]) }
    guard recognises(bytes) else {
      return ImportOutcome(problems: [ImportProblem(.notThisFormat, at: 0)])
    }
    var reader = PolarHRMReader(PolarHRMFile(bytes))
    return reader.read()
  }
}
