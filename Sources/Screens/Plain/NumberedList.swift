import SENDDomain
import TerminalKit

/// A list as it is read out, whatever its rows are: pages of ten, rows by number, marks.
protocol NumberedList {
  var query: ListQuery { get }
  /// What is shown where nobody chose.
  var usualStates: ListQuery.States { get }
  var counts: StateCounts? { get }
  var shownCount: Int? { get }
  var hasNews: Bool { get }
  var markCount: Int { get }
  /// Whether the first row held is the first of the whole list, the last one the last.
  var isFromStart: Bool { get }
  var isToEnd: Bool { get }
  /// How many rows are held.
  var rowCount: Int { get }
  var chosenIndex: Int? { get }

  /// Where the row with this number in the workspace stands among those held.
  func index(of id: Int64) -> Int?
  func row(at index: Int) -> any PlanListRow
  func isMarked(at index: Int) -> Bool
  mutating func choose(at index: Int)
  mutating func setMark(_ isMarked: Bool, at index: Int)
  mutating func clearMarks()
  /// Moves the choice so many rows on, or back when negative.
  mutating func advance(by rows: Int) -> [Effect]
}

extension ListPane: NumberedList {
  var markCount: Int { list.marks.count }
  var isFromStart: Bool { list.atStart }
  var isToEnd: Bool { list.atEnd }
  var rowCount: Int { list.rows.count }
  var chosenIndex: Int? { list.selectedIndex }

  func index(of id: Int64) -> Int? { list.rows.firstIndex { $0.key.id == id } }
  func row(at index: Int) -> any PlanListRow { list.rows[index] }
  func isMarked(at index: Int) -> Bool { list.marks.contains(list.rows[index].id) }
  mutating func choose(at index: Int) { list.select(list.rows[index].id) }

  mutating func setMark(_ isMarked: Bool, at index: Int) {
    let row = list.rows[index]
    guard row.isMarkable, list.marks.contains(row.id) != isMarked else { return }
    if isMarked {
      list.marks.insert(row.id)
    } else {
      list.marks.remove(row.id)
    }
    guard let plan = row.planID else { return }
    if isMarked { markedPlans.append(plan) } else { markedPlans.removeAll { $0 == plan } }
  }
}
