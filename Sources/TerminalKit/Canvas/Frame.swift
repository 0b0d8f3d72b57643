/// One picture of the screen: the cells, and where the hardware cursor rests.
///
/// Every view gives a cursor: screen readers, braille lines and magnifiers follow it.
package struct Frame: Hashable, Sendable {
  /// The cells.
  package var canvas: Canvas
  /// The first cell of the focused row, card, field or prompt; drivers move it inside the screen.
  package var cursor: Point
  /// Whether the terminal is to tell of clicks and the wheel.
  package var hasMouse = false

  /// A frame.
  package init(canvas: Canvas, cursor: Point) {
    self.canvas = canvas
    self.cursor = cursor
  }
}
