import Exporters
import Testing

@Suite struct InitialsTests {
  @Test(
    arguments: [
      ("李雨桐", "李"), ("欧阳娜娜", "欧"), ("李 雨桐", "李"), ("김민수", "김"), ("たなか はなこ", "た"), ("阿依古丽·买买提", "阿"),
      ("Amina Diallo", "A.D."), ("amina diallo", "A.D."), ("Amina", "A."), ("  Amina \t Diallo ", "A.D."),
      ("Mary Jane Watson", "M.J.W."), ("Juan Carlos Martín Ruiz Soler", "J.C.S."),
      ("Ludwig van Beethoven", "L.B."),
      ("María de la Cruz", "M.C."), ("Jean-Luc Picard", "J.P."), ("(Ann) “Bo” O’Neill", "A.B.O."),
      ("Елена Иванова", "Е.И."), ("محمد علي", "م.ع."), ("ßtefan ﬁgaro", "S.F."), ("ნინო", "ნ."),
    ])
  func `a name is its first letters`(name: String, expected: String) {
    #expect(initials(of: name) == expected)
  }

  @Test func `a letter keeps its combining marks, however it is written`() {
    #expect(initials(of: "e\u{301}milie a\u{308}o").octets == "E\u{301}.A\u{308}.".octets)
    #expect(initials(of: "émilie").octets == "É.".octets)
  }

  @Test(
    arguments: [
      ("Amina 🏃🏽‍♀️ Diallo", "A.D."), ("🏃🏽‍♀️ Amina", "A."), ("🏃🏽‍♀️🏆", "🏃🏽‍♀️"), ("Athlete 12", "A."), ("12", "1"),
      ("—", "—"),
    ])
  func `signs and digits count only where there is no letter`(name: String, expected: String) {
    #expect(initials(of: name) == expected)
  }

  @Test(arguments: ["", " ", "\n\t", "\u{202E}", "\u{0}\u{200B}"])
  func `nothing that shows gives nothing`(name: String) {
    #expect(initials(of: name) == "")
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `initials hold no control character and no space`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let label = initials(of: generator.text(upTo: 12))
    #expect(label == cleaned(label) && !label.contains(where: \.isWhitespace))
    #expect(label.count <= 6)
  }

  @Test func `shared initials are told apart by a number in the order given`() {
    #expect(
      initials(of: ["李雨桐", "Amina Diallo", "李伟", "", "Bo"]) == ["李 1", "A.D.", "李 2", "", "B."])
    #expect(initials(of: ["", ""]) == ["", ""])
  }
}
