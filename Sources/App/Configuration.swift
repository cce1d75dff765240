public import Cells
public import Domain
import Foundation
import Keys
import TOMLKit
import Themes
public import ViewModels

/// What the coach set in `config.toml`. A mistake there names its line and keeps the default.
public struct Configuration: Sendable {
  public var coach: String?
  public var theme: Theme
  public var usesASCII = false
  /// Whether the mouse moves sessions; without it the terminal selects text as usual.
  public var usesMouse = true
  /// A role below the one that is on file: it can lower what the coach may do, never raise it.
  public var role: Coach.Role?
  public var bindings = Bindings.standard
  /// The order "needs me" as `[needs_me]` sets it; what cannot be read keeps its standard.
  public var attention = AttentionSettings()
  /// How recordings are cleaned, as `[cleaning]` sets it; what cannot be read keeps its standard.
  public var cleaning = CleaningSettings()
  /// One sentence for each thing that could not be used.
  public var mistakes: [String] = []

  public static func load(_ world: World, themeName: String? = nil) -> Configuration {
    var configuration = Configuration(theme: BuiltInTheme.dark.theme)
    var wanted = themeName
    if let data = FileManager.default.contents(atPath: world.configurationFile) {
      configuration.read(String(decoding: data, as: UTF8.self), wanted: &wanted)
    }
    if let noColour = world.environment["NO_COLOR"], !noColour.isEmpty { wanted = "mono" }
    if let wanted { configuration.choose(wanted, folder: world.themesFolder) }
    return configuration
  }

  private mutating func read(_ text: String, wanted: inout String?) {
    do {
      let table = try TOMLTable(string: text)
      coach = table["coach"]?.string
      if wanted == nil { wanted = table["theme"]?.string }
      usesASCII = table["glyphs"]?.string == "ascii"
      usesMouse = table["mouse"]?.bool ?? true
      readRole(table["role"]?.string)
      readKeys(table["keys"]?.table)
      if let rules = table["needs_me"]?.table {
        mistakes += attention.read(rules)
      } else if table["needs_me"] != nil {
        mistakes.append("config.toml: needs_me is a table, [needs_me]. The standards stay.")
      }
      if let rules = table["cleaning"]?.table {
        mistakes += cleaning.read(rules)
      } else if table["cleaning"] != nil {
        mistakes.append("config.toml: cleaning is a table, [cleaning]. The standards stay.")
      }
      let known: Set<String> = ["coach", "theme", "glyphs", "mouse", "role", "keys", "needs_me", "cleaning"]
      for key in table.keys.sorted() where !known.contains(key) {
        mistakes.append("config.toml has “\(key)”, which nothing uses. The rest is used.")
      }
    } catch let error as TOMLParseError {
      mistakes.append(
        "config.toml, line \(error.source.begin.line) cannot be read. The defaults are used until it is mended."
      )
    } catch {
      mistakes.append("config.toml cannot be read. The defaults are used until it is mended.")
    }
  }

  private mutating func readRole(_ text: String?) {
    guard let text else { return }
    role = Coach.Role.allCases.first { [$0.rawValue, $0.word].contains(text) }
    // A role that cannot be read must not give more than was meant.
    if role == nil {
      role = .readOnly
      let words = Coach.Role.allCases.map(\.word).joined(separator: ", ")
      mistakes.append("config.toml: “\(text)” is no role. Choose one of \(words); read only is used.")
    }
  }

  /// A role on file, lowered by the configured one.
  func lowered(_ onFile: Coach.Role?) -> Coach.Role? {
    guard let role else { return onFile }
    return onFile?.lesser(role) ?? role
  }

  private mutating func readKeys(_ table: TOMLTable?) {
    guard let table else { return }
    for name in table.keys.sorted() {
      guard let intent = Intent(rawValue: name) else {
        mistakes.append("config.toml: [keys] has “\(name)”, which is no command. It is left out.")
        continue
      }
      let words = table[name]?.string.map { [$0] } ?? table[name]?.array?.compactMap(\.string) ?? []
      let keys = words.compactMap { Key($0) }
      guard !keys.isEmpty, keys.count == words.count else {
        mistakes.append(
          "config.toml: “\(words.joined(separator: " "))” for \(name) is no key. The default stays.")
        continue
      }
      bindings.rebind(intent, to: keys)
    }
  }

  /// A theme of the coach's folder first, then one that comes with the program.
  private mutating func choose(_ name: String, folder: String) {
    let file = "\(folder)/\(name).theme"
    let isPlainName = !name.contains("/") && !name.hasPrefix(".")
    if isPlainName, let data = FileManager.default.contents(atPath: file) {
      let (own, wrong) = Theme.parse(String(decoding: data, as: UTF8.self), name: name)
      theme = own
      if let first = wrong.first {
        mistakes.append(
          "\(name).theme, line \(first.line): “\(first.text)” is no colour from 0 to 255. The rest of the theme is used."
        )
      }
    } else if let builtIn = BuiltInTheme(rawValue: name) {
      theme = builtIn.theme
    } else {
      let names = BuiltInTheme.allCases.map(\.rawValue).joined(separator: ", ")
      mistakes.append("There is no theme “\(name)”. Choose one of \(names); dark is used.")
    }
  }
}
