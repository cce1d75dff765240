public import Domain

/// The tables of the National Student Physical Health Standard (2014): what a result is worth at a grade.
///
/// `national-standard-2014.csv` beside this file holds them.
public struct FitnessStandard: Sendable {
  public static let china2014 = FitnessStandard(
    String(decoding: PackageResources.national_standard_2014_csv, as: UTF8.self))

  /// The items of one sex in one grade.
  private struct Group: Hashable {
    var sex: Sex
    var grade: GradeGroup
  }

  private struct Row: Sendable {
    var item: StandardItem
    /// Percent of the standard score.
    var weight: Int
    /// The result that earns each of `points`, best first; `nil` where the Standard prints none.
    var thresholds: [Double?]
    /// How far beyond the 100 points earns 1, 2, 3 … points of bonus.
    var bonus: [Double] = []
  }

  /// The points that a result can earn, best first.
  private var points: [Int] = []
  private var rows: [Group: [Row]] = [:]

  /// The items of a grade, in the order of its table.
  public func items(_ sex: Sex, _ grade: GradeGroup) -> [StandardItem] {
    rows[Group(sex: sex, grade: grade)]?.map(\.item) ?? []
  }

  /// Scores results; those of items that the grade does not ask for are left alone.
  ///
  /// - Parameter results: in the items' units, finite.
  public func score(_ results: [StandardItem: Double], sex: Sex, grade: GradeGroup) -> StandardScore {
    var score = StandardScore()
    var weighted = 0
    for row in rows[Group(sex: sex, grade: grade)] ?? [] {
      guard let result = results[row.item] else {
        score.missing.append(row.item)
        continue
      }
      let own = row.item == .bodyMassIndex ? bodyMassIndexPoints(result, row) : earned(result, row)
      score.itemScores[row.item] = own
      weighted += own * row.weight
      let extra = bonus(result, row)
      if extra > 0 { score.bonus[row.item] = extra }
    }
    score.weighted = score.missing.isEmpty ? weighted : nil
    return score
  }

  private func earned(_ result: Double, _ row: Row) -> Int {
    for (points, threshold) in zip(points, row.thresholds) {
      guard let threshold else { continue }
      if row.item.lowerIsBetter ? result <= threshold : result >= threshold { return points }
    }
    return 0
  }

  /// The index is rounded to one decimal, half up, as the table has it.
  private func bodyMassIndexPoints(_ index: Double, _ row: Row) -> Int {
    let rounded = (index * 10 + 0.5).rounded(.down) / 10
    let place = row.thresholds.firstIndex { rounded <= $0 ?? .infinity } ?? row.thresholds.count
    return [80, 100, 80, 60][place]
  }

  private func bonus(_ result: Double, _ row: Row) -> Int {
    guard let full = row.thresholds[0] else { return 0 }
    let beyond = result - full
    return row.bonus.count { row.item.lowerIsBetter ? beyond <= $0 : beyond >= $0 }
  }
}

// MARK: The table

extension FitnessStandard {
  /// - Parameter text: the project's own file; a line that says something else is a mistake of ours.
  private init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      switch cells[0] {
      case "points": points = cells.dropFirst().map { Int($0)! }
      case "bonus": readBonus(cells)
      default: readItem(cells)
      }
    }
  }

  private mutating func readItem(_ cells: [String]) {
    let group = Group(sex: sex(cells[1]), grade: GradeGroup(rawValue: cells[2])!)
    rows[group, default: []].append(
      Row(
        item: StandardItem(rawValue: cells[3])!, weight: Int(cells[4])!,
        thresholds: cells[5...].map { $0.isEmpty ? nil : Double($0)! }))
  }

  private mutating func readBonus(_ cells: [String]) {
    let grades = GradeGroup.allCases
    let first = grades.firstIndex(of: GradeGroup(rawValue: cells[2])!)!
    let last = grades.firstIndex(of: GradeGroup(rawValue: cells[3])!)!
    for grade in grades[first...last] {
      let group = Group(sex: sex(cells[1]), grade: grade)
      guard let place = rows[group]?.firstIndex(where: { $0.item.rawValue == cells[4] }) else { continue }
      rows[group]?[place].bonus = cells[5...].map { Double($0)! }
    }
  }

  private func sex(_ letter: String) -> Sex { letter == "F" ? .female : .male }
}
