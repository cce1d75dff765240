import Domain

extension TableRow {
  /// One result of a table that names the test in each row.
  mutating func testResult() -> TableEntry.Content? {
    let day = day(.date, until: .tomorrow, .required)
    let item = word(.testItem, TableVocabulary.testItem, .required)
    guard let item else { return nil }
    let value = result(.value, of: item, .times(1), .required)
    let most = item.plausible.upperBound - item.plausible.lowerBound
    let error = number(.typicalError, in: 0...most, unit: item.unit)
    guard let day, let value else { return nil }
    return .test(day, item, value: value, typicalError: error)
  }

  /// The results of a row with a column for each test.
  mutating func testResults() -> [TableEntry.Content] {
    let day = day(.date, until: .tomorrow, .required)
    var results: [TableEntry.Content] = []
    for (column, item, unit) in head.resultColumns {
      guard let value = result(column, of: item, unit, .optional), let day else { continue }
      results.append(.test(day, item, value: value, typicalError: nil))
    }
    return results
  }

  /// A value in the item's unit that a person can reach; times may be written `3:25.4`.
  private mutating func result(
    _ column: TableColumn, of item: TestResult.Item, _ unit: TestUnit, _ need: Need
  ) -> Double? {
    guard let cell = cell(column, need) else { return nil }
    guard !cell.isAbsent else {
      if need == .required { refuse(column, .cellMissing, need) }
      return nil
    }
    guard let value = value(of: cell, isTime: item.unit == "s", unit) else {
      refuse(column, .notANumber(cell.trimmedText), need)
      return nil
    }
    guard item.plausible.contains(value) else {
      refuse(column, .impossible(cell.trimmedText, item.plausible, item.unit), need)
      return nil
    }
    return value
  }

  private func value(of cell: CSVCell, isTime: Bool, _ unit: TestUnit) -> Double? {
    let text = cell.trimmed
    let number = DecimalText.number(text, decimalComma: head.decimalComma)
    guard let number else {
      return isTime ? DecimalText.seconds(text, decimalComma: head.decimalComma) : nil
    }
    switch unit {
    case .times(let factor): return number * factor
    case .minutes: return number * 60
    }
  }
}

extension TableHead {
  /// The columns of results, from left to right.
  fileprivate var resultColumns: [(TableColumn, TestResult.Item, TestUnit)] {
    places.sorted { $0.value < $1.value }.compactMap { column, _ in
      if case .result(let item, let unit) = column { (column, item, unit) } else { nil }
    }
  }
}
