public import Domain

// Numbers and times as the visual grammar writes them; every pane and sentence uses these.

/// A number with its decimals, thousands apart by commas, a true minus: `2,044`, `−26`, `4.06`.
public func figure(_ value: Double, decimals: Int = 0) -> String {
  guard value.isFinite else { return "—" }
  var power = 1.0
  for _ in 0..<decimals { power *= 10 }
  let scaled = (abs(value) * power).rounded()
  guard scaled < 9e15 else { return "—" }
  let whole = Int(scaled / power)
  let fraction = Int(scaled - Double(whole) * power)
  var text = thousands(whole)
  if decimals > 0 {
    let digits = "\(fraction)"
    text += "." + String(repeating: "0", count: max(0, decimals - digits.count)) + digits
  }
  return value < 0 && scaled > 0 ? "−" + text : text
}

/// A change or a form: `+9`, `−26`, `0` bare.
public func signed(_ value: Double, decimals: Int = 0) -> String {
  let text = figure(value, decimals: decimals)
  let isZero = !text.contains { ("1"..."9").contains($0) }
  return value > 0 && !isZero ? "+" + text : text
}

private func thousands(_ value: Int) -> String {
  let digits = Array("\(value)")
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return text
}

/// `12 %`.
public func percent(_ share: Double) -> String {
  share.isFinite ? figure(share * 100) + " %" : "—"
}

/// `6 h 12`, `45 min`.
public func duration(minutes: Int) -> String {
  minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(twoDigits(minutes % 60))"
}

/// `1:18`, `12:00`, `1:04:30`.
public func stopwatch(seconds: Int) -> String {
  let hours = seconds / 3600
  let rest = "\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
  if hours > 0 { return "\(hours):\(rest)" }
  return "\(seconds / 60):\(twoDigits(seconds % 60))"
}

private let dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
private let monthNames = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

extension Day {
  /// `Mon`.
  public var weekdayName: String { dayNames[weekday] }
  /// `12 May`.
  public var dayAndMonth: String { "\(civil.day) \(monthNames[civil.month - 1])" }
  /// `Mon 12 May`.
  public var long: String { "\(weekdayName) \(dayAndMonth)" }
  /// `Mon 12`.
  public var short: String { "\(weekdayName) \(civil.day)" }

  /// This week a day, older a date, another year with the year.
  public func label(today: Day) -> String {
    if number > today.number - 7, number <= today.number { return short }
    return civil.year == today.civil.year ? dayAndMonth : "\(dayAndMonth) \(civil.year)"
  }
}

extension Clock {
  /// `07:31`.
  public func time(of instant: Instant) -> String {
    let second = instant.secondOfDay(utcOffsetSeconds: utcOffsetSeconds)
    return "\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60))"
  }

  /// Today is a clock, this week a day, older a date.
  public func label(_ instant: Instant) -> String {
    let day = instant.day(utcOffsetSeconds: utcOffsetSeconds)
    return day == today ? time(of: instant) : day.label(today: today)
  }

  /// `2 d`, `9 h`, `12 min` since then.
  public func age(of instant: Instant) -> String {
    let minutes = max(0, Int(now.seconds(since: instant) / 60))
    if minutes < 60 { return "\(minutes) min" }
    return minutes < 36 * 60 ? "\(minutes / 60) h" : "\((minutes + 720) / 1440) d"
  }
}

extension SessionType {
  /// As a coach says it.
  public var word: String {
    switch self {
    case .easy: "Easy run"
    case .long: "Long run"
    case .tempo: "Tempo"
    case .intervals: "Intervals"
    case .speed: "Speed"
    case .strength: "Strength"
    case .flexibility: "Mobility"
    case .technique: "Technique"
    case .tactics: "Tactics"
    case .fitness: "Fitness"
    case .competition: "Competition"
    case .other: "Session"
    }
  }

  /// The word where it is not a run.
  public func word(for sport: Sport) -> String {
    switch (self, sport) {
    case (.easy, .running), (.long, .running): word
    case (.easy, .cycling): "Easy ride"
    case (.long, .cycling): "Long ride"
    case (.easy, .swimming): "Easy swim"
    case (.easy, .walking): "Walk"
    case (.easy, _): "Easy session"
    case (.long, _): "Long session"
    case (.other, _): sport.word
    default: word
    }
  }

  /// The word where a group does not run.
  public func word(for group: EventGroup) -> String {
    switch self {
    case .easy where group == .ball || group == .throw || group == .general: "Easy session"
    default: word
    }
  }
}

extension Sport {
  public var word: String {
    switch self {
    case .running: "Run"
    case .walking: "Walk"
    case .cycling: "Ride"
    case .swimming: "Swim"
    case .rowing: "Rowing"
    case .strength: "Strength"
    case .ball: "Ball game"
    case .athletics: "Athletics"
    case .multisport: "Multisport"
    case .other: "Session"
    }
  }
}

extension Channel.Kind {
  /// The head of its trace.
  public var word: String {
    switch self {
    case .heartRate: "Heart rate"
    case .spO2: "SpO2"
    case .cadence: "Cadence"
    case .power: "Power"
    case .speed: "Speed"
    case .distance: "Distance"
    case .altitude: "Altitude"
    case .temperature: "Temperature"
    case .acceleration: "Acceleration"
    case .latitude: "Latitude"
    case .longitude: "Longitude"
    case .accelerationX: "Acceleration x"
    case .accelerationY: "Acceleration y"
    case .accelerationZ: "Acceleration z"
    case .angularRateX: "Angular rate x"
    case .angularRateY: "Angular rate y"
    case .angularRateZ: "Angular rate z"
    case .magneticFieldX: "Magnetic field x"
    case .magneticFieldY: "Magnetic field y"
    case .magneticFieldZ: "Magnetic field z"
    }
  }
}

extension WorkRest {
  /// `8 × 1:30, 1:30 rest`.
  public var text: String {
    "\(repetitions) × \(part(workSeconds)), \(part(restSeconds)) rest"
  }
  private func part(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : seconds % 60 == 0 ? "\(seconds / 60) min" : stopwatch(seconds: seconds)
  }
}

extension AthleteSummary {
  /// A clock when a session ended today, `today` when only a report came, else the day.
  public func seenLabel(_ clock: Clock) -> String {
    guard let lastSeenDay else { return "never" }
    if let lastSeen, lastSeen.day(utcOffsetSeconds: clock.utcOffsetSeconds) >= lastSeenDay {
      return clock.label(lastSeen)
    }
    return lastSeenDay == clock.today ? "today" : lastSeenDay.label(today: clock.today)
  }
}
