import Domain

/// A standard deviation as it was published: a share of the result, or in the item's unit.
enum PublishedDeviation: Hashable {
  case percent(Double)
  case unit(Double)

  /// In the item's unit, for results about `level`.
  func inUnit(at level: Double) -> Double {
    switch self {
    case .percent(let percent): abs(level) * percent / 100
    case .unit(let value): value
    }
  }
}

extension TestResult.Item {
  /// Typical error: the standard deviation of one unchanged athlete's results. `nil` where we found no source to rest on.
  var publishedTypicalError: PublishedDeviation? {
    switch self {
    // Markovic et al. 2004, J Strength Cond Res 18:551: within-subject variation of 93 students. 2.4 to 4.6 %
    // over seven jumps, least in these two and the triple jump; each one's own figure: not looked up again.
    case .countermovementJump: .percent(2.8)
    case .standingLongJump: .percent(2.4)
    // Glaister et al. 2007, J Strength Cond Res 21:857: 1.34 to 2.24 %, fastest and mean of twelve 30 m sprints;
    // that the lower one is the fastest's: not looked up again. Taken for 50 m as well.
    case .sprint30m, .sprint50m: .percent(1.34)
    // Ortega et al. 2008, Int J Obes 32:S49: differences of 3.6 cm and 2.5 kg (boys, two weeks) over √2.
    case .sitAndReach: .unit(2.5)
    case .gripStrength: .unit(1.8)
    // Laursen et al. 2007, Med Sci Sports Exerc 39:1374: time trials of 1500 m and 5 km; the nearer one is taken.
    case .run800m, .run1000m, .run1500m: .percent(3.3)
    case .run3000m, .run5000m: .percent(2)
    // Krustrup et al. 2003, Med Sci Sports Exerc 35:697, level 1.
    case .yoyo: .percent(4.9)
    // Vickers 2003 (name and year: not looked up again), Naval Health Research Center: mean of 39 studies, ml/kg/min.
    case .vo2max: .unit(2.58)
    // Bishop 1997, Med Sci Sports Exerc 29:554: mean power of an hour.
    case .thresholdPower: .percent(2.7)
    // Grgic et al. 2020, Sports Med Open 6:31: median of 32 studies of one-repetition maximum.
    case .backSquat: .percent(4.2)
    // Pellegrino et al. 2005, Eur Respir J 26:948: from week to week 11 % is a change, over 1.96 √2.
    case .vitalCapacity: .percent(4)
    // Cheuvront et al. 2004, Int J Sport Nutr Exerc Metab 14:532: 65 men, from morning to morning.
    case .bodyMass: .percent(0.66)
    // Found for other tests only: modified pull-ups in 15 s (Negrete et al. 2010, J Strength Cond Res 24:3318) and
    // sit-ups within a sum of four exercises (Huerta Ojeda et al. 2020, Apunts Sports Med 55:128).
    case .pullUps, .sitUps: nil
    }
  }

  /// Standard deviation between athletes, for a fifth of it (Hopkins 2004). `nil` where we found no source to rest on.
  var publishedDeviation: PublishedDeviation? {
    switch self {
    // Korea Sports Promotion Foundation, 3863 adults of 20 to 29 years: mean of the two sexes' own.
    case .standingLongJump: .percent(12.5)
    case .gripStrength: .percent(17)
    case .sitUps: .percent(24)
    case .sitAndReach: .unit(7.5)
    // Russell et al. 2004, Med Sci Sports Exerc 36:717: women's 10 km (four of them), 47:53 ± 3:47.
    case .run800m, .run1000m, .run1500m, .run3000m, .run5000m: .percent(7.9)
    // Castagna et al. 2019, Eur J Appl Physiol 120: 41.2 ± 6.2 ml/kg/min, 66 untrained men of 39 ± 6 years.
    case .vo2max: .percent(15)
    // Bishop 1997, Med Sci Sports Exerc 29:554: 180.0 ± 18.1 W.
    case .thresholdPower: .percent(10)
    case .countermovementJump, .sprint30m, .sprint50m, .yoyo, .backSquat, .pullUps, .vitalCapacity,
      .bodyMass:
      nil
    }
  }
}
