extension Theme {
  /// The themes that are always there, `terminal` first.
  package static let builtIn: [Theme] = [terminal, dark, light, highContrast, mono]

  /// The theme of this name, if it is built in.
  package static func named(_ name: String) -> Theme? { builtIn.first { $0.name == name } }

  /// The terminal's own colours, no background painted, whether that is black or white.
  ///
  /// Of the sixteen only bright red and bright blue stand out from both by 3:1 in every usual palette,
  /// and none by 4.5:1: hue is only where a sign or a word says the same, and what is read for itself
  /// has none.
  package static let terminal: Theme = {
    var theme = Theme(name: "terminal", text: Look())
    theme.setAttributes()
    theme[.late].foreground = .indexed(9)
    return theme
  }()

  /// Light letters on black.
  package static let dark = coloured(
    "dark", text: 231, on: 16, muted: 250, late: 216, soon: 222, met: 151, info: 117,
    unknown: 219, selected: (16, 153))

  /// Dark letters on white.
  package static let light = coloured(
    "light", text: 16, on: 231, muted: 240, late: 88, soon: 94, met: 22, info: 18, unknown: 54,
    selected: (231, 18))

  /// At least 7:1 everywhere.
  package static let highContrast: Theme = {
    var theme = coloured(
      "high-contrast", text: 231, on: 16, muted: 254, late: 216, soon: 228, met: 157, info: 159,
      unknown: 225, selected: (16, 228))
    theme.least = 7
    return theme
  }()

  /// Attributes only.
  package static let mono: Theme = {
    var theme = Theme(name: "mono", text: Look())
    theme.setAttributes()
    return theme
  }()

  private static func coloured(
    _ name: String, text: UInt8, on ground: UInt8, muted: UInt8, late: UInt8, soon: UInt8,
    met: UInt8, info: UInt8, unknown: UInt8, selected: (UInt8, UInt8)
  ) -> Theme {
    var theme = Theme(name: name, text: Look(.indexed(text), on: .indexed(ground)))
    theme.setAttributes()
    let letters: [(Role, UInt8)] = [
      (.muted, muted), (.tabInactive, muted), (.border, muted), (.late, late), (.error, late),
      (.soon, soon), (.met, met), (.info, info), (.unknown, unknown), (.key, info),
      (.match, soon), (.marked, info),
    ]
    for (role, colour) in letters { theme[role].foreground = .indexed(colour) }
    for role in [Role.selected, .selectedMuted, .tabActive] {
      theme[role].foreground = .indexed(selected.0)
      theme[role].background = .indexed(selected.1)
      theme[role].attributes.remove(.reverse)
    }
    return theme
  }

  /// The attributes every theme shares, so that nothing hangs on hue.
  private mutating func setAttributes() {
    let shared: [(Role, Attributes)] = [
      (.title, .bold), (.late, .bold), (.unknown, .bold), (.selected, .reverse),
      (.selectedMuted, .reverse), (.tabActive, .reverse), (.banner, .bold), (.key, .bold),
      (.error, .bold), (.field, .underline), (.fieldFocused, [.underline, .bold]),
      (.match, [.bold, .underline]), (.marked, .bold),
    ]
    for (role, attributes) in shared { self[role].attributes = attributes }
  }
}
