public import Domain
import Exporters
import Importers
import Signals

/// The recordings of one file, cleaned; nothing is stored.
public struct CleanedFile: Sendable {
  public var recordings: [Recording]
  public var cleaned: [CleanedRecording]
  public var problems: [ImportProblem]

  /// - Returns: `nil` where no importer knows the bytes.
  public static func read(
    _ bytes: [UInt8], today: Day?, with settings: CleaningSettings, form: StatisticsForm
  ) -> CleanedFile? {
    guard let format = FileFormat.recognise(bytes) else { return nil }
    let outcome = format.importer.read(bytes, in: ImportContext(today: today))
    return CleanedFile(
      recordings: outcome.recordings,
      cleaned: outcome.recordings.map { Signals.cleaned($0, with: settings, form: form) },
      problems: outcome.problems)
  }

  /// Writes one recording's table, for its owner alone.
  ///
  /// - Returns: whether it was written.
  public func write(_ index: Int, to path: String) -> Bool {
    writePrivately(cleanedTable(recordings[index], cleaned[index]), to: path)
  }
}
