import SENDDomain

/// Where a person was when the program ended: kept outside the workspace, and restored at the next
/// start. What no longer holds is left out.
package struct SavedView: Codable, Equatable, Sendable {
  /// One list as it was left.
  package struct List: Codable, Equatable, Sendable {
    package var filter = ""
    package var states = ""
    package var sort = ""
    /// The focused row by its number, and the day it is sorted by: no name. Nil in an empty list.
    package var row: Place?

    package init() {}
  }

  package struct Place: Codable, Equatable, Sendable {
    package var number: Int
    package var id: Int64
  }

  /// What was chosen for a family, and for whom: numbers, no name.
  package struct Basket: Codable, Equatable, Sendable {
    package var services: [Service]
    /// Nil where no child is named.
    package var child: Int64?
  }

  /// A service by its number and by its publisher's own: where they no longer go together the
  /// number is another service's.
  package struct Service: Codable, Equatable, Sendable {
    package var id: Int64
    package var source: String
  }

  package var screen = ""
  package var today = List()
  package var reviews = List()
  /// Nil where the program that kept it had no such list.
  package var assessments: List?
  /// Each desk's, by its word.
  package var advice: [String: List]?
  package var desk: String?
  /// Whether the desk's provision was in front, and not its advice; nil where no desk was.
  package var isOnProvision: Bool?
  package var showsDetail = true
  package var namesAreHidden = false
  /// The columns that are not shown, by list; nil where every one is.
  package var hiddenColumns: [String: [String]]?
  /// The child whose record was open, and at which part.
  package var child: Int64?
  package var part: String?
  /// Nil where nothing is chosen and for nobody.
  package var basket: Basket?

  package init() {}
}

extension ListPane {
  /// The list as it is left.
  var saved: SavedView.List {
    var view = SavedView.List()
    view.filter = query.filter
    view.states = query.states.rawValue
    view.sort = query.sort.rawValue
    view.row = selected.map {
      let key = $0.key(sortedBy: query.sort)
      return SavedView.Place(number: key.number, id: key.id)
    }
    return view
  }

  /// Takes the list up where it was left; it is read from there on.
  ///
  /// - Returns: Whether all of it is known.
  mutating func restore(_ view: SavedView.List) -> Bool {
    query.filter = view.filter
    let states = ListQuery.States(rawValue: view.states)
    let sort = ListQuery.Sort(rawValue: view.sort)
    if let states { query.states = states }
    if let sort { query.sort = sort }
    place = view.row.map { ListKey(number: $0.number, text: "", id: $0.id) }
    return states != nil && sort != nil
  }
}

extension Root {
  /// Where the person is now.
  package var savedView: SavedView {
    var view = SavedView()
    view.screen = screen.rawValue
    view.today = today.saved
    view.reviews = reviews.saved
    view.assessments = assessments.saved
    view.advice = Dictionary(
      uniqueKeysWithValues: advice.map { ($0.key.rawValue, $0.value.saved) })
    view.desk = desk?.rawValue
    view.isOnProvision = desk == nil ? nil : isOnProvision
    view.showsDetail = keptDetail ?? showsDetail
    view.namesAreHidden = words.namesAreHidden
    view.hiddenColumns = savedColumns
    // Behind a lock that nobody opened the record is still to be opened.
    view.child = (record?.record.child.id ?? reopening?.child)?.rawValue
    view.part = (record?.part ?? reopening?.part)?.rawValue
    view.basket = offer.saved ?? returning
    return view
  }

  /// Takes the screens up where they were left.
  ///
  /// - Returns: Whether all of it is known.
  mutating func restore(_ view: SavedView) -> Bool {
    let screen = Catalogue.ScreenID(rawValue: view.screen)
    if let screen { self.screen = screen }
    for (word, list) in view.advice ?? [:] {
      // A desk that is not known any more has no list to restore.
      if let desk = AdviceDesk(rawValue: word) { _ = advice[desk]?.restore(list) }
    }
    let lists = [
      today.restore(view.today), reviews.restore(view.reviews),
      view.assessments.map { assessments.restore($0) } ?? true,
    ]
    desk = view.desk.flatMap(AdviceDesk.init(rawValue:))
    isOnProvision =
      view.isOnProvision == true && desk.map { setting.sight.sees($0.group) } == true
    let columns = restoreColumns(view.hiddenColumns ?? [:])
    let part = view.part.map { RecordScreen.Part(rawValue: $0) }
    showsDetail = view.showsDetail
    words.namesAreHidden = view.namesAreHidden
    returning = view.basket
    if let child = view.child {
      reopening = (
        Child.ID(rawValue: child), part.flatMap { $0 } ?? .timeLine
      )
    }
    return screen != nil && !lists.contains(false) && columns && part != .some(.none)
  }
}
