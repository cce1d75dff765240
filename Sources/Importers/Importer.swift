public import Domain

/// Turns the bytes of one file into recordings and rows. Reads nothing else, and never throws: what
/// went wrong stands in the outcome's problems, beside everything that could be read.
public protocol Importer {
  /// Whether the first bytes are this format's; says nothing about the rest.
  static func recognises(_ bytes: [UInt8]) -> Bool
  /// Everything in `bytes` that can be read, and what was wrong with the rest.
  static func read(_ bytes: [UInt8]) -> ImportOutcome
}

/// Every format Sideline reads. Add a case and the compiler names what is missing.
public enum FileFormat: String, CaseIterable, Sendable {
  case fit

  /// Reads files of this format.
  public var importer: any Importer.Type {
    switch self {
    case .fit: FITImporter.self
    }
  }

  /// The format whose signature the bytes carry.
  public static func recognise(_ bytes: [UInt8]) -> FileFormat? {
    allCases.first { $0.importer.recognises(bytes) }
  }
}
