import Cells
import Testing
import Themes

@Suite struct ThemeTests {
  @Test func `a theme file is read`() {
    let text = """
      # a comment
      text = 252
        strong=255   # another
      muted = plain
      alarm = bold underline

      background base = 233
      select = 237
      background danger = reverse bold
      muted on select = 250
      any on danger = 16
      """
    let (theme, mistakes) = Theme.parse(text, name: "mine")
    #expect(mistakes.isEmpty)
    #expect(theme.name == "mine")
    let body = theme.ink(.text, on: .base)
    #expect((body.foreground, body.background) == (252, 233))
    #expect(!body.bold && !body.underline && !body.reverse)
    #expect(theme.ink(.strong, on: .select).foreground == 255)
    #expect(theme.ink(.muted, on: .base).foreground == nil)
    #expect(theme.ink(.muted, on: .select) == theme.ink(.muted, on: .select, under: nil))
    #expect(theme.ink(.muted, on: .select).foreground == 250)
    #expect(theme.ink(.alarm, on: .base).bold && theme.ink(.alarm, on: .base).underline)
    let danger = theme.ink(.good, on: .danger)
    #expect(danger.foreground == 16 && danger.reverse && danger.bold && danger.background == nil)
  }

  @Test func `lines that cannot be used are named and the rest still counts`() {
    let text = """
      text = 252
      texte = 252
      strong = 256

      muted = bright
      good 114
      watch = 1 = 2
      background sky = 3
      muted in select = 250
      muted on floor = 250
      nobody on select = 250
      alarm =
      fit = 75 # fine
      sim = -1
      """
    let (theme, mistakes) = Theme.parse(text, name: "mine")
    #expect(mistakes.map(\.line) == [2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 14])
    #expect(mistakes.first?.text == "texte = 252")
    #expect(mistakes.last?.text == "sim = -1")
    #expect(theme.ink(.text, on: .base).foreground == 252)
    #expect(theme.ink(.fit, on: .base).foreground == 75)
    #expect(theme.ink(.strong, on: .base).foreground == nil)
  }

  @Test func `a file with the line ends of Windows is read alike`() {
    let (theme, mistakes) = Theme.parse("text = 252\r\nbogus\r\nfit = 75\r\n", name: "mine")
    #expect(mistakes.map(\.line) == [2])
    #expect(theme.ink(.text, on: .base).foreground == 252)
    #expect(theme.ink(.fit, on: .base).foreground == 75)
  }

  @Test func `tabs part words as blanks do`() {
    let (theme, mistakes) = Theme.parse("text\t=\t252\nmuted on\tselect = 250", name: "mine")
    #expect(mistakes.isEmpty)
    #expect(theme.ink(.text, on: .base).foreground == 252)
    #expect(theme.ink(.muted, on: .select).foreground == 250)
  }

  @Test func `an override of the role comes before one of the ground, and that before the role`() {
    let (theme, _) = Theme.parse(
      "good = 1\ntext = 2\nany on here = 3\ngood on here = 4", name: "mine")
    #expect(theme.ink(.good, on: .here).foreground == 4)
    #expect(theme.ink(.text, on: .here).foreground == 3)
    #expect(theme.ink(.alarm, on: .here).foreground == 3)
    #expect(theme.ink(.good, on: .base).foreground == 1)
    #expect(theme.ink(.alarm, on: .base).foreground == nil)
  }

  @Test func `a role under a half block is its background`() {
    let (theme, _) = Theme.parse("z4 = 179\nz4d = 94\nbackground base = 233", name: "mine")
    #expect(theme.ink(.z4, on: .base, under: .z4d).background == 94)
    #expect(theme.ink(.z4, on: .base).background == 233)
    #expect(theme.ink(.z4, on: .base, under: .z5d).background == 233)
  }

  @Test(arguments: BuiltInTheme.allCases)
  func `a theme that comes along has no mistakes`(theme: BuiltInTheme) {
    #expect(Theme.parse(theme.source, name: "").mistakes.isEmpty)
    #expect(theme.theme.name == theme.rawValue)
  }

  @Test(arguments: [BuiltInTheme.dark, .light])
  func `a theme in colour colours every role and every ground`(theme: BuiltInTheme) {
    #expect(theme.theme.usesColour)
    for ground in Ground.allCases {
      for role in Role.allCases {
        let ink = theme.theme.ink(role, on: ground)
        #expect((16...255).contains(ink.foreground ?? 0), "\(role) on \(ground)")
        #expect((16...255).contains(ink.background ?? 0), "\(ground)")
        #expect(!ink.reverse)
      }
    }
    #expect(theme.theme.ink(.strong, on: .base).bold && theme.theme.ink(.key, on: .base).bold)
    #expect(!theme.theme.ink(.text, on: .base).bold)
  }

  @Test func `the theme without colour has none and tells its signals apart`() {
    let mono = BuiltInTheme.mono.theme
    #expect(!mono.usesColour)
    for ground in Ground.allCases {
      for role in Role.allCases {
        let ink = mono.ink(role, on: ground)
        #expect(ink.foreground == nil && ink.background == nil)
        #expect(ink.reverse == [.select, .here, .danger, .lift].contains(ground))
      }
    }
    let (text, watch, alarm) = (
      mono.ink(.text, on: .base), mono.ink(.watch, on: .base), mono.ink(.alarm, on: .base)
    )
    #expect(!text.bold && watch.bold && !watch.underline && alarm.bold && alarm.underline)
  }

  @Test func `sixteen colours use sixteen colours for every role`() {
    for role in Role.allCases {
      let ink = Theme.sixteen.ink(role, on: .base)
      #expect((0...15).contains(ink.foreground ?? 99), "\(role)")
    }
    #expect(Theme.sixteen.ink(.text, on: .select).reverse)
  }
}
