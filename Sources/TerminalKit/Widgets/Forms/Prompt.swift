/// A question on the last line, with room for the answer. It owns the cursor.
package struct Prompt: Hashable, Sendable {
  /// What the prompt did with an event.
  package enum Outcome: Hashable, Sendable {
    /// The text changed: filters that live follow it now.
    case changed
    /// Taken without changing the text.
    case consumed
    /// Not for the prompt, such as the arrows up and down.
    case ignored
    /// Enter: the text as it stands.
    case submitted(String)
    /// Esc.
    case cancelled
  }

  /// The words before the answer: `/`, `Find`, `Save as`.
  package var label: String
  /// The answer.
  package var field: TextField
  /// What may be typed, shown while the answer is empty.
  package var hint: String

  /// A prompt.
  package init(_ label: String, text: String = "", hint: String = "") {
    self.label = label
    field = TextField(text)
    self.hint = hint
  }

  /// The answer as typed so far.
  package var text: String { field.text }

  /// Takes an event.
  package mutating func handle(_ event: TerminalEvent) -> Outcome {
    switch event {
    case .key(.enter): return .submitted(field.text)
    case .key(.escape): return .cancelled
    default: break
    }
    let before = field.text
    guard field.handle(event) == .consumed else { return .ignored }
    return field.text == before ? .consumed : .changed
  }

  /// Draws the prompt in the first row of the rectangle.
  ///
  /// - Returns: The cursor, in the answer.
  @discardableResult
  package func draw(on canvas: inout Canvas, in rect: Rect) -> Point {
    let row = rect.row(0)
    canvas.fill(row)
    let used = canvas.write(label + " ", at: row.origin, style: Style(.key))
    return field.draw(on: &canvas, in: row.splitLeft(used).rest, placeholder: hint)
  }
}

/// A sentence that asks before what undo cannot bring back. Cancelling is the default.
package struct Confirmation: Hashable, Sendable {
  /// What the question did with an event.
  package enum Outcome: Hashable, Sendable {
    /// Still waiting.
    case consumed
    /// The word was typed, or the key pressed: do it.
    case confirmed
    /// Esc, or Enter without the word.
    case cancelled
  }

  /// The question, naming the count and what cannot be undone.
  package var question: String
  /// The word to be typed, or nil when Enter alone does it.
  package var word: String?
  private var prompt: Prompt

  /// A question.
  ///
  /// - Parameter ending: What the keys do, where they do more than the usual.
  package init(_ question: String, word: String?, ending: String? = nil) {
    self.question = question
    self.word = word
    let usual = word.map { "type \($0) and Enter, or Esc" } ?? "Enter does it, Esc does not"
    prompt = Prompt(question + " (" + (ending ?? usual) + ")")
  }

  /// Takes an event. Where no word is asked for nothing can be typed either.
  package mutating func handle(_ event: TerminalEvent) -> Outcome {
    if word == nil, event != .key(.enter), event != .key(.escape) { return .consumed }
    switch prompt.handle(event) {
    case .submitted(let text):
      guard let word else { return .confirmed }
      return Folding.key(text) == Folding.key(word) ? .confirmed : .cancelled
    case .cancelled: return .cancelled
    case .changed, .consumed, .ignored: return .consumed
    }
  }

  /// Draws the question so that it ends on the first row of the rectangle, before the answer: one
  /// that is longer begins on the rows above, for nobody should answer half a question.
  @discardableResult
  package func draw(on canvas: inout Canvas, in rect: Rect) -> Point {
    let width = max(1, rect.width - (word.map { TextMeasure.width($0) + 2 } ?? 2))
    let lines = WordWrap.lines(prompt.label, width: width, glyphs: canvas.glyphs)
    var row = rect.row(0)
    row.y -= lines.count - 1
    for line in lines.dropLast() {
      canvas.fill(row)
      canvas.write(line, at: row.origin, width: row.width, role: .key)
      row.y += 1
    }
    var shown = prompt
    shown.label = lines.last ?? ""
    return shown.draw(on: &canvas, in: row)
  }
}
