import Testing

@testable import TerminalKit

struct ThemeTests {
  @Test(arguments: [(Theme.dark, 4.5), (.light, 4.5), (.highContrast, 7.0)])
  func `every role can be read`(theme: Theme, least: Double) throws {
    for role in Role.allCases {
      let look = theme[role]
      let contrast = try #require(look.foreground.contrast(with: look.background))
      #expect(contrast >= least, "\(theme.name) \(role)")
    }
  }

  @Test func `the contrasts are those of the table`() throws {
    func contrast(_ foreground: UInt8, _ background: UInt8) throws -> Double {
      let found = Colour.indexed(foreground).contrast(with: .indexed(background))
      return try #require(found).rounded()
    }
    #expect(try contrast(231, 16) == 21)
    #expect(try contrast(250, 16) == 11)
    #expect(try contrast(216, 16) == 12)
    #expect(try contrast(222, 16) == 15)
    #expect(try contrast(151, 16) == 13)
    #expect(try contrast(117, 16) == 13)
    #expect(try contrast(16, 153) == 14)
    #expect(try contrast(240, 231) == 7)
    #expect(try contrast(88, 231) == 10)
    #expect(try contrast(94, 231) == 6)
  }

  @Test func `without colour only attributes are left, and the bar is reversed`() {
    for theme in Theme.builtIn {
      let plain = theme.respecting(noColor: "1")
      for role in Role.allCases {
        #expect(plain[role].foreground == .standard)
        #expect(plain[role].background == .standard)
      }
      #expect(plain[.selected].attributes.contains(.reverse))
      #expect(plain[.tabActive].attributes.contains(.reverse))
    }
    #expect(Theme.dark.respecting(noColor: "") == .dark)
    #expect(Theme.dark.respecting(noColor: nil) == .dark)
  }

  @Test func `the default theme paints no background`() {
    for role in Role.allCases { #expect(Theme.terminal[role].background == .standard) }
  }

  @Test func `a description changes some roles and reports what it cannot read`() {
    let (theme, problems) = Theme.described(
      name: "mine",
      [
        "based_on": "dark", "late": "203 bold", "selected": "16 on 222", "fate": "1",
        "soon": "vermilion",
      ])
    #expect(theme[.late] == Theme.Look(.indexed(203), on: .indexed(16), .bold))
    #expect(theme[.selected] == Theme.Look(.indexed(16), on: .indexed(222)))
    #expect(theme[.soon] == Theme.dark[.soon])
    #expect(problems == [.unknownRole("fate"), .unknownWord("vermilion", role: "soon")])
  }

  @Test func `colours fall back to what the terminal has`() {
    #expect(Colour.indexed(216).number(among: 256) == 216)
    #expect(Colour.indexed(231).number(among: 8) == 7)
    #expect(Colour.indexed(16).number(among: 8) == 0)
    #expect(Colour.indexed(88).number(among: 8) == 1)
    #expect(Colour.indexed(240).number(among: 8) == 0)
    #expect(Colour.indexed(250).number(among: 8) == 7)
    #expect(Colour.indexed(231).number(among: 16_777_216) == 0xFF_FFFF)
    #expect(Colour.standard.number(among: 8) == -1)
  }
}
