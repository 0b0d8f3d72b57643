extension BankHolidays {
  /// `{bank_holidays: {2026: [2026-01-01, ...]}}`: the listed days, year by year.
  public var tree: DataTree {
    let byYear = Dictionary(grouping: days.sorted(), by: \.year).sorted { $0.key < $1.key }
    let years = byYear.map { year, days in
      DataTree.Field(String(year), .list(days.map { .text($0.description) }))
    }
    return .fields([DataTree.Field("bank_holidays", .fields(years))])
  }

  /// A whole list.
  ///
  /// - Throws: What is wrong and where: a day in another year's list, at a weekend or twice, a
  ///   year left out between two, or one with fewer than the eight that every year has.
  public init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let days = try reader.need("bank_holidays") { (tree) throws(DataTree.Problem) in
      try tree.yearLists()
    }
    try reader.finish()
    self.init(days)
  }

  /// This list with an area's corrections: `add` and `remove`, each a list of days; or the whole
  /// list that the area keeps of its own.
  ///
  /// - Throws: What is wrong and where: a day added that is one already or falls on a weekend, a
  ///   day removed that is not on the list.
  public func corrected(by tree: DataTree) throws(DataTree.Problem) -> BankHolidays {
    var reader = try DataTreeReader(tree)
    if reader.has("bank_holidays") { return try BankHolidays(tree) }
    let added = try reader.read("add") { (tree) throws(DataTree.Problem) in
      try tree.differentDays { (day) throws(DataTree.Problem) in
        guard !day.isWeekend else { throw DataTree.Problem(day.atWeekend) }
        guard !contains(day) else {
          throw DataTree.Problem("\(day) is a bank holiday already; leave it out of \"add\"")
        }
      }
    }
    let removed = try reader.read("remove") { (tree) throws(DataTree.Problem) in
      try tree.differentDays { (day) throws(DataTree.Problem) in
        guard days.contains(day) else {
          throw DataTree.Problem("\(day) is not on the list of bank holidays; remove one that is")
        }
      }
    }
    _ = try reader.read("bank_holidays") { (_) throws(DataTree.Problem) in }
    try reader.finish()
    guard added != nil || removed != nil else {
      throw DataTree.Problem("\"add\" or \"remove\" is missing")
    }
    return correcting(adding: added ?? [], removing: removed ?? [])
  }
}

extension DataTree {
  /// The years for which bank holidays and terms can be listed.
  private static let years = 2000...2100

  fileprivate func yearLists() throws(Problem) -> [Day] {
    guard case .fields(let lists) = self, !lists.isEmpty else {
      throw Problem("should hold a list of days for each year: \"2026:\"")
    }
    var all: [Day] = []
    var last: Int?
    for list in lists {
      do throws(Problem) {
        guard let year = Int(list.name), DataTree.years.contains(year) else {
          throw Problem("should be a year such as 2026")
        }
        if let last, year != last + 1 {
          throw Problem("stands after \(last); list every year once and in order")
        }
        last = year
        all += try list.value.holidays(of: year)
      } catch {
        throw Problem(error.message, path: [.field(list.name)] + error.path)
      }
    }
    return all
  }

  private func holidays(of year: Int) throws(Problem) -> [Day] {
    let days = try differentDays { (day) throws(Problem) in
      guard day.year == year else {
        throw Problem("\(day) is no day of \(year); list it under its own year")
      }
      guard !day.isWeekend else { throw Problem(day.atWeekend) }
    }
    // Fewer would bring dates forward in silence; more than a few extra are a slip too.
    guard (8...12).contains(days.count) else {
      throw Problem("should list 8 to 12 days, one-off holidays included; it has \(days.count)")
    }
    return days
  }

  /// A list of days, each once and each as `check` says.
  func differentDays(
    _ check: (Day) throws(Problem) -> Void = { (_) throws(Problem) in }
  ) throws(Problem) -> [Day] {
    var seen: Set<Day> = []
    return try items { (item) throws(Problem) in
      let day = try item.day()
      guard seen.insert(day).inserted else { throw Problem("\(day) stands here twice") }
      try check(day)
      return day
    }
  }
}

extension Day {
  fileprivate var atWeekend: String {
    "\(self) is a \(weekday.name), which is no working day anyway; list the substitute day"
  }
}
