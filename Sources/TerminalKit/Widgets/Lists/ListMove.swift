/// A way to move through a list, a board's column, a text or a choice.
package enum ListMove: Hashable, Sendable {
  /// One row towards the top or the bottom.
  case up, down
  /// Half a page.
  case halfPageUp, halfPageDown
  /// A page.
  case pageUp, pageDown
  /// To the very first or last row.
  case home, end

  /// The move a key makes by default, the same everywhere: arrows, `j k`, `^B ^F`, `^U ^D`, `g G`.
  package init?(key: Key) {
    switch key {
    case .up, .character("k"): self = .up
    case .down, .character("j"): self = .down
    case .pageUp, .ctrl("b"): self = .pageUp
    case .pageDown, .ctrl("f"): self = .pageDown
    case .ctrl("u"): self = .halfPageUp
    case .ctrl("d"): self = .halfPageDown
    case .home, .character("g"): self = .home
    case .end, .character("G"): self = .end
    default: return nil
    }
  }

  /// The keys that make the move by default, the one of its own first.
  package var usualKeys: [Key] {
    switch self {
    case .up: [.up, .character("k")]
    case .down: [.down, .character("j")]
    case .pageUp: [.pageUp, .ctrl("b")]
    case .pageDown: [.pageDown, .ctrl("f")]
    case .halfPageUp: [.ctrl("u")]
    case .halfPageDown: [.ctrl("d")]
    case .home: [.home, .character("g")]
    case .end: [.end, .character("G")]
    }
  }

  /// Rows to move in a window this high; nil for the ends.
  func rows(page: Int) -> Int? {
    let page = max(1, page)
    return switch self {
    case .up: -1
    case .down: 1
    case .halfPageUp: -max(1, page / 2)
    case .halfPageDown: max(1, page / 2)
    case .pageUp: -max(1, page - 1)
    case .pageDown: max(1, page - 1)
    case .home, .end: nil
    }
  }
}
