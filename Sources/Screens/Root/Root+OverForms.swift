import TerminalKit

/// The help and the palette where text is being typed: their keys that are no letters work there
/// too, and what was typed stays.
extension Root {
  /// Whether a form that records something lies on top.
  var isInForm: Bool {
    if case .form? = layers.last { return true }
    return false
  }

  /// What can be done while a form stays open; the rest waits until it is saved or left.
  private static let alsoInForms: Set<ActionID> = [
    .why, .help, .palette, .hideNames, .letters, .mouse, .lock, .messages, .back, .redraw, .suspend,
  ]

  /// Why an action must wait for the open form; nil where it need not.
  func disabledByForm(_ action: ActionSpec) -> String? {
    guard isInForm, !action.contexts.contains(.form), !Root.alsoInForms.contains(action.id)
    else { return nil }
    return "a form is open; save or leave it first"
  }

  /// Opens the help or the palette over a form, and elsewhere says when they open.
  ///
  /// - Returns: Nil where the key is none of theirs, or is text here.
  mutating func overLayers(_ event: TerminalEvent, _ top: Layer) -> [Effect]? {
    guard case .key(let key) = event, !isPlain,
      let id = table.action(for: key, in: [.form, .everywhere])?.id, id == .help || id == .palette
    else { return nil }
    switch top {
    case .form where key.inserted == nil:
      openActions(id == .help ? .help : .palette)
    case .dialog, .choice, .export: sayClosedFirst(key)
    case .leaving: return nil
    default:
      guard key.inserted == nil else { return nil }
      sayClosedFirst(key)
    }
    return []
  }

  /// Keeps what is filtered by, as Enter does, and opens the help or the palette.
  mutating func overFilter(_ event: TerminalEvent) -> [Effect]? {
    guard case .key(let key) = event, key.inserted == nil, !isPlain,
      let action = table.action(for: key, in: [.everywhere]),
      action.id == .help || action.id == .palette
    else { return nil }
    front.typing = nil
    return run(action)
  }

  private mutating func sayClosedFirst(_ key: Key) {
    announce(Announcement.text("\(key.name) works when this is closed: Esc closes it."))
  }

  /// Saves, edits or leaves the form beneath the list that its action was chosen from.
  mutating func runInForm(_ id: ActionID) -> [Effect] {
    let key: Key = id == .save ? .ctrl("s") : id == .editor ? .ctrl("e") : .escape
    return isInForm ? handleLayer(.key(key), isTranslated: true) : []
  }
}
