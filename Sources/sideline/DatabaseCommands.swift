import App
import ArgumentParser
import Domain
import Foundation
import Store
import ViewModels

struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a simulated season into a new database.",
    discussion: "  sideline sample --seed 7 -o sample.sqlite")
  @Option(help: "The same seed makes the same season.") var seed: UInt64 = 7
  @Option(name: .shortAndLong, help: "The file to make.") var output: String
  @Option(help: "The season’s last day, a Sunday.") var until: String?

  func run() throws {
    let world = World.real
    var lastDay = SampleDatabase.standardLastDay
    if let until {
      guard let day = Day(until), day.weekday == 6 else {
        throw Refusal("--until takes a Sunday such as \(lastDay).", .misused)
      }
      lastDay = day
    }
    try Sample.write(seed: seed, through: lastDay, to: world.expanded(output), world)
  }

  /// Makes the database beside its place and moves it there whole.
  static func write(seed: UInt64, through lastDay: Day, to path: String, _ world: World) throws {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: path) else {
      throw Refusal("\((path as NSString).lastPathComponent) is there already. Choose another name.")
    }
    let unfinished = path + ".unfinished.sqlite"
    let files = [
      (unfinished, path),
      (Store.identitiesPath(besides: unfinished), Store.identitiesPath(besides: path)),
    ]
    defer {
      for (file, _) in files {
        for ending in ["", "-wal", "-shm"] { try? manager.removeItem(atPath: file + ending) }
      }
    }
    let isTerminal = isatty(2) == 1
    do throws(StoreError) {
      try SampleDatabase.make(
        seed: seed, through: lastDay, at: unfinished, secret: world.secret()
      ) { done, total in
        guard isTerminal else { return }
        FileHandle.standardError.write(Data("\r\(done) of \(total) athletes".utf8))
      }
    } catch { throw Refusal(error.sentence(path: path)) }
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1b}[K".utf8)) }
    do {
      for (from, to) in files { try manager.moveItem(atPath: from, toPath: to) }
    } catch { throw Refusal(StoreError.notPermitted.sentence(path: path)) }
  }
}

struct BackUp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy both files, consistent with each other.")
  @OptionGroup var database: DatabaseOptions
  @Argument(help: "Where the copy goes; the identities go beside it.") var target: String

  func run() throws {
    let desk = try database.openExisting()
    let target = desk.world.expanded(target)
    for file in [target, Store.identitiesPath(besides: target)]
    where FileManager.default.fileExists(atPath: file) {
      throw Refusal("\((file as NSString).lastPathComponent) is there already. Choose another name.")
    }
    do throws(StoreError) { try desk.store.backup(to: target) } catch {
      let isTarget = error == .notPermitted || error == .diskFull
      throw Refusal(error.sentence(path: isTarget ? target : desk.store.path))
    }
    print("Saved \(target) and \(Store.identitiesPath(besides: target)).")
  }
}

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a backup in the place of the database; what stood there is kept beside it.")
  @OptionGroup var database: DatabaseOptions
  @Argument(help: "The main file of a backup.") var backup: String

  func run() throws {
    let world = World.real
    let path = database.path(world)
    let suffix = ".before-\(world.now().seconds)"
    let backup = world.expanded(backup)
    do throws(StoreError) { try Store.checkBackup(backup) } catch {
      throw Refusal(error.sentence(path: backup))
    }
    do throws(StoreError) { try Store.restore(backup, to: path, keepingOldAs: suffix) } catch {
      throw Refusal(error.sentence(path: path))
    }
    print("Restored. What stood there is kept as \((path as NSString).lastPathComponent)\(suffix).")
  }
}

struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Carry out a command log again and compare.",
    discussion: "  sideline replay commands.jsonl --db copy.sqlite --expect HASH")
  @OptionGroup var database: DatabaseOptions
  @Argument(help: "A log written with --log.") var commands: String
  @Option(help: "The logical hash the result must have.") var expect: String?

  func run() throws {
    let world = World.real
    let path = database.path(world)
    let envelopes: [CommandEnvelope]
    guard access(world.expanded(commands), R_OK) == 0 else {
      throw Refusal(
        "\((commands as NSString).lastPathComponent) is not there, or may not be read. Check the path.")
    }
    do {
      envelopes = try CommandLog.read(world.expanded(commands))
    } catch let error as CommandLog.Unreadable {
      throw Refusal("Line \(error.line) of the log cannot be read. Nothing was carried out.")
    }
    let desk = try database.open(world)
    guard try desk.stating({ desk throws(StoreError) in try desk.store.events(limit: 1) }).isEmpty else {
      throw Refusal(
        "\((path as NSString).lastPathComponent) has a history already. Replay into a new file with --db.")
    }
    do throws(StoreError) { try desk.store.perform(envelopes) } catch {
      throw Refusal("The log diverges: \(error.sentence(path: path))")
    }
    let hash = try desk.stating { desk throws(StoreError) in
      try desk.summariser.refresh(
        try desk.store.allAthletes().map(\.id))
      return try desk.store.logicalHash()
    }
    print(hash)
    if let expect, expect != hash {
      throw Refusal("The log diverges: its hash is \(hash), expected \(expect).")
    }
  }
}

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Look whether a database is whole.")
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Print the logical hash of the main file and nothing else.") var hash = false
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    let desk = try database.open(isReadOnly: true)
    if hash {
      print(try desk.stating { desk throws(StoreError) in try desk.store.logicalHash() })
      return
    }
    let checks = try desk.stating { desk throws(StoreError) in try desk.store.checks() }
    let document = DoctorDocument(checks, simulated: desk.isSimulated)
    if json {
      try printDocument(document)
    } else {
      for check in document.checks { print("\(check.ok ? "✓" : "✗") \(check.message)") }
    }
    if checks.contains(where: { !$0.isOK }) { throw ExitCode(Status.couldNot.rawValue) }
  }
}

struct DoctorDocument: Document {
  static let schema = "doctor"
  var simulated: Bool
  var checks: [Check]

  struct Check: Encodable {
    var name: String
    var ok: Bool
    var message: String
  }

  init(_ checks: [StoreCheck], simulated: Bool) {
    self.simulated = simulated
    self.checks = checks.map {
      Check(name: $0.name, ok: $0.isOK, message: $0.sentence)
    }
  }
}

extension StoreCheck {
  var sentence: String {
    switch name {
    case "database_whole":
      isOK
        ? "The main file is whole."
        : "The main file is damaged. Bring back a backup with sideline restore."
    case "identities_whole":
      isOK
        ? "The identity file is whole."
        : "The identity file is damaged. Bring back a backup with sideline restore."
    case "references_hold":
      isOK
        ? "Every row belongs to something."
        : "Some rows belong to nothing. Keep this file and bring back a backup."
    case "events_chained":
      isOK
        ? "No event was changed or taken out."
        : "An event was changed or taken out after it was written. Compare with a backup."
    case "samples_readable":
      isOK ? "Every recording can be read." : "Some samples cannot be read. Bring back a backup."
    case "files_private":
      isOK ? "Only you may read the files." : "Others may read the files. Run chmod 600 on both."
    default: name
    }
  }
}
