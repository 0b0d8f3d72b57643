import SENDDomain
import TerminalKit

extension OfferHit: Identifiable {}
extension DirectoryHit: Identifiable {}

/// The Local Offer: a search box and what it finds, likeliest first. Nothing that is typed is
/// stored.
package struct OfferPane: Sendable {
  /// Where the keys go.
  package enum Focus: Hashable, Sendable { case box, results, people }

  package internal(set) var box = TextField()
  package internal(set) var focus = Focus.box { didSet { fit() } }
  package internal(set) var query = OfferQuery(limit: OfferPane.batch)
  package internal(set) var list = VirtualList<OfferHit>(height: 20)
  /// Whom to ask, under the services.
  package internal(set) var people = VirtualList<DirectoryHit>(height: 2)
  /// Lines for services and people together.
  private var height = 20
  private var width = 80
  /// What the last answer said besides its services.
  package internal(set) var results = OfferResults()
  /// How long the last answer took.
  package internal(set) var milliseconds: Double?
  /// Counts questions, so that an answer to an earlier one is known.
  var token = 0
  /// Whether the answer to the last question has come.
  package internal(set) var isAnswered = true
  /// The answer that is on its way is to the question before: the row in focus stays.
  private var isReload = false
  /// Whether any question was asked yet.
  package internal(set) var isLoaded = false
  /// The facets that are chosen from one after the other.
  var facet: OfferFacet?

  /// Services that are asked for at a time.
  static let batch = 60

  /// What is chosen for the family, at most ``Signpost/mostServices``, in the order chosen.
  package internal(set) var basket: [OfferHit] = []
  /// The child whose family it is for; nil where none is named.
  package internal(set) var family: Family?

  /// What an action is for: the basket, else the focused service.
  var chosen: [OfferHit] {
    if !basket.isEmpty { return basket }
    return focus == .people ? [] : list.selected.map { [$0] } ?? []
  }

  var today: Day

  package init(today: Day) { self.today = today }

  /// Asks anew: for what stands in the box and the facets.
  mutating func search() -> [Effect] {
    query.text = box.text
    query.offset = 0
    query.limit = OfferPane.batch
    isReload = false
    return ask()
  }

  /// Asks the same again, for services may have changed: as many as are held.
  mutating func reload() -> [Effect] {
    query.offset = 0
    query.limit = max(OfferPane.batch, list.rows.count)
    isReload = true
    return ask()
  }

  private mutating func ask() -> [Effect] {
    token += 1
    isAnswered = false
    isLoaded = true
    return [.searchOffer(query, today: today, token: token)]
  }

  /// Takes an event while the box has the keys.
  ///
  /// - Returns: Nil where the event means nothing to the box.
  mutating func typed(_ event: TerminalEvent) -> [Effect]? {
    let before = box.text
    switch event {
    case .key(.enter), .key(.down):
      focus = list.isEmpty && !people.isEmpty ? .people : .results
      return []
    case .key(.tab), .key(.backTab):
      turn(event == .key(.tab) ? 1 : -1)
      return []
    case .key(.escape):
      focus = .results
      return []
    default:
      guard box.handle(event) == .consumed else { return nil }
    }
    return box.text == before ? [] : search()
  }

  mutating func found(_ answer: OfferResults, milliseconds: Double, token: Int) {
    guard token == self.token else { return }
    isAnswered = true
    self.milliseconds = milliseconds
    let isMore = query.offset > 0
    let before = list.selectedID
    // With further services come no people: those found stay.
    let found = isMore ? results.people : answer.people
    let safeguarding = results.safeguarding
    results = answer
    if isMore { results.safeguarding = safeguarding }
    results.people = found
    defer { isReload = false }
    // What was corrected since is told as it is now.
    for hit in answer.hits {
      if let place = basket.firstIndex(where: { $0.id == hit.id }) { basket[place] = hit }
    }
    if isMore {
      var rows = list.rows
      rows += answer.hits
      show(rows, selected: before)
      return
    }
    people = VirtualList(found, height: people.height)
    show(answer.hits, selected: isReload ? before : nil)
    if focus == .people, found.isEmpty { focus = .results }
    if focus == .results, list.isEmpty, !found.isEmpty, !hasFacets { focus = .people }
    fit()
  }

  // MARK: - Services and people

  /// The pane after or before the focused one: the box, the services, the people.
  mutating func turn(_ step: Int) {
    let panes: [Focus] =
      [.box] + (list.isEmpty && !people.isEmpty ? [] : [.results])
      + (people.isEmpty ? [] : [.people])
    let place = panes.firstIndex(of: focus) ?? 0
    focus = panes[(place + step + panes.count) % panes.count]
  }

  /// Takes the lines there are for services and people together.
  mutating func resize(height: Int, width: Int) {
    self.height = height
    self.width = width
    fit()
  }

  /// What to do at once, over the services; nothing where no harm is suggested.
  func safeguardingLines(_ glyphs: Glyphs = .unicode) -> [String] {
    guard let sentence = results.safeguarding else { return [] }
    return Array(
      WordWrap.lines("! " + sentence, width: max(1, width - 1), glyphs: glyphs).prefix(3))
  }

  private mutating func fit() {
    let height = max(1, height - safeguardingLines().count)
    let lines = peopleLines(of: height)
    list.resize(height: max(1, height - lines))
    people.resize(height: max(1, lines - 1))
  }

  /// Lines for people with their heading: few, and most of the room where the keys are there.
  func peopleLines(of height: Int) -> Int {
    guard !people.isEmpty, height > 3 else { return 0 }
    let few = height < 10 ? 1 : height < 20 ? 2 : 4
    let most = list.isEmpty || focus == .people ? max(few, height - 4) : few
    return 1 + min(people.rows.count, most)
  }

  /// The answer did not come.
  mutating func failed() { isAnswered = true }

  private mutating func show(_ rows: [OfferHit], selected: OfferHit.ID?) {
    var fresh = VirtualList(rows, height: list.height)
    fresh.marks = Set(basket.map(\.id))
    if let selected { fresh.select(selected) }
    list = fresh
  }

  /// Moves the focus; near the end of what is held the next services are asked for.
  mutating func move(_ move: ListMove) -> [Effect] {
    if focus == .people {
      movePeople(move)
      return []
    }
    if move == .up, list.selectedIndex ?? 0 == 0 {
      focus = .box
      return []
    }
    if move == .down, !people.isEmpty, list.rows.count >= results.count,
      list.selectedIndex.map({ $0 == list.rows.count - 1 }) ?? true
    {
      focus = .people
      return []
    }
    _ = list.move(move)
    guard let index = list.selectedIndex, index >= list.rows.count - list.height else { return [] }
    return more()
  }

  private mutating func movePeople(_ move: ListMove) {
    if move == .up, people.selectedIndex ?? 0 == 0 {
      focus = list.isEmpty ? .box : .results
    } else {
      _ = people.move(move)
    }
  }

  /// Asks for the services after those that are held, where there are any.
  mutating func more() -> [Effect] {
    guard isAnswered, list.rows.count < results.count else { return [] }
    query.offset = list.rows.count
    query.limit = OfferPane.batch
    return ask()
  }

  /// Esc: the facets first, then the words; nil where there is neither. The family comes after.
  mutating func back() -> [Effect]? {
    if hasFacets {
      query.choices = [:]
      query.withinMiles = nil
      query.isNearestFirst = false
      query.ignoredChips = []
      return search()
    }
    if box.isEmpty { return nil }
    box = TextField()
    focus = .box
    return search()
  }

  /// Puts the focused service into the basket or takes it out.
  ///
  /// - Returns: False where the basket is full.
  mutating func toggleBasket() -> Bool {
    guard let hit = list.selected else { return true }
    if let index = basket.firstIndex(where: { $0.id == hit.id }) {
      basket.remove(at: index)
    } else {
      guard basket.count < Signpost.mostServices else { return false }
      basket.append(hit)
    }
    list.marks = Set(basket.map(\.id))
    return true
  }

  var hasFacets: Bool {
    query.withinMiles != nil || query.isNearestFirst
      || query.choices.contains { !$0.value.isEmpty }
  }

  /// Whether the last answer knew a place to count distances from.
  var hasPlace: Bool { !results.distances.isEmpty }

  /// `within 2 miles, nearest first`; nil where neither is chosen.
  var distanceInWords: String? {
    let words = [
      query.withinMiles.map { "within \(Words.count(Int($0), "mile"))" },
      query.isNearestFirst ? "nearest first" : nil,
    ].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// Chooses or takes away how far off a service may be, in miles; nil for nearest first.
  mutating func toggle(within miles: Int?) -> [Effect] {
    if let miles {
      query.withinMiles = query.withinMiles == Double(miles) ? nil : Double(miles)
    } else {
      query.isNearestFirst.toggle()
    }
    return search()
  }

  /// Chooses or takes away one choice of a facet.
  mutating func toggle(_ choice: String, of facet: OfferFacet) -> [Effect] {
    var chosen = query.choices[facet] ?? []
    if chosen.remove(choice) == nil { chosen.insert(choice) }
    query.choices[facet] = chosen.isEmpty ? nil : chosen
    return search()
  }
}
