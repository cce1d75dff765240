public import Domain

/// Seconds in each zone: below the first bound, from each bound up to the next, and from the last up.
///
/// Each sample counts for as long as it held, so the zones together are the time that was heard.
/// - Parameter bounds: strictly rising, in the unit of the series.
public func secondsInZones(_ series: HeldSeries, bounds: [Double]) -> [Double] {
  precondition(zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }, "bounds \(bounds) do not rise")
  var milliseconds = [Int64](repeating: 0, count: bounds.count + 1)
  for index in series.values.indices {
    let value = series.values[index]
    let zone = bounds.firstIndex { value < $0 } ?? bounds.count
    milliseconds[zone] += series.ends[index] - series.times[index]
  }
  return milliseconds.map { Double($0) / 1000 }
}

/// Time in the zones of one source of effort; `nil` where the session has none.
public func zoneTime(_ source: EffortSource, bounds: [Double], in channels: SessionChannels) -> ZoneTime? {
  let series =
    switch source {
    case .power: channels.power
    case .speed: channels.speed
    case .heartRate: channels.heartRate
    }
  return series.map { ZoneTime(source, bounds: bounds, seconds: secondsInZones($0, bounds: bounds)) }
}
