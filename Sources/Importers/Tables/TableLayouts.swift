import Domain

/// The tables of `docs/tables.md`, in the order in which a head that fits two goes to the first.
extension TableLayout {
  static let own = [
    testList, sessions, availability, injuries, targetEvents, testGrid, people, wellness, comments,
  ]
  static let foreign = [pmsysWellness, pmsysInjuries, hrv4Training, eliteHRV]

  private static let athlete = "athlete athlete_name player player_name member 运动员 姓名 名字"
  private static let anyName = athlete + " name full_name"
  private static let date = "date day datum 日期"

  static let people = TableLayout(
    .people,
    [
      (.athlete, anyName), (.latinName, "latin_name latin name_latin pinyin 拼音"),
      (.birthDate, "birth_date date_of_birth dob birthday 出生日期 生日"),
      (.birthYear, "birth_year year_of_birth born 出生年份 出生年"), (.sex, "sex gender 性别"),
      (.squad, "squad team 队伍 队 班级"), (.population, "population 人群"),
      (.eventGroup, "event_group 项群"), (.event, "event discipline main_event 项目 专项"),
      (.level, "level 水平 等级"),
      (.maximumHeartRate, "max_hr maximum_hr hr_max max_heart_rate maximum_heart_rate 最大心率"),
      (.restingHeartRate, restingHeartRate),
      (.thresholdPower, "threshold_power threshold_power_w ftp ftp_w 阈值功率"),
      (.thresholdPace, "threshold_pace threshold_pace_min_km threshold_pace_per_km 阈值配速"),
      (.thresholdSpeed, "threshold_speed threshold_speed_m_s 阈值速度"),
      (.loadUnit, "load_unit 负荷单位"), (.contact, "contact phone telephone email 联系方式 电话"),
    ],
    required: [[.athlete], [.sex]])

  static let sessions = TableLayout(
    .sessions,
    [
      (.athlete, anyName), (.date, date + " session_date"), (.time, "time time_of_day 时间"),
      (.start, "start start_time start_date_time started started_at 开始时间 开始"),
      (.end, "end end_time end_date_time ended ended_at 结束时间 结束"),
      (.sport, "sport activity activity_type activity_names 运动 项目"),
      (.sessionType, "type session_type training_type 类型 训练类型"),
      (.minutes, "minutes min mins duration duration_min duration_minutes 时长 分钟 训练时长"),
      (.rpe, "rpe session_rpe perceived_exertion rating_of_perceived_exertion cr10 自觉强度 主观强度"),
      (.kilometers, "distance_km km kilometers kilometres 距离km 公里 千米"),
      (.meters, "distance_m meters metres 距离m 米"),
    ],
    required: [[.date, .start, .end], [.minutes]])

  static let wellness = TableLayout(
    .wellness,
    [
      (.athlete, anyName), (.date, date + " timestamp"),
      (.scale, "scale questionnaire 量表"), (.answer(.fatigue), "fatigue tiredness 疲劳"),
      (.answer(.soreness), "soreness muscle_soreness 酸痛 肌肉酸痛"), (.answer(.stress), "stress 压力"),
      (.answer(.mood), "mood 情绪 心情"), (.answer(.sleepQuality), "sleep_quality 睡眠质量"),
      (.answer(.readiness), "readiness 准备度"), (.answer(.technique), "technique 技术感觉"),
      (.sleepHours, "sleep_hours sleep_h sleep_duration_h hours_of_sleep 睡眠时长 睡眠小时"),
      (.restingHeartRate, restingHeartRate), (.lnRMSSD, "ln_rmssd"), (.rmssd, "rmssd rmssd_ms"),
    ],
    required: [
      [.date],
      WellnessItem.allCases.map { .answer($0) } + [.sleepHours, .restingHeartRate, .lnRMSSD, .rmssd],
    ])

  static let testList = TableLayout(
    .testList,
    [
      (.athlete, anyName), (.date, date + " test_date 测试日期"),
      (.testItem, "test test_item item 测试 测试项目 项目"), (.value, "value result 成绩 结果"),
      (.typicalError, "typical_error te 典型误差"),
    ],
    required: [[.date], [.testItem], [.value]])

  static let testGrid = TableLayout(
    .testGrid, [(.athlete, anyName), (.date, date + " test_date 测试日期")], others: TestVocabulary.heads,
    required: [[.date], Array(Set(TestVocabulary.heads.values))])

  static let injuries = TableLayout(
    .injuries,
    [
      (.athlete, anyName), (.bodyPart, "body_part part injured_part 部位 受伤部位"),
      (.onset, date + " onset start injury_date from 受伤日期 开始日期"),
      (.lastDay, "last_day end until through 结束日期"), (.severity, "severity 严重程度"),
      (.status, "status 状态"), (.hold, "hold 限制"),
    ],
    required: [[.bodyPart], [.onset]])

  static let availability = TableLayout(
    .availability,
    [
      (.athlete, anyName), (.from, date + " from start 开始日期"),
      (.through, "through to until end last_day 结束日期"),
      (.kind, "kind availability 类型"), (.utcOffset, "utc_offset offset 时差"),
    ],
    required: [[.from], [.kind]])

  static let targetEvents = TableLayout(
    .targetEvents,
    [
      (.athlete, athlete), (.date, date), (.priority, "priority 级别 优先级"),
      (.eventName, "name event target_event competition race 名称 比赛"),
    ],
    required: [[.date], [.priority], [.eventName]])

  static let comments = TableLayout(
    .comments,
    [(.athlete, anyName), (.date, date), (.comment, "comment comments note notes remark 备注 评语")],
    required: [[.date], [.comment]])

  private static let restingHeartRate =
    "resting_hr resting_heart_rate rest_hr hr_rest rhr 静息心率 晨脉"
}

/// Tables of other programs.
extension TableLayout {
  /// PMSys's mornings, as in PMData (Thambawita et al. 2020): 1 to 5, where 5 is best in every item.
  static let pmsysWellness: TableLayout = {
    var names = wellness.names
    names["effectivetimeframe"] = .date
    var layout = TableLayout(
      .wellness, [], others: names, required: [[.date]], marks: "effective_time_frame sleep_duration_h")
    layout.questionnaire = .wellbeing
    return layout
  }()

  /// PMSys's injuries: a report a row, each part with how bad it is.
  static let pmsysInjuries = TableLayout(
    .injuryReports, [(.date, "effective_time_frame"), (.injuryReport, "injuries")],
    required: [[.date], [.injuryReport]], marks: "effective_time_frame injuries")

  /// HRV4Training's measurements; its questions have scales of their own and are left out.
  static let hrv4Training: TableLayout = {
    var layout = TableLayout(
      .wellness,
      [(.date, "date timestamp_measurement"), (.restingHeartRate, "hr"), (.rmssd, "rmssd")],
      required: [[.date]], marks: "rmssd hrv4t_recovery_points")
    layout.zeroIsAbsent = true
    return layout
  }()

  /// Elite HRV's readings; only those of the kind `readiness` are of a morning.
  static let eliteHRV: TableLayout = {
    var layout = TableLayout(
      .wellness,
      [
        (.athlete, "member"), (.date, "date"), (.reading, "type"), (.restingHeartRate, "hr"),
        (.lnRMSSD, "ln_rmssd"), (.rmssd, "rmssd"),
      ],
      required: [[.date]], marks: "member ln_rmssd hr")
    layout.zeroIsAbsent = true
    return layout
  }()
}
