/// Why a line of a key file was not applied.
package enum RemapProblem: Hashable, Sendable {
  /// No action has this name.
  case unknownAction(String)
  /// No key has this name.
  case unknownKey(String, action: ActionID)
  /// `^L` and `^Z` keep their meaning.
  case fixed(Key, action: ActionID)
  /// The key is text where the action applies.
  case isText(Key, action: ActionID)
  /// The key already does something where this action applies.
  case conflict(Key, action: ActionID, with: ActionID)

  /// The problem in one sentence.
  package var sentence: String {
    switch self {
    case .unknownAction(let name):
      "There is no action named \(name)."
    case .unknownKey(let name, let action):
      "There is no key named \(name) (for \(action.rawValue))."
    case .fixed(let key, let action):
      "\(key.name) cannot be remapped (for \(action.rawValue))."
    case .isText(let key, let action):
      "\(key.name) is text in a form, so it cannot be \(action.rawValue)."
    case .conflict(let key, let action, let other):
      "\(key.name) cannot be both \(action.rawValue) and \(other.rawValue)."
    }
  }
}

extension ActionTable {
  /// Redraw and suspend, which cannot be remapped, and the key by which a terminal ends a program.
  package static let fixedKeys: Set<Key> = [.ctrl("l"), .ctrl("z"), .ctrl("c")]

  /// Where printable keys are text.
  package static let textContexts: Set<ContextID> = ["form"]

  /// The table with other keys, and what could not be done.
  ///
  /// Each action named gets exactly the keys given in place of its own. All changes are tried together,
  /// so two actions may exchange keys; one that would clash keeps its former keys, and the problem
  /// names both actions.
  ///
  /// - Parameter keys: Names of keys by the name of the action, as a key file has them.
  package func remapped(
    _ keys: [String: [String]]
  ) -> (table: ActionTable, problems: [RemapProblem]) {
    var problems: [RemapProblem] = []
    var wanted: [ActionID: [Key]] = [:]
    for (name, keyNames) in keys.sorted(by: { $0.key < $1.key }) {
      let id = ActionID(name)
      guard let action = self[id] else {
        problems.append(.unknownAction(name))
        continue
      }
      if let fixed = action.keys.first(where: ActionTable.fixedKeys.contains) {
        problems.append(.fixed(fixed, action: id))
        continue
      }
      if let new = parsed(keyNames, for: action, problems: &problems) { wanted[id] = new }
    }
    while true {
      let table = with(wanted)
      guard let clash = table.firstClash(involving: Set(wanted.keys)) else {
        return (table, problems)
      }
      problems.append(.conflict(clash.key, action: clash.changed, with: clash.other))
      wanted[clash.changed] = nil
    }
  }

  /// The table without keys that speech or a tremor sets off: only arrows, function and Ctrl keys stay.
  ///
  /// Tab, Enter and Esc stay too.
  ///
  /// - Parameter palette: What reaches actions left without a key; where it would have none itself
  ///   it gets the first function key that nothing has.
  package func withoutCharacterKeys(reachedBy palette: ActionID) -> ActionTable {
    let taken = Set(actions.flatMap(\.keys))
    let free = (1...24).map(Key.function).first { !taken.contains($0) }
    return ActionTable(
      actions.map { action in
        var action = action
        action.keys.removeAll { $0.inserted != nil }
        if action.id == palette, action.keys.isEmpty, let free { action.keys = [free] }
        return action
      })
  }

  private func parsed(
    _ names: [String], for action: ActionSpec, problems: inout [RemapProblem]
  ) -> [Key]? {
    let id = action.id
    var keys: [Key] = []
    for name in names {
      guard let key = Key(name: name) else {
        problems.append(.unknownKey(name, action: id))
        return nil
      }
      if ActionTable.fixedKeys.contains(key) {
        problems.append(.fixed(key, action: id))
        return nil
      }
      if key.inserted != nil, !action.contexts.isDisjoint(with: ActionTable.textContexts) {
        problems.append(.isText(key, action: id))
        return nil
      }
      keys.append(key)
    }
    return keys
  }

  private func with(_ wanted: [ActionID: [Key]]) -> ActionTable {
    ActionTable(
      actions.map { action in
        var action = action
        if let keys = wanted[action.id] { action.keys = keys }
        return action
      })
  }

  private func firstClash(
    involving changed: Set<ActionID>
  ) -> (key: Key, changed: ActionID, other: ActionID)? {
    for problem in problems() {
      guard case .clash(let key, _, let first, let second) = problem else { continue }
      if changed.contains(second) { return (key, second, first) }
      if changed.contains(first) { return (key, first, second) }
    }
    return nil
  }
}
