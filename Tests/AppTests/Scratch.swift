import App
import Domain
import Foundation
import Store
import Synchronization
import ViewModels

/// A private folder and a world whose clock stands and whose dice count.
struct Scratch {
  let folder = NSTemporaryDirectory() + "sideline-app-\(UUID().uuidString)"
  var database: String { folder + "/sideline.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Monday 23 November 2026, 07:31 in Shanghai; identifiers from `seed` on.
  func world(seed: UInt64 = 1) -> World {
    let dice = Dice(seed: seed)
    return World(
      now: { Instant(seconds: 1_795_390_260) }, randomBits: { dice.next() },
      utcOffsetSeconds: { _ in 8 * 3600 },
      environment: ["HOME": folder, "XDG_CONFIG_HOME": folder + "/config"])
  }

  func desk(seed: UInt64 = 1, log: CommandLog? = nil) throws -> Desk {
    try Desk.open(at: database, world: world(seed: seed), log: log)
  }

  func write(_ text: String, to path: String) throws {
    let file = folder + "/" + path
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }
}

private final class Dice: Sendable {
  private let state: Mutex<UInt64>
  init(seed: UInt64) { state = Mutex(seed) }
  func next() -> UInt64 {
    state.withLock { value in
      value &+= 0x9E37_79B9_7F4A_7C15
      return value
    }
  }
}

extension AthleteDraft {
  static func example(_ name: String = "李雨桐", latin: String? = "Li Yutong") -> AthleteDraft {
    AthleteDraft(
      identity: Identity(name: name, latinName: latin), sex: .female, birthYear: 2006,
      population: .university, eventGroup: .distance, event: "800 m", level: .trained, squad: nil,
      maximumHeartRate: 196, restingHeartRate: 52, loadUnit: .sessionRPE)
  }
}
