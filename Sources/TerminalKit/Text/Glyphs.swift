/// Which characters the terminal can show.
package enum Glyphs: Sendable, Hashable {
  /// Everything Unicode has; the locale is UTF-8.
  case unicode
  /// ASCII only: text is transliterated as it is drawn.
  case ascii

  /// What stands for what was cut off.
  package var ellipsis: String { self == .ascii ? ".." : "…" }
  /// A horizontal rule's cell.
  package var horizontal: String { self == .ascii ? "-" : "─" }
  /// A vertical rule's cell.
  package var vertical: String { self == .ascii ? "|" : "│" }
  /// A step that is done.
  package var tick: String { self == .ascii ? "+" : "✓" }
}
