import Foundation
import SENDDomain

/// The files of rules, bank holidays and terms that a workspace counts by, as they were found.
///
/// Every file is optional: where one is absent or refused, the copy that is compiled in stands
/// in for it, whole, and everything else holds.
package struct StatutoryFiles: Sendable {
  /// Rule sets of the law. One with the id of a compiled set replaces it.
  package var rules: [NamedBytes]
  /// An area's own earlier targets.
  package var ownRules: [NamedBytes]
  /// The whole list of bank holidays.
  package var holidays: NamedBytes?
  /// An area's corrections of it.
  package var ownHolidays: NamedBytes?
  package var terms: NamedBytes?

  package init(
    rules: [NamedBytes] = [], ownRules: [NamedBytes] = [], holidays: NamedBytes? = nil,
    ownHolidays: NamedBytes? = nil, terms: NamedBytes? = nil
  ) {
    self.rules = rules
    self.ownRules = ownRules
    self.holidays = holidays
    self.ownHolidays = ownHolidays
    self.terms = terms
  }

  /// The book that the files make on top of the compiled one.
  ///
  /// - Returns: The book, and why each file that is refused is; one problem a file.
  package func book(
    compiled: RuleBook = .england
  ) -> (book: RuleBook, problems: [FileProblem]) {
    var making = BookMaking(compiled)
    making.readHolidays(holidays, own: ownHolidays)
    making.readTerms(terms)
    making.readLaw(rules)
    making.readOwn(ownRules)
    return (making.book, making.problems)
  }
}

/// A book in the making: each file is put in as a whole or not at all.
private struct BookMaking {
  private(set) var book: RuleBook
  private(set) var problems: [FileProblem] = []

  init(_ compiled: RuleBook) { book = compiled }

  mutating func readHolidays(_ file: NamedBytes?, own: NamedBytes?) {
    var context = book.context
    if let file, let holidays = keep({ () throws(FileProblem) in try BankHolidayFile.read(file) }) {
      context.holidays = holidays
    }
    if let own,
      let holidays = keep({ () throws(FileProblem) in
        try BankHolidayFile.read(own, correcting: context.holidays)
      })
    {
      context.holidays = holidays
    }
    book = book.adding([], context: context)
  }

  mutating func readTerms(_ file: NamedBytes?) {
    guard let file,
      let calendars = keep({ () throws(FileProblem) in try TermFile.read(file) })
    else { return }
    var context = book.context
    context.calendars = calendars
    book = book.adding([], context: context)
  }

  /// Puts the sets in in the order they came into force, so that each is checked against those
  /// it builds on, in whatever order the files were found.
  mutating func readLaw(_ files: [NamedBytes]) {
    let sets = read(files).sorted {
      ($0.set.inForceFrom, $0.set.id) < ($1.set.inForceFrom, $1.set.id)
    }
    for found in sets {
      check(found) { (book, set) throws(DataTree.Problem) in try book.checkLaw(set) }
    }
  }

  mutating func readOwn(_ files: [NamedBytes]) {
    for found in read(files) {
      check(found) { (book, set) throws(DataTree.Problem) in try book.checkOwn(set) }
    }
  }

  private typealias Found = (file: String, set: RuleSet, tree: YAMLTree)

  /// The sets that can be read; of two with one id the second is refused, since the order in
  /// which files are found is no reason for a date.
  private mutating func read(_ files: [NamedBytes]) -> [Found] {
    var found: [Found] = []
    for file in files {
      guard let read = keep({ () throws(FileProblem) in try RuleFile.readPlaced(file) }) else {
        continue
      }
      if let other = found.first(where: { $0.set.id == read.set.id }) {
        let problem = DataTree.Problem(
          "the rule set \"\(read.set.id)\" stands in \(other.file) too; keep one of the files",
          path: [.field("rule_set")])
        problems.append(FileProblem(file.name, problem, in: read.tree))
      } else {
        found.append((file.name, read.set, read.tree))
      }
    }
    return found
  }

  private mutating func check(
    _ found: Found, _ check: (RuleBook, RuleSet) throws(DataTree.Problem) -> Void
  ) {
    do throws(DataTree.Problem) {
      try check(book, found.set)
      book = book.adding([found.set])
    } catch {
      problems.append(FileProblem(found.file, error, in: found.tree))
    }
  }

  /// What a file holds; nil where it is refused, which is kept.
  private mutating func keep<T>(_ read: () throws(FileProblem) -> T) -> T? {
    do throws(FileProblem) {
      return try read()
    } catch {
      problems.append(error)
      return nil
    }
  }
}
