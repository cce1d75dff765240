package import Domain

/// Somebody whose last weeks are scripted, so that the Monday after the season has stories to tell.
package struct SampleCase: Sendable {
  package let index: Int
  package let story: SampleStory
  /// The same for every seed, so that a tutorial can speak of the person.
  package let identity: Identity

  /// The scripted people. Everybody else is drawn, and is meant to be routine on the Monday.
  ///
  /// | index | who | what the coach finds |
  /// |---|---|---|
  /// | 10 | 800 m | lnRMSSD below the own band for four or five days while the load rises |
  /// | 20 | javelin | soreness 4, 5 and 4 on the last three mornings, between throwing days |
  /// | 5 | 400 m | back from ten days off, last week at about 60 % |
  /// | 15 | 5000 m | nothing received for the last eight days: no session, no morning report |
  /// | 12 | 1500 m | the same easy run on every day of the last week |
  /// | 34 | football | last week's load about 1.6 times the usual |
  /// | 11 | 800 m | two weeks of training camp: form far below zero |
  /// | 68 | youth volleyball | new: nothing recorded, ever |
  /// | 7, 33, 80 | hurdles, volleyball, masters' road running | an injury still open |
  package static let all: [SampleCase] = [
    SampleCase(10, .lowVariability, "李雨桐", "Li Yutong"),
    SampleCase(20, .soreThrower, "Amina Diallo"),
    SampleCase(5, .backFromInjury, "周浩然", "Zhou Haoran"),
    SampleCase(15, .silentStrap, "Tomáš Novák"),
    SampleCase(12, .monotonousWeek, "Nora Haugen"),
    SampleCase(34, .loadJump, "陈静怡", "Chen Jingyi"),
    SampleCase(11, .tiredForm, "Luca Ferri"),
    SampleCase(68, .neverRecorded, "林小雨", "Lin Xiaoyu"),
    SampleCase(7, .openInjury(.hamstring, daysAgo: 6), "Mateus Rocha"),
    SampleCase(33, .openInjury(.ankle, daysAgo: 12), "何志远", "He Zhiyuan"),
    SampleCase(80, .openInjury(.achilles, daysAgo: 19), "周慧兰", "Zhou Huilan"),
  ]

  package static func at(_ index: Int) -> SampleCase? { all.first { $0.index == index } }

  private init(_ index: Int, _ story: SampleStory, _ name: String, _ latinName: String? = nil) {
    self.index = index
    self.story = story
    identity = Identity(name: name, latinName: latinName)
  }
}
