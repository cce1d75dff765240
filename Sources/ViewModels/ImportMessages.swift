public import Domain

// What an import could not read or keep: what, which, what now.

extension ImportProblem {
  /// ` at byte 12,345`, nothing when the place is not known.
  private var place: String { byteOffset.map { " at byte \(figure(Double($0)))" } ?? "" }

  /// `Line 14, column rpe` of a table; nothing when the whole file is meant.
  public var cell: String? {
    line.map { line in "Line \(figure(Double(line)))" + (column.map { ", \($0)" } ?? "") }
  }

  /// What a file did, which, what now.
  ///
  /// - Parameter isKept: whether anything of the file could be used.
  public func sentence(file: String, isKept: Bool = true) -> String {
    if let cell { return "\(cell): \(fault). \(remedy)" }
    return switch code {
    case .emptyFile: "\(file) is empty. Copy it from the watch again."
    case .notThisFormat, .unknownFormat:
      "\(file) is none of the files Sideline reads. It reads FIT, TCX, GPX, HRM, beats and CSV tables."
    case .endsEarly(let have, let need):
      "\(file) ends after \(size(have)) of \(size(need)). \(isKept ? "What was readable is kept; copy" : "Nothing in it could be read; copy") it from the watch again."
    case .checksumDiffers:
      "\(file) was changed on its way: its checksum differs. \(isKept ? "What was readable is kept; compare it with the watch." : "Nothing in it could be read; copy it from the watch again.")"
    case .undefinedLocalMessage:
      "\(file) stops making sense\(place). \(isKept ? "What came before is kept." : "Nothing in it could be read.")"
    case .badDefinition:
      "\(file) describes its data wrongly\(place). \(isKept ? "What came before is kept." : "Nothing in it could be read.")"
    case .trailingBytes(let count):
      "Left out: \(counted(count, "byte")) after the end of \(file)."
    case .noRecords("unknown"): "\(file) holds no recording. Nothing to store."
    case .noRecords(let type):
      "\(file) holds no recording; its kind is \(type). Nothing to store."
    case .developerFieldsSkipped(let count):
      "Left out: \(counted(count, "value")) of other makers’ own fields in \(file). Everything else is kept."
    case .compressedTimestampsSkipped(let count):
      "Left out: \(counted(count, "record")) of \(file) with compressed times."
    case .chainedPartsSkipped(let count):
      "Left out: \(counted(count, "further part")) of \(file)."
    case .timestampMissing(let records):
      "Left out: \(counted(records, "record")) of \(file) without a time."
    case .timeStepsBack(let records):
      "Time steps back or stands at \(counted(records, "record")) of \(file), kept in the file’s order."
    case .tooLarge(let bytes, let limit):
      "\(file) is \(size(bytes)), more than the \(size(limit)) Sideline reads at once. Split it first."
    case .brokenXML(let reason):
      "\(file) breaks off\(place): \(reason). \(isKept ? "What came before is kept; export" : "Nothing in it could be read; export") it again."
    case .unknownColumns(let names):
      "Left out: \(counted(names.count, "column")) of \(file) that nothing reads: \(names.joined(separator: ", "))."
    case .columnMissing(let name):
      "\(file) has no column “\(name)”. docs/tables.md lists the columns of each table."
    case .clockNeverSet(let year):
      "\(file) begins in \(year): the device’s clock was not set. Kept; correct the day of the session."
    case .dayTakenFromFile:
      "\(file) does not say when it was recorded; the file’s own date was taken. Correct the day if it is wrong."
    case .impossibleValues(let channel, let count):
      "Left out: \(counted(count, "value")) of \(channel.word.lowercased()) in \(file) that nobody can have. The rest is kept."
    case .unitLooksWrong(let like, let middle):
      "Column “\(column ?? "")” of \(file) holds numbers like \(figure(middle, decimals: middle < 10 ? 2 : 0)), which look like \(like). Name the column by its unit, or convert it, and import again."
    case .overlaps(let minutes):
      "\(file) overlaps another session by \(duration(minutes: minutes)). Both are kept; remove one if they are the same training."
    case .clockChange:
      "\(file) crosses a change of the clocks. The times are kept as the device wrote them."
    default: "\(file): \(fault). \(remedy)"
    }
  }

  /// What is wrong with one cell or row, without its place.
  private var fault: String {
    switch code {
    case .cellMissing: "is empty and needed"
    case .notANumber(let text): "“\(text)” is no number"
    case .notADate(let text): "“\(text)” is no date"
    case .notAWord(let text, let allowed):
      "“\(text)” is none of \(allowed.joined(separator: ", "))"
    case .impossible(let text, let low, let high, let unit):
      "\(text) cannot be: \(plain(low)) to \(plain(high))\(unit.isEmpty ? "" : " " + unit) can"
    case .inTheFuture(let text): "\(text) is in the future"
    case .offTheScale(let text, let low, let high):
      "\(text) is not on the scale \(low) to \(high) (another questionnaire)"
    case .scaleChanges(let from, let to):
      "answers are on the \(to.word) now, on the \(from.word) before; they stand in a series of their own"
    case .sameRowTwice(let first): "says the same as line \(figure(Double(first)))"
    case .unknownAthlete(let name): "nobody here is called “\(name)”"
    case .twoAthletesOfThatName(let name): "two athletes are called “\(name)”; write the id instead"
    case .alreadyAnAthlete(let name): "“\(name)” is on the roster already"
    case .noAthleteNamed: "does not say whose it is"
    case .overlaps(let minutes): "overlaps another session by \(duration(minutes: minutes))"
    case .clockChange: "falls into a change of the clocks: the hour came twice or not at all"
    default: name.replacingUnderscores
    }
  }

  /// What became of the row, and what to do.
  private var remedy: String {
    switch code {
    case .scaleChanges, .overlaps, .clockChange: "The row is kept."
    case .unknownAthlete: "The row is left out; add the athlete or correct the name."
    case .noAthleteNamed: "The row is left out; add a column athlete or say --athlete."
    case .alreadyAnAthlete: "The row is left out; edit the athlete, or merge two that are one."
    case .sameRowTwice: "The row is left out."
    default:
      isCellOnly ? "The cell is left out, the row kept." : "The row is left out; correct it and import again."
    }
  }

  /// `7`, `0.5`: a bound without needless decimals.
  private func plain(_ value: Double) -> String {
    // A year is no quantity: nothing here is grouped by thousands.
    value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : figure(value, decimals: 1)
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}

extension Questionnaire {
  /// As a coach says it.
  public var word: String {
    switch self {
    case .amount: "1–5 scale of how much"
    case .wellbeing: "1–5 scale where 5 is best"
    case .hooper: "Hooper scale 1–7"
    }
  }
}
