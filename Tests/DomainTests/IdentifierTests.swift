import Domain
import Testing

@Suite struct IdentifierTests {
  /// Crockford's alphabet as his page prints it: no I, L, O or U.
  private let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `an identifier printed is the same identifier read`(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    for _ in 0..<50 {
      let id = AthleteID(bits: generator.next())
      #expect(AthleteID(id.description) == id)
      #expect(AthleteID(id.description.uppercased()) == id)
      #expect(AthleteID(rawValue: id.rawValue) == id)
      #expect(try decoded([AthleteID].self, from: encoded([id])) == [id])
    }
  }

  @Test func `the text is the number in Crockford's base 32`() {
    var generator = TestGenerator(seed: 32)
    for _ in 0..<200 {
      let id = SessionID(bits: generator.next())
      var rest = id.rawValue
      var letters: [Character] = []
      for _ in 0..<13 {
        letters.insert(digits[Int(rest % 32)], at: 0)
        rest /= 32
      }
      #expect(rest == 0)
      #expect(id.description.uppercased() == String(letters))
    }
  }

  @Test(arguments: [
    (1 as Int64, "0000000000001"), (31, "000000000000z"), (32, "0000000000010"),
    (1023, "00000000000zz"), (Int64.max, "7zzzzzzzzzzzz"),
  ])
  func `known numbers have known texts`(number: Int64, text: String) {
    #expect(PlanID(rawValue: number)?.description == text)
    #expect(PlanID(text)?.rawValue == number)
  }

  @Test func `it takes 63 bits and never zero`() {
    #expect(CoachID(bits: 0).rawValue == 1)
    #expect(CoachID(bits: .max).rawValue == .max)
    #expect(CoachID(bits: 1 << 63).rawValue == 1)
    #expect(CoachID(rawValue: 0) == nil)
    #expect(CoachID(rawValue: -1) == nil)
  }

  @Test(arguments: [
    "", "1", "000000000001", "00000000000001", "0000000000000", "000000000000i", "000000000000l",
    "000000000000o", "000000000000u", "000000000000-", "8000000000000", "fzzzzzzzzzzzz",
    "000000000000é", "0000000 00001", "zzzzzzzzzzzzz", "r000000000001",
  ])
  func `a text that is not an identifier is refused`(text: String) {
    #expect(EventID(text) == nil)
  }

  @Test(arguments: ["g000000000001", "hzzzzzzzzzzzz"])
  func `a text of more than 63 bits is refused`(text: String) {
    #expect(SquadID(text) == nil)
  }

  @Test func `a stored text that is no identifier is refused`() {
    #expect(throws: DecodingError.self) {
      try decoded([PlanID].self, from: #"["0000000000000"]"#)
    }
    #expect(throws: DecodingError.self) { try decoded([PlanID].self, from: "[12]") }
  }

  @Test func `texts sort as their numbers do`() {
    var generator = TestGenerator(seed: 5)
    let ids = (0..<200).map { _ in AthleteID(bits: generator.next()) }
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
  }
}
