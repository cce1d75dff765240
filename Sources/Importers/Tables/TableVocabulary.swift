import Domain

/// The words that cells may hold.
enum TableVocabulary {
  static let sex = TableWords<Sex>(others: [
    (.female, "f w woman women girl 女 女性 女子"), (.male, "m man men boy 男 男性 男子"),
  ])

  static let population = TableWords<Population>(others: [
    (.university, "student college 大学生 高校"), (.youth, "junior 青少年"),
    (.professional, "pro 职业 专业"), (.retired, "退役"), (.general, "普通 大众"),
  ])

  static let eventGroup = TableWords<EventGroup>(others: [
    (.sprint, "sprints hurdles 短跑 短跨"), (.distance, "endurance middle_distance long_distance 中长跑 耐力"),
    (.throw, "throws 投掷"), (.ball, "team ball_games 球类"), (.general, "综合"),
  ])

  static let level = TableWords<Level>(others: [
    (.novice, "beginner 初级 新手"), (.trained, "intermediate 中级"), (.elite, "advanced 高级 精英"),
  ])

  static let loadUnit = TableWords<LoadUnit>(others: [
    (.sessionRPE, "srpe rpe au"), (.banisterTRIMP, "banister"), (.edwardsTRIMP, "edwards"),
    (.power, "watts"), (.pace, "speed"),
  ])

  static let sport = TableWords<Sport>(others: [
    (.running, "run jog jogging treadmill trail_running 跑步 跑"),
    (.walking, "walk hike hiking 步行 徒步 健走"), (.cycling, "cycle bike biking ride riding spinning 骑行 自行车"),
    (.swimming, "swim 游泳"), (.rowing, "row 划船 赛艇"), (.strength, "gym weights lifting weight_training 力量 举重"),
    (.ball, "soccer football basketball volleyball handball tennis badminton hockey rugby"),
    (.ball, "球类 足球 篮球 排球 网球 羽毛球"),
    (.athletics, "track track_field track_and_field jumps throws 田径"),
    (.multisport, "triathlon duathlon 铁人三项"),
    (.other, "endurance individual team 其他"),
  ])

  static let sessionType = TableWords<SessionType>(others: [
    (.easy, "recovery regeneration 轻松 恢复"), (.long, "lsd long_run 长距离"), (.tempo, "threshold 节奏 阈值"),
    (.intervals, "interval hiit 间歇"), (.speed, "sprint sprints 速度"), (.strength, "gym weights 力量"),
    (.flexibility, "stretching mobility yoga 柔韧 拉伸"), (.technique, "technical skill skills 技术"),
    (.tactics, "tactical 战术"), (.fitness, "conditioning 体能"), (.competition, "race match game 比赛"),
    (.other, "其他"),
  ])

  static let questionnaire = TableWords<Questionnaire>(others: [
    (.wellbeing, "well_being mclean"), (.hooper, "hooper_index"),
  ])

  static let bodyPart = TableWords<Injury.BodyPart>(others: [
    (.ankle, "踝 脚踝"), (.achilles, "achilles_tendon 跟腱"), (.foot, "toe heel 足 脚"), (.calf, "leg lower_leg 小腿"),
    (.shin, "tibia 胫骨"), (.knee, "膝 膝盖"), (.hamstring, "hamstrings 腘绳肌 大腿后侧"),
    (.quadriceps, "quad thigh 股四头肌 大腿"), (.groin, "groin_hip adductor 腹股沟"), (.hip, "pelvis 髋"),
    (.back, "lower_back upper_back spine 背 腰"), (.chest, "chest_abdomen ribs abdomen trunk 胸 腹"),
    (.shoulder, "肩"), (.arm, "upper_arm forearm 手臂"), (.elbow, "肘"), (.wrist, "腕"),
    (.hand, "finger thumb 手 手指"), (.neck, "颈"), (.head, "head_neck concussion 头"),
    (.illness, "ill sick sickness cold flu 疾病 生病"),
  ])

  static let severity = TableWords<Injury.Severity>(others: [
    (.mild, "minor slight 轻 轻度"), (.moderate, "medium 中 中度"), (.severe, "major serious 重 重度"),
  ])

  static let status = TableWords<Injury.Status>(others: [
    (.active, "open ongoing injured"), (.returning, "rehab return_to_play"),
    (.resolved, "closed healed recovered"),
  ])

  static let yesNo = TableWords<Bool>([(true, "yes y true 1 x 是"), (false, "no n false 0 否")])

  static let availability = TableWords<Availability.Kind>(others: [
    (.travel, "trip camp 外出 出差"), (.limited, "work reduced partial"),
    (.exams, "exam 考试"),
    (.unavailable, "off absent away holiday 请假 不可用"),
  ])

  static let priority = TableWords<TargetEvent.Priority>(others: [(.a, "1"), (.b, "2"), (.c, "3")])

  static let testItem = TableWords<TestResult.Item>(others: TestVocabulary.words)
}
