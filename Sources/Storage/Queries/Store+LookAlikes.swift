import GRDB
import SENDDomain

extension Store {
  /// Children who could be taken for this one, those alike in name and birthday first; within what
  /// may be seen. Of a restricted record only that the name is the same.
  ///
  /// - Parameter limit: At most so many.
  package func lookAlikes(of child: Child.ID, scope: Scope, limit: Int) throws -> [LookAlike] {
    let scope = within(scope)
    guard scope != .nothing, !scope.isUnnamed else { return [] }
    return try read { db in
      let (condition, arguments) = scope.childCondition("child")
      guard
        let own = try Row.fetchOne(
          db,
          sql: """
            SELECT sortName, born FROM child WHERE id = ? AND \(condition)
            """, arguments: [child.rawValue] + arguments)
      else { return [] }
      let name: String = try own["sortName"]
      let born: Int? = try own["born"]
      let others = try Row.fetchAll(
        db,
        sql: """
          SELECT \(Store.childColumns), child.sortName FROM child
          WHERE child.id IN (SELECT id FROM child WHERE sortName = ?
              UNION SELECT id FROM child WHERE born = ?)
            AND child.id <> ? AND \(condition)
          """, arguments: [name, born, child.rawValue] + arguments)
      let words = Store.nameWords(name)
      return try others.compactMap { row -> LookAlike? in
        let theirs: String = try row["sortName"]
        var alike = try LookAlike(
          child: FoundChild(row), hasSameName: theirs == name,
          hasSameBirthday: born != nil && row["born"] == born)
        if try isSealed(alike.id.rawValue, db) { alike.hasSameBirthday = false }
        guard
          alike.hasSameName
            || alike.hasSameBirthday && LookAlike.areSimilar(words, Store.nameWords(theirs))
        else { return nil }
        alike.child = try identified(alike.child, db)
        return alike
      }.sorted { a, b in
        let (x, y) = (a.order, b.order)
        return x != y ? x < y : a.id < b.id
      }.prefix(limit).map(\.self)
    }
  }

  private static func nameWords(_ sortName: String) -> [String] {
    sortName.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
  }
}

extension LookAlike {
  /// The likeliest to be taken for the other first.
  fileprivate var order: Int { hasSameName ? (hasSameBirthday ? 0 : 2) : 1 }
}
