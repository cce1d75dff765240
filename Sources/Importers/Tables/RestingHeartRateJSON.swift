import Domain

/// Fitbit's resting heart rates, as in PMData: `[{"dateTime": …, "value": {"value": 53.7, …}}, …]`. A value of 0
/// means that there is none.
enum RestingHeartRateJSON {
  static func recognises(_ bytes: [UInt8]) -> Bool {
    var scanner = JSONScanner(bytes)
    let head = [
      scanner.next(), scanner.next(), scanner.next(), scanner.next(), scanner.next(), scanner.next(),
      scanner.next(),
    ]
    return head.starts(with: [.open(isObject: false), .open(isObject: true), .string("dateTime"), .colon])
      && head.suffix(2) == [.comma, .string("value")]
  }

  static func read(_ bytes: [UInt8], in context: ImportContext) -> ImportOutcome {
    var outcome = ImportOutcome()
    var scanner = JSONScanner(bytes)
    var item = Item()
    var names: [String] = []
    var isName = false
    var last: String?
    while let token = scanner.next() {
      switch token {
      case .open(let isObject):
        names.append("")
        isName = isObject
        if names.count == 2 { item = Item(line: scanner.line) }
      case .close:
        if names.count == 2 { outcome.add(item, in: context) }
        _ = names.popLast()
        isName = false
      case .colon:
        if !names.isEmpty { names[names.count - 1] = last ?? "" }
        isName = false
      case .comma: isName = true
      case .string(let text):
        last = text
        if !isName, names == ["", "dateTime"] { item.date = text }
      case .scalar(let text):
        if names == ["", "value", "value"] { item.value = text }
      }
    }
    if !names.isEmpty {
      let need = bytes.count + names.count
      outcome.problems.append(
        ImportProblem(.endsEarly(haveBytes: bytes.count, needBytes: need), at: bytes.count))
    }
    return outcome
  }

  fileprivate struct Item {
    var line = 1
    var date: String?
    var value: ArraySlice<UInt8>?
  }
}

extension ImportOutcome {
  fileprivate mutating func add(_ item: RestingHeartRateJSON.Item, in context: ImportContext) {
    records.read += 1
    func refuse(_ code: ImportProblem.Code, _ column: String) {
      problems.append(ImportProblem(code, line: item.line, column: column))
      records.refused += 1
    }
    guard let date = item.date else { return refuse(.cellMissing, "dateTime") }
    guard let day = DateText(Array(date.utf8)[...])?.day(DateOrder()) else {
      return refuse(.notADate(date), "dateTime")
    }
    if let today = context.today, day > today.advanced(by: 1) {
      return refuse(.inTheFuture(date), "dateTime")
    }
    guard let text = item.value else { return refuse(.cellMissing, "value") }
    let word = String(decoding: text, as: UTF8.self)
    guard let value = DecimalText.number(text) else { return refuse(.notANumber(word), "value") }
    guard value == 0 || (25...250).contains(value) else {
      return refuse(.impossible(word, 25...250, "bpm"), "value")
    }
    records.kept += 1
    guard value > 0 else { return }
    var row = WellnessRow(day: day)
    row.restingHeartRate = Int(value.rounded())
    entries.append(TableEntry(line: item.line, athlete: nil, content: .wellness(row)))
  }
}
