import Domain
import Engine
import Foundation
import Support
import Testing

/// The National Student Physical Health Standard (2014): the table against its source, scores against worked cases.
@Suite struct FitnessStandardTests {
  private static let folder = SharedFiles.data.appendingPathComponent("nsphs2014")
  private static let isHere = FileManager.default.fileExists(atPath: folder.path)
  private let standard = FitnessStandard.china2014

  private func sex(_ letter: String) -> Sex { letter == "F" ? .female : .male }

  // MARK: Against the source

  /// Lines of a table of the source, by the names of its columns.
  private func rows(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test(.enabled(if: isHere, "the Standard's tables are not here"))
  func `every threshold earns its points, and a hair less does not`() throws {
    let rows = try rows("scores.csv")
    #expect(rows.count == 3077)
    for row in rows {
      let item = try #require(StandardItem(rawValue: row["item"]!))
      let grade = try #require(GradeGroup(rawValue: row["grade"]!))
      let (points, threshold) = (Int(row["score"]!)!, Double(row["threshold"]!)!)
      let worse = item.lowerIsBetter ? 1e-6 : -1e-6
      let found = [threshold, threshold + worse].map {
        standard.score([item: $0], sex: sex(row["sex"]!), grade: grade).itemScores[item]!
      }
      #expect(found[0] == points && found[1] < points, "\(row)")
    }
  }

  @Test(.enabled(if: isHere, "the Standard's tables are not here"))
  func `body mass index has the bounds of the source`() throws {
    let rows = try rows("bmi.csv")
    #expect(rows.count == 112)
    for row in rows {
      let grade = try #require(GradeGroup(rawValue: row["grade"]!))
      for bound in [row["min_inclusive"]!, row["max_inclusive"]!].compactMap(Double.init) {
        let found = standard.score([.bodyMassIndex: bound], sex: sex(row["sex"]!), grade: grade)
        #expect(found.itemScores[.bodyMassIndex] == Int(row["score"]!), "\(row)")
      }
    }
  }

  @Test(.enabled(if: isHere, "the Standard's tables are not here"))
  func `each grade has its items with weights of the source`() throws {
    let rows = try rows("weights.csv")
    for sex in Sex.allCases {
      for grade in GradeGroup.allCases {
        let own = rows.filter { self.sex($0["sex"]!) == sex && $0["grade"] == grade.rawValue }
        #expect(standard.items(sex, grade).map(\.rawValue) == own.map { $0["item"]! })
        // Full points in one item and none in the others are its weight.
        for row in own {
          let item = StandardItem(rawValue: row["item"]!)!
          var results: [StandardItem: Double] = [:]
          for other in standard.items(sex, grade) {
            results[other] = other.lowerIsBetter ? 1e6 : -1e6
          }
          let least = try #require(standard.score(results, sex: sex, grade: grade).standardScore)
          results[item] = item == .bodyMassIndex ? 16.5 : item.lowerIsBetter ? 0 : 1e6
          let most = try #require(standard.score(results, sex: sex, grade: grade).standardScore)
          let points = standard.score(results, sex: sex, grade: grade).itemScores[item]!
          let none = item == .bodyMassIndex ? 80 : 0
          #expect(abs(most - least - Double((points - none) * Int(row["weight_percent"]!)!) / 100) < 1e-9)
        }
      }
    }
  }

  /// A case of the source.
  private struct Case: Decodable {
    struct Expected: Decodable {
      var itemScores: [String: Int]
      var standardScore: Double
      var bonus: [String: Int]
      var bonusTotal: Int
      var total: Double
      var level: String

      enum CodingKeys: String, CodingKey {
        case itemScores = "item_scores"
        case standardScore = "standard_score"
        case bonusTotal = "bonus_total"
        case bonus, total, level
      }
    }
    var sex: String
    var grade: String
    var results: [StandardItem: Double]
    var expected: Expected

    private struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      sex = try values.decode(String.self, forKey: Key(stringValue: "sex"))
      grade = try values.decode(String.self, forKey: Key(stringValue: "grade"))
      expected = try values.decode(Expected.self, forKey: Key(stringValue: "expected"))
      results = [:]
      for item in StandardItem.allCases {
        results[item] = try values.decodeIfPresent(Double.self, forKey: Key(stringValue: item.rawValue))
      }
    }
  }

  @Test(.enabled(if: isHere, "the Standard's cases are not here"))
  func `every worked case is exact`() throws {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent("score-cases.json"))
    let cases = try JSONDecoder().decode([Case].self, from: data)
    #expect(cases.count == 60)
    for one in cases {
      let grade = try #require(GradeGroup(rawValue: one.grade))
      let found = standard.score(one.results, sex: sex(one.sex), grade: grade)
      let points = Dictionary(uniqueKeysWithValues: found.itemScores.map { ($0.key.rawValue, $0.value) })
      let bonus = Dictionary(uniqueKeysWithValues: found.bonus.map { ($0.key.rawValue, $0.value) })
      #expect(points == one.expected.itemScores)
      #expect(found.standardScore == one.expected.standardScore)
      #expect(bonus == one.expected.bonus && found.bonusTotal == one.expected.bonusTotal)
      #expect(found.total == one.expected.total)
      #expect(found.level?.rawValue == one.expected.level)
    }
  }

  // MARK: Without the source

  @Test func `a university man worked by hand`() {
    // 15 % of 100, 15 % of 80, 20 % of 60, 10 % of 100, 10 % of 50, 10 % of 0, 20 % of 100, and 1000 m 4 s beyond 100 points.
    let results: [StandardItem: Double] = [
      .bodyMassIndex: 20, .vitalCapacity: 4300, .run50m: 9.1, .sitAndReach: 24.9, .standingLongJump: 203,
      .pullUps: 4, .run1000m: 193,
    ]
    let found = standard.score(results, sex: .male, grade: .university12)
    #expect(
      found.itemScores == [
        .bodyMassIndex: 100, .vitalCapacity: 80, .run50m: 60, .sitAndReach: 100, .standingLongJump: 50,
        .pullUps: 0, .run1000m: 100,
      ])
    #expect(found.standardScore == 74)
    #expect(found.bonus == [.run1000m: 1])
    #expect(found.total == 75 && found.level == .pass)
  }

  @Test func `an item that is missing leaves the others scored and gives no total`() {
    let found = standard.score([.vitalCapacity: 5040], sex: .male, grade: .university12)
    #expect(found.itemScores == [.vitalCapacity: 100])
    #expect(
      found.missing == [.bodyMassIndex, .run50m, .sitAndReach, .standingLongJump, .pullUps, .run1000m])
    #expect(found.total == nil && found.level == nil && found.standardScore == nil)
  }

  @Test func `levels begin at a tenth of a point, half up`() {
    typealias Level = StandardScore.Level
    #expect(Level.allCases.map(\.rawValue) == ["优秀", "良好", "及格", "不及格"])
    // 15 % of 100, 15 % of 85, 20 % of 60, 10 % of 62, 10 % of 20, nothing, 20 % of 60: 59.95 counts as 60.0.
    var results: [StandardItem: Double] = [
      .bodyMassIndex: 20, .vitalCapacity: 4550, .run50m: 9.1, .sitAndReach: 5.1, .standingLongJump: 188,
      .pullUps: 4, .run1000m: 272,
    ]
    let found = standard.score(results, sex: .male, grade: .university12)
    #expect(found.total == 59.95 && found.level == .pass)
    results[.sitAndReach] = 3.7
    let less = standard.score(results, sex: .male, grade: .university12)
    #expect(less.total == 59.75 && less.level == .fail)
  }

  @Test func `a better result never earns less`() {
    for sex in Sex.allCases {
      for grade in GradeGroup.allCases {
        for item in standard.items(sex, grade) where item != .bodyMassIndex {
          var last = -1
          for step in 0...3000 {
            let value = item == .vitalCapacity ? Double(step) * 3 : Double(step) / 5 - 30
            let found = standard.score(
              [item: item.lowerIsBetter ? 600 - value : value], sex: sex, grade: grade)
            let points = found.itemScores[item]! + (found.bonus[item] ?? 0)
            #expect(points >= last, "\(sex) \(grade) \(item) at \(value)")
            last = points
          }
        }
      }
    }
  }
}
