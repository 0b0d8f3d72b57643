/// The name of a field within its form.
package struct FieldID: RawRepresentable, ExpressibleByStringLiteral, Hashable, Sendable {
  /// The name.
  package let rawValue: String

  /// A field's name.
  package init(rawValue: String) { self.rawValue = rawValue }
  /// A field's name.
  package init(_ rawValue: String) { self.rawValue = rawValue }
  /// A field's name, written in code.
  package init(stringLiteral value: String) { self.rawValue = value }
}

/// Why what stands in a field cannot be taken: a sentence that says what would be right.
package struct FieldProblem: Error, Hashable, Sendable {
  /// The sentence, shown beneath the field.
  package let sentence: String

  /// A problem.
  package init(_ sentence: String) { self.sentence = sentence }
}

/// Reads what was typed: the echo to show beside it (such as a date in full), or what would be right.
package typealias FieldReader = @Sendable (String) -> Result<String, FieldProblem>

/// One field of a form: its label, what stands in it and what is wrong with it.
package struct FormField: Sendable, Identifiable {
  /// What kind of input the field takes.
  package enum Input: Hashable, Sendable {
    /// One line of text.
    case text(TextField)
    /// A note of several lines.
    case area(TextArea)
    /// One of a numbered list; values are stable words.
    case choice(ChoiceList<String>)
    /// Several of a list, or of what is typed.
    case picks(PickList)
  }

  /// The name.
  package let id: FieldID
  /// The words before the value.
  package var label: String
  /// What stands in the field.
  package var input: Input
  /// What may be typed, shown while the field is empty.
  package var hint: String
  /// Reads the text; without one any text is right.
  package var reader: FieldReader?
  /// Rows of a note; 1 for other fields, a choice has one per line while focused.
  package var rows: Int
  /// Whether a digit pressed in this choice saves the whole form.
  package var savesAtOnce: Bool
  /// Whether a digit pressed in this choice goes on to the next field, and on the last one saves.
  package var goesOn = false
  /// Whether what stands in it is never shown, nor how long it is.
  package var isHidden = false
  /// The correction beneath the field; set when the field is left or the form is saved.
  package var problem: FieldProblem?

  /// A line of text.
  package static func text(
    _ id: FieldID, _ label: String, _ text: String = "", hint: String = "",
    reader: FieldReader? = nil
  ) -> FormField {
    FormField(
      id: id, label: label, input: .text(TextField(text)), hint: hint, reader: reader, rows: 1,
      savesAtOnce: false)
  }

  /// A line of text that is not shown: a passphrase.
  package static func hidden(
    _ id: FieldID, _ label: String, reader: FieldReader? = nil
  ) -> FormField {
    var field = text(id, label, hint: "not shown", reader: reader)
    field.isHidden = true
    return field
  }

  /// A note of several lines.
  package static func area(
    _ id: FieldID, _ label: String, _ text: String = "", rows: Int = 3,
    reader: FieldReader? = nil
  ) -> FormField {
    FormField(
      id: id, label: label, input: .area(TextArea(text)), hint: "", reader: reader, rows: rows,
      savesAtOnce: false)
  }

  /// Several of a list; Enter with something marked goes on, or saves at once.
  package static func picks(
    _ id: FieldID, _ label: String, _ options: [String], savesAtOnce: Bool = false,
    reader: FieldReader? = nil
  ) -> FormField {
    FormField(
      id: id, label: label, input: .picks(PickList(options)), hint: "several with ; between them",
      reader: reader, rows: 1, savesAtOnce: savesAtOnce)
  }

  /// One of a numbered list.
  package static func choice(
    _ id: FieldID, _ label: String, _ choices: [ChoiceList<String>.Choice],
    chosen: String? = nil, savesAtOnce: Bool = false, reader: FieldReader? = nil
  ) -> FormField {
    FormField(
      id: id, label: label, input: .choice(ChoiceList(choices, chosen: chosen)), hint: "",
      reader: reader, rows: 1, savesAtOnce: savesAtOnce)
  }

  /// The text, or the value chosen; empty when there is none.
  package var value: String {
    switch input {
    case .text(let field): field.text
    case .area(let area): area.text
    case .choice(let list): list.chosen ?? ""
    case .picks(let list): list.value
    }
  }

  /// What the reader makes of the value: an echo, a correction, or nil without a reader.
  package var reading: Result<String, FieldProblem>? { reader.map { $0(value) } }

  /// Checks the value and keeps the correction, if any.
  ///
  /// - Returns: Whether the value can be taken.
  @discardableResult
  package mutating func check() -> Bool {
    problem = nil
    if case .failure(let found)? = reading { problem = found }
    return problem == nil
  }
}
