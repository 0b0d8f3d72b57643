import SENDDomain
import TerminalKit

/// A list as the frame works with it, whatever its rows are.
protocol FrontList: NumberedList, Sendable {
  var source: ListSource { get }
  var query: ListQuery { get set }
  var counts: StateCounts? { get set }
  /// The filter while it is being typed.
  var typing: Prompt? { get set }
  var hasNews: Bool { get set }
  var isLoaded: Bool { get }
  var isReloading: Bool { get }
  var isMarking: Bool { get }
  /// Whether rows that a move is owed are on their way.
  var isOwed: Bool { get }
  var focusedRow: (any PlanListRow)? { get }
  /// The plans an action is for.
  var targets: [Plan.ID] { get }
  var saved: SavedView.List { get }
  var usualScope: Scope { get set }
  var narrowing: Narrowing? { get }

  mutating func reload(fromStart: Bool) -> [Effect]
  mutating func sort(by sort: ListQuery.Sort) -> [Effect]
  mutating func move(_ move: ListMove) -> [Effect]
  mutating func select(at index: Int)
  mutating func resize(height: Int)
  mutating func beginFilter()
  mutating func typed(_ event: TerminalEvent) -> [Effect]
  mutating func back() -> [Effect]?
  mutating func toggleMark() -> [Effect]
  mutating func toggleAllMarks() -> [Effect]
  mutating func mark(_ rows: [MarkedRow]?)
  mutating func counted(_ count: Int, token: Int)
  mutating func failed()
  mutating func narrow(to narrowing: Narrowing?) -> [Effect]
  mutating func rememberPlace()
  mutating func goTo(_ child: Child.ID)
  mutating func goTo(_ signpost: Signpost.ID)
  mutating func restore(_ view: SavedView.List) -> Bool
}

extension ListPane: FrontList {
  var isOwed: Bool { list.isWaiting }
  var focusedRow: (any PlanListRow)? { selected }
  mutating func select(at index: Int) { list.select(at: index) }
}

extension Root {
  /// The list that the screen in front shows; behind the Local Offer, which has its own, any.
  var front: any FrontList {
    get {
      switch screen {
      case .today: today
      case .reviews, .offer: reviews
      case .assessments: deskList ?? assessments
      }
    }
    set { put(newValue) }
  }

  /// The list of the desk in front: its advice or its provision; nil where the assessments stand.
  private var deskList: (any FrontList)? {
    guard let desk else { return nil }
    return isOnProvision ? provision[desk] : advice[desk]
  }

  private mutating func put(_ list: any FrontList) {
    if let list = list as? ListPane<DueRow> { today = list }
    if let list = list as? ListPane<ReviewRow> { reviews = list }
    if let list = list as? ListPane<AssessmentRow> { assessments = list }
    if let list = list as? ListPane<AdviceRow>, case .advice(let desk) = list.source {
      advice[desk] = list
    }
    if let list = list as? ListPane<ProvisionRow>, case .provision(let desk) = list.source {
      provision[desk] = list
    }
  }

  /// Every list, to be changed.
  mutating func forEachList(_ change: (inout any FrontList) -> Void) {
    for list in lists {
      var list = list
      change(&list)
      put(list)
    }
  }

  /// Every list, Today first.
  var lists: [any FrontList] {
    [today, reviews, assessments] + AdviceDesk.allCases.compactMap { advice[$0] }
      + AdviceDesk.allCases.compactMap { provision[$0] }
  }

  mutating func withList(_ source: ListSource, _ change: (inout any FrontList) -> Void) {
    guard var list = lists.first(where: { $0.source == source }) else { return }
    change(&list)
    put(list)
  }
}
