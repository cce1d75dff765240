import Domain
import ViewModels

/// What cleaned a recording: the cleaned signal, then each rule that flagged something, with its limit and its statistics.
func cleaningSources(_ trace: RecordingTrace) -> [NumberSource] {
  guard let cleaned = trace.analysis?.cleaned else { return [] }
  let filled = cleaned.channels.reduce(0) { $0 + $1.filled.setCount }
  var sources = [
    NumberSource(
      title: "Cleaned signal",
      lines: [
        cleaned.settings.sentence + (filled > 0 ? "; \(counted(filled, "sample")) filled in" : ""),
        "what was recorded is kept; flagged samples are in no mean, no top and no load",
      ])
  ]
  for derived in trace.analysis?.derived ?? [] {
    sources.append(
      NumberSource(title: derived.channel.kind.word, lines: ["estimated: \(derived.method.sentence)"]))
  }
  for level in trace.analysis?.resting ?? [] { sources.append(NumberSource(level)) }
  if let shape = trace.analysis?.shape { sources += shapeSources(shape) }
  var lines: [String] = []
  for channel in cleaned.channels {
    lines += ruleLines(channel.flags, cleaned.settings, channel.kind)
  }
  lines += ruleLines(cleaned.beatFlags, cleaned.settings, nil)
  if !lines.isEmpty {
    let count = trace.flaggedCount
    sources.append(
      NumberSource(title: "Flagged\(count > 0 ? ", \(counted(count, "sample"))" : "")", lines: lines))
  }
  return sources
}

extension NumberSource {
  fileprivate init(_ level: RestingLevel) {
    let interval =
      "\(figure(level.interval.lowerBound, decimals: 1))–\(figure(level.interval.upperBound, decimals: 1))"
    let how = level.isStill ? "the sensor lay still" : "steady and low"
    self.init(
      title: "\(level.kind.word) at rest, \(figure(level.value)) \(level.kind.unit)",
      lines: [
        "estimated: the lowest minute, \(stopwatch(seconds: Int(level.start / 1000))) to \(stopwatch(seconds: Int(level.end / 1000))), \(how); mean \(interval)"
      ])
  }
}

/// `Heart rate: 3 outside 25–230 bpm, from the sample and its neighbours`, a line a rule.
private func ruleLines(_ flags: [FlagRun], _ settings: CleaningSettings, _ kind: Channel.Kind?) -> [String] {
  CleaningRule.allCases.compactMap { rule in
    let runs = flags.filter { $0.rule == rule }
    guard let first = runs.first else { return nil }
    let count = runs.reduce(0) { $0 + $1.count }
    let subject = kind?.word ?? TraceKind.beatInterval.word
    return "\(subject): \(count) \(rule.sentence(settings, kind)); \(first.form.sentence)"
  }
}

/// Bouts, decoupling and what is critical, each with its figures or with why there are none.
private func shapeSources(_ shape: SessionShape) -> [NumberSource] {
  guard let source = shape.source else { return [] }
  var sources = [
    NumberSource(
      title: "Bouts",
      lines: ["estimated: stretches of one level of \(source.word), parted into work and the rest"])
  ]
  if let decoupling = shape.decoupling {
    sources.append(NumberSource(title: decoupling.title, lines: [decoupling.sentence]))
  } else if let refusal = shape.decouplingRefusal {
    sources.append(NumberSource(title: "Decoupling —", lines: [refusal.sentence]))
  }
  if let critical = shape.critical {
    sources.append(NumberSource(title: critical.title, lines: critical.sentences))
  } else if let refusal = shape.criticalRefusal {
    sources.append(
      NumberSource(title: "Critical \(source == .power ? "power" : "speed") —", lines: [refusal.sentence]))
  }
  return sources
}
