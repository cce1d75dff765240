import Domain
import Testing

/// What each role may do, word for word.
@Suite struct RoleTests {
  private static let table: [(Coach.Role, Set<Right>)] = [
    (.head, Set(Right.allCases)), (.assistant, [.enter, .propose]), (.readOnly, []), (.analyst, []),
  ]

  @Test(arguments: table)
  func `a role has its rights`(role: Coach.Role, rights: Set<Right>) {
    let actor = Actor.coach(CoachID(bits: 1), role: role)
    #expect(role.rights == rights)
    #expect(Set(Right.allCases.filter(actor.may)) == rights)
    #expect(role.seesNames == (role != .analyst))
  }

  @Test func `the program never decides`() {
    #expect(Right.allCases.filter { !Actor.program.may($0) } == [.decide])
  }

  @Test func `the lesser of two roles allows nothing that either does not`() {
    for one in Coach.Role.allCases {
      for other in Coach.Role.allCases {
        let lesser = one.lesser(other)
        #expect(lesser == other.lesser(one))
        #expect(lesser.rights == one.rights.intersection(other.rights))
        #expect(lesser.seesNames == (one.seesNames && other.seesNames))
      }
    }
  }
}
