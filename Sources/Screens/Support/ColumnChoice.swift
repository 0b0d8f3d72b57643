import TerminalKit

/// The lists whose columns can be chosen, each on its own.
package enum ColumnList: String, CaseIterable, Hashable, Sendable {
  case today, reviews, services, people, assessments, advice, provision

  /// Every column of the list where it is so wide.
  func layout(_ width: Int) -> ColumnLayout {
    switch self {
    case .today: TodayView.columns
    case .reviews: ReviewsView.columns(width)
    case .assessments: AssessmentsView.columns
    case .advice: AdviceView.columns
    case .provision: ProvisionView.columns
    case .services: OfferView.columns
    case .people: OfferView.peopleColumns
    }
  }

  /// Those that may be hidden: never whom or what a row is about, its state and its day.
  var choosable: [Column] { layout(0).columns.filter { $0.priority > 0 } }
}

extension Root {
  /// The value of the line that shows every column again.
  private static let allColumns = "all"

  /// The list that has the focus.
  private var columnList: ColumnList {
    switch screen {
    case .today: .today
    case .reviews: .reviews
    case .assessments: desk == nil ? .assessments : isOnProvision ? .provision : .advice
    case .offer: offer.focus == .people ? .people : .services
    }
  }

  /// Offers the columns of the list, each with what has become of it.
  mutating func openColumns(at line: Int = 0) {
    var list = ChoiceList(
      columnList.choosable.map { column in
        ChoiceList<String>.Choice(column.id.rawValue, column.title, hint: fate(of: column.id))
      } + [.init(Root.allColumns, "Every column that has room")])
    list.focus(line)
    layers.append(.choice(title: "Columns", list, .columns))
  }

  /// What has become of a column, in words.
  private func fate(of column: ColumnID) -> String {
    if hiddenColumns[columnList]?.contains(column) == true { return "hidden" }
    return hasRoom(for: column) ? "shown" : "no room in this window"
  }

  private func hasRoom(for column: ColumnID) -> Bool {
    let width = Layout(size, hasDetail: showsDetail).list.width
    return columnList.layout(width).without(hiddenColumns[columnList] ?? [])
      .placed(in: width - 2).contains { $0.id == column }
  }

  /// Hides a column or shows it again; the list of them stays open for the next.
  mutating func toggleColumn(_ value: String) {
    let choosable = columnList.choosable
    guard let line = choosable.firstIndex(where: { $0.id.rawValue == value }) else {
      hiddenColumns[columnList] = nil
      announce(Announcement.text("Every column is shown that has room."))
      openColumns(at: choosable.count)
      return
    }
    let column = choosable[line]
    var hidden = hiddenColumns[columnList] ?? []
    if hidden.insert(column.id).inserted {
      announce(Announcement.text("Hidden: the column \(column.title)."))
    } else {
      hidden.remove(column.id)
    }
    hiddenColumns[columnList] = hidden.isEmpty ? nil : hidden
    if !hidden.contains(column.id) {
      announce(
        Announcement.text(
          hasRoom(for: column.id)
            ? "Shown: the column \(column.title)."
            : "Chosen: the column \(column.title). There is no room for it: hide another or widen "
              + "the window."))
    }
    openColumns(at: line)
  }

  /// The hidden columns, for the next start; nil where none is.
  var savedColumns: [String: [String]]? {
    if hiddenColumns.isEmpty { return nil }
    return Dictionary(
      uniqueKeysWithValues: hiddenColumns.map { list, columns in
        (list.rawValue, columns.map(\.rawValue).sorted())
      })
  }

  /// - Returns: Whether all of it is known.
  mutating func restoreColumns(_ saved: [String: [String]]) -> Bool {
    var isKnown = true
    for (name, columns) in saved {
      guard let list = ColumnList(rawValue: name) else {
        isKnown = false
        continue
      }
      let known = Set(columns.map { ColumnID($0) }).intersection(list.choosable.map(\.id))
      if known.count < columns.count { isKnown = false }
      if !known.isEmpty { hiddenColumns[list] = known }
    }
    return isKnown
  }
}
