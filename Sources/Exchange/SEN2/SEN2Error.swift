/// What stopped a return from being read. Nothing of it may be used.
package enum SEN2Error: Error, Equatable, Sendable {
  /// No CSV of a return and no XML file among the names.
  case nothingToRead
  /// Several XML files and no CSV of a return: which is meant?
  case severalXML([String])
  /// The set of CSV files lacks the one with the children.
  case noPersons(set: String)
  /// The file with the children, or the XML, is blank or something else.
  case unreadable(file: String)
  /// The XML stops making sense before the first child ends; place from 1.
  case brokenXML(file: String, line: Int, column: Int)
  /// Whoever listened to the progress asked to stop.
  case cancelled

  /// One sentence that says what would be right.
  package var explanation: String {
    switch self {
    case .nothingToRead:
      "No SEN2 return here: a folder with the CSV exports of COLLECT (a file ending in "
        + "person.csv and those beside it) or with one XML file is needed."
    case .severalXML(let names):
      "Several XML files and no CSV exports here: name the one to read (\(names.count) found)."
    case .noPersons(let set):
      "The set \(set.isEmpty ? "of CSV files" : set) has no person.csv, the file with the "
        + "children: export it from COLLECT with the others."
    case .unreadable(let file):
      "\(file) is not a SEN2 return: CSV needs column names in its first line, XML the elements "
        + "Header and Persons."
    case .brokenXML(let file, let line, let column):
      "\(file) is not well-formed XML at line \(line), column \(column): export it again."
    case .cancelled:
      "Reading was stopped."
    }
  }
}
