extension VirtualList {
  /// Takes a fresh window of rows, as after a filter, a sort or a change of data.
  ///
  /// The focused row stays focused and keeps its place on the screen if it is among the rows. If it is
  /// not, the nearest of its former neighbours that is still there takes the focus, else the first row.
  /// Requests on their way are dropped; moves that waited for them are carried on.
  ///
  /// - Returns: Rows to fetch next, as after a move.
  @discardableResult
  package mutating func replace(
    rows fresh: [Row], atStart: Bool, atEnd: Bool
  ) -> ListRequest<Row>? {
    let kept = selectionToKeep(in: fresh)
    let screenRow = selectedIndex.map { $0 - top } ?? 0
    let formerJump = jump
    let formerOwed = owed
    generation += 1
    isAwaitingBefore = false
    isAwaitingAfter = false
    owed = 0
    jump = nil
    rows = fresh
    self.atStart = atStart
    self.atEnd = atEnd
    selectedID = kept.map { fresh[$0].id }
    top = max(0, (kept ?? 0) - screenRow)
    scrollToSelection()
    let request = formerJump.map { go(to: $0) } ?? nil
    return advance(by: formerOwed) ?? request
  }

  /// Puts changed rows in the place of those with the same identity; others are left out.
  package mutating func update(_ changed: [Row]) {
    for row in changed {
      if let index = rows.firstIndex(where: { $0.id == row.id }) { rows[index] = row }
    }
  }

  /// Forgets marks on rows that are gone; the caller knows which.
  package mutating func unmark(_ ids: Set<Row.ID>) { marks.subtract(ids) }

  private func selectionToKeep(in fresh: [Row]) -> Int? {
    guard !fresh.isEmpty else { return nil }
    guard let index = selectedIndex else { return 0 }
    var places: [Row.ID: Int] = [:]
    places.reserveCapacity(fresh.count)
    for (place, row) in fresh.enumerated() { places[row.id] = place }
    if let place = places[rows[index].id] { return place }
    for distance in 1...max(1, rows.count) {
      let after = index + distance
      let before = index - distance
      if after < rows.count, let place = places[rows[after].id] { return place }
      if before >= 0, let place = places[rows[before].id] { return place }
    }
    return 0
  }
}
