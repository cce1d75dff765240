/// In which order a file writes day and month, as far as its dates decide it.
struct DateOrder: Hashable {
  /// `11/20/2026`; day first when nothing decides.
  var isMonthFirst = false
  /// `2026-20-11`, as some telephones write.
  var isYearDayMonth = false

  struct Evidence {
    var dayFirst = false, monthFirst = false
    var yearMonthDay = false, yearDayMonth = false
  }

  init() {}

  /// A number above 12 is no month: one such date decides for the file.
  init(of dates: some Sequence<CSVCell>) {
    var evidence = Evidence()
    for cell in dates { DateText(cell.trimmed)?.count(in: &evidence) }
    isMonthFirst = evidence.monthFirst && !evidence.dayFirst
    isYearDayMonth = evidence.yearDayMonth && !evidence.yearMonthDay
  }
}
