import Foundation
import Testing

/// What each target may import. SwiftPM alone does not stop an undeclared import of a target that is built anyway.
private let allowed: [String: Set<String>] = [
  "Domain": [],
  "Numerics": ["Kernels"],
  "Cells": [],
  "Keys": [],
  "Importers": ["Domain", "CExpat"],
  "Exporters": ["Domain"],
  "Signals": ["Domain", "Kernels", "CKissFFT"],
  "Engine": ["Domain", "Numerics", "Kernels", "Signals"],
  "ViewModels": ["Domain", "Keys"],
  "Panes": ["Domain", "Keys", "ViewModels", "Cells"],
  "themes": ["Cells"],
  "Store": ["Domain", "Foundation", "GRDB", "GRDBSQLite", "CSodium", "CZlib", "Glibc"],
  "Terminal": ["Cells", "Keys", "CNcurses", "CTerminalSupport", "Glibc"],
  "App": [
    "Domain", "Numerics", "Importers", "Exporters", "Engine", "Signals", "Store", "Keys", "ViewModels",
    "Cells", "Themes", "Foundation", "Glibc", "Synchronization", "TOMLKit", "Logging",
  ],
  "sideline": [
    "App", "Panes", "Terminal", "Domain", "Exporters", "Importers", "Store", "Keys", "ViewModels", "Cells",
    "Themes", "ArgumentParser", "Logging", "Foundation", "Dispatch", "Glibc", "Synchronization",
  ],
  "sideline-bench": [
    "App", "Engine", "Numerics", "Signals", "Panes", "Domain", "Importers", "Store", "Keys", "ViewModels",
    "Cells",
    "Foundation", "Logging", "Dispatch", "Glibc", "Synchronization",
  ],
]

/// Targets without a line of Swift: C, and the maps to the system's libraries.
private let withoutSwift: Set<String> = [
  "Kernels", "CTerminalSupport", "CNcurses", "CSodium", "CZlib", "CExpat", "CKissFFT",
]

/// Pure targets: no world, no clock, no randomness that is not passed in.
private let pure = [
  "Domain", "Numerics", "Cells", "Keys", "Importers", "Exporters", "Signals", "Engine", "ViewModels",
  "Panes", "themes",
]

private let root = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../..").standardizedFileURL

@Suite struct ImportTests {
  @Test(arguments: allowed.keys.sorted())
  func `a target imports only what the graph allows`(target: String) throws {
    let files = try swiftFiles(of: target)
    #expect(!files.isEmpty, "\(target) has no Swift file: is it listed under its right name?")
    for file in files {
      for module in try imports(of: file) {
        #expect(
          allowed[target]!.contains(module), "\(file.lastPathComponent) may not import \(module)")
      }
    }
  }

  @Test func `every target is listed here`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Sources").path)
    for folder in folders where !folder.hasPrefix(".") {
      #expect(
        allowed[folder] != nil || withoutSwift.contains(folder),
        "\(folder) is a new target: say here what it may import")
    }
  }

  @Test(arguments: pure)
  func `a pure target names neither the clock nor chance`(target: String) throws {
    let forbidden = [
      "Date()", "UUID()", "SystemRandomNumberGenerator", ".random(in: ", "ContinuousClock",
      "SuspendingClock", "DispatchQueue", "print(",
    ]
    for file in try swiftFiles(of: target) {
      for (number, line) in try lines(of: file).enumerated() {
        let code = line.prefix { $0 != "/" || !line.contains("//") }
        for word in forbidden where code.contains(word) && !code.contains("using: ") {
          Issue.record("\(file.lastPathComponent):\(number + 1) uses \(word)")
        }
      }
    }
  }

  @Test func `no file grows beyond what a reader can hold`() throws {
    for target in allowed.keys {
      for file in try swiftFiles(of: target) {
        let count = try lines(of: file).count
        let limit = try lines(of: file).prefix(3).contains { $0.contains("whole method") } ? 500 : 450
        #expect(count <= limit, "\(file.lastPathComponent) has \(count) lines")
      }
    }
  }
}

private func swiftFiles(of target: String) throws -> [URL] {
  let folder = target == "themes" ? root.appending(path: target) : root.appending(path: "Sources/\(target)")
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return try #require(files).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
}

private func lines(of file: URL) throws -> [Substring] {
  try String(contentsOf: file, encoding: .utf8)
    .split(separator: "\n", omittingEmptySubsequences: false)
}

/// The modules a file names in import lines, with or without an access level.
private func imports(of file: URL) throws -> [String] {
  try lines(of: file).compactMap { line in
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "import"), place <= 2, place + 1 < words.count,
      words[..<place].allSatisfy({ ["public", "internal", "package", "private", "@testable"].contains($0) })
    else { return nil }
    return String(words[place + 1])
  }
}
