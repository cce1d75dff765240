import Domain
import Numerics

/// Names that sound right: given and family names are combined inside one language only.
///
/// Three people in five have a Chinese name. Each other language gives one woman and one man, so no two
/// people share a name. Some are decomposed (a letter and a combining mark), some outside the basic plane.
enum SampleNames {
  static func identity(of index: Int, sex: Sex, randomness: Randomness) -> Identity {
    let rank = rank(of: index)
    var generator = randomness.stream(.people, nameStream, sex == .female ? 0 : 1)
    let language: SampleLanguage
    let given: Int
    let family: Int
    if isChinese(index) {
      language = SampleLanguage.chinese
      given = shuffled(language.given(sex).count, using: &generator)[rank]
      family = shuffled(language.family(sex).count, using: &generator)[rank]
    } else {
      let languages = SampleLanguage.others
      language = languages[shuffled(languages.count, using: &generator)[rank]]
      var own = randomness.stream(.people, nameStream, 2, index)
      given = Int.random(in: 0..<language.given(sex).count, using: &own)
      family = Int.random(in: 0..<language.family(sex).count, using: &own)
    }
    return language.identity(given: language.given(sex)[given], family: language.family(sex)[family])
  }

  /// Keeps the names' streams from the people's, which are keyed by an index from 0.
  private static let nameStream = -1

  private static func isChinese(_ index: Int) -> Bool { [0, 1, 3].contains(index % 5) }

  /// How many people before `index` have the same sex and the same kind of name.
  private static func rank(of index: Int) -> Int {
    (0..<index).count { $0 % 2 == index % 2 && isChinese($0) == isChinese(index) }
  }

  private static func shuffled(_ count: Int, using generator: inout SeededGenerator) -> [Int] {
    (0..<count).shuffled(using: &generator)
  }
}
