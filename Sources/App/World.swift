public import Domain
import Foundation

/// The clock, the dice and the folders: everything that differs from run to run. Only this file reads them.
public struct World: Sendable {
  public var now: @Sendable () -> Instant
  public var randomBits: @Sendable () -> UInt64
  /// How far local clocks run ahead of UTC at an instant.
  public var utcOffsetSeconds: @Sendable (Instant) -> Int
  public var environment: [String: String]
  /// The limits and points of the order "needs me", as the coach set them.
  public var attention = AttentionSettings()
  /// How recordings are cleaned, from `[cleaning]` of the configuration.
  public var cleaning = CleaningSettings()

  public init(
    now: @escaping @Sendable () -> Instant, randomBits: @escaping @Sendable () -> UInt64,
    utcOffsetSeconds: @escaping @Sendable (Instant) -> Int, environment: [String: String]
  ) {
    self.now = now
    self.randomBits = randomBits
    self.utcOffsetSeconds = utcOffsetSeconds
    self.environment = environment
  }

  /// The real one.
  public static let real = World(
    now: { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) },
    randomBits: { UInt64.random(in: .min ... .max) },
    utcOffsetSeconds: { instant in
      TimeZone.current.secondsFromGMT(
        for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    },
    environment: ProcessInfo.processInfo.environment)

  /// The same world on the calendar of a simulated season: its morning, and the time passed since.
  public func living(in calendar: SimulatedCalendar) -> World {
    var world = self
    let opened = now()
    let now = now
    world.now = {
      Instant(
        milliseconds: calendar.morning.milliseconds + now().milliseconds - opened.milliseconds)
    }
    world.utcOffsetSeconds = { _ in calendar.utcOffsetSeconds }
    return world
  }

  /// The same world as if it were half past seven on `day`: for looking back at a season.
  public func onTheMorning(of day: Day) -> World {
    var world = self
    let opened = now()
    let now = now
    let morning = localTime(day, second: 7 * 3600 + 1800).instant
    world.now = {
      Instant(milliseconds: morning.milliseconds + now().milliseconds - opened.milliseconds)
    }
    return world
  }

  public var offset: Int { utcOffsetSeconds(now()) }
  public var today: Day { now().day(utcOffsetSeconds: offset) }
  public func identifier<Entity>(of _: Entity.Type) -> Identifier<Entity> {
    Identifier(bits: randomBits())
  }

  // MARK: Folders

  /// `$XDG_DATA_HOME/sideline/sideline.sqlite`.
  public var defaultDatabase: String { folder("XDG_DATA_HOME", ".local/share") + "/sideline.sqlite" }
  public var configurationFile: String { folder("XDG_CONFIG_HOME", ".config") + "/config.toml" }
  public var themesFolder: String { folder("XDG_CONFIG_HOME", ".config") + "/themes" }
  public var logFile: String { folder("XDG_STATE_HOME", ".local/state") + "/sideline.log" }
  public var cacheFolder: String { folder("XDG_CACHE_HOME", ".cache") }

  private func folder(_ variable: String, _ standard: String) -> String {
    if let path = environment[variable], path.hasPrefix("/") { return path + "/sideline" }
    let home = environment["HOME"] ?? NSHomeDirectory()
    return "\(home)/\(standard)/sideline"
  }

  /// `~/x` as a full path.
  public func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return (environment["HOME"] ?? NSHomeDirectory()) + path.dropFirst()
  }

  /// 32 random bytes.
  public func secret() -> [UInt8] {
    (0..<4).flatMap { _ in
      let bits = randomBits()
      return (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
    }
  }
}
