import SENDDomain

/// The focus stays with a child whose row has gone because of what was done, where another row of
/// theirs is on the screen, and comes back to the one that undo names: what is typed next is never
/// meant for another child unseen. Where none is, the next row has it.
extension ListPane {
  /// Notes where the focused child stands, before what was recorded moves the row.
  mutating func rememberPlace() {
    guard let row = selected else { return }
    let done = (place: row.key(sortedBy: query.sort), query: query)
    if let child = row.childID {
      donePlaces[child] = done
    } else if let signpost = row.signpost {
      doneSignposts[signpost.id] = done
    }
  }

  /// Puts the focus on a row of this child once the list is read anew.
  mutating func goTo(_ child: Child.ID) {
    rememberPlace()
    wanted = child
  }

  /// Puts the focus on the row of this signpost, which names no child, once the list is read anew.
  mutating func goTo(_ signpost: Signpost.ID) {
    rememberPlace()
    wantedSignpost = signpost
  }

  /// Goes to the row of the wanted signpost; to where it stood where it is not among those held.
  private mutating func follow(_ signpost: Signpost.ID) -> [Effect] {
    if let row = list.rows.first(where: { $0.signpost?.id == signpost }) {
      list.select(row.id)
      return []
    }
    guard let done = doneSignposts.removeValue(forKey: signpost), done.query == query
    else { return [] }
    place = done.place
    wantedSignpost = signpost
    return reload()
  }

  /// Called when the list was read anew.
  ///
  /// - Parameters:
  ///   - former: The row that had the focus.
  ///   - known: The rows that were held.
  /// - Returns: What is to be read where the wanted child stands further off.
  mutating func follow(_ former: Row?, _ known: Set<Row.ID>) -> [Effect] {
    guard !list.isWaiting else {
      (wanted, sought, wantedSignpost) = (nil, nil, nil)
      return []
    }
    if let signpost = wantedSignpost {
      wantedSignpost = nil
      return follow(signpost)
    }
    guard let child = wanted else {
      guard let child = former?.childID, selected?.childID != child else { return [] }
      // Near by: who works down a list is not sent far away.
      if list.visible.contains(where: { $0.childID == child }) { focus(on: child, known) }
      return []
    }
    let wasSought = sought == child
    (wanted, sought) = (nil, nil)
    if focus(on: child, known) || wasSought { return [] }
    if let done = donePlaces.removeValue(forKey: child), done.query == query {
      place = done.place
    } else {
      // Recorded elsewhere, or before the program was started.
      sought = child
    }
    wanted = child
    return reload()
  }

  /// Goes to the row of a child that was not there before, else stays on one of its rows, else
  /// goes to its first.
  ///
  /// - Returns: Whether the child has a row among those that are held.
  @discardableResult
  private mutating func focus(on child: Child.ID, _ known: Set<Row.ID>) -> Bool {
    let rows = list.rows.filter { $0.childID == child }
    guard let first = rows.first else { return false }
    if let fresh = rows.first(where: { !known.contains($0.id) }) {
      list.select(fresh.id)
    } else if selected?.childID != child {
      list.select(first.id)
    }
    return true
  }
}
