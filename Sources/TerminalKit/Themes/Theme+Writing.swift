extension Theme {
  /// The theme as a theme file describes it: one line a role, in the order of the roles.
  package var lines: [(role: String, look: String)] {
    Role.allCases.map { role in
      let look = self[role]
      var words = ["\(look.foreground.word) on \(look.background.word)"]
      for (attribute, word) in Theme.attributeWords where look.attributes.contains(attribute) {
        words.append(word)
      }
      return ("\(role)", words.joined(separator: " "))
    }
  }

  /// The theme as a file that people can copy and change.
  package var fileText: String {
    let head = """
      # The theme "\(name)" of Waymark. Copy it under another name into the folder Themes beside the
      # configuration, change it, and choose it with --theme NAME or "theme: NAME".
      #
      # Each role is a line: its letters' colour, "on" and the colour behind them, then bold,
      # underline, reverse or dim. A colour is 0 to 255 (xterm's) or default (the terminal's own).
      # "based_on: NAME" fills in what is left out. "contrast" is what letters need against what is
      # behind them: 4.5 to 1 at least. With 8 or 16 colours others stand in so that it holds.

      """
    return head + "contrast: \(Theme.word(least))\n"
      + lines.map { "\($0.role): \($0.look)\n" }.joined()
  }

  /// A contrast without a point where it needs none.
  package static func word(_ contrast: Double) -> String {
    contrast == contrast.rounded() ? "\(Int(contrast))" : "\(contrast)"
  }

  /// Roles whose letters are hard to read on what is behind them, with the contrast; those whose
  /// colours are the terminal's own are not known.
  package func faint() -> [(role: Role, contrast: Double)] {
    Role.allCases.compactMap { role in
      let look = self[role]
      guard let contrast = look.foreground.contrast(with: look.background), contrast < least
      else { return nil }
      return (role, contrast)
    }
  }

  static let attributeWords: [(Attributes, String)] = [
    (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
  ]
}

extension Colour {
  fileprivate var word: String {
    switch self {
    case .standard: "default"
    case .indexed(let number): "\(number)"
    }
  }
}
