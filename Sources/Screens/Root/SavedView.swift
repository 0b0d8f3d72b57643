import SENDDomain

/// Where a person was when the program ended: kept outside the workspace, and restored at the next
/// start. What no longer holds is left out.
package struct SavedView: Codable, Equatable, Sendable {
  /// One list as it was left.
  package struct List: Codable, Equatable, Sendable {
    package var filter = ""
    package var states = ""
    package var sort = ""
    /// The focused row's place in the order, and its number; nil in an empty list.
    package var row: Place?

    package init() {}
  }

  package struct Place: Codable, Equatable, Sendable {
    package var number: Int
    package var text: String
    package var id: Int64
  }

  package var screen = ""
  package var today = List()
  package var reviews = List()
  package var showsDetail = true
  package var namesAreHidden = false
  /// The child whose record was open, and at which part.
  package var child: Int64?
  package var part: String?

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
      return SavedView.Place(number: key.number, text: key.text, id: key.id)
    }
    return view
  }

  /// Takes the list up where it was left; it is read from there on.
  mutating func restore(_ view: SavedView.List) {
    query.filter = view.filter
    if let states = ListQuery.States(rawValue: view.states) { query.states = states }
    if let sort = ListQuery.Sort(rawValue: view.sort) { query.sort = sort }
    place = view.row.map { ListKey(number: $0.number, text: $0.text, id: $0.id) }
  }
}

extension Root {
  /// Where the person is now.
  package var savedView: SavedView {
    var view = SavedView()
    view.screen = screen.rawValue
    view.today = today.saved
    view.reviews = reviews.saved
    view.showsDetail = showsDetail
    view.namesAreHidden = words.namesAreHidden
    // Behind a lock that nobody opened the record is still to be opened.
    view.child = (record?.record.child.id ?? reopening?.child)?.rawValue
    view.part = (record?.part ?? reopening?.part)?.rawValue
    return view
  }

  /// Takes the screens up where they were left.
  mutating func restore(_ view: SavedView) {
    if let screen = Catalogue.ScreenID(rawValue: view.screen) { self.screen = screen }
    today.restore(view.today)
    reviews.restore(view.reviews)
    showsDetail = view.showsDetail
    words.namesAreHidden = view.namesAreHidden
    if let child = view.child {
      reopening = (
        Child.ID(rawValue: child), view.part.flatMap(RecordScreen.Part.init) ?? .timeLine
      )
    }
  }
}
