import SENDDomain

/// The order of the triage list, which is read in two parts: what is not known and what the law sets
/// by day, then what was agreed by day. Each part is a walk along an index; one walk over both would
/// pass every later statutory date before it met the first agreed one.
enum Triage {
  /// One window that may lie across both parts.
  ///
  /// - Parameter read: Reads a window of the agreed part, or with false of the other, by keys whose
  ///   numbers are days alone.
  static func window<Row: Sendable>(
    _ anchor: ListAnchor, limit: Int,
    read: (_ isAgreed: Bool, ListAnchor, _ limit: Int) throws -> ListWindow<Row>
  ) throws -> ListWindow<Row> {
    let isInAgreed = anchor.key.map { $0.number >= ListKey.agreedOffset / 2 } ?? false
    switch anchor {
    case .end, .before:
      let startsInAgreed = anchor == .end || isInAgreed
      let last = try read(startsInAgreed, anchor.withinItsPart, limit)
      guard startsInAgreed, last.atStart else { return last }
      let first = try read(false, .end, limit - last.rows.count)
      return ListWindow(
        rows: first.rows + last.rows, atStart: first.atStart, atEnd: last.atEnd)
    case .start, .child, .after, .from, .row:
      let first = try read(isInAgreed, anchor.withinItsPart, limit)
      guard !isInAgreed, first.atEnd else {
        return ListWindow(
          rows: first.rows, atStart: first.atStart, atEnd: isInAgreed && first.atEnd)
      }
      let last = try read(true, .start, limit - first.rows.count)
      return ListWindow(rows: first.rows + last.rows, atStart: first.atStart, atEnd: last.atEnd)
    }
  }
}

extension ListAnchor {
  fileprivate var key: ListKey? {
    switch self {
    case .after(let key), .before(let key), .from(let key), .row(let key): key
    case .child(_, let key): key
    case .start, .end: nil
    }
  }

  /// The same with the day alone for a number.
  fileprivate var withinItsPart: ListAnchor {
    func day(_ key: ListKey) -> ListKey {
      var key = key
      if key.number >= ListKey.agreedOffset / 2 { key.number -= ListKey.agreedOffset }
      return key
    }
    return switch self {
    case .after(let key): .after(day(key))
    case .before(let key): .before(day(key))
    case .from(let key): .from(day(key))
    case .row(let key): .row(day(key))
    case .start, .end, .child: self
    }
  }
}
