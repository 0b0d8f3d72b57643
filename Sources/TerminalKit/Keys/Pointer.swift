/// What the mouse did. Only clicks and the wheel are heard; marking text is the terminal's own.
package enum Pointer: Hashable, Sendable {
  /// The left button was pressed there.
  case click(Point)
  /// The wheel was turned.
  case wheelUp, wheelDown
}

/// What a click on a part of the screen does.
package enum Target: Hashable, Sendable {
  /// Selects the row with this index among those the list holds.
  case row(Int)
  /// Goes to the line of a numbered list, from 0.
  case choice(Int)
  /// Goes to the field of a form, from 0.
  case field(Int)
  /// Does what the key does.
  case key(Key)
  /// Runs the action.
  case action(ActionID)
}

extension Canvas {
  /// A part of the screen that can be clicked.
  package struct Place: Hashable, Sendable {
    package var rect: Rect
    package var target: Target
  }

  /// Lets a click on the rectangle do something.
  package mutating func offer(_ target: Target, at rect: Rect) {
    let area = clip.intersection(rect)
    if !area.isEmpty { places.append(Place(rect: area, target: target)) }
  }
}
