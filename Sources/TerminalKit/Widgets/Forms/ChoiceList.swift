/// A numbered list to choose from: a digit takes its line at once, the arrows and Enter do the same.
package struct ChoiceList<Value: Hashable & Sendable>: Hashable, Sendable {
  /// One line of the list.
  package struct Choice: Hashable, Sendable {
    /// What choosing it means.
    package var value: Value
    /// The words beside the digit.
    package var label: String
    /// A remark after the words, such as the law it rests on; may be empty.
    package var hint: String

    /// A line of the list.
    package init(_ value: Value, _ label: String, hint: String = "") {
      self.value = value
      self.label = label
      self.hint = hint
    }
  }

  /// What the list did with an event.
  package enum Outcome: Hashable, Sendable {
    /// The focus moved, or nothing more could be done.
    case consumed
    /// The event means nothing to the list: Tab, Esc and others.
    case ignored
    /// The person chose this.
    case chosen(Value)
  }

  /// The lines, in order.
  package let choices: [Choice]
  /// The line with the focus, from 0.
  package private(set) var focused: Int
  /// What was chosen last, if anything.
  package private(set) var chosen: Value?

  /// A list; the focus is on the chosen line or the first.
  package init(_ choices: [Choice], chosen: Value? = nil) {
    self.choices = choices
    self.chosen = chosen
    focused = choices.firstIndex { $0.value == chosen } ?? 0
  }

  /// The words of what was chosen; empty when nothing was.
  package var chosenLabel: String { choices.first { $0.value == chosen }?.label ?? "" }

  /// Takes a digit, an arrow, `j` and `k`, Home and End, Enter or space.
  package mutating func handle(_ event: TerminalEvent) -> Outcome {
    guard case .key(let key) = event, !choices.isEmpty else { return .ignored }
    switch key {
    case .down, .character("j"): focused = min(focused + 1, choices.count - 1)
    case .up, .character("k"): focused = max(focused - 1, 0)
    case .home, .character("g"): focused = 0
    case .end, .character("G"): focused = choices.count - 1
    case .pageDown: focused = min(focused + 10, choices.count - 1)
    case .pageUp: focused = max(focused - 10, 0)
    case .enter, .space: return take(focused)
    case .character(let character):
      guard let digit = character.wholeNumberValue, character.isASCII else { return .ignored }
      let index = digit == 0 ? 9 : digit - 1
      return choices.indices.contains(index) ? take(index) : .consumed
    default: return .ignored
    }
    return .consumed
  }

  /// Goes to a line without choosing it.
  package mutating func focus(_ index: Int) {
    if choices.indices.contains(index) { focused = index }
  }

  /// Draws one line per choice, scrolled so that the focus shows, the last row telling what is hidden.
  ///
  /// - Returns: The first cell of the focused line.
  @discardableResult
  package func draw(on canvas: inout Canvas, in rect: Rect, isFocused: Bool = true) -> Point {
    guard !rect.isEmpty, !choices.isEmpty else { return rect.origin }
    let fits = choices.count <= rect.height || rect.height == 1
    let room = fits ? rect.height : rect.height - 1
    let top = min(max(0, focused - room + 1), max(0, choices.count - room))
    for row in 0..<min(room, choices.count - top) {
      drawChoice(top + row, on: &canvas, in: rect.row(row), isFocused: isFocused)
    }
    if !fits {
      canvas.write(
        "+\(choices.count - room) more", at: Point(x: rect.x + 2, y: rect.maxY - 1),
        width: rect.width - 2, role: .muted)
    }
    return rect.row(focused - top).origin
  }

  private func drawChoice(_ index: Int, on canvas: inout Canvas, in row: Rect, isFocused: Bool) {
    let choice = choices[index]
    canvas.offer(.choice(index), at: row)
    let isHere = isFocused && index == focused
    let digit = index < 9 ? "\(index + 1)" : index == 9 ? "0" : " "
    let isChosen = choice.value == chosen
    let spans = [
      Span(isHere ? "> " : "  ", isHere ? .selected : .text),
      Span(digit + " ", isHere ? .selected : .key),
      Span(choice.label, isHere ? .selected : .text, isChosen ? .bold : []),
      Span(isChosen ? " (chosen)" : "", isHere ? .selectedMuted : .muted),
      Span(choice.hint.isEmpty ? "" : "  " + choice.hint, isHere ? .selectedMuted : .muted),
    ]
    canvas.write(spans, at: row.origin, width: row.width)
  }

  private mutating func take(_ index: Int) -> Outcome {
    focused = index
    chosen = choices[index].value
    return .chosen(choices[index].value)
  }
}
