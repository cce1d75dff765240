import Foundation

/// A document as the program printed it; what is not there reads as `null`.
enum JSON: Hashable, Sendable, Decodable {
  case object([String: JSON])
  case list([JSON])
  case text(String)
  case number(Double)
  case flag(Bool)
  case null

  init?(_ text: String) {
    guard let read = try? JSONDecoder().decode(JSON.self, from: Data(text.utf8)) else { return nil }
    self = read
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let object = try? value.decode([String: JSON].self) {
      self = .object(object)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .null
    }
  }

  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }
  subscript(index: Int) -> JSON { elements.indices.contains(index) ? elements[index] : .null }

  var elements: [JSON] { if case .list(let elements) = self { elements } else { [] } }
  var string: String? { if case .text(let text) = self { text } else { nil } }
  var double: Double? { if case .number(let number) = self { number } else { nil } }
  var int: Int? { double.map { Int($0) } }
  var bool: Bool? { if case .flag(let flag) = self { flag } else { nil } }

  /// Every key of every object in it.
  var allKeys: Set<String> {
    switch self {
    case .object(let members):
      members.reduce(into: Set(members.keys)) { $0.formUnion($1.value.allKeys) }
    case .list(let elements): elements.reduce(into: []) { $0.formUnion($1.allKeys) }
    default: []
    }
  }
}
