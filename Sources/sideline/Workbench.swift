import App
import ArgumentParser
import Cells
import Domain
import Glibc
import Logging
import Panes
import Store
import Terminal
import Themes
import ViewModels

/// The workbench itself: one loop from key to frame.
struct Workbench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the workbench (what sideline alone does).")

  @OptionGroup var database: DatabaseOptions

  @Option(help: "dark, light, mono, or a theme of your own.")
  var theme: String?

  @Flag(name: .customLong("readonly"), help: "Look, change nothing.")
  var isReadOnly = false

  @Option(help: ArgumentHelp("Print a pane as linear text.", valueName: "pane"))
  var plain: String?

  func run() throws {
    let world = World.real
    startLogging(world)
    if let plain {
      try printPlain(plain, world)
      return
    }
    try WorkbenchSession.run(world, database: database, theme: theme, isReadOnly: isReadOnly)
  }

  private func printPlain(_ name: String, _ world: World) throws {
    guard let pane = PaneID(rawValue: name.lowercased()) else {
      let names = PaneID.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal("There is no pane “\(name)”. The panes are \(names).", .misused)
    }
    let desk = try database.openExisting(world, isReadOnly: isReadOnly)
    print(visible(try plainText(of: pane, desk: desk), keepingLines: true))
  }
}

/// The workbench on a copy of the sample season: what a newcomer runs first.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the workbench on a scratch copy of a simulated season.")

  @Option(help: "dark, light, mono, or a theme of your own.")
  var theme: String?

  func run() throws {
    let world = World.real
    startLogging(world)
    let master = world.cacheFolder + "/sample-7.sqlite"
    // One that another version left behind may not open here: it is made again.
    if (try? Desk.open(at: master, isReadOnly: true, world: world)) == nil {
      remove(master)
      tell("Making the sample season, once …")
      try Sample.write(seed: 7, through: SampleDatabase.standardLastDay, to: master, world)
    }
    let copy = world.cacheFolder + "/demo.sqlite"
    remove(copy)
    try DatabaseOptions.at(master).open(world).stating { desk throws(StoreError) in
      try desk.store.backup(to: copy)
    }
    let database = try DatabaseOptions.at(copy)
    try WorkbenchSession.run(world, database: database, theme: theme, isReadOnly: false)
  }

  /// Takes both files of a database in the cache away, with their logs.
  private func remove(_ database: String) {
    for path in [database, Store.identitiesPath(besides: database)] {
      for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }
  }
}

extension DatabaseOptions {
  /// The options as if `--db` had been given.
  static func at(_ path: String) throws -> DatabaseOptions { try parse(["--db", path]) }
}
