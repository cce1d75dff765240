import Domain

/// What a column of a table holds.
enum TableColumn: Hashable, Sendable {
  case athlete, date, time
  // People
  case latinName, birthDate, birthYear, sex, squad, population, eventGroup, event, level
  case maximumHeartRate, restingHeartRate, thresholdPower, thresholdPace, thresholdSpeed
  case loadUnit, contact
  // Sessions
  case start, end, sport, sessionType, minutes, rpe, kilometers, meters
  // Mornings
  case scale, sleepHours, lnRMSSD, rmssd, reading
  case answer(WellnessItem)
  // Tests
  case testItem, value, typicalError
  case result(TestResult.Item, TestUnit)
  // Injuries
  case bodyPart, onset, lastDay, severity, status, hold, injuryReport
  // Calendar
  case from, through, kind, utcOffset, priority, eventName, comment
}

/// How the cells of a test's column are turned into the test's unit.
enum TestUnit: Hashable, Sendable {
  case times(Double)
  /// Whole minutes and a fraction, or minutes and seconds with a colon.
  case minutes
}
