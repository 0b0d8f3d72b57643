/// One line of text being edited, by graphemes.
///
/// Holds what was typed as it was typed; only drawing sanitises. Home, End and `^A` go to the ends,
/// `^U` clears the line, `^W` deletes a word; `^E` is left to the caller, who opens an editor.
package struct TextField: Hashable, Sendable {
  private(set) var characters: [Character]
  /// Characters before the cursor.
  package private(set) var cursor: Int

  /// A field with this text and the cursor after it.
  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// What stands in the field. Setting it puts the cursor at the end.
  package var text: String {
    get { String(characters) }
    set { self = TextField(newValue) }
  }

  /// Whether nothing stands in it.
  package var isEmpty: Bool { characters.isEmpty }

  /// Takes a key or pasted text; Enter, Esc, Tab and the arrows up and down are ignored.
  package mutating func handle(_ event: TerminalEvent) -> Outcome {
    switch event {
    case .key(let key): return handle(key)
    case .paste(let text):
      insert(PastedText.onOneLine(text))
      return .consumed
    default: return .ignored
    }
  }

  /// Puts text at the cursor.
  package mutating func insert(_ text: String) {
    // A mark typed after its letter joins it, so the pieces are put together as one text.
    let head = String(characters[..<cursor]) + text
    let tail = characters[cursor...]
    let characters = Array(head)
    cursor = characters.count
    self.characters = characters + tail
  }

  private mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .character(let character): insert(String(character))
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .ctrl("a"): cursor = 0
    case .end: cursor = characters.count
    case .backspace, .ctrl("h"):
      guard cursor > 0 else { break }
      cursor -= 1
      characters.remove(at: cursor)
    case .delete:
      guard cursor < characters.count else { break }
      characters.remove(at: cursor)
    case .ctrl("u"):
      characters = []
      cursor = 0
    case .ctrl("w"): deleteWord()
    default: return .ignored
    }
    return .consumed
  }

  private mutating func deleteWord() {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  /// Draws the text in the first row of the rectangle, scrolled so that the cursor shows.
  ///
  /// - Returns: The cell of the cursor.
  @discardableResult
  package func draw(
    on canvas: inout Canvas, in rect: Rect, isFocused: Bool = true, placeholder: String = ""
  ) -> Point {
    let style = Style(isFocused ? .fieldFocused : .field)
    let row = rect.row(0)
    canvas.fill(row, style)
    if characters.isEmpty {
      canvas.write(placeholder, at: row.origin, width: row.width, style: Style(.muted))
      return row.origin
    }
    guard isFocused else {
      canvas.write(text, at: row.origin, width: row.width, style: style)
      return row.origin
    }
    let widths = characters.map { TextMeasure.width(String($0), glyphs: canvas.glyphs) }
    var before = widths[..<cursor].reduce(0, +)
    var first = 0
    while before >= max(1, row.width), first < cursor {
      before -= widths[first]
      first += 1
    }
    canvas.clipped(to: row) { canvas in
      _ = canvas.write(String(characters[first...]), at: row.origin, width: nil, style: style)
    }
    return Point(x: row.x + before, y: row.y)
  }
}

/// Pasted text made fit to be kept: it is never run as keys.
enum PastedText {
  /// For a single line: newlines and tabs become spaces, other control characters go.
  static func onOneLine(_ text: String) -> String {
    lines(text).joined(separator: " ")
  }

  /// For a note: lines without control characters.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where afterReturn: continue
      case 0x0A, 0x0D:
        lines.append(String(line))
        line = String.UnicodeScalarView()
      case 0x09: line.append(" ")
      case 0x00...0x1F, 0x7F...0x9F: continue
      default: line.append(scalar)
      }
    }
    lines.append(String(line))
    return lines
  }
}
