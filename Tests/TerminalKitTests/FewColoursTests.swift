import Testing

@testable import TerminalKit

/// Letters on terminals with 8 and 16 colours, in the palettes that the usual ones come with.
struct FewColoursTests {
  private func fitted(_ theme: Theme, _ role: Role, _ colours: Int) -> Theme.Look {
    theme[role].fitted(to: colours, least: theme.least)
  }

  private func number(_ colour: Colour) throws -> Int {
    guard case .indexed(let number) = colour else { throw Missing() }
    return Int(number)
  }

  private struct Missing: Error {}

  @Test(arguments: [Theme.dark, .light, .highContrast], [8, 16])
  func `every role can be read in every usual palette, bold or not`(
    theme: Theme, colours: Int
  ) throws {
    for role in Role.allCases {
      let look = fitted(theme, role, colours)
      let letters = try number(look.foreground)
      let ground = try number(look.background)
      #expect(max(letters, ground) < colours)
      // Most such terminals draw bold letters in the brighter colour.
      let drawn =
        look.attributes.contains(.bold) && letters < 8 ? [letters, letters + 8] : [letters]
      for palette in BasicPalette.usual {
        for letters in drawn {
          #expect(
            palette.contrast(letters, ground) >= theme.least,
            "\(theme.name) \(role) \(palette.name)")
        }
      }
    }
  }

  @Test(arguments: [Theme.dark, .light, .highContrast], [8, 16, 256])
  func `bars stand out by three to one`(theme: Theme, colours: Int) throws {
    for role in [Role.selected, .selectedMuted, .tabActive] {
      let (bar, ground) = (fitted(theme, role, colours), fitted(theme, .text, colours))
      if colours == 256 {
        #expect(try #require(bar.background.contrast(with: ground.background)) >= 3)
      } else {
        let contrast = BasicPalette.leastContrast(
          try number(bar.background), try number(ground.background))
        #expect(contrast >= 3, "\(theme.name) \(role)")
      }
    }
  }

  @Test func `the colours that stand in are these`() throws {
    func pair(_ theme: Theme, _ role: Role, _ colours: Int) throws -> [Int] {
      let look = fitted(theme, role, colours)
      return [try number(look.foreground), try number(look.background)]
    }
    #expect(try pair(.dark, .text, 8) == [7, 0])
    #expect(try pair(.dark, .late, 8) == [7, 0])
    #expect(try pair(.dark, .late, 16) == [9, 0])
    #expect(try pair(.dark, .info, 8) == [6, 0])
    #expect(try pair(.dark, .selected, 8) == [0, 6])
    #expect(try pair(.light, .late, 8) == [0, 7])
    #expect(try pair(.light, .late, 16) == [1, 15])
    #expect(try pair(.light, .info, 8) == [4, 7])
    #expect(try pair(.light, .selected, 8) == [7, 4])
    #expect(try pair(.highContrast, .late, 16) == [15, 0])
    #expect(try pair(.highContrast, .selected, 8) == [0, 7])
    #expect(fitted(.light, .title, 8).attributes == [])
    #expect(fitted(.dark, .title, 8).attributes == .bold)
    #expect(fitted(.dark, .late, 256) == Theme.dark[.late])
    // 88 colours are another cube, of which only the first sixteen are known.
    #expect(try pair(.dark, .late, 88) == [9, 0])
  }

  @Test(arguments: [16, 256, 0])
  func `the terminal's own colours and mono are left as they are`(colours: Int) {
    for theme in [Theme.terminal, .mono] {
      for role in Role.allCases { #expect(fitted(theme, role, colours) == theme[role]) }
    }
  }

  @Test func `of the terminal's own, hues stand out from black and from white by three to one`() {
    // Each of them comes with a sign or a word, which ScreensTests see to.
    let hued = Role.allCases.filter { Theme.terminal[$0].foreground != .standard }
    // Sentences, numbers to ring and corrections stand nowhere else in words: they have none.
    #expect(hued == [.late])
    for role in hued {
      guard case .indexed(let letters) = Theme.terminal[role].foreground else { continue }
      for palette in BasicPalette.usual {
        #expect(palette.contrast(Int(letters), 0) >= 3, "\(role) \(palette.name)")
        #expect(palette.contrast(Int(letters), 15) >= 3, "\(role) \(palette.name)")
      }
    }
    // No colour does better on both.
    for colour in 0..<16 {
      let (black, white) = (
        BasicPalette.leastContrast(colour, 0), BasicPalette.leastContrast(colour, 15)
      )
      #expect(min(black, white) < 4.5)
    }
  }

  @Test func `eight colours make bright ones of bold, and leave the others out`() {
    #expect(fitted(.terminal, .late, 8) == Theme.Look(.indexed(1), on: .standard, .bold))
    #expect(fitted(.terminal, .info, 8) == Theme.Look())
    #expect(fitted(.terminal, .error, 8) == Theme.terminal[.error])
    let own = Theme.described(name: "mine", ["soon": "222"]).theme
    #expect(fitted(own, .soon, 8) == Theme.Look())
  }
}
