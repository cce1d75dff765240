import Domain

extension TableRow {
  /// How a morning felt and what was measured; `nil` when the row has none of it.
  mutating func wellnessRow() -> WellnessRow? {
    let day = day(.date, until: .tomorrow, .required)
    // Which way the answers run must be known where it is said.
    let said = word(.scale, TableVocabulary.questionnaire, .known)
    let questionnaire = said ?? head.layout.questionnaire
    var answers: [WellnessItem: Int] = [:]
    for item in WellnessItem.allCases {
      answers[item] = answer(item, in: questionnaire)
    }
    var row = WellnessRow(day: day ?? Day(number: 0), questionnaire: questionnaire, answers: answers)
    row.sleepHours = number(.sleepHours, in: 0...24, unit: "h")
    row.restingHeartRate = whole(.restingHeartRate, in: 25...250, unit: "bpm")
    let logarithm = number(.lnRMSSD, in: 0...6.3, unit: "ln ms")
    let rmssd = number(.rmssd, in: 1...500, unit: "ms")
    row.lnRMSSD = logarithm ?? rmssd?.naturalLogarithm
    guard day != nil, isOfMorning else { return nil }
    let isEmpty =
      answers.isEmpty && row.sleepHours == nil && row.restingHeartRate == nil && row.lnRMSSD == nil
    return isEmpty ? nil : row
  }

  /// A reading of another kind than Elite HRV's `readiness` says nothing about the morning.
  private var isOfMorning: Bool {
    guard let place = head.places[.reading] else { return true }
    return TableName.normalised(head.file.cell(place, of: row).trimmed) == "readiness"
  }

  /// A whole number on the scale; 1 to 7 where nobody says which scale it is, readiness 0 to 10 on all of them.
  private mutating func answer(_ item: WellnessItem, in questionnaire: Questionnaire?) -> Int? {
    let column = TableColumn.answer(item)
    guard let cell = cell(column), !cell.isAbsent else { return nil }
    let text = cell.trimmedText
    guard let value = DecimalText.number(cell.trimmed, decimalComma: head.decimalComma) else {
      refuse(column, .notANumber(text), .optional)
      return nil
    }
    let scale = item == .readiness ? RatingScale.zeroToTen : questionnaire?.scale
    let range = scale?.range ?? 1...7
    let isOnScale =
      value.rounded() == value && value >= Double(range.lowerBound) && value <= Double(range.upperBound)
    if isOnScale { return Int(value) }
    let code: ImportProblem.Code =
      scale == nil
      ? .impossible(text, 1...7, "")
      : .offTheScale(text, low: range.lowerBound, high: range.upperBound)
    refuse(column, code, .optional)
    return nil
  }
}
