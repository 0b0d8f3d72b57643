/// Fields to fill in, one per line, label before value, the correction beneath a bad one.
///
/// Tab, Shift-Tab and the arrows move, Enter goes on and saves on the last field, `^S` saves, Esc
/// leaves. Bad input stays as typed and has the cursor.
package struct Form: Sendable {
  /// What the form did with an event.
  package enum Outcome: Hashable, Sendable {
    /// Something changed in the form.
    case consumed
    /// The event means nothing to it; `^E` in a note is for the caller.
    case ignored
    /// Every field can be taken: save ``Form/values``.
    case save
    /// The person wants to leave; ask when ``Form/isDirty``.
    case cancel
  }

  /// The heading.
  package var title: String
  /// The fields, from the top.
  package var fields: [FormField]
  /// The field with the focus, from 0.
  package private(set) var focused: Int
  private let initial: [String]
  /// Fits the other fields to what was chosen, before any is checked: what one must hold may hang
  /// on another.
  package var follow: (@Sendable (inout Form) -> Void)?

  /// A form; the focus is on the first field.
  package init(title: String, fields: [FormField]) {
    self.title = title
    self.fields = fields
    focused = 0
    initial = fields.map(\.value)
  }

  /// From here on a digit only chooses: saving takes a key of its own.
  package mutating func savesNothingAtOnce() {
    for index in fields.indices { fields[index].savesAtOnce = false }
  }

  /// What stands in the fields.
  package var values: [FieldID: String] {
    Dictionary(fields.map { ($0.id, $0.value) }) { first, _ in first }
  }

  /// Whether anything differs from what the form began with.
  package var isDirty: Bool { fields.map(\.value) != initial }

  /// The field with the focus; nil in a form without fields.
  package var focusedField: FormField? {
    fields.indices.contains(focused) ? fields[focused] : nil
  }

  /// What stands in a field; empty when there is no such field.
  package func value(_ id: FieldID) -> String { fields.first { $0.id == id }?.value ?? "" }

  /// Puts text into a field, as after an editor or a saved draft, without making it the beginning.
  package mutating func setValue(_ text: String, of id: FieldID) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    switch fields[index].input {
    case .text: fields[index].input = .text(TextField(text))
    case .area: fields[index].input = .area(TextArea(text))
    case .choice(let list):
      fields[index].input = .choice(ChoiceList(list.choices, chosen: text))
    case .picks(var list):
      list.setValue(text)
      fields[index].input = .picks(list)
    }
    followChoice()
    if fields[index].problem != nil { fields[index].check() }
  }

  private mutating func followChoice() {
    let follow = follow
    follow?(&self)
  }

  /// Shows a correction beneath a field and goes there: what only the caller could find out.
  package mutating func refuse(_ id: FieldID, _ problem: FieldProblem) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[index].problem = problem
    focused = index
  }

  /// Moves the focus to a field.
  package mutating func focus(_ id: FieldID) {
    if let index = fields.firstIndex(where: { $0.id == id }) { focused = index }
  }

  /// Moves the focus to the field with this index, as a click does; the one that is left is
  /// checked where something was entered.
  package mutating func focus(at index: Int) {
    guard fields.indices.contains(index), index != focused else { return }
    _ = pass(by: index - focused)
  }

  /// Goes to a line of the focused choice without choosing it.
  package mutating func focusChoice(_ index: Int) {
    guard fields.indices.contains(focused), case .choice(var list) = fields[focused].input
    else { return }
    list.focus(index)
    fields[focused].input = .choice(list)
  }

  /// Takes an event.
  package mutating func handle(_ event: TerminalEvent) -> Outcome {
    guard fields.indices.contains(focused) else { return .ignored }
    switch event {
    case .key(.ctrl("s")): return save()
    case .key(.escape): return .cancel
    case .key(.tab): return pass(by: 1)
    case .key(.backTab): return pass(by: -1)
    default: break
    }
    if let outcome = giveToInput(event) { return outcome }
    switch event {
    case .key(.up): return pass(by: -1)
    case .key(.down): return pass(by: 1)
    case .key(.enter): return focused == fields.count - 1 ? save() : leave(by: 1)
    default: return .ignored
    }
  }

  /// Checks every field, goes to the first bad one, and tells whether all can be taken.
  package mutating func check() -> Bool {
    var firstBad: Int?
    for index in fields.indices where !fields[index].check() && firstBad == nil {
      firstBad = index
    }
    if let firstBad { focused = firstBad }
    return firstBad == nil
  }

  /// What the focused field makes of the event; nil when it ignores it.
  private mutating func giveToInput(_ event: TerminalEvent) -> Outcome? {
    switch fields[focused].input {
    case .text(var field):
      guard field.handle(event) == .consumed else { return nil }
      fields[focused].input = .text(field)
    case .area(var area):
      guard area.handle(event) == .consumed else { return nil }
      fields[focused].input = .area(area)
    case .choice(var list):
      let outcome = list.handle(event)
      fields[focused].input = .choice(list)
      switch outcome {
      case .ignored: return nil
      case .consumed: return .consumed
      case .chosen: return chose(event)
      }
    case .picks(var list):
      let outcome = list.handle(event)
      fields[focused].input = .picks(list)
      switch outcome {
      case .ignored: return nil
      case .consumed: break
      case .taken: return chose(event)
      }
    }
    if fields[focused].problem != nil { fields[focused].check() }
    return .consumed
  }

  private mutating func chose(_ event: TerminalEvent) -> Outcome {
    followChoice()
    fields[focused].check()
    if fields[focused].savesAtOnce { return save() }
    if event == .key(.enter) || fields[focused].goesOn {
      return focused == fields.count - 1 ? save() : leave(by: 1)
    }
    return .consumed
  }

  private mutating func save() -> Outcome { check() ? .save : .consumed }

  /// Goes on without a word about a field that was only passed: nothing was entered there yet.
  private mutating func pass(by step: Int) -> Outcome {
    let isUntouched = fields[focused].value == initial[focused]
    guard isUntouched, fields[focused].value.isEmpty else { return leave(by: step) }
    focused = (focused + step + fields.count) % fields.count
    return .consumed
  }

  private mutating func leave(by step: Int) -> Outcome {
    fields[focused].check()
    focused = (focused + step + fields.count) % fields.count
    return .consumed
  }
}
