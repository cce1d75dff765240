public import Domain

/// What a session was made of: bouts, best efforts, time in zones, decoupling and what is critical.
///
/// The warm-up that decoupling leaves out is the warm-up bout, or ten minutes where there is none. A critical value from
/// one session says what the athlete did in it; only maximal efforts say what the athlete can do.
/// - Parameter zones: the bounds of the zones for each effort that has any.
public func sessionShape(
  of channels: SessionChannels, zones: [EffortSource: [Double]] = [:]
) -> SessionShape {
  let session = SessionSeconds(channels)
  var shape = SessionShape(
    source: EffortSeconds(session)?.scale.source, bouts: bouts(of: session),
    bestEfforts: bestEfforts(of: session),
    zones: EffortSource.allCases.compactMap { source in
      zones[source].flatMap { zoneTime(source, bounds: $0, in: channels) }
    })
  let warmUp = shape.bouts.first { $0.kind == .warmUp }.map { Int(($0.end - $0.start) / 1000) }
  do throws(DecouplingRefusal) {
    shape.decoupling = try decoupling(of: session, warmUpEnd: warmUp ?? 600)
  } catch { shape.decouplingRefusal = error }
  let source = session.power == nil ? EffortSource.speed : .power
  do throws(CriticalEffortRefusal) {
    shape.critical = try criticalEffort(shape.bestEfforts.filter { $0.source == source })
  } catch { shape.criticalRefusal = error }
  return shape
}

/// What a recording was made of, as it was recorded: not cleaned.
public func sessionShape(
  of recording: Recording, zones: [EffortSource: [Double]] = [:]
) -> SessionShape {
  sessionShape(of: SessionChannels(recording), zones: zones)
}
