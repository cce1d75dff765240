import Cells
import Foundation
import Testing
import Themes

@Suite struct ThemeContrastTests {
  /// Red, green and blue of an xterm index from 16 up: the 6 × 6 × 6 cube, then 24 greys.
  private func components(_ index: UInt8) -> [Double] {
    let number = Int(index)
    precondition(number >= 16, "0 to 15 belong to the terminal")
    if number >= 232 { return Array(repeating: Double(8 + 10 * (number - 232)), count: 3) }
    let cube = number - 16
    let steps: [Int] = [cube / 36, cube / 6 % 6, cube % 6]
    return steps.map { $0 == 0 ? 0 : Double(55 + 40 * $0) }
  }

  /// Relative luminance, WCAG 2.1.
  private func luminance(_ index: UInt8) -> Double {
    let linear = components(index).map { value in
      let share = value / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private func contrast(_ role: Role, on ground: Ground, in theme: Theme) throws -> Double {
    let ink = theme.ink(role, on: ground)
    let one = luminance(try #require(ink.foreground))
    let other = luminance(try #require(ink.background))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  private static let textRoles: [Role] = [
    .text, .strong, .muted, .accent, .key, .good, .watch, .alarm, .sim, .fit, .fat, .form, .series,
    .z1, .z2, .z3, .z4, .z5,
  ]
  private static let grounds: [Ground] = [.base, .raised, .bar, .card, .overlay, .select]

  @Test func `black on white is 21 and the palette's corners are known`() {
    #expect(abs((luminance(231) + 0.05) / (luminance(16) + 0.05) - 21) < 1e-9)
    #expect(components(196) == [255, 0, 0])
    #expect(components(24) == [0, 95, 135])
    #expect(components(255) == [238, 238, 238])
  }

  @Test(arguments: [BuiltInTheme.dark, .light])
  func `text can be read on every ground it is written on`(builtIn: BuiltInTheme) throws {
    let theme = builtIn.theme
    for role in Self.textRoles {
      for ground in Self.grounds + [.cur] where !(role.isZone && ground == .cur) {
        #expect(try contrast(role, on: ground, in: theme) >= 4.5, "\(role) on \(ground)")
      }
    }
  }

  @Test(arguments: [BuiltInTheme.dark, .light])
  func `text can be read on strong grounds and on the map`(builtIn: BuiltInTheme) throws {
    let theme = builtIn.theme
    for ground in [Ground.here, .danger] {
      #expect(try contrast(.onhere, on: ground, in: theme) >= 4.5, "\(ground)")
      #expect(try contrast(.text, on: ground, in: theme) >= 4.5, "\(ground)")
    }
    for ground in [Ground.lift, .h0, .h1, .h2, .h3, .h4, .h5, .h6, .h7] {
      for role in [Role.text, .strong, .muted] {
        #expect(try contrast(role, on: ground, in: theme) >= 4.5, "\(role) on \(ground)")
      }
    }
  }

  @Test(arguments: [BuiltInTheme.dark, .light])
  func `marks can be seen on the grounds they are drawn on`(builtIn: BuiltInTheme) throws {
    for role in [Role.past, .edge, .series, .fit, .fat, .form] {
      for ground in [Ground.base, .raised] {
        if builtIn == .light, role == .past, ground == .raised { continue }  // next test
        let value = try contrast(role, on: ground, in: builtIn.theme)
        #expect(value >= 3, "\(role) on \(ground): \(value)")
      }
    }
  }

  @Test func `last week's bars can be seen on the raised ground of the light theme`() throws {
    let value = try contrast(.past, on: .raised, in: BuiltInTheme.light.theme)
    #expect(value >= 3)
  }

  /// The design's table: the lowest contrast of each role, dark and light.
  private static let design: [(Role, Double, Double)] = [
    (.text, 7.4, 10.4), (.strong, 9.8, 15.8), (.muted, 5.0, 5.3), (.accent, 6.6, 5.5),
    (.key, 6.6, 5.5), (.good, 6.6, 6.3), (.watch, 8.2, 4.5), (.alarm, 4.9, 5.9), (.sim, 6.2, 6.2),
    (.fit, 4.9, 5.1), (.fat, 5.1, 5.5), (.form, 7.7, 5.3), (.series, 5.0, 5.1), (.z1, 4.9, 4.8),
    (.z2, 4.7, 5.1), (.z3, 5.0, 5.9), (.z4, 5.5, 4.5), (.z5, 4.8, 8.1),
  ]

  @Test func `contrasts are those of the design's table`() throws {
    for (role, dark, light) in Self.design {
      for (builtIn, expected) in [(BuiltInTheme.dark, dark), (.light, light)] {
        let lowest = try Self.grounds.map { try contrast(role, on: $0, in: builtIn.theme) }.min()
        #expect(abs(try #require(lowest) - expected) <= 0.051, "\(role) in \(builtIn)")
      }
    }
  }
}

extension Role {
  fileprivate var isZone: Bool { [.z1, .z2, .z3, .z4, .z5].contains(self) }
}
