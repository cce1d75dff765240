import Domain
import Keys
import Testing
import ViewModels

@Suite struct RosterTests {
  private func crowd(_ numbers: ClosedRange<Int>) -> [RosterRow] { numbers.map { Sample.row($0) } }
  private func select(_ number: Int, in state: inout AppState) {
    state.roster.selection = Sample.id(number)
  }

  @Test func `starting asks for the roster`() {
    var state = AppState(clock: Sample.clock)
    #expect(state.update(.started) == [.loadRoster])
    #expect(!state.roster.isLoaded)
  }

  @Test func `the first page selects the first athlete and reads about them`() {
    var state = AppState(clock: Sample.clock)
    let counts: [AthleteSummary.Section: Int] = [.waitsOnYou: 1, .routine: 1, .nothingWaits: 2]
    let effects = state.update(
      .roster(
        .loaded(rows: Sample.rows, total: 9, counts: counts, hasMore: true, isFirstPage: true)))
    #expect(effects == [.loadDetail(Sample.id(1)), .loadMoreRoster])
    #expect(state.roster.isLoaded)
    #expect(state.roster.total == 9)
    #expect(state.roster.sectionCounts == counts)
    #expect(state.roster.selectedRow == Sample.rows[0])
  }

  @Test func `an empty roster selects nobody and its keys do no harm`() {
    var state = Sample.workbench([])
    #expect(state.roster.selection == nil)
    #expect(state.roster.selectedRow == nil)
    #expect(press(&state, "j k G g Space PgDn Enter").isEmpty)
    #expect(state.pane == .roster)
    #expect(state.roster.marked.isEmpty)
  }

  @Test func `the selection stays with its athlete when the rows come in another order`() {
    var state = Sample.workbench()
    press(&state, "j j")
    let effects = state.update(.roster(Sample.loaded(Sample.rows.reversed())))
    #expect(effects == [.loadDetail(Sample.id(3))])
    #expect(state.roster.selection == Sample.id(3))
    #expect(state.roster.selectedIndex(in: state.roster.shown) == 1)
  }

  @Test func `the selection goes to the first athlete when its own left the roster`() {
    var state = Sample.workbench()
    press(&state, "j j")
    _ = state.update(.roster(Sample.loaded([Sample.rows[1], Sample.rows[3]])))
    #expect(state.roster.selection == Sample.id(2))
  }

  @Test func `the selection stays with its athlete when the first page is read again`() {
    var state = Sample.workbench(crowd(1...300))
    select(250, in: &state)
    state.pane = .plan
    _ = state.update(.roster(Sample.loaded(crowd(1...48), hasMore: true)))
    #expect(state.roster.selection == Sample.id(250))
    _ = state.update(.roster(Sample.loaded(crowd(49...300), first: false)))
    #expect(state.roster.selection == Sample.id(250))
    #expect(state.roster.selectedRow?.name == "Runner 250")
  }

  @Test func `an athlete on none of the pages loses the selection with the last of them`() {
    var state = Sample.workbench(crowd(1...9))
    select(9, in: &state)
    _ = state.update(.roster(Sample.loaded(crowd(1...4), hasMore: true)))
    #expect(state.roster.selection == Sample.id(9))
    let effects = state.update(.roster(Sample.loaded(crowd(5...8), first: false)))
    #expect(effects == [.loadDetail(Sample.id(1))])
    #expect(state.roster.selection == Sample.id(1))
  }

  @Test func `an athlete who left is not selected though the filter shows nobody`() {
    var state = Sample.workbench()
    press(&state, "G / z z Enter")
    _ = state.update(.roster(Sample.loaded(Array(Sample.rows.prefix(3)))))
    #expect(state.roster.rows.contains { $0.athlete.id == state.roster.selection })
  }

  @Test func `changed rows are put in the order of need around the selection`() {
    var state = Sample.workbench()
    press(&state, "j j j")
    let urgent = Sample.row(4, reasons: [.noData(days: 6)], score: 30)
    let effects = state.update(.roster(.rowsChanged([urgent])))
    #expect(effects.isEmpty)
    #expect(state.roster.rows.map(\.athlete.id) == [4, 1, 2, 3].map(Sample.id))
    #expect(state.roster.selection == Sample.id(4))
    #expect(
      state.roster.sectionCounts == [.waitsOnYou: 2, .routine: 1, .nothingWaits: 1])
  }

  @Test func `rows of one section and score stay in the order of their athletes`() {
    var state = Sample.workbench([7, 5, 6].map { Sample.row($0) })
    _ = state.update(.roster(.rowsChanged([Sample.row(6)])))
    #expect(state.roster.rows.map(\.athlete.id) == [5, 6, 7].map(Sample.id))
  }

  @Test func `a changed row nobody has loaded is left out, and a page's counts are kept`() {
    var state = Sample.workbench(hasMore: true)
    state.roster.sectionCounts = [.routine: 400]
    _ = state.update(.roster(.rowsChanged([Sample.row(99)])))
    #expect(state.roster.rows == Sample.rows)
    #expect(state.roster.sectionCounts == [.routine: 400])
  }

  @Test func `a later page goes behind the rows that are there`() {
    var state = Sample.workbench(crowd(1...4), hasMore: true)
    press(&state, "j")
    _ = state.update(.roster(Sample.loaded(crowd(5...8), first: false)))
    #expect(state.roster.rows.count == 8)
    #expect(!state.roster.hasMore)
    #expect(state.roster.selection == Sample.id(2))
  }

  @Test func `nearing the end asks for more, far from it does not`() {
    var state = Sample.workbench(crowd(1...150), hasMore: true)
    select(50, in: &state)
    #expect(press(&state, "j") == [.loadDetail(Sample.id(51))])
    #expect(press(&state, "j") == [.loadDetail(Sample.id(52)), .loadMoreRoster])
    #expect(press(&state, "G") == [.loadDetail(Sample.id(150)), .loadMoreRoster])
  }

  @Test func `nearing the end of everything asks for nothing`() {
    var state = Sample.workbench(crowd(1...150))
    #expect(press(&state, "G") == [.loadDetail(Sample.id(150))])
  }

  @Test func `a page is twelve rows and stops at both ends`() {
    var state = Sample.workbench(crowd(1...20))
    press(&state, "PgDn")
    #expect(state.roster.selection == Sample.id(13))
    press(&state, "PgDn")
    #expect(state.roster.selection == Sample.id(20))
    press(&state, "PgUp")
    #expect(state.roster.selection == Sample.id(8))
    press(&state, "PgUp")
    #expect(state.roster.selection == Sample.id(1))
  }

  @Test func `the order goes from need to name in Latin letters and back`() {
    var state = Sample.workbench()
    press(&state, "j o")
    #expect(state.roster.shown.map(\.name) == ["Amina Diallo", "Jonas Weber", "李雨桐", "王小明"])
    #expect(state.roster.selection == Sample.id(2))
    press(&state, "o")
    #expect(state.roster.shown == Sample.rows)
    #expect(state.roster.order == .needsMe)
  }

  @Test func `the order by name needs the whole roster, the order of need does not`() {
    var state = Sample.workbench(hasMore: true)
    #expect(press(&state, "o") == [.loadWholeRoster])
    #expect(press(&state, "o").isEmpty)
  }

  @Test func `two of one name keep one order`() {
    var rows = [Sample.row(6), Sample.row(5)]
    for index in rows.indices { rows[index].identity = Identity(name: "Kim") }
    var state = Sample.workbench(rows)
    press(&state, "o")
    #expect(state.roster.shown.map(\.athlete.id) == [5, 6].map(Sample.id))
  }

  @Test func `a mark goes on and off again, and the next row is selected`() {
    var state = Sample.workbench()
    press(&state, "Space Space")
    #expect(state.roster.marked == [Sample.id(1), Sample.id(2)])
    #expect(state.roster.selection == Sample.id(3))
    press(&state, "k Space")
    #expect(state.roster.marked == [Sample.id(1)])
  }

  @Test func `the last row can be marked and stays selected`() {
    var state = Sample.workbench()
    press(&state, "G Space")
    #expect(state.roster.marked == [Sample.id(4)])
    #expect(state.roster.selection == Sample.id(4))
  }

  @Test func `only proposed plans without a judgement are routine`() {
    #expect(Sample.workbench().roster.routineRows.map(\.athlete.id) == [Sample.id(2)])
    let asking = Sample.row(5, Sample.proposed(5), reasons: [.noWellness(days: 3)])
    let quiet = Sample.row(6, Sample.proposed(6), reasons: [.neverRecorded])
    #expect(Sample.workbench([asking, quiet]).roster.routineRows.map(\.athlete.id) == [Sample.id(6)])
  }

  @Test func `an erased identity shows the first letters of its pseudonym`() {
    var row = Sample.row(1)
    row.identity = nil
    #expect(row.name == "Athlete 00000")
    #expect(shownName(nil, AthleteID(bits: .max)) == "Athlete 7zzzz")
    #expect(shownName(Identity(name: "Amina Diallo"), Sample.id(2)) == "Amina Diallo")
  }
}
