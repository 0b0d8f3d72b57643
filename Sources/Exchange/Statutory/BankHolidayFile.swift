import SENDDomain

/// A file of bank holidays: the whole list year by year, or an area's corrections of it.
package enum BankHolidayFile {
  /// Reads the whole list.
  package static func read(_ file: NamedBytes) throws(FileProblem) -> BankHolidays {
    try file.read { (tree) throws(DataTree.Problem) in try BankHolidays(tree) }
  }

  /// Reads an area's own file: `add` and `remove`, or a whole list.
  package static func read(
    _ file: NamedBytes, correcting shipped: BankHolidays
  ) throws(FileProblem) -> BankHolidays {
    try file.read { (tree) throws(DataTree.Problem) in try shipped.corrected(by: tree) }
  }

  /// The listed days as a file, each with its name as a comment.
  package static func text(_ holidays: BankHolidays) -> String {
    var text = header + "\nbank_holidays:\n"
    let byYear = Dictionary(grouping: holidays.days.sorted(), by: \.year)
    for (year, days) in byYear.sorted(by: { $0.key < $1.key }) {
      text += "  \(year):\n"
      for day in days { text += "    - \(day)  # \(day.weekday.shortName), \(day.holidayName)\n" }
    }
    return text
  }

  private static let header = """
    # The bank holidays of England and Wales, by which working days are told.
    #
    # Substitute days are listed and the days they stand for are not. List every year once and in
    # order, each with all its days, one-off holidays included. Years that are not listed are worked
    # out by the standing rule, and dates that touch them say so.
    #
    # An area may correct the list in a file of its own, with lists of days under "add" and "remove".

    """
}

extension Day {
  /// What the bank holiday on this day is called; a one-off where the standing rule has none.
  fileprivate var holidayName: String {
    let names: [(name: String, fixed: (month: Int, day: Int)?)] = [
      ("New Year's Day", (1, 1)), ("Good Friday", nil), ("Easter Monday", nil),
      ("Early May bank holiday", nil), ("Spring bank holiday", nil), ("Summer bank holiday", nil),
      ("Christmas Day", (12, 25)), ("Boxing Day", (12, 26)),
    ]
    guard let index = BankHolidays.computed(year).firstIndex(of: self) else {
      return "one-off bank holiday"
    }
    let (name, fixed) = names[index]  // the standing rule gives these eight in this order
    guard let fixed, fixed != (month, dayOfMonth) else { return name }
    return name + " (substitute day)"
  }
}
