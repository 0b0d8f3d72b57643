import SENDDomain

/// A file of term calendars: the area's and the settings' own.
package enum TermFile {
  package static func read(_ file: NamedBytes) throws(FileProblem) -> SchoolCalendars {
    try file.read { (tree) throws(DataTree.Problem) in try SchoolCalendars(tree) }
  }
}
