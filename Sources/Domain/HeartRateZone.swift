/// Heart-rate zone 1...5 by tenths of the maximum from 50 %, `nil` below.
public func heartRateZone(_ beatsPerMinute: Double, maximum: Int) -> Int? {
  let share = beatsPerMinute / Double(maximum)
  guard share >= 0.5 else { return nil }
  return min(5, Int((share - 0.4 + 1e-9) * 10))
}
