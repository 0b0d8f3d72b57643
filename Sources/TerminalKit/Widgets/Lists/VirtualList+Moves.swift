extension VirtualList {
  /// Moves the selection.
  ///
  /// - Returns: Rows to fetch, if the move or the next ones need them.
  package mutating func move(_ move: ListMove) -> ListRequest<Row>? {
    guard !rows.isEmpty else { return nil }
    guard let step = move.rows(page: height) else {
      return move == .home ? go(to: .start) : go(to: .end)
    }
    return advance(by: step)
  }

  /// Moves the selection so many rows down, or up when negative.
  package mutating func advance(by step: Int) -> ListRequest<Row>? {
    guard let index = selectedIndex else { return nil }
    if jump != nil {
      owed += step
      return nil
    }
    let target = index + owed + step
    let reached = min(max(0, target), rows.count - 1)
    let missing = target - reached
    owed = (missing > 0 && !atEnd) || (missing < 0 && !atStart) ? missing : 0
    selectedID = rows[reached].id
    scrollToSelection()
    return nextRequest()
  }

  /// Adds rows that were asked for.
  ///
  /// - Parameters:
  ///   - arrived: The rows in the order of the list; may be fewer than asked for, or none.
  ///   - reachedEnd: Whether there are no more rows in that direction. After a jump to one end the
  ///     other end counts as not reached unless `isWholeList`.
  ///   - isWholeList: Whether these rows are all there are.
  /// - Returns: Rows to fetch next, if a remembered move needs more.
  package mutating func merge(
    _ arrived: [Row], answering request: ListRequest<Row>, reachedEnd: Bool,
    isWholeList: Bool = false
  ) -> ListRequest<Row>? {
    guard request.generation == generation else { return nil }
    switch request.kind {
    case .before:
      isAwaitingBefore = false
      guard jump == nil else { return nil }
      atStart = reachedEnd
      let known = Set(rows.prefix(batch).map(\.id))
      let fresh = arrived.filter { !known.contains($0.id) }
      rows.insert(contentsOf: fresh, at: 0)
      top += fresh.count
    case .after:
      isAwaitingAfter = false
      guard jump == nil else { return nil }
      atEnd = reachedEnd
      let known = Set(rows.suffix(batch).map(\.id))
      rows.append(contentsOf: arrived.filter { !known.contains($0.id) })
    case .start: land(arrived, at: .start, isWholeList: isWholeList)
    case .end: land(arrived, at: .end, isWholeList: isWholeList)
    }
    let next = advance(by: 0)
    trim()
    return next
  }

  /// Tells that a request failed: the remembered move is given up, and the next key asks again.
  package mutating func failed(_ request: ListRequest<Row>) {
    guard request.generation == generation else { return }
    isAwaitingBefore = false
    isAwaitingAfter = false
    owed = 0
    jump = nil
  }

  /// Goes to an end of the whole list, or asks for it.
  mutating func go(to end: Jump) -> ListRequest<Row>? {
    owed = 0
    if end == .start ? atStart : atEnd {
      jump = nil
      selectedID = end == .start ? rows.first?.id : rows.last?.id
      scrollToSelection()
      return nextRequest()
    }
    guard jump != end else { return nil }
    jump = end
    generation += 1
    isAwaitingBefore = false
    isAwaitingAfter = false
    return ListRequest(
      kind: end == .start ? .start : .end, count: batch, generation: generation)
  }

  private mutating func land(_ arrived: [Row], at end: Jump, isWholeList: Bool) {
    jump = nil
    rows = arrived
    atStart = end == .start || isWholeList
    atEnd = end == .end || isWholeList
    isAwaitingBefore = false
    isAwaitingAfter = false
    selectedID = end == .start ? arrived.first?.id : arrived.last?.id
    top = end == .start ? 0 : max(0, arrived.count - height)
  }

  /// Asks for more when the selection is within two screens of what is held.
  private mutating func nextRequest() -> ListRequest<Row>? {
    guard jump == nil, let index = selectedIndex, let first = rows.first, let last = rows.last
    else { return nil }
    if !atEnd, !isAwaitingAfter, owed > 0 || index + 2 * height >= rows.count {
      isAwaitingAfter = true
      return ListRequest(kind: .after(last), count: batch + max(0, owed), generation: generation)
    }
    if !atStart, !isAwaitingBefore, owed < 0 || index < 2 * height {
      isAwaitingBefore = true
      return ListRequest(kind: .before(first), count: batch + max(0, -owed), generation: generation)
    }
    return nil
  }

  /// Lets go of rows far from the selection, on the side where nothing is on its way.
  private mutating func trim() {
    let most = max(5 * batch, 10 * height)
    guard rows.count > most, let index = selectedIndex else { return }
    let keepBefore = min(index, most / 2)
    let keepAfter = min(rows.count - index - 1, most / 2)
    if !isAwaitingAfter, index + keepAfter + 1 < rows.count {
      rows.removeSubrange((index + keepAfter + 1)...)
      atEnd = false
    }
    let dropped = index - keepBefore
    if !isAwaitingBefore, dropped > 0 {
      rows.removeSubrange(..<dropped)
      top = max(0, top - dropped)
      atStart = false
    }
  }
}
