import Foundation

/// A fixture of `Tests/References`, decoded; the script beside it says how it was made.
func reference<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
  let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
  let url = here.deletingLastPathComponent().appendingPathComponent("../../References/\(name)")
  return try JSONDecoder().decode(type, from: Data(contentsOf: url.standardized))
}

func encoded(_ value: some Encodable) throws -> String {
  String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
}

func decoded<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
  try JSONDecoder().decode(type, from: Data(text.utf8))
}
