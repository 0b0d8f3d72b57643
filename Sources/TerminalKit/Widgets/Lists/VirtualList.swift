/// A list of any length that holds only the rows near the selection.
///
/// Rows are known by identity and fetched by key: the list asks for what stands before or after a row,
/// never for an offset. A move beyond what has arrived is remembered and completed when the rows come,
/// so nothing blocks and no key is lost. The selection survives reloads, filters and resizes.
package struct VirtualList<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
  /// The rows held, in order, without gaps.
  package internal(set) var rows: [Row] = []
  /// Whether the first row held is the first of the whole list.
  package internal(set) var atStart = true
  /// Whether the last row held is the last of the whole list.
  package internal(set) var atEnd = true
  /// The focused row; nil only in a list without rows.
  package internal(set) var selectedID: Row.ID?
  /// The marked rows, whether or not they are among ``rows``.
  package var marks: Set<Row.ID> = []
  /// The first visible row, as an index of ``rows``.
  package internal(set) var top = 0
  /// Visible rows.
  package private(set) var height: Int

  /// Rows still to move once they arrive; negative towards the top.
  var owed = 0
  /// The end the selection is on its way to.
  var jump: Jump?
  /// What has been asked for and not answered.
  var isAwaitingBefore = false
  var isAwaitingAfter = false
  /// Counts reloads, so that answers to earlier requests are known.
  var generation = 0

  enum Jump: Hashable, Sendable { case start, end }

  /// An empty list.
  package init(height: Int = 20) {
    self.height = max(1, height)
  }

  /// A list of rows.
  package init(_ rows: [Row], atStart: Bool = true, atEnd: Bool = true, height: Int = 20) {
    self.init(height: height)
    self.rows = rows
    self.atStart = atStart
    self.atEnd = atEnd
    selectedID = rows.first?.id
  }

  /// Whether the whole list has no rows.
  package var isEmpty: Bool { rows.isEmpty }

  /// The focused row.
  package var selected: Row? { selectedIndex.map { rows[$0] } }

  /// The focused row's index in ``rows``.
  package var selectedIndex: Int? {
    guard let selectedID else { return nil }
    // The selection is nearly always on screen, so look there first.
    let near = max(0, top - 1)..<min(rows.count, top + height + 1)
    if near.lowerBound < near.upperBound,
      let index = near.first(where: { rows[$0].id == selectedID })
    {
      return index
    }
    return rows.firstIndex { $0.id == selectedID }
  }

  /// Whether a move waits for rows that have not come yet.
  package var isWaiting: Bool { owed != 0 || jump != nil }

  /// The rows on screen.
  package var visible: ArraySlice<Row> {
    rows[min(top, rows.count)..<min(top + height, rows.count)]
  }

  /// Rows to ask for at a time: a few screens.
  package var batch: Int { max(50, 2 * height) }

  /// Takes another height, as after a resize; the selection stays in view.
  package mutating func resize(height: Int) {
    guard height != self.height else { return }
    self.height = max(1, height)
    scrollToSelection()
  }

  /// Selects a row that is held.
  ///
  /// - Returns: Whether it was found.
  @discardableResult
  package mutating func select(_ id: Row.ID) -> Bool {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
    owed = 0
    jump = nil
    selectedID = rows[index].id
    scrollToSelection()
    return true
  }

  /// Selects the row with this index in ``rows``, as a click does.
  package mutating func select(at index: Int) {
    if rows.indices.contains(index) { select(rows[index].id) }
  }

  /// Marks the focused row, or takes its mark away.
  package mutating func toggleMark() {
    guard let selectedID else { return }
    if marks.remove(selectedID) == nil { marks.insert(selectedID) }
  }

  /// Brings ``top`` to where the selection is in view and no room is wasted.
  mutating func scrollToSelection() {
    guard let index = selectedIndex else {
      top = 0
      return
    }
    top = VirtualList.top(showing: index, from: top, height: height, count: rows.count)
  }

  /// The first visible row that keeps `index` in view with the least scrolling.
  static func top(showing index: Int, from top: Int, height: Int, count: Int) -> Int {
    var top = min(top, max(0, count - height))
    if index < top { top = index }
    if index >= top + height { top = index - height + 1 }
    return max(0, top)
  }
}
