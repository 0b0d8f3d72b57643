import SENDDomain
import TerminalKit

/// What a row of any list of dates tells the frame: who, which plan, which date.
package protocol PlanListRow: Identifiable, Sendable where ID: Sendable & Hashable {
  var key: ListKey { get }
  /// The identity of the row with this number.
  static func rowID(_ number: Int64) -> ID
  /// Where the row stands in the list sorted so.
  func key(sortedBy sort: ListQuery.Sort) -> ListKey
  /// Nil where the date is not a plan's.
  var planID: Plan.ID? { get }
  /// Nil where no child is named.
  var childID: Child.ID? { get }
  var name: PersonName { get }
  var born: Day? { get }
  var open: OpenDeadline { get }
  var planHistory: PlanHistory? { get }
  /// Why there is no more than the name and the day; nil where there is.
  var withheld: Withheld? { get }
  /// What a family was told of, where the date is for checking back.
  var signpost: Signpost? { get }
  var setting: String { get }
  var owner: String { get }
  var need: String { get }
  /// The assessment whose date it is; nil where it is none's.
  var assessed: Assessment? { get }
  /// The adviser's part of it whose date it is.
  var advicePart: Advice? { get }
  /// Whether it may be marked for doing something to many at once.
  var isMarkable: Bool { get }
  /// The line of provision that the row is; nil where it is none.
  var provisionLine: ProvisionLine? { get }
}

extension PlanListRow {
  package var provisionLine: ProvisionLine? { nil }
  package var isMarkable: Bool { planID != nil }
}

extension ReviewRow: PlanListRow {
  package static func rowID(_ number: Int64) -> Plan.ID { Plan.ID(rawValue: number) }
  package func key(sortedBy sort: ListQuery.Sort) -> ListKey {
    let day = sort == .reviewDue ? reviewDue : open.due
    return ListKey(number: day?.number ?? .min, text: key.text, id: key.id)
  }
  package var planID: Plan.ID? { id }
  package var childID: Child.ID? { child }
  package var planHistory: PlanHistory? { history }
  package var signpost: Signpost? { nil }
  package var assessed: Assessment? { nil }
  package var advicePart: Advice? { nil }
}

extension AssessmentRow: PlanListRow {
  package static func rowID(_ number: Int64) -> Assessment.ID { Assessment.ID(rawValue: number) }
  package func key(sortedBy sort: ListQuery.Sort) -> ListKey { key }
  package var planID: Plan.ID? { nil }
  package var childID: Child.ID? { child }
  package var planHistory: PlanHistory? { nil }
  package var signpost: Signpost? { nil }
  package var setting: String { assessment.setting }
  package var need: String { "" }
  package var assessed: Assessment? { assessment }
  package var advicePart: Advice? { nil }
}

extension AdviceRow: PlanListRow {
  package static func rowID(_ number: Int64) -> Advice.ID { Advice.ID(rawValue: number) }
  package func key(sortedBy sort: ListQuery.Sort) -> ListKey { key }
  package var planID: Plan.ID? { nil }
  package var childID: Child.ID? { child }
  package var planHistory: PlanHistory? { nil }
  package var signpost: Signpost? { nil }
  package var setting: String { assessment.setting }
  package var need: String { "" }
  package var assessed: Assessment? { assessment }
  package var advicePart: Advice? { advice }
  package var isMarkable: Bool { true }
}

extension ProvisionRow: PlanListRow {
  package static func rowID(_ number: Int64) -> ProvisionLine.ID {
    ProvisionLine.ID(rawValue: number)
  }
  package func key(sortedBy sort: ListQuery.Sort) -> ListKey { key }
  package var planID: Plan.ID? { nil }
  package var childID: Child.ID? { child }
  package var open: OpenDeadline { line.review }
  package var planHistory: PlanHistory? { nil }
  package var signpost: Signpost? { nil }
  package var setting: String { line.text.provider }
  package var owner: String { "" }
  package var need: String { "" }
  package var assessed: Assessment? { nil }
  package var advicePart: Advice? { nil }
  package var isMarkable: Bool { withheld == nil }
  package var provisionLine: ProvisionLine? { line }
}

extension DueRow: PlanListRow {
  package static func rowID(_ number: Int64) -> DueRow.ID { DueRow.ID(rawValue: number) }
  package func key(sortedBy sort: ListQuery.Sort) -> ListKey {
    ListKey(number: open.number(sortedBy: sort), text: key.text, id: key.id)
  }
  package var planID: Plan.ID? { plan }
  package var childID: Child.ID? { child }
  package var planHistory: PlanHistory? { history }
  package var assessed: Assessment? { assessment }
  package var advicePart: Advice? { advice }
}

/// A list of plans with its query, counts, filter and marks: the one mechanism behind every list
/// screen. Pure state; what must be read it asks for.
package struct ListPane<Row: PlanListRow>: Sendable {
  package internal(set) var list = VirtualList<Row>()
  package var query: ListQuery
  /// Rows in each state without the filter; nil until first counted.
  package internal(set) var counts: StateCounts?
  /// Rows that pass the filter; nil while they are being counted.
  package internal(set) var filteredCount: Int?
  /// The filter while it is being typed.
  package internal(set) var typing: Prompt?
  package var hasNews = false
  package var isLoaded = false

  let source: ListSource
  /// Whose rows are shown where nobody chose.
  var usualScope: Scope
  /// What somebody chose instead.
  var narrowing: Narrowing?
  /// Whether what is shown is about to be replaced: nothing may be done to the focused row.
  package private(set) var isReloading = false
  /// Whether the rows to be marked are on their way: what is done next is meant for all of them.
  package private(set) var isMarking = false

  /// Where the list was left when the program last ended, until it is read from there.
  var place: ListKey?

  /// The row that had the focus when the list was last asked for anew.
  private var focusedKey: ListKey?

  /// The child whose row is to have the focus once the list is read anew.
  var wanted: Child.ID?
  /// The child whose row was not among those held, and is looked for in the whole list.
  var sought: Child.ID?
  /// The signpost, of nobody named, whose row is to have the focus then.
  var wantedSignpost: Signpost.ID?
  /// Where the row of such a signpost stood when something was recorded on it.
  var doneSignposts: [Signpost.ID: (place: ListKey, query: ListQuery)] = [:]
  /// Where a child's row stood in which list when something was recorded on it.
  var donePlaces: [Child.ID: (place: ListKey, query: ListQuery)] = [:]

  private var requests: [Int: ListRequest<Row>] = [:]
  private var nextToken = 1
  private var reloadToken = 0
  /// Of the read that goes after a plan whose row has moved, and that plan.
  private var seekToken = 0
  private var seekID: Int64?

  package init(_ source: ListSource, query: ListQuery) {
    self.source = source
    self.query = query
    usualScope = query.scope
  }

  package var selected: Row? { list.selected }

  /// The plans an action is for: the marked rows', else the focused row's.
  package var targets: [Plan.ID] {
    if list.marks.isEmpty { return selected?.planID.map { [$0] } ?? [] }
    var seen: Set<Plan.ID> = []
    return markedPlans.filter { seen.insert($0).inserted }
  }

  /// Plans of marked rows, also of those no longer held.
  package internal(set) var markedPlans: [Plan.ID] = []

  /// What the list shows, counted: `12 of 3,332`.
  package var shownCount: Int? {
    query.filter.isEmpty ? counts?.count(of: query) : filteredCount
  }

  // MARK: - Asking

  /// Reads the list again, keeping place and selection.
  package mutating func reload(fromStart: Bool = false) -> [Effect] {
    hasNews = false
    isReloading = true
    requests = [:]
    reloadToken = nextToken
    nextToken += 1
    focusedKey = fromStart || place != nil ? nil : selected?.key(sortedBy: query.sort)
    let anchor: ListAnchor =
      if let place {
        .row(place)
      } else if let sought {
        .child(sought, otherwise: list.atStart ? nil : list.rows.first?.key)
      } else if fromStart || list.atStart || list.rows.isEmpty {
        .start
      } else { .from(list.rows[0].key) }
    let limit = max(list.batch, fromStart ? 0 : list.rows.count)
    filteredCount = query.filter.isEmpty ? nil : filteredCount
    var effects = [load(anchor, limit, reloadToken), .counts(source, query)]
    if !query.filter.isEmpty { effects.append(.count(source, query, token: reloadToken)) }
    return effects
  }

  /// Sorts the list anew; the focused row stays focused, wherever it stands now.
  package mutating func sort(by sort: ListQuery.Sort) -> [Effect] {
    query.sort = sort
    guard let row = selected else { return reload(fromStart: true) }
    isReloading = true
    requests = [:]
    reloadToken = nextToken
    nextToken += 1
    return [load(.from(row.key(sortedBy: sort)), list.batch, reloadToken)]
  }

  package mutating func move(_ move: ListMove) -> [Effect] { ask(list.move(move)) }

  /// Moves the selection so many rows down, or up when negative.
  package mutating func advance(by rows: Int) -> [Effect] { ask(list.advance(by: rows)) }

  private mutating func ask(_ request: ListRequest<Row>?) -> [Effect] {
    guard let request else { return [] }
    let token = nextToken
    nextToken += 1
    requests[token] = request
    let anchor: ListAnchor =
      switch request.kind {
      case .before(let row): .before(row.key)
      case .after(let row): .after(row.key)
      case .start: .start
      case .end: .end
      }
    return [load(anchor, request.count, token)]
  }

  private func load(_ anchor: ListAnchor, _ limit: Int, _ token: Int) -> Effect {
    switch source {
    case .reviews: .loadReviews(query, anchor, limit: limit, token: token)
    case .due: .loadDue(query, anchor, limit: limit, token: token)
    case .assessments: .loadAssessments(query, anchor, limit: limit, token: token)
    case .advice(let desk): .loadAdvice(desk, query, anchor, limit: limit, token: token)
    case .provision(let desk): .loadProvision(desk, query, anchor, limit: limit, token: token)
    }
  }

  // MARK: - Answers

  package mutating func loaded(
    _ window: ListWindow<Row>, token: Int
  ) -> [Effect] {
    if token == reloadToken {
      isReloading = false
      isLoaded = true
      let former = selected
      let known = Set(list.rows.map(\.id))
      let more = ask(
        list.replace(rows: window.rows, atStart: window.atStart, atEnd: window.atEnd))
      if let place {
        list.select(Row.rowID(place.id))
        self.place = nil
      }
      if let seeking = seek(window) { return more + seeking }
      return more + follow(former, known)
    }
    if token == seekToken { return found(window) }
    guard let request = requests.removeValue(forKey: token) else { return [] }
    let reachedEnd =
      switch request.kind {
      case .before, .start: window.atStart
      case .after, .end: window.atEnd
      }
    return ask(
      list.merge(
        window.rows, answering: request, reachedEnd: reachedEnd,
        isWholeList: window.atStart && window.atEnd))
  }

  /// Goes after the focused plan where its row is no longer among those that were read: what its
  /// row is of is still the same. A row of Today ends with its date.
  ///
  /// - Returns: Nil where there is nothing to go after.
  private mutating func seek(_ window: ListWindow<Row>) -> [Effect]? {
    defer { focusedKey = nil }
    guard source == .reviews, wanted == nil, !list.isWaiting, let key = focusedKey,
      !(window.atStart && window.atEnd),
      !list.rows.contains(where: { $0.key.id == key.id })
    else { return nil }
    isReloading = true
    seekID = key.id
    seekToken = nextToken
    nextToken += 1
    return [load(.row(key), list.batch, seekToken)]
  }

  /// Takes what was read around the plan gone after; where it is not in the list any more, nothing.
  private mutating func found(_ window: ListWindow<Row>) -> [Effect] {
    isReloading = false
    guard let row = window.rows.first, row.key.id == seekID else { return [] }
    let more = ask(list.replace(rows: window.rows, atStart: window.atStart, atEnd: window.atEnd))
    list.select(row.id)
    return more
  }

  /// A read failed: what was asked for will not come.
  package mutating func failed() {
    isReloading = false
    isMarking = false
    for request in requests.values { list.failed(request) }
    requests = [:]
  }

  package mutating func counted(_ count: Int, token: Int) {
    if token == reloadToken { filteredCount = count }
  }

  // MARK: - Filter, marks

  package mutating func beginFilter() { typing = Prompt("/", text: query.filter) }

  /// Takes an event of the filter's line.
  package mutating func typed(_ event: TerminalEvent) -> [Effect] {
    guard var prompt = typing else { return [] }
    let outcome = prompt.handle(event)
    typing = prompt
    switch outcome {
    case .changed:
      place = nil
      query.filter = prompt.text
      return reload(fromStart: true)
    case .submitted:
      typing = nil
      return []
    case .cancelled:
      typing = nil
      guard !query.filter.isEmpty else { return [] }
      return clearFilter()
    case .ignored:
      guard case .key(let key) = event, let move = ListMove(key: key),
        key == .up || key == .down || key == .pageUp || key == .pageDown
      else { return [] }
      return self.move(move)
    case .consumed: return []
    }
  }

  /// Takes one level back inside the list: the filter, then the quick filter, then the marks.
  ///
  /// - Returns: Nil where there was nothing to take back.
  package mutating func back() -> [Effect]? {
    if !query.filter.isEmpty { return clearFilter() }
    if !list.marks.isEmpty {
      list.marks = []
      markedPlans = []
      return []
    }
    if query.transfersOnly {
      query.transfersOnly = false
      query.states = usualStates
      return reloadAround()
    }
    if query.states != usualStates || query.provision != nil {
      query.states = usualStates
      query.provision = nil
      return reloadAround()
    }
    if narrowing != nil { return narrow(to: nil) }
    return nil
  }

  /// Shows what somebody chose, or with nil what is usual.
  mutating func narrow(to narrowing: Narrowing?) -> [Effect] {
    self.narrowing = narrowing
    query.scope = narrowing?.scope ?? usualScope
    return reload(fromStart: true)
  }

  private mutating func clearFilter() -> [Effect] {
    query.filter = ""
    return reloadAround()
  }

  /// Reads a longer list around the focused row, which stays focused.
  private mutating func reloadAround() -> [Effect] {
    place = selected?.key(sortedBy: query.sort)
    return reload(fromStart: true)
  }

  /// What is shown where nobody chose.
  var usualStates: ListQuery.States { source == .due ? .needsAction : .all }

  package mutating func toggleMark() -> [Effect] {
    guard let row = selected, row.isMarkable else { return [] }
    list.toggleMark()
    if let plan = row.planID {
      if list.marks.contains(row.id) {
        markedPlans.append(plan)
      } else {
        markedPlans.removeAll { $0 == plan }
      }
    }
    return move(.down)
  }

  /// Marks every row the list shows, which must be asked for, or takes all marks away.
  package mutating func toggleAllMarks() -> [Effect] {
    // As many marks may be on other rows, which the filter hides.
    if !list.marks.isEmpty, list.marks.count == shownCount,
      list.rows.allSatisfy({ list.marks.contains($0.id) })
    {
      clearMarks()
      return []
    }
    isMarking = true
    return [.allRows(source, query)]
  }

  /// Nil where there are too many: the marks stay as they are.
  mutating func mark(_ rows: [MarkedRow]?) {
    isMarking = false
    guard let rows else { return }
    list.marks = Set(rows.map { Row.rowID($0.row) })
    markedPlans = rows.compactMap(\.plan)
  }

  package mutating func clearMarks() {
    list.marks = []
    markedPlans = []
  }
}
