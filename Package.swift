// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target whose whole contract is its dependency list.
func layer(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}
func tests(_ name: String, on dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
  name: "Sideline",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // Pure: no Foundation, no clock, no randomness that is not passed in.
    layer("Domain"),
    // Optimised in debug builds too: tests push millions of samples through it.
    .target(name: "Kernels", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    layer("Numerics", on: ["Kernels"]),
    layer("Cells"),
    layer("Keys"),
    .systemLibrary(name: "CExpat"),
    layer("Importers", on: ["Domain", "CExpat"]),
    .systemLibrary(name: "CKissFFT"),
    layer("Signals", on: ["Domain", "Kernels", "CKissFFT"]),
    .target(
      name: "Engine", dependencies: ["Domain", "Numerics", "Kernels", "Signals"],
      resources: [.embedInCode("Standard/national-standard-2014.csv")], swiftSettings: strict),
    layer("ViewModels", on: ["Domain", "Keys"]),
    .target(
      name: "Themes", dependencies: ["Cells"], path: "themes",
      resources: ["dark", "light", "mono"].map { .embedInCode("\($0).theme") },
      swiftSettings: strict),
    layer("Exporters", on: ["Domain"]),
    layer("Panes", on: ["Domain", "Keys", "ViewModels", "Cells"]),

    // Touches the world: SQLite, the terminal.
    .systemLibrary(name: "CSodium"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CNcurses"),
    .target(name: "CTerminalSupport", cSettings: [.define("_GNU_SOURCE")]),
    layer("Terminal", on: ["Cells", "Keys", "CNcurses", "CTerminalSupport"]),
    layer("Store", on: ["Domain", "CSodium", "CZlib", database, sqlite]),

    // Wires the two halves together.
    layer(
      "App",
      on: [
        "Domain", "Numerics", "Importers", "Exporters", "Engine", "Signals", "Store", "Keys", "ViewModels",
        "Cells", "Themes", toml, logging,
      ]),
    .executableTarget(
      name: "sideline",
      dependencies: [
        "App", "Panes", "Terminal", "Domain", "Exporters", "Importers", "Store", "Keys", "ViewModels",
        "Cells",
        "Themes", arguments, logging,
      ], swiftSettings: strict),
    .executableTarget(
      name: "sideline-bench",
      dependencies: [
        "App", "Engine", "Numerics", "Signals", "Panes", "Domain", "Importers", "Store", "Keys", "ViewModels",
        "Cells",
        logging,
      ], swiftSettings: strict),

    .target(
      name: "Support", path: "Tests/Support", swiftSettings: strict),
    tests("ArchitectureTests", on: []),
    tests("DomainTests", on: ["Domain"]),
    tests("NumericsTests", on: ["Numerics"]),
    tests("KeysTests", on: ["Keys"]),
    tests("CellsTests", on: ["Cells", "Themes"]),
    tests("TerminalTests", on: ["Keys", "Terminal"]),
    tests("ExportersTests", on: ["Domain", "Exporters"]),
    tests("ImportersTests", on: ["Domain", "Importers"]),
    tests("SignalsTests", on: ["Domain", "Numerics", "Signals", "Support"]),
    tests("EngineTests", on: ["Domain", "Numerics", "Engine", "Support"]),
    tests("ViewModelsTests", on: ["Domain", "Keys", "Signals", "ViewModels"]),
    .testTarget(
      name: "PanesTests",
      dependencies: [
        "Domain", "Keys", "Engine", "Numerics", "Signals", "ViewModels", "Cells", "Panes", "Themes",
        "Support",
      ], exclude: ["Snapshots"], swiftSettings: strict),
    tests("StoreTests", on: ["Domain", "Store", database]),
    tests("AppTests", on: ["Domain", "Engine", "Store", "Keys", "ViewModels", "Cells", "App", logging]),
    // Runs the program itself, so it is built first.
    tests("EndToEndTests", on: ["sideline"]),
  ]
)
