import Domain
import Keys
import Testing
import ViewModels

/// What a filled form makes of what was typed.
@Suite struct FormDraftTests {
  private func opened(_ key: String = "n") -> AppState {
    var state = Sample.workbench()
    press(&state, key)
    return state
  }

  @Test func `a filled form becomes a draft without the spaces round it`() {
    var state = opened()
    fill(
      [
        ("name", "  Mara Lind "), ("sex", "m"), ("born", "2005"), ("population", "y"),
        ("group", "s"), ("event", "200 m"), ("level", "e"), ("squad", "t"), ("maximum", "201"),
        ("resting", "48"), ("unit", "e"),
      ], in: &state)
    let effects = press(&state, "Enter")
    #expect(
      effects == [
        .saveAthlete(
          AthleteDraft(
            identity: Identity(name: "Mara Lind"), sex: .male, birthYear: 2005,
            population: .youth, eventGroup: .sprint, event: "200 m", level: .elite,
            squad: Sample.throwers, maximumHeartRate: 201, restingHeartRate: 48,
            loadUnit: .edwardsTRIMP))
      ])
    #expect(state.overlay == nil)
  }

  @Test func `an edit without a change says what was known`() {
    var state = opened("e")
    let athlete = Sample.athlete(1)
    let effects = press(&state, "Enter")
    #expect(
      effects == [
        .saveAthlete(
          AthleteDraft(
            id: athlete.id, identity: Sample.identities[0], sex: athlete.sex,
            birthYear: 2004, population: .university, eventGroup: .distance, event: "800 m",
            level: .trained, squad: Sample.middleDistance, maximumHeartRate: nil,
            restingHeartRate: nil, loadUnit: .sessionRPE))
      ])
  }

  @Test func `an edit keeps the birth date and the contact that the form does not show`() {
    var known = Sample.rows[0]
    known.identity?.birthDate = Day(year: 2004, month: 3, day: 2)
    known.identity?.contact = "parents: 555 0100"
    var state = Sample.workbench([known])
    let effects = press(&state, "e Enter")
    guard case .saveAthlete(let draft) = effects.first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(draft.identity == known.identity)
  }

  @Test func `a resting heart rate is below the highest`() {
    for (resting, isFine) in [("109", true), ("110", false), ("115", false)] {
      var state = opened()
      fill([("name", "Ann"), ("maximum", "110"), ("resting", resting)], in: &state)
      press(&state, "Enter")
      #expect((state.form == nil) == isFine)
      guard !isFine else { continue }
      #expect(complaints(state) == ["resting": "Below the highest heart rate"])
    }
  }

  @Test func `a name of wide spaces is no name`() {
    var state = opened()
    enter(&state, "\u{3000}\u{3000}")
    #expect(press(&state, "Enter").isEmpty)
    #expect(complaints(state) == ["name": "A name is needed to find the athlete again"])
  }

  @Test func `a squad is saved under its name, and needs one`() {
    var state = opened("S Enter")
    #expect(state.form?.title == "New squad")
    press(&state, "Enter")
    #expect(complaints(state) == ["name": "A name is needed"])
    enter(&state, " Year 3 ")
    #expect(press(&state, "Enter") == [.saveSquad(nil, name: "Year 3")])
    #expect(state.overlay == nil)
  }

  @Test func `a squad is renamed and a coach changed from their lists`() {
    var state = opened("S Down Enter")
    #expect(state.form?.title == "Rename squad")
    let name = state.form?.text("name") ?? ""
    #expect(name == Sample.squadChoices.first?.name)
    enter(&state, " II")
    #expect(
      press(&state, "Enter") == [.saveSquad(Sample.squadChoices.first?.id, name: name + " II")])
    state = opened("C End Enter")
    #expect(state.form?.title == "Edit coach")
    #expect(
      press(&state, "Enter") == [
        .saveCoach(Sample.coach.coach.id, name: Sample.coach.name, role: Sample.coach.coach.role)
      ])
    state = opened("S Up Esc")
    #expect(state.overlay == nil)
  }

  @Test func `a coach is saved with a role, and needs a name`() {
    var state = opened("C Enter")
    #expect(state.form?.title == "New coach")
    #expect(press(&state, "Enter").isEmpty)
    #expect(complaints(state) == ["name": "A name is needed"])
    enter(&state, "Chen Wei")
    press(&state, "Tab a")
    #expect(press(&state, "Enter") == [.saveCoach(nil, name: "Chen Wei", role: .assistant)])
  }

  @Test func `a squad or coach that is there is renamed under its own id`() {
    #expect(Form.squad(Sample.throwers, name: "Throwers").title == "Rename squad")
    let form = Form.coach(Coach(id: CoachID(bits: 5), role: .assistant), name: "Li")
    #expect(form.title == "Edit coach")
    #expect(form.fields.map(\.text) == ["Li", "assistant"])
    var state = Sample.workbench()
    state.overlay = .form(form)
    #expect(
      press(&state, "Enter") == [.saveCoach(CoachID(bits: 5), name: "Li", role: .assistant)])
  }

  @Test func `an import goes to the jobs with its path, and needs one`() {
    var state = opened("I")
    #expect(state.form?.title == "Import recordings of 李雨桐, or a table")
    #expect(state.form?.fields.first?.kind == .text(hint: "~/Downloads/run.fit"))
    #expect(press(&state, "Enter").isEmpty)
    #expect(complaints(state) == ["path": "Which file or folder?"])
    _ = state.update(.pasted(" /data/long run.fit "))
    #expect(press(&state, "Enter") == [.importFiles(["/data/long run.fit"], Sample.id(1))])
    #expect(state.pane == .jobs)
    #expect(state.overlay == nil)
  }

  @Test func `an import without athletes is of a table that names them`() {
    var state = Sample.workbench([])
    press(&state, "I")
    #expect(state.form?.title == "Import a table of athletes")
    #expect(state.form?.fields.first?.kind == .text(hint: "~/squad.csv"))
    _ = state.update(.pasted("~/squad.csv"))
    #expect(press(&state, "Enter") == [.importFiles(["~/squad.csv"], nil)])
    #expect(state.pane == .jobs)
  }

  @Test func `without athletes there is nobody to edit`() {
    var state = Sample.workbench([])
    #expect(press(&state, "e").isEmpty)
    #expect(state.overlay == nil)
  }

  @Test func `each unit of load has its words`() {
    #expect(LoadUnit.sessionRPE.word == "session RPE")
    #expect(LoadUnit.banisterTRIMP.word == "Banister TRIMP")
    #expect(LoadUnit.edwardsTRIMP.word == "Edwards TRIMP")
    #expect(LoadUnit.power.word == "power load")
    #expect(LoadUnit.pace.word == "pace load")
  }
}
