import GRDB
import SENDDomain

/// A filter as typed: a plain substring of a child's name or number or of a setting's name.
///
/// Few matches are found through the index and sorted; many are met soon enough by walking the
/// list itself. Either way a window costs milliseconds, at 640,000 plans too.
struct NameFilter {
  /// Below this many matches they are listed and sorted; above it the list is walked.
  private static let few = 4_000

  let text: String

  init?(_ typed: String) {
    text = NameFolding.fold(typed)
    if text.isEmpty { return nil }
  }

  enum Plan {
    /// The rows of this sub-select of child ids and setting keys are joined first.
    case listed
    case walked
  }

  /// A phrase of FTS5: quoted, so that nothing typed is an operator.
  private var phrase: String {
    "\"\(text.replacing("\"", with: "\"\""))\""
  }

  func plan(_ db: Database) throws -> Plan {
    guard text.unicodeScalars.count >= 3 else { return .walked }
    let found = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM (
            SELECT 1 FROM childSearch WHERE searchText MATCH ? LIMIT \(NameFilter.few + 1))
          """), arguments: [phrase])
    return (found ?? 0) > NameFilter.few ? .walked : .listed
  }

  /// A derived table `hit(id)` of the active plans that match, to be joined before the list.
  var hits: (sql: String, arguments: StatementArguments) {
    (
      """
      (SELECT plan.id AS id FROM childSearch
         CROSS JOIN plan ON plan.childId = childSearch.rowid AND plan.active = 1
         WHERE searchText MATCH ?
       UNION
       SELECT plan.id FROM setting
         CROSS JOIN plan ON plan.settingKey = setting.key AND plan.active = 1
         WHERE instr(setting.folded, ?)) AS hit
      """, [phrase, text]
    )
  }

  /// The condition for a list that is walked, where `child` and `setting` are joined.
  var condition: (sql: String, arguments: StatementArguments) {
    ("(instr(child.searchText, ?) OR instr(setting.folded, ?))", [text, text])
  }
}
