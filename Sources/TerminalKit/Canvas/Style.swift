/// What a piece of the screen means; a theme turns it into colours and attributes.
package enum Role: UInt8, CaseIterable, Sendable, Hashable {
  /// Ordinary text.
  case text
  /// Less important text: column headings, hints, what is not yet due.
  case muted
  /// The heading of a screen, a popup or a group.
  case title
  /// A date that has passed, and other things that went wrong.
  case late
  /// A date within the coming days.
  case soon
  /// A step that was done.
  case met
  /// Neutral facts that should stand out.
  case info
  /// A date that is missing.
  case unknown
  /// The focused row, card or choice.
  case selected
  /// Less important text within the focused row.
  case selectedMuted
  /// The tab of the present screen.
  case tabActive
  /// The other tabs.
  case tabInactive
  /// The role of the person and `DEMO`, at the end of row 1.
  case banner
  /// A key in the footer, the help and the palette.
  case key
  /// Rules and boxes.
  case border
  /// A refusal or a correction under a field.
  case error
  /// A field that is not focused.
  case field
  /// The field that has the focus.
  case fieldFocused
  /// The letters that a search matched.
  case match
  /// A marked row.
  case marked
}

/// How letters are drawn, on any terminal, whatever the theme.
package struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit per attribute.
  package let rawValue: UInt8

  /// A set from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Bold or bright.
  package static let bold = Attributes(rawValue: 1)
  /// Underlined.
  package static let underline = Attributes(rawValue: 2)
  /// Foreground and background exchanged.
  package static let reverse = Attributes(rawValue: 4)
  /// Fainter than usual.
  package static let dim = Attributes(rawValue: 8)
}

/// The role of a cell, with attributes of its own besides those of the theme.
package struct Style: Hashable, Sendable {
  /// What the cell means.
  package var role: Role
  /// Attributes added to those of the theme.
  package var attributes: Attributes

  /// A style.
  package init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// Ordinary text.
  package static let text = Style(.text)
}
