import Domain

/// A part of a name: `"雨桐|Yutong"`, or without the bar when it is in Latin letters.
struct SampleNamePart: ExpressibleByStringLiteral, Sendable {
  let written: String
  let latin: String?

  init(stringLiteral text: String) {
    let parts = text.split(separator: "|").map(String.init)
    written = parts[0]
    latin = parts.count > 1 ? parts[1] : nil
  }
}

/// The names of one language and how they are put together.
struct SampleLanguage: Sendable {
  enum Order: Sendable { case givenFirst, familyFirst }

  var order = Order.givenFirst
  /// What stands between the parts.
  var joint = " "
  let women: [SampleNamePart]
  let men: [SampleNamePart]
  let familiesOfWomen: [SampleNamePart]
  let familiesOfMen: [SampleNamePart]

  func given(_ sex: Sex) -> [SampleNamePart] { sex == .female ? women : men }
  func family(_ sex: Sex) -> [SampleNamePart] { sex == .female ? familiesOfWomen : familiesOfMen }

  func identity(given: SampleNamePart, family: SampleNamePart) -> Identity {
    let parts = order == .givenFirst ? [given, family] : [family, given]
    let latin = parts.compactMap(\.latin)
    return Identity(
      name: parts.map(\.written).joined(separator: joint),
      latinName: latin.count == 2 ? latin.joined(separator: " ") : nil)
  }
}
