/// Every action of the program, in the order of the manual.
///
/// The one source of keys, footer, help, palette, manual and key tests. Where an action cannot be done
/// just now, callers give the reason in words beside it; the table only knows where it applies.
package struct ActionTable: Sendable {
  /// The actions, in order.
  package let actions: [ActionSpec]

  private let indexByID: [ActionID: Int]
  private let indexByKey: [ContextID: [Key: Int]]

  /// A table; ``problems()`` tells whether it holds together.
  ///
  /// Where two actions claim a key in one context the earlier one has it.
  package init(_ actions: [ActionSpec]) {
    self.actions = actions
    var byID: [ActionID: Int] = [:]
    var byKey: [ContextID: [Key: Int]] = [:]
    for (index, action) in actions.enumerated() {
      if byID[action.id] == nil { byID[action.id] = index }
      for context in action.contexts {
        for key in action.keys where byKey[context]?[key] == nil {
          byKey[context, default: [:]][key] = index
        }
      }
    }
    indexByID = byID
    indexByKey = byKey
  }

  /// The action of this name.
  package subscript(id: ActionID) -> ActionSpec? { indexByID[id].map { actions[$0] } }

  /// The action the key does.
  ///
  /// - Parameter stack: Contexts from the innermost outwards; the first that claims the key has it.
  package func action(for key: Key, in stack: [ContextID]) -> ActionSpec? {
    for context in stack {
      if let index = indexByKey[context]?[key] { return actions[index] }
    }
    return nil
  }

  /// The actions that apply in any of the contexts, in the order of the table.
  package func actions(in stack: [ContextID]) -> [ActionSpec] {
    let places = Set(stack)
    return actions.filter { !$0.contexts.isDisjoint(with: places) }
  }

  /// The keys that really do the action in these contexts: those an inner context has not taken.
  package func keys(for id: ActionID, in stack: [ContextID]) -> [Key] {
    guard let action = self[id] else { return [] }
    return action.keys.filter { self.action(for: $0, in: stack)?.id == id }
  }
}

/// What is wrong with a table of actions.
package enum ActionTableProblem: Hashable, Sendable {
  /// Two actions have one name.
  case duplicateID(ActionID)
  /// Two actions claim a key in one context.
  case clash(Key, ContextID, ActionID, ActionID)
  /// The action's name, help or label is empty.
  case wordsMissing(ActionID)
  /// The action applies nowhere.
  case noContext(ActionID)
}

extension ActionTable {
  /// Which contexts can hold at the same time as another.
  package static let together: [ContextID: [ContextID]] = [
    "everywhere": ["list", "plan", "record", "form", "offer", "followUp"],
    "plan": ["everywhere", "list", "record"], "list": ["everywhere", "plan", "followUp"],
    "followUp": ["everywhere", "list"],
    "record": ["everywhere", "plan"], "form": ["everywhere"], "offer": ["everywhere"],
  ]

  /// Everything that is wrong; empty in a sound table.
  package func problems() -> [ActionTableProblem] {
    var found: [ActionTableProblem] = []
    var seen: Set<ActionID> = []
    var owners: [ContextID: [Key: ActionID]] = [:]
    var told: Set<ActionTableProblem> = []
    for action in actions {
      if !seen.insert(action.id).inserted { found.append(.duplicateID(action.id)) }
      if action.name.isEmpty || action.help.isEmpty || action.label.isEmpty {
        found.append(.wordsMissing(action.id))
      }
      if action.contexts.isEmpty { found.append(.noContext(action.id)) }
      for context in action.contexts.sorted(by: { $0.rawValue < $1.rawValue }) {
        for key in action.keys {
          // A key that two contexts claim clashes where both hold at once.
          let others = [context] + (ActionTable.together[context] ?? [])
          for other in others {
            guard let owner = owners[other]?[key], owner != action.id else { continue }
            let clash = ActionTableProblem.clash(key, context, owner, action.id)
            if told.insert(clash).inserted { found.append(clash) }
            break
          }
          if owners[context]?[key] == nil { owners[context, default: [:]][key] = action.id }
        }
      }
    }
    return found
  }
}
