/// How each role looks: colours and attributes.
package struct Theme: Hashable, Sendable {
  /// How one role looks.
  package struct Look: Hashable, Sendable {
    /// The colour of the letters.
    package var foreground: Colour
    /// The colour behind them.
    package var background: Colour
    /// Attributes besides those of the style.
    package var attributes: Attributes

    /// A look; the terminal's own colours by default.
    package init(
      _ foreground: Colour = .standard, on background: Colour = .standard,
      _ attributes: Attributes = []
    ) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// The name in the configuration.
  package var name: String
  /// The contrast that its letters keep, on terminals with few colours too.
  package var least = 4.5
  private var looks: [Look]

  /// A theme in which every role looks alike until it is given a look of its own.
  package init(name: String, text: Look) {
    self.name = name
    looks = Array(repeating: text, count: Role.allCases.count)
  }

  /// The look of a role.
  package subscript(role: Role) -> Look {
    get { looks[Int(role.rawValue)] }
    set { looks[Int(role.rawValue)] = newValue }
  }

  /// The look of a style: the role's, with the style's own attributes added.
  package func look(of style: Style) -> Look {
    var look = self[style.role]
    look.attributes.formUnion(style.attributes)
    return look
  }

  /// The theme without any colour, for `NO_COLOR`: bold, underline and reverse stay.
  ///
  /// A background that set a role apart becomes reverse.
  package func withoutColour() -> Theme {
    var plain = self
    let ground = self[.text].background
    for role in Role.allCases {
      var look = self[role]
      if look.background != ground { look.attributes.insert(.reverse) }
      plain[role] = Look(.standard, on: .standard, look.attributes)
    }
    return plain
  }

  /// The theme as the environment asks for it: without colour when `NO_COLOR` is set and not empty.
  package func respecting(noColor: String?) -> Theme {
    if let noColor, !noColor.isEmpty { return withoutColour() }
    return self
  }
}
