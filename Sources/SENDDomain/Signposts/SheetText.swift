/// A line of a family's sheet, piece by piece, each in a known language.
struct SheetText: Hashable, Sendable {
  enum Tongue: Hashable, Sendable {
    /// The language that was chosen for the family.
    case own
    case english
    /// Numbers, addresses and what else is the same in every language.
    case none
  }

  struct Piece: Hashable, Sendable {
    var text: String
    var tongue: Tongue
  }

  var pieces: [Piece] = []

  init(_ pieces: [Piece] = []) { self.pieces = pieces.filter { !$0.text.isEmpty } }

  static func english(_ text: String) -> SheetText {
    SheetText([Piece(text: text, tongue: .english)])
  }
  static func same(_ text: String) -> SheetText { SheetText([Piece(text: text, tongue: .none)]) }

  /// Both, the family's first; once where they are the same or there is no own word.
  static func both(_ own: String?, _ english: String) -> SheetText {
    guard let own else { return .english(english) }
    if own == english { return SheetText([Piece(text: own, tongue: .own)]) }
    return SheetText([
      Piece(text: own, tongue: .own), Piece(text: " / " + english, tongue: .english),
    ])
  }

  static func + (a: SheetText, b: SheetText) -> SheetText { SheetText(a.pieces + b.pieces) }

  var isEmpty: Bool { pieces.isEmpty }

  var plain: String { pieces.map(\.text).joined() }

  /// For a page in the family's language: what is English there says so.
  func markup(marksEnglish: Bool) -> String {
    pieces.map { piece in
      let text = SheetText.escaped(piece.text)
      return marksEnglish && piece.tongue == .english ? "<span lang=\"en\">\(text)</span>" : text
    }.joined()
  }

  static func escaped(_ text: String) -> String { text.escapedAsMarkup }
}

extension String {
  /// The text as it stands on a page of HTML, in an attribute's double quotation marks too.
  public var escapedAsMarkup: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

extension [SheetText] {
  /// All that say something, with the same between them.
  func joined(_ separator: String) -> SheetText {
    var whole = SheetText()
    for text in self where !text.isEmpty {
      whole = whole.isEmpty ? text : whole + .same(separator) + text
    }
    return whole
  }
}
