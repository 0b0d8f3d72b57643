import CNcurses

/// What one scalar and its marks take on the screen.
struct CellPiece {
  /// As ``Cell/packed``.
  var packed: UInt64
  /// 1 or 2.
  var width: UInt8
  /// Whether a grapheme begins here: only there may text be cut.
  var startsGrapheme: Bool
}

/// Text laid out in cells: sanitised, spelt for the terminal and measured.
struct CellText {
  /// The cells, from the left.
  private(set) var pieces: [CellPiece] = []
  /// Columns in all.
  private(set) var width = 0

  /// Lays out a text of any kind.
  init(_ text: String, glyphs: Glyphs) {
    var scalars = Sanitiser.scalars(of: text)
    if glyphs == .ascii { scalars = Transliteration.ascii(scalars) }
    pieces.reserveCapacity(scalars.count)
    if CellText.needsGraphemes(scalars) {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      for character in String(view) {
        var starts = true
        for scalar in character.unicodeScalars { append(scalar, starts: &starts) }
      }
    } else {
      for scalar in scalars {
        var starts = true
        append(scalar, starts: &starts)
      }
    }
  }

  /// The columns that fit, ending at a grapheme boundary.
  func prefix(fitting columns: Int) -> (count: Int, width: Int) {
    var used = 0
    var boundary = (count: 0, width: 0)
    for (index, piece) in pieces.enumerated() {
      if piece.startsGrapheme { boundary = (index, used) }
      if used + Int(piece.width) > columns { return boundary }
      used += Int(piece.width)
    }
    return (pieces.count, used)
  }

  private mutating func append(_ scalar: Unicode.Scalar, starts: inout Bool) {
    var scalar = scalar
    var columns = Int(cn_width(scalar.value))
    if columns < 0 {
      scalar = "\u{FFFD}"
      columns = 1
    }
    if columns == 0 {
      if !pieces.isEmpty {
        pieces[pieces.count - 1].packed = Cell.adding(
          scalar, to: pieces[pieces.count - 1].packed)
        return
      }
      // A mark with nothing to stand on gets a space.
      pieces.append(
        CellPiece(
          packed: Cell.adding(scalar, to: 0x20), width: 1, startsGrapheme: true))
      width += 1
      starts = false
      return
    }
    pieces.append(
      CellPiece(packed: UInt64(scalar.value), width: UInt8(columns), startsGrapheme: starts))
    width += columns
    starts = false
  }

  /// Whether a grapheme may be more than one spacing scalar: below U+0900 it never is.
  private static func needsGraphemes(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.contains { $0.value >= 0x900 && !SimpleScalars.contains($0.value) }
  }
}
