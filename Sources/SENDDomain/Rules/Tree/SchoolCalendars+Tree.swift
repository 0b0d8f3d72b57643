extension SchoolCalendars {
  /// The calendars of a file: `area`, and `settings` by key, each with `terms`, `inset` and
  /// `closed`.
  ///
  /// - Throws: What is wrong and where. A calendar with a hole, an impossible term or a closure
  ///   outside its terms is refused whole, because each moves dates in silence.
  public init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let area = try reader.read("area") { (tree) throws(DataTree.Problem) in
      try SchoolCalendar(tree, isSetting: false)
    }
    let settings = try reader.read("settings") { (tree) throws(DataTree.Problem) in
      try tree.settings()
    }
    try reader.finish()
    guard area != nil || settings != nil else {
      throw DataTree.Problem("\"area\" or \"settings\" is missing")
    }
    self.init(area: area, settings: settings ?? [:])
  }
}

extension DataTree {
  fileprivate func settings() throws(Problem) -> [String: SchoolCalendar] {
    guard case .fields(let fields) = self else {
      throw Problem("should hold each setting's calendar under its key: \"100123\":")
    }
    var settings: [String: SchoolCalendar] = [:]
    for field in fields {
      do throws(Problem) {
        settings[field.name] = try SchoolCalendar(field.value, isSetting: true)
      } catch {
        throw Problem(error.message, path: [.field(field.name)] + error.path)
      }
    }
    return settings
  }

  fileprivate func term() throws(Problem) -> ClosedRange<Day> {
    let days = try items { (item) throws(Problem) in try item.day() }
    guard days.count == 2 else {
      throw Problem("should be the first and the last day of a term: [2026-09-02, 2026-10-23]")
    }
    guard days[0] <= days[1] else {
      throw Problem("the term ends on \(days[1]), before it begins on \(days[0])")
    }
    let term = days[0]...days[1]
    guard term.length <= SchoolCalendar.longestTerm else {
      throw Problem(
        "the term from \(days[0]) to \(days[1]) has \(term.length) days; half terms are at most "
          + "\(SchoolCalendar.longestTerm) days long")
    }
    return term
  }
}

extension ClosedRange<Day> {
  fileprivate var length: Int { upperBound.days(since: lowerBound) + 1 }
}

extension SchoolCalendar {
  /// In days, first and last included.
  fileprivate static let longestTerm = 120
  /// In days: a summer holiday and some more. A longer one is a term that nobody listed.
  private static let longestHoliday = 70

  fileprivate init(_ tree: DataTree, isSetting: Bool) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    if isSetting {
      _ = try reader.read("name") { (tree) throws(DataTree.Problem) in try tree.text() }
    }
    let terms = try reader.need("terms") { (tree) throws(DataTree.Problem) in
      let terms = try tree.items { (item) throws(DataTree.Problem) in try item.term() }
      guard !terms.isEmpty else { throw DataTree.Problem("should list at least one term") }
      try SchoolCalendar.checkOrder(terms)
      return terms
    }
    func closures(_ name: String) throws(DataTree.Problem) -> [Day] {
      try reader.read(name) { (tree) throws(DataTree.Problem) in
        try tree.differentDays { (day) throws(DataTree.Problem) in
          guard !day.isWeekend else {
            throw DataTree.Problem("\(day) is a \(day.weekday.name), when no school is open anyway")
          }
          guard terms.contains(where: { $0.contains(day) }) else {
            throw DataTree.Problem("\(day) lies outside every term; list only days inside one")
          }
        }
      } ?? []
    }
    let closed = try closures("inset") + closures("closed")
    try reader.finish()
    self.init(terms: terms, closed: Set(closed))
  }

  /// Terms that overlap, or with a hole between them that no holiday makes.
  private static func checkOrder(_ terms: [ClosedRange<Day>]) throws(DataTree.Problem) {
    let sorted = terms.enumerated().sorted { $0.element.lowerBound < $1.element.lowerBound }
    for (before, after) in zip(sorted, sorted.dropFirst()) {
      let (end, start) = (before.element.upperBound, after.element.lowerBound)
      if start <= end {
        throw DataTree.Problem(
          "the term from \(start) overlaps the one from \(before.element.lowerBound) to \(end)",
          path: [.item(max(before.offset, after.offset))])
      }
      if start.days(since: end) > longestHoliday {
        throw DataTree.Problem(
          "no term is listed between \(end) and \(start); list those between, as every day "
            + "outside a term counts as holiday", path: [.item(after.offset)])
      }
    }
  }
}
