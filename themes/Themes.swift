public import Cells

/// The themes that come with Sideline, as the files beside this one have them.
public enum BuiltInTheme: String, CaseIterable, Sendable {
  case dark, light, mono

  public var theme: Theme { Theme.parse(source, name: rawValue).theme }

  /// The text of its file.
  public var source: String {
    let bytes =
      switch self {
      case .dark: PackageResources.dark_theme
      case .light: PackageResources.light_theme
      case .mono: PackageResources.mono_theme
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
