import Foundation

/// The frame of every JSON document.
protocol Document: Encodable {
  static var schema: String { get }
  var simulated: Bool { get }
}

private struct Framed<Body: Document>: Encodable {
  let body: Body

  enum Keys: String, CodingKey { case schema, version, simulated }

  func encode(to encoder: any Encoder) throws {
    try body.encode(to: encoder)
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode("sideline/\(Body.schema)", forKey: .schema)
    try container.encode(1, forKey: .version)
    try container.encode(body.simulated, forKey: .simulated)
  }
}

/// Prints a document: keys in snake_case and in order, so that two runs can be compared.
func printDocument(_ document: some Document) throws {
  let encoder = JSONEncoder()
  encoder.keyEncodingStrategy = .convertToSnakeCase
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
  print(String(decoding: try encoder.encode(Framed(body: document)), as: UTF8.self))
}
