import Foundation

/// Widths of the Python package wcwidth, made by `References/make_widths.py`.
struct WidthReference: Decodable {
  var texts: [Text]
  var points: [Point]

  struct Text: Decodable {
    var text: String
    var columns: Int
    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      text = try row.decode(String.self)
      columns = try row.decode(Int.self)
    }
  }

  struct Point: Decodable {
    var value: UInt32
    var columns: Int
    /// Unicode's general category: `Mn`, `Lo`.
    var category: String
    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      value = try row.decode(UInt32.self)
      columns = try row.decode(Int.self)
      category = try row.decode(String.self)
    }
    var text: String { Unicode.Scalar(value).map { String($0) } ?? "" }
    var name: String { "U+" + String(value, radix: 16, uppercase: true) }
  }

  static func load() throws -> WidthReference {
    let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    let folder = here.deletingLastPathComponent().appendingPathComponent("../../References")
    let data = try Data(contentsOf: folder.standardized.appendingPathComponent("widths.json"))
    return try JSONDecoder().decode(WidthReference.self, from: data)
  }
}
