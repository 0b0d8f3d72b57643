import GRDB
import SENDDomain

extension Scope {
  /// The condition that keeps a read of `table` inside the scope, and its arguments. Every query of
  /// the store puts it into its WHERE, so that no row outside leaves SQLite.
  ///
  /// Of a caseload the owner of a row counts: a plan's, and of an assessment its own.
  ///
  /// - Parameter table: `plan`, or one with an `ownerId` and a `childId` (which may be null).
  func condition(_ table: String) -> (sql: String, arguments: StatementArguments) {
    switch self {
    case .all, .unnamed: return ("1", [])
    case .nothing: return ("0", [])
    case .caseload(let owner): return Scope.caseloads([owner]).condition(table)
    case .caseloads(let owners):
      // Nobody owns a line of provision: it is its child's.
      if table == "provisionLine" {
        let (children, arguments) = Scope.owned(by: owners)
        return ("provisionLine.childId IN (\(children))", arguments)
      }
      return (
        "\(table).ownerId IN (\(owners.map { _ in "?" }.joined(separator: ", ")))",
        StatementArguments(owners)
      )
    case .settings(let keys, let own):
      if table == "plan" {
        // One key is a lookup in the index, in the list's order.
        return (
          "(plan.active = 1 AND plan.settingKey \(Scope.isOne(of: keys)))",
          StatementArguments(keys)
        )
      }
      let (children, arguments) = reached(keys)
      let ofChild = named(table, in: children, arguments, own: own)
      guard table == "deadline" else { return ofChild }
      // By the plan where there is one, as the list of plans has it.
      let (plans, keys) = condition("plan")
      return (
        """
        (deadline.planId IN (SELECT plan.id FROM plan WHERE \(plans))
         OR deadline.planId IS NULL AND \(ofChild.sql))
        """, keys + ofChild.arguments
      )
    case .allocated(let own, _):
      let (children, arguments) = allocated
      if table == "plan" { return ("plan.childId IN (\(children))", arguments) }
      return named(table, in: children, arguments, own: own)
    case .found(let own):
      switch table {
      case "signpost": return ("signpost.ownerId = ?", [own])
      case "deadline": return ("(deadline.signpostId IS NOT NULL AND deadline.ownerId = ?)", [own])
      default: return ("0", [])
      }
    case .both(let a, let b):
      let (first, second) = (a.condition(table), b.condition(table))
      return ("(\(first.sql) AND \(second.sql))", first.arguments + second.arguments)
    }
  }

  /// The same for a read of children, who stand in a scope by any of their plans.
  func childCondition(_ table: String) -> (sql: String, arguments: StatementArguments) {
    switch self {
    case .all, .found: return ("1", [])
    // One child alone is somebody, whatever it is called.
    case .nothing, .unnamed: return ("0", [])
    case .caseload(let owner):
      let (children, arguments) = Scope.owned(by: [owner])
      return ("\(table).id IN (\(children))", arguments)
    case .caseloads(let owners):
      let (children, arguments) = Scope.owned(by: owners)
      return ("\(table).id IN (\(children))", arguments)
    case .settings(let keys, _):
      let (children, arguments) = reached(keys)
      return ("\(table).id IN (\(children))", arguments)
    case .allocated:
      let (children, arguments) = allocated
      return ("\(table).id IN (\(children))", arguments)
    case .both(let a, let b):
      let (first, second) = (a.childCondition(table), b.childCondition(table))
      return ("(\(first.sql) AND \(second.sql))", first.arguments + second.arguments)
    }
  }

  /// What a record shows of a child that stands in the scope: all of the child's plans, but of a
  /// caseload those that are in it.
  func recordCondition() -> (sql: String, arguments: StatementArguments) {
    switch self {
    case .all, .settings, .allocated: return ("1", [])
    case .both(let a, let b):
      let (first, second) = (a.recordCondition(), b.recordCondition())
      return ("(\(first.sql) AND \(second.sql))", first.arguments + second.arguments)
    case .caseload, .caseloads, .found, .unnamed, .nothing: return condition("plan")
    }
  }

  /// Whose counts the tally keeps for it; nil where the rows are counted, which are few.
  var talliedOwners: [Int64]? {
    switch self {
    case .all, .unnamed: [Tally.everybody]
    case .caseload(let owner): [owner]
    case .caseloads(let owners): owners
    default: nil
    }
  }

  /// The numbers of the rows of a list, as a derived table `own(id)` to be joined before it; nil
  /// where the list's own index leads to them. So a setting of forty in 640,000 costs forty.
  func own(_ table: String) -> (sql: String, arguments: StatementArguments)? {
    switch self {
    case .all, .unnamed, .caseload, .nothing: return nil
    case .settings(let keys, _) where table == "plan" && keys.count == 1: return nil
    case .both(let a, let b): return a.own(table) ?? b.own(table)
    case .caseloads:
      // Several caseloads are no one walk along an index: their rows are found and sorted.
      let (condition, arguments) = condition(table)
      let index = "\(table)ByOwnerDue"
      let active = table == "plan" ? " AND plan.active = 1" : ""
      return (
        "(SELECT id FROM \(table) INDEXED BY \(index) WHERE \(condition)\(active)) AS own",
        arguments
      )
    case .settings, .allocated, .found: break
    }
    let (condition, arguments) = condition("plan")
    if table == "plan" {
      return ("(SELECT plan.id FROM plan \(planIndex) WHERE \(condition)) AS own", arguments)
    }
    let (hanging, more) = self.condition("deadline")
    let (assessed, theirs) = self.condition("assessment")
    return (
      """
      (SELECT deadline.id FROM plan \(planIndex) CROSS JOIN deadline ON deadline.planId = plan.id
         WHERE \(condition)
       UNION ALL
       SELECT deadline.id FROM assessment
         CROSS JOIN deadline ON deadline.assessmentId = assessment.id
         WHERE \(assessed)
       UNION ALL
       SELECT deadline.id FROM deadline INDEXED BY deadlineBySignpost
         WHERE deadline.signpostId IS NOT NULL AND \(hanging)
       UNION ALL
       SELECT deadline.id FROM deadline INDEXED BY deadlineByPromise
         WHERE deadline.promiseId IS NOT NULL AND \(hanging)) AS own
      """, arguments + theirs + more + more
    )
  }

  private var planIndex: String {
    switch self {
    case .settings: "INDEXED BY planBySettingDue"
    case .allocated: "INDEXED BY planByChild"
    default: ""
    }
  }

  /// What is about no named child is its author's.
  private func named(
    _ table: String, in children: String, _ arguments: StatementArguments, own: Int64
  ) -> (sql: String, arguments: StatementArguments) {
    // An assessment always has its child, and so has a line of provision.
    if table == "assessment" || table == "provisionLine" {
      return ("\(table).childId IN (\(children))", arguments)
    }
    return (
      "(\(table).childId IN (\(children)) OR \(table).childId IS NULL AND \(table).ownerId = ?)",
      arguments + [own]
    )
  }

  /// The children of some settings: those on roll, and those whose open request for an assessment
  /// names one.
  ///
  /// A request names a setting in words. They count where one setting alone is called exactly so,
  /// and as long as the request is open and no plan places the child: a placement is the later and
  /// surer word. Closed requests are seen of children on roll.
  private func reached(_ keys: [String]) -> (sql: String, arguments: StatementArguments) {
    (
      """
      SELECT roll.childId FROM plan AS roll
      WHERE roll.active = 1 AND roll.settingKey \(Scope.isOne(of: keys))
      UNION ALL
      SELECT asking.childId FROM setting AS place
      CROSS JOIN assessment AS asking ON asking.isOpen = 1 AND asking.setting = place.name
      WHERE place.key \(Scope.isOne(of: keys)) AND place.name <> ''
        AND NOT EXISTS (SELECT 1 FROM setting AS other
          WHERE other.name = place.name AND other.key <> place.key)
        AND NOT EXISTS (SELECT 1 FROM plan AS placed
          WHERE placed.childId = asking.childId AND placed.active = 1 AND placed.settingKey <> '')
      """, StatementArguments(keys + keys)
    )
  }

  private static func owned(by owners: [Int64]) -> (sql: String, arguments: StatementArguments) {
    let marks = owners.map { _ in "?" }.joined(separator: ", ")
    return (
      """
      SELECT childId FROM plan WHERE ownerId IN (\(marks))
      UNION ALL SELECT childId FROM assessment WHERE ownerId IN (\(marks))
      """, StatementArguments(owners + owners)
    )
  }

  private var allocated: (sql: String, arguments: StatementArguments) {
    guard case .allocated(let own, let day) = self else { return ("SELECT NULL", []) }
    return (
      """
      SELECT allocation.childId FROM allocation
      WHERE allocation.practitionerId = ? AND allocation.since <= ?
        AND (allocation.until IS NULL OR allocation.until >= ?)
      """, [own, day.number, day.number]
    )
  }

  private static func isOne(of keys: [String]) -> String {
    // Nothing is equal to NULL, a plan without a placement neither.
    if keys.isEmpty { return "IN (NULL)" }
    return keys.count == 1 ? "= ?" : "IN (\(keys.map { _ in "?" }.joined(separator: ", ")))"
  }
}
