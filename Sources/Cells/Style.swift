/// What a foreground means; the theme decides how it looks.
public enum Role: String, CaseIterable, Sendable {
  case text, strong, muted, rule, ghost, accent, key
  case good, watch, alarm, sim
  case fit, fat, form
  case z1, z2, z3, z4, z5, z1d, z2d, z3d, z4d, z5d
  case fill, back, edge, onhere, series, past

  /// The role of heart-rate zone 1...5.
  public static func zone(_ zone: Int) -> Role { [.z1, .z2, .z3, .z4, .z5][zone - 1] }
  /// The body under a zone's bright edge.
  public static func zoneBody(_ zone: Int) -> Role { [.z1d, .z2d, .z3d, .z4d, .z5d][zone - 1] }
}

/// What a background means.
public enum Ground: String, CaseIterable, Sendable {
  case base, raised, bar, select, here, danger, overlay, card, cur, lift
  case h0, h1, h2, h3, h4, h5, h6, h7
}

/// One cell: a glyph, what it means and what it stands on.
public struct Cell: Hashable, Sendable {
  public var glyph: Glyph
  public var role: Role
  public var ground: Ground
  /// A foreground role used as background: the lower half of a bar whose upper half is `▀`.
  public var under: Role?

  public init(
    _ glyph: Glyph = .space, role: Role = .text, ground: Ground = .base, under: Role? = nil
  ) {
    self.glyph = glyph
    self.role = role
    self.ground = ground
    self.under = under
  }
}
