import TerminalKit

extension Root {
  /// The table by which keys are read. What plain mode presses are no keys of a person's.
  var keyTable: ActionTable { isPlain ? .waymark : table }

  /// The move that a key makes here; nil for every other key.
  func move(for key: Key) -> ListMove? {
    keyTable.action(for: key, in: contexts).flatMap { ListMove($0.id) }
  }

  /// An event as what lies on top knows it: its own keys are fixed, those of a person are not.
  ///
  /// - Returns: Nil where the key means nothing there.
  func translated(_ event: TerminalEvent, for layer: Layer) -> TerminalEvent? {
    guard case .key(let key) = event, !isPlain else { return event }
    let action = table.action(for: key, in: [.form, .everywhere])?.id
    if action == .back, key.inserted == nil { return .key(.escape) }
    switch layer {
    case .dialog, .service, .choice, .export: return translated(key, action)
    case .form(let form):
      if action == .save, key.inserted == nil { return .key(.ctrl("s")) }
      if action == .editor, key.inserted == nil { return .key(.ctrl("e")) }
      if key == .ctrl("s") || key == .ctrl("e") { return nil }
      return form.form.focusedField?.isChoice == true ? translated(key, action) : event
    default: return event
    }
  }

  /// A key for what holds no text: moving keys as the person has them, no letters where those
  /// are off.
  func translated(_ key: Key, _ action: ActionID?) -> TerminalEvent? {
    if let move = action.flatMap(ListMove.init) { return move.usualKeys.first.map { .key($0) } }
    if action == .leave { return .key(.character("q")) }
    let isElsewhere = ListMove(key: key) != nil || key == .character("q")
    return isElsewhere || isLetterOff(key) ? nil : .key(key)
  }

  private func isLetterOff(_ key: Key) -> Bool { lettersAreOff && key.inserted != nil }
}
