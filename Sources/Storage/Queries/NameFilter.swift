import GRDB
import SENDDomain

/// A filter as typed: a plain substring of a child's name or number or of a setting's name; of a
/// day to check back, of what its row shows.
///
/// Few matches are found first and sorted; many are met soon enough by walking the list itself.
/// Either way a window costs milliseconds at 640,000 plans, but for one or two rare letters, for
/// which every name has to be looked at once.
struct NameFilter {
  /// Up to so many matches are found first and sorted; with more the list is walked.
  private static let few = 4_000

  let text: String
  /// Whether children's names and numbers are looked through; settings' names always are.
  private let looksAtNames: Bool
  /// The deadlines of signposts whose rows show the text, as JSON. They hang on no plan, and those
  /// that are open are few: they are looked at one by one.
  private let agreed: String

  /// - Parameter table: Whose list is filtered: `plan` or `deadline`.
  init?(_ typed: String, of table: String, _ scope: Scope, _ db: Database) throws {
    text = NameFolding.fold(typed)
    looksAtNames = !scope.isUnnamed
    if text.isEmpty { return nil }
    let ids = table == "deadline" && looksAtNames ? try NameFilter.agreed(text, db) : []
    agreed = "[\(ids.map(String.init).joined(separator: ","))]"
  }

  /// Those that show the text in what is due, in whose it is, or in that no child is named.
  private static func agreed(_ text: String, _ db: Database) throws -> [Int64] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT deadline.*, coalesce(practitioner.name, signpost.author, '') AS shownOwner,
            signpost.language, signpost.note
          FROM deadline
          LEFT JOIN signpost ON signpost.id = deadline.signpostId
          LEFT JOIN practitioner ON practitioner.id = deadline.ownerId
          WHERE deadline.signpostId IS NOT NULL
          """))
    var ids: [Int64] = []
    while let row = try rows.next() {
      let stored = try DeadlineRow(row)
      let shown = try [stored.open().what(by: .england), row["shownOwner"]]
      // Without a name the row tells one family from another by these.
      let told: [String] = try stored.child == nil ? [row["language"], row["note"]] : []
      let isShown = (shown + told).contains { NameFolding.fold($0).contains(text) }
      if isShown || (stored.child == nil && DueRow.nobodyNamed.contains(text)) {
        ids.append(stored.id)
      }
    }
    return ids
  }

  /// A condition on `deadline`: it is one of them.
  private static let isAgreed =
    "(deadline.signpostId IS NOT NULL AND deadline.id IN (SELECT value FROM json_each(?)))"

  enum Plan {
    /// The rows of ``hits`` are joined first.
    case listed
    /// The list is walked in its order, and each row's child and setting are looked up.
    case walked
    /// The whole table is read from end to end, against the children and settings that match.
    case scanned
  }

  /// What the matches are wanted for.
  enum Purpose {
    /// Some of them, in the list's order.
    case window
    /// All of them, in no order.
    case count
  }

  /// Whether the index knows the text: it is made of groups of three letters.
  private var isIndexed: Bool { text.unicodeScalars.count >= 3 }

  /// A phrase of FTS5: quoted, so that nothing typed is an operator.
  private var phrase: String {
    "\"\(text.replacing("\"", with: "\"\""))\""
  }

  func plan(for purpose: Purpose, _ scope: Scope, _ db: Database) throws -> Plan {
    switch purpose {
    case .window: try hasFewMatches(db) ? .listed : .walked
    case .count: isIndexed ? .listed : scope == .all || scope == .unnamed ? .scanned : .walked
    }
  }

  private func hasFewMatches(_ db: Database) throws -> Bool {
    let children =
      !looksAtNames
      ? "SELECT 1 WHERE 0"
      : isIndexed
        ? "SELECT 1 FROM childSearch WHERE searchText MATCH ?1"
        : "SELECT 1 FROM child WHERE instr(searchText, ?1)"
    let sql = """
      SELECT (SELECT count(*) FROM (\(children) LIMIT ?3))
        + (SELECT count(*) FROM
            (SELECT 1 FROM setting
             CROSS JOIN plan ON plan.settingKey = setting.key AND plan.active = 1
             WHERE instr(setting.folded, ?2) LIMIT ?3))
      """
    let found = try Int.fetchOne(
      db.cachedStatement(sql: sql),
      arguments: [looksAtNames ? isIndexed ? phrase : text : nil, text, NameFilter.few + 1])
    return (found ?? 0) <= NameFilter.few
  }

  /// A derived table `hit(id)` of the rows of `plan` or `deadline` that match, to be joined before
  /// the list.
  func hits(of table: String) -> (sql: String, arguments: StatementArguments) {
    let (plans, arguments) = plans
    guard table == "deadline" else { return ("(\(plans)) AS hit", arguments) }
    guard looksAtNames else {
      return (
        """
        (SELECT deadline.id AS id FROM (\(plans)) AS named
           CROSS JOIN deadline ON deadline.planId = named.id) AS hit
        """, arguments
      )
    }
    // What hangs on no plan is little: read whole.
    return (
      """
      (SELECT deadline.id AS id FROM (\(plans)) AS named
         CROSS JOIN deadline ON deadline.planId = named.id
       UNION ALL
       SELECT deadline.id FROM (\(children)) AS child
         CROSS JOIN assessment ON assessment.childId = child.id AND assessment.isOpen = 1
         CROSS JOIN deadline ON deadline.assessmentId = assessment.id
       UNION ALL
       SELECT deadline.id FROM (\(children)) AS child
         CROSS JOIN promise ON promise.childId = child.id
         CROSS JOIN deadline ON deadline.promiseId = promise.id
       UNION ALL
       SELECT deadline.id FROM deadline LEFT JOIN child ON child.id = deadline.childId
         WHERE deadline.signpostId IS NOT NULL
           AND (instr(child.searchText, ?) OR \(NameFilter.isAgreed))) AS hit
      """, arguments + [isIndexed ? phrase : text, isIndexed ? phrase : text, text, agreed]
    )
  }

  /// The children whose names match, as a SELECT of their `id`.
  private var children: String {
    isIndexed
      ? "SELECT rowid AS id FROM childSearch WHERE searchText MATCH ?"
      : "SELECT id FROM child WHERE instr(searchText, ?)"
  }

  /// The same with its arguments; nil where names are not looked through.
  var matchingChildren: (sql: String, arguments: StatementArguments)? {
    looksAtNames ? (children, [isIndexed ? phrase : text]) : nil
  }

  /// The active plans that match, as a SELECT of their `id`.
  private var plans: (sql: String, arguments: StatementArguments) {
    guard looksAtNames else {
      return (
        """
        SELECT plan.id AS id FROM setting
          CROSS JOIN plan ON plan.settingKey = setting.key AND plan.active = 1
          WHERE instr(setting.folded, ?)
        """, [text]
      )
    }
    return (
      """
      SELECT plan.id AS id FROM (\(children)) AS child
        CROSS JOIN plan ON plan.childId = child.id AND plan.active = 1
      UNION
      SELECT plan.id FROM setting
        CROSS JOIN plan ON plan.settingKey = setting.key AND plan.active = 1
        WHERE instr(setting.folded, ?)
      """, [isIndexed ? phrase : text, text]
    )
  }

  /// The condition for a list of `table` that is walked, where `child` and `setting` are joined.
  func condition(of table: String) -> (sql: String, arguments: StatementArguments) {
    if !looksAtNames { return ("instr(setting.folded, ?)", [text]) }
    let named = "instr(child.searchText, ?) OR instr(setting.folded, ?)"
    return table == "plan"
      ? ("(\(named))", [text, text])
      : ("(\(named) OR \(NameFilter.isAgreed))", [text, text, agreed])
  }

  /// The condition for a table that is scanned alone: `plan` or `deadline`.
  func membership(of table: String) -> (sql: String, arguments: StatementArguments) {
    let inSetting =
      table == "plan"
      ? "plan.settingKey IN (SELECT key FROM setting WHERE instr(folded, ?))"
      : """
      \(table).planId IN
        (SELECT plan.id FROM setting
         CROSS JOIN plan ON plan.settingKey = setting.key AND plan.active = 1
         WHERE instr(setting.folded, ?))
      """
    if !looksAtNames { return (inSetting, [text]) }
    let named = "\(table).childId IN (SELECT id FROM child WHERE instr(searchText, ?))"
    guard table == "deadline" else { return ("(\(named) OR \(inSetting))", [text, text]) }
    return (
      "(\(named) OR \(inSetting) OR \(NameFilter.isAgreed))", [text, text, agreed]
    )
  }
}
