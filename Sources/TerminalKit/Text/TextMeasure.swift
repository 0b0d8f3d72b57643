/// Columns, not letters: how much room text takes on a terminal.
package enum TextMeasure {
  /// Columns the text takes when drawn on one line, after sanitising and, in ASCII, transliteration.
  package static func width(_ text: String, glyphs: Glyphs = .unicode) -> Int {
    if glyphs == .unicode, let simple = SimpleScalars.width(text) { return simple }
    return CellText(text, glyphs: glyphs).width
  }

  /// The text cut to fit, with `…` in place of what is missing; unchanged text when it fits.
  ///
  /// - Returns: Text of at most `columns` columns, cut at a grapheme boundary, sanitised.
  package static func cut(_ text: String, to columns: Int, glyphs: Glyphs = .unicode) -> String {
    let laid = CellText(text, glyphs: glyphs)
    if laid.width <= columns { return string(laid.pieces[...]) }
    let mark = glyphs.ellipsis
    let markWidth = mark.unicodeScalars.count
    if columns < markWidth { return String(repeating: ".", count: max(0, columns)) }
    let fitting = laid.prefix(fitting: columns - markWidth)
    return string(laid.pieces[..<fitting.count]) + mark
  }

  /// The text cut or padded with spaces to exactly this many columns.
  package static func fit(
    _ text: String, to columns: Int, align: Alignment = .left, glyphs: Glyphs = .unicode
  ) -> String {
    let cut = cut(text, to: columns, glyphs: glyphs)
    let spare = max(0, columns - width(cut, glyphs: glyphs))
    let before = align.spaceBefore(spare)
    return String(repeating: " ", count: before) + cut
      + String(repeating: " ", count: spare - before)
  }

  private static func string(_ pieces: ArraySlice<CellPiece>) -> String {
    var view = String.UnicodeScalarView()
    for piece in pieces {
      view.append(contentsOf: Cell(packed: piece.packed, width: 1, style: .text).scalars)
    }
    return String(view)
  }
}

extension String {
  /// The text as it may be shown on one line; see ``Sanitiser``. Storage keeps the original.
  package func sanitisedForDisplay() -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: Sanitiser.scalars(of: self))
    return String(view)
  }

  /// The same of a text of any length, such as a note, of which nothing may be lost.
  package func sanitisedWhole() -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: Sanitiser.scalars(of: self, limit: .max))
    return String(view)
  }

  /// The text spelt in ASCII, for the `C` locale and `--ascii`.
  package func transliteratedToASCII() -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: Transliteration.ascii(Sanitiser.scalars(of: self, limit: .max)))
    return String(view)
  }
}

/// Where text stands in a wider space.
package enum Alignment: Sendable, Hashable {
  /// At the left edge.
  case left
  /// At the right edge, as numbers do.
  case right
  /// In the middle, nearer the left when it cannot be exact.
  case centre

  /// Of so many spare columns, those that go before the text.
  func spaceBefore(_ spare: Int) -> Int {
    switch self {
    case .left: 0
    case .right: spare
    case .centre: spare / 2
    }
  }
}
