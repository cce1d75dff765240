extension SampleLanguage {
  static let chinese = SampleLanguage(
    order: .familyFirst, joint: "",
    women: [
      "诗涵|Shihan", "欣怡|Xinyi", "梓萱|Zixuan", "思琪|Siqi", "晓雯|Xiaowen", "佳宁|Jianing",
      "若曦|Ruoxi", "明月|Mingyue", "婉清|Wanqing", "语嫣|Yuyan", "可馨|Kexin", "雅静|Yajing",
      "书瑶|Shuyao", "芷晴|Zhiqing", "嘉怡|Jiayi", "慧敏|Huimin", "春燕|Chunyan", "丽华|Lihua",
      "秀英|Xiuying", "海棠|Haitang", "安琪|Anqi", "悦|Yue", "素娟|Sujuan", "蕾|Lei", "紫薇|Ziwei",
      "心妍|Xinyan", "云舒|Yunshu", "桂兰|Guilan",
    ],
    men: [
      "子轩|Zixuan", "文博|Wenbo", "致和|Zhihe", "宇航|Yuhang", "俊杰|Junjie", "浩宇|Haoyu",
      "天佑|Tianyou", "明哲|Mingzhe", "建国|Jianguo", "晨曦|Chenxi", "泽楷|Zekai", "思远|Siyuan",
      "博文|Bowen", "一鸣|Yiming", "家豪|Jiahao", "立新|Lixin", "承志|Chengzhi", "瑞霖|Ruilin",
      "鹏飞|Pengfei", "少华|Shaohua", "朗|Lang", "磊|Lei", "帆|Fan", "\u{2CC56}|Wei", "喆|Zhe",
      "启明|Qiming", "景行|Jingxing", "德福|Defu",
    ],
    familiesOfWomen: chineseFamilies, familiesOfMen: chineseFamilies)

  private static let chineseFamilies: [SampleNamePart] = [
    "王|Wang", "张|Zhang", "刘|Liu", "陈|Chen", "杨|Yang", "黄|Huang", "吴|Wu", "徐|Xu", "孙|Sun",
    "朱|Zhu", "马|Ma", "胡|Hu", "郭|Guo", "林|Lin", "何|He", "高|Gao", "梁|Liang", "郑|Zheng", "罗|Luo",
    "宋|Song", "谢|Xie", "唐|Tang", "韩|Han", "曹|Cao", "许|Xu", "邓|Deng", "萧|Xiao", "冯|Feng",
    "曾|Zeng", "彭|Peng", "欧阳|Ouyang", "司马|Sima",
  ]

  /// One woman and one man of each.
  static let others = european + african + asian

  private static let european = [
    SampleLanguage(
      women: ["Kateřina", "Eliška"], men: ["Ondřej", "Vojtěch"],
      familiesOfWomen: ["Malá", "Říhová"], familiesOfMen: ["Beneš", "Šimek"]),
    SampleLanguage(
      women: ["Agnieszka", "Zofia"], men: ["Łukasz", "Paweł"],
      familiesOfWomen: ["Wójcik", "Zielińska"], familiesOfMen: ["Dąbrowski", "Król"]),
    SampleLanguage(
      women: ["Zoe\u{308}", "A\u{30A}sa"], men: ["Bjørn", "Søren"],
      familiesOfWomen: ["Lindqvist", "Øvrebø"], familiesOfMen: ["Stro\u{308}m", "Kjær"]),
    SampleLanguage(
      women: ["Jördis", "Käthe"], men: ["Jonas", "Jürgen"],
      familiesOfWomen: ["Köhler", "Weiß"], familiesOfMen: ["Weber", "Schäfer"]),
    SampleLanguage(
      women: ["Sofía", "Inés"], men: ["Íñigo", "Andrés"],
      familiesOfWomen: ["Marín", "Núñez"], familiesOfMen: ["Peña", "Ibáñez"]),
    SampleLanguage(
      women: ["Conceição", "Beatriz"], men: ["João", "Tomé"],
      familiesOfWomen: ["Gonçalves", "Brandão"], familiesOfMen: ["Simões", "Magalhães"]),
    SampleLanguage(
      women: ["Chloé", "Maëlys"], men: ["Théo", "Loïc"],
      familiesOfWomen: ["Lefèvre", "Besançon"], familiesOfMen: ["Grégoire", "Noël"]),
    SampleLanguage(
      women: ["Şeyma", "Elif"], men: ["Çağlar", "İbrahim"],
      familiesOfWomen: ["Yıldız", "Öztürk"], familiesOfMen: ["Güneş", "Şahin"]),
  ]

  private static let african = [
    SampleLanguage(
      women: ["Adaeze", "Ngozi"], men: ["Chidi", "Emeka"],
      familiesOfWomen: ["Okonkwo", "Eze"], familiesOfMen: ["Nwosu", "Obi"]),
    SampleLanguage(
      women: ["Fatoumata", "Aïssatou"], men: ["Mamadou", "Ousmane"],
      familiesOfWomen: ["Traoré", "Koné"], familiesOfMen: ["Keïta", "Bâ"]),
    SampleLanguage(
      women: ["Tigist", "Selam"], men: ["Dawit", "Yonas"],
      familiesOfWomen: ["Alemu", "Worku"], familiesOfMen: ["Mulugeta", "Getachew"]),
    SampleLanguage(
      women: ["Títílayo\u{323}\u{300}", "O\u{323}lámidé"],
      men: ["Adébáyo\u{323}\u{300}", "Káyo\u{323}\u{300}dé"],
      familiesOfWomen: ["Adéye\u{323}mí", "Ògúnle\u{323}\u{301}ye\u{323}"],
      familiesOfMen: ["Akínwálé", "Olúwo\u{323}lé"]),
  ]

  private static let asian = [
    SampleLanguage(
      order: .familyFirst,
      women: ["Thị Ánh", "Ngọc Hân"], men: ["Quốc Bảo", "Đức Huy"],
      familiesOfWomen: ["Nguyễn", "Trần"], familiesOfMen: ["Phạm", "Đặng"]),
    SampleLanguage(
      women: ["กมลา|Kamala", "ศิริพร|Siriporn"], men: ["สมชาย|Somchai", "ธนากร|Thanakorn"],
      familiesOfWomen: ["ศรีสุข|Srisuk", "ทองดี|Thongdee"], familiesOfMen: ["ใจดี|Jaidee", "บุญมี|Boonmee"]),
    SampleLanguage(
      joint: "·",
      women: ["阿依古丽|Aygul", "迪丽努尔|Dilnur"], men: ["艾力|Eli", "吐尔逊|Tursun"],
      familiesOfWomen: ["买买提|Memet", "阿不都|Abdu"], familiesOfMen: ["库尔班|Kurban", "热合曼|Rahman"]),
    SampleLanguage(
      women: ["Priya", "Ananya"], men: ["Arjun", "Vikram"],
      familiesOfWomen: ["Sharma", "Verma"], familiesOfMen: ["Gupta", "Mishra"]),
    SampleLanguage(
      order: .familyFirst, joint: "",
      women: ["서연|Seoyeon", "하은|Haeun"], men: ["도윤|Doyun", "시우|Siwoo"],
      familiesOfWomen: ["박|Park", "최|Choi"], familiesOfMen: ["윤|Yoon", "임|Lim"]),
    SampleLanguage(
      women: ["Oyunchimeg", "Sarangerel"], men: ["Bat-Erdene", "Ganbold"],
      familiesOfWomen: ["Dorj", "Sükhbat"], familiesOfMen: ["Tömörbaatar", "Enkhbold"]),
  ]
}
