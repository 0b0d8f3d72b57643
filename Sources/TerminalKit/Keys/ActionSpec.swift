/// The name of an action, stable across versions: `record.decision`. Key files and logs use it.
package struct ActionID: RawRepresentable, ExpressibleByStringLiteral, Hashable, Sendable {
  /// The name.
  package let rawValue: String

  /// An action's name.
  package init(rawValue: String) { self.rawValue = rawValue }
  /// An action's name.
  package init(_ rawValue: String) { self.rawValue = rawValue }
  /// An action's name, written in code.
  package init(stringLiteral value: String) { self.rawValue = value }
}

/// A place where keys have meanings: a screen, a list, a form, `everywhere`.
package struct ContextID: RawRepresentable, ExpressibleByStringLiteral, Hashable, Sendable {
  /// The name.
  package let rawValue: String

  /// A context's name.
  package init(rawValue: String) { self.rawValue = rawValue }
  /// A context's name.
  package init(_ rawValue: String) { self.rawValue = rawValue }
  /// A context's name, written in code.
  package init(stringLiteral value: String) { self.rawValue = value }
}

/// One thing a person can do: everything that keys, footer, help, palette and manual say about it.
package struct ActionSpec: Hashable, Sendable, Identifiable {
  /// The stable name.
  package var id: ActionID
  /// What the palette calls it: "Record a decision".
  package var name: String
  /// The keys that do it, the best first; empty when only the palette reaches it.
  package var keys: [Key]
  /// One sentence for the help and the manual.
  package var help: String
  /// The word in the footer: "decision".
  package var label: String
  /// Where it applies.
  package var contexts: Set<ContextID>
  /// Whether it changes case data, and so is refused in read-only mode.
  package var writes: Bool
  /// Whether it must be confirmed, because undo cannot bring back what it does.
  package var needsConfirm: Bool

  /// An action.
  package init(
    _ id: ActionID, name: String, keys: [Key], help: String, label: String,
    contexts: Set<ContextID>, writes: Bool = false, needsConfirm: Bool = false
  ) {
    self.id = id
    self.name = name
    self.keys = keys
    self.help = help
    self.label = label
    self.contexts = contexts
    self.writes = writes
    self.needsConfirm = needsConfirm
  }
}
