import Domain

/// The words for test items, and the heads of their columns with units.
enum TestVocabulary {
  static let words: [(TestResult.Item, String)] = [
    (.countermovementJump, "cmj vertical_jump jump_height 纵跳 反向纵跳"),
    (.standingLongJump, "slj broad_jump standing_broad_jump long_jump_standing 立定跳远"),
    (.sprint30m, "30m sprint30 30m_sprint 30m_dash 30米 30米跑"),
    (.sprint50m, "50m sprint50 50m_sprint 50m_dash 50米 50米跑"),
    (.sitAndReach, "sit_reach sit_and_bend_forward 坐位体前屈"),
    (.run800m, "800m 800m_run 800米 800米跑"), (.run1000m, "1000m 1000m_run 1km 1000米 1000米跑"),
    (.run1500m, "1500m 1500m_run 1500米 1500米跑"), (.run3000m, "3000m 3000m_run 3km 3000米 3000米跑"),
    (.run5000m, "5000m 5000m_run 5km 5000米 5000米跑"), (.yoyo, "yo-yo yoyo_ir1 yoyo_test"),
    (.vo2max, "vo2_max vo₂max 最大摄氧量"), (.thresholdPower, "ftp 阈值功率"), (.backSquat, "squat back_squat_1rm 深蹲"),
    (.gripStrength, "grip grip_force handgrip 握力"), (.pullUps, "pullup chin_ups 引体向上"),
    (.sitUps, "situp sit_ups_1min 仰卧起坐"), (.vitalCapacity, "fvc lung_capacity 肺活量"),
    (.bodyMass, "weight body_weight mass 体重"),
  ]

  /// Every head of a column of results: an item's word alone, or with a unit behind it.
  static let heads: [String: TableColumn] = {
    var heads: [String: TableColumn] = [:]
    for (item, line) in words {
      let names = [TableName.snakeCase(item.rawValue)] + line.split(separator: " ").map { String($0) }
      for name in names.map({ TableName.normalised($0.utf8) }) {
        for (suffix, unit) in units(of: item) { heads[name + suffix] = .result(item, unit) }
      }
    }
    return heads
  }()

  /// What may stand behind an item's word, and what a number below it means in the item's unit.
  private static func units(of item: TestResult.Item) -> [(String, TestUnit)] {
    let plain: String
    var others: [(String, TestUnit)] = []
    switch item.unit {
    case "cm":
      plain = "cm 厘米"
      others = [("m", .times(100)), ("mm", .times(0.1)), ("米", .times(100))]
    case "s":
      plain = "s sec seconds 秒"
      others = [("min", .minutes), ("minutes", .minutes)]
    case "m": plain = "m 米"
    case "ml/kg/min": plain = "mlkgmin mlminkg"
    case "W": plain = "w watts"
    case "kg": plain = "kg 公斤 千克"
    case "times": plain = "times reps 个 次"
    case "ml":
      plain = "ml 毫升"
      others = [("l", .times(1000)), ("升", .times(1000))]
    default: plain = ""
    }
    let names = [""] + plain.split(separator: " ").map { String($0) }
    return names.map { ($0, .times(1)) } + others
  }
}
