public import Domain
import Kernels

/// Highest heart rate an athlete can reach, beats a minute: measured, else 208 − 0.7 × age (Tanaka et al. 2001).
///
/// - Returns: `nil` when neither a measurement nor a birth year is known.
public func maximumHeartRate(of athlete: Athlete, on day: Day) -> Sourced<Int>? {
  if let measured = athlete.maximumHeartRate { return Sourced(measured, .measured, by: .reported) }
  return athlete.age(on: day).map {
    Sourced(Int((208 - 0.7 * Double($0)).rounded()), .estimated, by: .ageHeartRate)
  }
}

/// Heart rate at rest, beats a minute: measured, else the population mean of 68 (Bo, section 3.3).
public func restingHeartRate(of athlete: Athlete) -> Sourced<Int> {
  athlete.restingHeartRate.map { Sourced($0, .measured, by: .reported) }
    ?? Sourced(68, .literature, by: .reported)
}

/// A stretch over which one heart rate held.
public struct HeartRateSpan: Hashable, Sendable {
  public var beatsPerMinute: Double
  public var seconds: Double
}

/// Each valid sample held until the next timestamp, at most `longestHold` seconds: beyond it the strap was silent.
public func heartRateSpans(of recording: Recording, longestHold: Double = 30) -> [HeartRateSpan] {
  guard let channel = recording.channel(.heartRate) else { return [] }
  let times = recording.timestamps
  var spans: [HeartRateSpan] = []
  spans.reserveCapacity(times.count)
  for index in times.indices {
    guard let value = channel[index], value > 0 else { continue }
    let next = index + 1 < times.count ? Double(times[index + 1] - times[index]) / 1000 : 1
    guard next > 0 else { continue }
    spans.append(HeartRateSpan(beatsPerMinute: value, seconds: min(next, longestHold)))
  }
  return spans
}

/// Banister's training impulse: minutes × r × a·exp(b·r), r the share of heart-rate reserve in 0...1.
///
/// a and b are 0.64 and 1.92 for men, 0.86 and 1.67 for women (Morton, Fitz-Clarke & Banister 1990). Unit: TRIMP.
public func banisterTRIMP(_ spans: [HeartRateSpan], sex: Sex, resting: Int, maximum: Int) -> Double {
  let reserve = Double(maximum - resting)
  guard reserve > 0 else { return 0 }
  let (a, b) = sex == .male ? (0.64, 1.92) : (0.86, 1.67)
  return spans.reduce(0) { total, span in
    let r = min(max((span.beatsPerMinute - Double(resting)) / reserve, 0), 1)
    return total + span.seconds / 60 * r * a * kernel_exp(b * r)
  }
}

/// Seconds in each of the five zones.
public func zoneSeconds(_ spans: [HeartRateSpan], maximum: Int) -> [Double] {
  var seconds = [Double](repeating: 0, count: 5)
  for span in spans {
    if let zone = heartRateZone(span.beatsPerMinute, maximum: maximum) {
      seconds[zone - 1] += span.seconds
    }
  }
  return seconds
}

/// Edwards' training impulse: minutes in the zones 50-60-70-80-90-100 % of maximum times 1 to 5. Unit: TRIMP.
public func edwardsTRIMP(_ spans: [HeartRateSpan], maximum: Int) -> Double {
  zoneSeconds(spans, maximum: maximum).enumerated().reduce(0) {
    $0 + Double($1.offset + 1) * $1.element / 60
  }
}
