/// One cell of a screen: what stands in it, how wide it is and its style. A plain value of 16 bytes.
///
/// A cell holds one spacing scalar and at most two marks that combine with it. The second cell of a
/// wide character is a *continuation*: width 0 and no scalars.
package struct Cell: Hashable, Sendable {
  /// Up to three scalars of 21 bits each, the first in the lowest bits; 0 in a continuation.
  package private(set) var packed: UInt64
  /// The style.
  package var style: Style
  /// 1 or 2 columns; 0 in a continuation.
  package private(set) var width: UInt8

  /// A cell of one scalar.
  package init(_ scalar: Unicode.Scalar, width: UInt8 = 1, style: Style = .text) {
    self.packed = UInt64(scalar.value)
    self.width = width
    self.style = style
  }

  /// A cell from its bits, for the fast paths.
  init(packed: UInt64, width: UInt8, style: Style) {
    self.packed = packed
    self.width = width
    self.style = style
  }

  /// The second half of a wide character.
  static func continuation(style: Style) -> Cell { Cell(packed: 0, width: 0, style: style) }

  /// An empty cell.
  package static let blank = Cell(" ")

  /// Whether it is the second half of the wide character to its left.
  package var isContinuation: Bool { width == 0 }

  /// Whether it shows nothing but its background.
  package var isBlank: Bool { packed == 0x20 }

  /// The scalars, the spacing one first; none in a continuation.
  package var scalars: [Unicode.Scalar] {
    var rest = packed
    var found: [Unicode.Scalar] = []
    while rest != 0 {
      if let scalar = Unicode.Scalar(UInt32(rest & 0x1F_FFFF)) { found.append(scalar) }
      rest >>= 21
    }
    return found
  }

  /// Adds a combining mark; a third and later marks are dropped.
  static func adding(_ mark: Unicode.Scalar, to packed: UInt64) -> UInt64 {
    if packed >> 21 == 0 { return packed | UInt64(mark.value) << 21 }
    if packed >> 42 == 0 { return packed | UInt64(mark.value) << 42 }
    return packed
  }
}
