extension Key {
  /// The key as help, footer and key files name it: `PgDn`, `^S`, `space`, `F1`, `m`.
  package var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .ctrl(let letter): "^" + letter.uppercased()
    case .function(let number): "F\(number)"
    default: Key.names.first { $0.key == self }?.name ?? "?"
    }
  }

  /// The key of a name, as a key file may give it: `PgDn`, `^s`, `Ctrl-S`, `space`, `F1`, `m`.
  ///
  /// Names of more than one character are read without regard to case. Nil when there is no such key.
  package init?(name: String) {
    if name.count == 1, let character = name.first, Key.isTypable(character) {
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    if let named = Key.names.first(where: { $0.name.lowercased() == lower }) {
      self = named.key
      return
    }
    if let other = Key.otherNames[lower] {
      self = other
      return
    }
    if let letter = Key.controlled(lower) {
      self = .ctrl(letter)
      return
    }
    guard lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number)
    else { return nil }
    self = .function(number)
  }

  private static func isTypable(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }
  }

  /// The letter of `^s`, `ctrl-s` or `c-s`.
  private static func controlled(_ lower: String) -> Character? {
    for prefix in ["^", "ctrl-", "ctrl+", "c-"] where lower.hasPrefix(prefix) {
      let rest = lower.dropFirst(prefix.count)
      guard rest.count == 1, let letter = rest.first, letter.isASCII, letter.isLetter else {
        return nil
      }
      return letter
    }
    return nil
  }

  private static let names: [(key: Key, name: String)] = [
    (.space, "space"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"),
    (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.home, "Home"), (.end, "End"), (.tab, "Tab"),
    (.backTab, "Shift-Tab"), (.enter, "Enter"), (.escape, "Esc"), (.backspace, "Backspace"),
    (.delete, "Del"), (.insert, "Ins"),
  ]

  private static let otherNames: [String: Key] = [
    "return": .enter, "escape": .escape, "pageup": .pageUp, "pagedown": .pageDown,
    "delete": .delete, "insert": .insert, "backtab": .backTab, "s-tab": .backTab, "spc": .space,
  ]
}
