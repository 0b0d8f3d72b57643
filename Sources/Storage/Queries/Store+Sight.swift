import GRDB
import SENDDomain

extension Store {
  /// The children whose restricted records are not open to whoever looks: few, and none without
  /// accounts.
  func sealedChildren(_ db: Database) throws -> Set<Int64> {
    guard let practitioner = sight.practitioner else { return [] }
    return try Int64.fetchSet(
      db.cachedStatement(
        sql: """
          SELECT childId FROM restriction WHERE NOT EXISTS (
            SELECT 1 FROM accessGrant WHERE accessGrant.childId = restriction.childId
              AND accessGrant.practitionerId = ? AND accessGrant.until > ?)
          """), arguments: [practitioner, user.now()])
  }

  /// Whether the record is restricted and not open to whoever looks.
  func isSealed(_ child: Int64, _ db: Database) throws -> Bool {
    guard let practitioner = sight.practitioner else { return false }
    return try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT 1 FROM restriction WHERE childId = ?1 AND NOT EXISTS (
            SELECT 1 FROM accessGrant WHERE accessGrant.childId = ?1
              AND accessGrant.practitionerId = ?2 AND accessGrant.until > ?3)
          """), arguments: [child, practitioner, user.now()]) ?? false
  }

  /// Why a list says no more of a child than the name and the day; nil where it says all.
  func withheld(
    of child: Child.ID?, _ sealed: Set<Int64>, _ group: FieldGroup = .education
  ) -> Withheld? {
    if let child, sealed.contains(child.rawValue) { return .restricted }
    return sight.sees(group) ? nil : .role
  }

  /// The first of these children that may not be reached now, and whether there is such a child.
  ///
  /// What is outside is refused exactly as what is not there.
  func mayReach(_ child: Int64, _ scope: Scope, _ db: Database) throws -> Bool {
    let (condition, arguments) = within(scope).childCondition("child")
    var all: StatementArguments = [child]
    all += arguments
    return try Bool.fetchOne(
      db, sql: "SELECT 1 FROM child WHERE id = ? AND \(condition)", arguments: all) ?? false
  }
}

extension ReviewRow {
  /// Leaves the name and the day: what is due stays in sight of whoever must see to it.
  mutating func withhold(_ why: Withheld) {
    withheld = why
    history = PlanHistory()
    need = ""
    stage = .notPlanned
    if why == .restricted {
      setting = ""
      born = nil
      transferDue = nil
      open.facts = RuleFacts()
    }
  }
}

extension DueRow {
  mutating func withhold(_ why: Withheld) {
    withheld = why
    need = ""
    switch subject {
    case .plan(let plan, _): subject = .plan(plan, PlanHistory())
    case .signpost(let signpost):
      subject = .signpost(signpost.withoutServices)
      open.facts = RuleFacts()
    case .assessment(let assessment, let part):
      subject = .assessment(assessment.withheld, part)
    case .promise(let promise):
      subject = .promise(promise.withoutWords)
      open.facts = RuleFacts()
    }
    if why == .restricted {
      setting = ""
      born = nil
      open.facts = RuleFacts()
    }
  }
}

extension Signpost {
  /// That there is one, and no more: which services say what a family needs.
  var withoutServices: Signpost {
    var bare = withoutWords
    for index in bare.services.indices {
      bare.services[index].service = nil
      bare.services[index].name = ""
      bare.services[index].provider = ""
      bare.services[index].phone = ""
    }
    return bare
  }

  /// Without what people wrote, which may hold any name.
  var withoutWords: Signpost {
    var bare = self
    bare.note = ""
    for index in bare.services.indices { bare.services[index].outcomeNote = "" }
    return bare
  }
}
