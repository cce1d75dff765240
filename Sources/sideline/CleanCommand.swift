import App
import ArgumentParser
import Domain
import Exporters
import Foundation
import Importers
import ViewModels

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Flag what a recording’s sensors cannot have read, and fill its short gaps.",
    discussion: """
      Nothing is stored and nothing is deleted: the table keeps what was recorded beside the cleaned signal and the
      rules that flagged it. [cleaning] of config.toml sets the rules; docs/signals.md says what they are.

        sideline clean run.fit
        sideline clean run.fit --json
        sideline clean run.fit -o run-cleaned.csv
        sideline clean run.fit --live
      """)

  @Argument(help: "A recording: FIT, TCX, GPX, HRM, beats or a table of samples.") var file: String
  @Option(
    name: .shortAndLong, help: "Write the cleaned samples as a table; several recordings get -2, -3 … .")
  var output: String?
  @Flag(help: "Judge each sample by what came before it, as a live source is cleaned.") var live = false
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    let world = World.real
    let name = (file as NSString).lastPathComponent
    let configuration = Configuration.load(world)
    for mistake in configuration.mistakes { tell(mistake) }
    let bytes: [UInt8]
    switch FileBytes.read(world.expanded(file)) {
    case .success(let read): bytes = read
    case .failure(let report): throw Refusal(visible(report.sentences.joined(separator: " ")))
    }
    guard
      let cleaned = CleanedFile.read(
        bytes, today: world.today, with: configuration.cleaning, form: live ? .streaming : .wholeRecording)
    else {
      throw Refusal(visible(ImportProblem(bytes.isEmpty ? .emptyFile : .unknownFormat).sentence(file: name)))
    }
    for problem in cleaned.problems {
      tell(visible(problem.sentence(file: name, isKept: !cleaned.recordings.isEmpty)))
    }
    guard !cleaned.recordings.isEmpty else {
      throw Refusal("\(visible(name)) holds no recording. sideline inspect shows what it holds.")
    }
    if let output { try write(cleaned, to: world.expanded(output)) }
    if json {
      try printDocument(CleanDocument(cleaned, settings: configuration.cleaning, isLive: live))
    } else {
      for line in CleanText(cleaned).lines { print(line) }
    }
    if cleaned.problems.contains(where: \.keepsFromReading) { throw ExitCode(Status.partlyRefused.rawValue) }
  }

  private func write(_ cleaned: CleanedFile, to path: String) throws {
    let (stem, suffix) = ((path as NSString).deletingPathExtension, (path as NSString).pathExtension)
    for index in cleaned.recordings.indices {
      let own = index == 0 ? path : "\(stem)-\(index + 1)\(suffix.isEmpty ? "" : ".")\(suffix)"
      guard cleaned.write(index, to: own) else {
        throw Refusal(
          "\(visible(own)) could not be written. Check the folder’s rights and the disk; nothing is left half written."
        )
      }
      tell("Written to \(visible(own)).")
    }
  }
}

/// What cleaning found, for people: a line a channel, then a line a stretch that was flagged.
private struct CleanText {
  var lines: [String] = []

  init(_ file: CleanedFile) {
    for (index, cleaned) in file.cleaned.enumerated() {
      if file.cleaned.count > 1 { lines.append("Recording \(index + 1)") }
      lines.append("Cleaned: \(cleaned.settings.sentence).")
      if cleaned.lateRecords > 0 {
        lines.append("\(counted(cleaned.lateRecords, "record")) out of order in time, flagged.")
      }
      for channel in cleaned.channels { add(channel, cleaned.settings) }
      if cleaned.channels.isEmpty { lines.append("No channel of it is cleaned.") }
    }
  }

  private mutating func add(_ channel: CleanedChannel, _ settings: CleaningSettings) {
    let filled = channel.filled.setCount
    lines.append(
      "\(channel.kind.word): \(counted(channel.times.count, "sample")), \(channel.rejected.setCount) flagged, \(filled) filled in, \(counted(channel.gaps.count, "gap")) left"
    )
    for flag in channel.flags {
      let mark = flag.rule.isDoubt ? "?" : "!"
      let value = figure(flag.value, decimals: TraceKind.channel(channel.kind).decimals)
      lines.append(
        "  \(mark) \(stopwatch(seconds: Int(flag.start / 1000))) \(value) \(channel.kind.unit), \(counted(flag.count, "sample")): \(flag.rule.sentence(settings, channel.kind))"
      )
    }
  }
}

struct CleanDocument: Document {
  static let schema = "clean"
  var simulated: Bool { false }
  var settings: Settings
  /// Statistics of `whole_recording`, or `streaming`: of what came before.
  var form: String
  var channels: [ChannelEntry]

  struct Settings: Encodable {
    var zScore: Double
    var interquartileRanges: Double
    var hampelHalfWidth: Int
    var hampelDeviations: Double
    var gapMethod: String
    var lagrangeDegree: Int
    var longestFilledGapS: Double
    var smoothing: String
    var smoothingSamples: Int
    var channels: [String: Limits]
  }
  struct Limits: Encodable {
    var lowest: Double
    var highest: Double
    var changePerSecond: Double?
    var resolution: Double
    var hasOutlierRules: Bool
    var zeroIsRest: Bool
  }
  struct ChannelEntry: Encodable {
    var recording: Int
    var name: String
    var unit: String
    var samples: Int
    var flagged: Int
    var filled: Int
    var flags: [Flag]
    var gaps: [Gap]
  }
  /// Seconds after the recording's start.
  struct Flag: Encodable {
    var rule: String
    var form: String
    var start: Double
    var end: Double
    var count: Int
    var value: Double
    var isUsed: Bool
  }
  struct Gap: Encodable {
    var start: Double
    var end: Double
  }

  init(_ file: CleanedFile, settings: CleaningSettings, isLive: Bool) {
    self.settings = Settings(settings)
    form = (isLive ? StatisticsForm.streaming : .wholeRecording).exportWord
    channels = file.cleaned.enumerated().flatMap { index, cleaned in
      cleaned.channels.map { ChannelEntry($0, recording: index + 1) }
    }
  }
}

extension CleanDocument.Settings {
  init(_ settings: CleaningSettings) {
    self.init(
      zScore: settings.zScore, interquartileRanges: settings.interquartileRanges,
      hampelHalfWidth: settings.hampelHalfWidth, hampelDeviations: settings.hampelDeviations,
      gapMethod: settings.gapMethod.rawValue, lagrangeDegree: settings.lagrangeDegree,
      longestFilledGapS: settings.longestFilledGap, smoothing: settings.smoothing.rawValue,
      smoothingSamples: settings.smoothingSamples,
      channels: Dictionary(
        uniqueKeysWithValues: settings.channels.map { kind, own in
          (
            kind.settingName,
            CleanDocument.Limits(
              lowest: own.limits.lowerBound, highest: own.limits.upperBound,
              changePerSecond: own.changePerSecond, resolution: own.resolution,
              hasOutlierRules: own.hasOutlierRules, zeroIsRest: own.zeroIsRest)
          )
        }))
  }
}

extension CleanDocument.ChannelEntry {
  init(_ channel: CleanedChannel, recording: Int) {
    func seconds(_ time: Int64) -> Double { Double(time) / 1000 }
    self.init(
      recording: recording, name: channel.kind.settingName, unit: channel.kind.unit,
      samples: channel.times.count, flagged: channel.rejected.setCount, filled: channel.filled.setCount,
      flags: channel.flags.map {
        CleanDocument.Flag(
          rule: $0.rule.exportWord, form: $0.form.exportWord, start: seconds($0.start), end: seconds($0.end),
          count: $0.count, value: $0.value, isUsed: $0.rule.isDoubt)
      },
      gaps: channel.gaps.map { CleanDocument.Gap(start: seconds($0.lowerBound), end: seconds($0.upperBound)) }
    )
  }
}
