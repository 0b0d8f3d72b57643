import Foundation
import GRDB
import SENDDomain

/// What undo or redo came to.
package enum UndoOutcome: Equatable, Sendable {
  /// Turned round, with the action's own words.
  case done(words: String)
  case nothingLeft
  /// The rows were changed since by somebody else or another way; nothing was changed.
  case changedSince(words: String)
  /// An import whose children have had entries since; they would be lost.
  case importInUse(children: Int)
}

/// The one child that an entry of the journal is about.
package struct JournalSubject: Equatable, Sendable {
  package var child: Child.ID
  package var name: PersonName
}

extension Store {
  /// The words of the import that undo would turn round next; nil where it is anything smaller.
  package func importToUndo() throws -> String? {
    try read { db in
      guard let entry = try UndoStack(user.name, db).nextToUndo, entry.original == "import",
        sight.scope == .all
      else { return nil }
      return entry.words
    }
  }

  /// The child that the journal's last entry is about; nil where it is about several or none.
  package func lastSubject() throws -> JournalSubject? {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT childId, familyName, givenName FROM journalChild JOIN child ON child.id = childId
          WHERE seq = (SELECT max(seq) FROM journal) LIMIT 2
          """)
      guard rows.count == 1, let row = rows.first, sight.sees(.identity),
        try mayReach(row["childId"], .all, db)
      else { return nil }
      return JournalSubject(
        child: Child.ID(rawValue: try row["childId"]),
        name: PersonName(family: try row["familyName"], given: try row["givenName"]))
    }
  }

  /// The signpost that the journal's last entry is about, if it is there; nil where it is about
  /// several or none.
  package func lastSignpost() throws -> Signpost.ID? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT before, after FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
      else { return nil }
      let before: Data? = try row["before"]
      let after: Data? = try row["after"]
      let images = try [before, after].compactMap(\.self).flatMap { try RowChanges.read($0).images }
      let ids = try StoredSignpost.touched(by: images, db)
      guard ids.count == 1, let id = ids.first, try StoredSignpost.fetch(id, db) != nil
      else { return nil }
      return Signpost.ID(rawValue: id)
    }
  }

  /// Turns round the last action of this practitioner that still stands. A new journal entry
  /// says so; nothing is erased. Works after a restart: the journal is the stack.
  package func undo() throws -> UndoOutcome {
    try write { db in
      guard let entry = try UndoStack(user.name, db).nextToUndo, try mayTurn(entry, db)
      else { return .nothingLeft }
      return try reverse(entry, action: "undo", target: entry.seq, to: \.before, from: \.after, db)
    }
  }

  /// Does again what the last undo turned round.
  package func redo() throws -> UndoOutcome {
    try write { db in
      guard let (undo, entry) = try UndoStack(user.name, db).nextToRedo, try mayTurn(entry, db)
      else { return .nothingLeft }
      return try reverse(entry, action: "redo", target: undo, to: \.after, from: \.before, db)
    }
  }

  /// Whether all that an action is about may be reached and written now. What may not is not even
  /// named: there is nothing left to undo.
  private func mayTurn(_ entry: UndoStack.Entry, _ db: Database) throws -> Bool {
    guard sight.isBounded else { return true }
    if entry.original == "import" { return sight.scope == .all && sight.records }
    // Those it was about, and those whose rows it holds.
    var children = try Int64.fetchSet(
      db, sql: "SELECT childId FROM journalChild WHERE seq = ?", arguments: [entry.seq])
    if let before = entry.before, let after = entry.after {
      try children.formUnion(Store.children(of: before, after, db))
    }
    guard children.isEmpty || sight.records || entry.original.hasPrefix("signpost.") else {
      return false
    }
    return try children.allSatisfy {
      try mayReach($0, .all, db) && !isSealed($0, db)
    } && mayTurnGroups(of: entry, db)
  }

  /// Whether the role that works now writes the field groups of an assessment's action, which may
  /// have been done in another.
  private func mayTurnGroups(of entry: UndoStack.Entry, _ db: Database) throws -> Bool {
    switch entry.original.split(separator: ".").first {
    case "case": return sight.assigns
    case "assessment", "consultation": return sight.sees(.education)
    case "advice":
      if entry.original == "advice.ask", sight.sees(.education) { return true }
      let images = try [entry.before, entry.after].compactMap { $0 }.flatMap {
        try RowChanges.read($0).images
      }
      return try StoredAssessment.advisers(of: images, db).allSatisfy { sight.sees($0.group) }
    case "provision":
      let images = try [entry.before, entry.after].compactMap { $0 }.flatMap {
        try RowChanges.read($0).images
      }
      return StoredProvision.groups(of: images).allSatisfy(sight.sees)
    case "transition":
      // Who begins a list puts every owner's items into it, and writes no word of theirs.
      if entry.original == "transition.begin" { return sight.sees(.education) }
      let images = try [entry.before, entry.after].compactMap { $0 }.flatMap {
        try RowChanges.read($0).images
      }
      return sight.sees(.education)
        && StoredTransition.groups(of: images).isSubset(of: sight.groups)
    default: return true
    }
  }

  private func reverse(
    _ entry: UndoStack.Entry, action: String, target: Int64,
    to: KeyPath<UndoStack.Entry, Data?>, from: KeyPath<UndoStack.Entry, Data?>, _ db: Database
  ) throws -> UndoOutcome {
    if entry.original == "import" {
      return try reverseImport(entry, action: action, target: target, db)
    }
    guard let wanted = entry[keyPath: to], let present = entry[keyPath: from] else {
      return .nothingLeft
    }
    let (plans, images) = try RowChanges.read(wanted)
    let (_, expected) = try RowChanges.read(present)
    // A row changed twice in one action stands twice; its last image is what is there now.
    var last: [String: RowChanges.Image] = [:]
    for image in action == "undo" ? expected : expected.reversed() {
      last["\(image.table) \(image.id)"] = image
    }
    for image in last.values {
      guard try RowChanges.image(image.table, image.id, db).isSame(as: image) else {
        return .changedSince(words: entry.words)
      }
    }
    guard try Store.restore(action == "undo" ? images.reversed() : images, db) else {
      return .changedSince(words: entry.words)
    }
    let known = try plans.filter {
      try Bool.fetchOne(db, sql: "SELECT 1 FROM plan WHERE id = ?", arguments: [$0]) ?? false
    }
    try materialise(known, images + expected, db)
    try OfferDerivation.follow(images + expected, db)
    try Journal.append(
      Journal.Entry(
        action: action, subject: entry.subject, words: entry.words,
        children: try Store.children(of: known, db) + Store.children(of: wanted, present, db),
        reverses: target, before: entry[keyPath: from],
        after: entry[keyPath: to]),
      user, db)
    return .done(words: entry.words)
  }
}

extension Store {
  /// The children whose own rows, such as notes, stand in the images of an action.
  private static func children(
    of wanted: Data, _ present: Data, _ db: Database
  ) throws -> [Int64] {
    let images = try RowChanges.read(wanted).images + RowChanges.read(present).images
    let named =
      try images.compactMap(\.childID) + StoredSignpost.children(of: images, db)
      + StoredAssessment.children(of: images, db)
    return try Set(named).sorted().filter {
      try Bool.fetchOne(db, sql: "SELECT 1 FROM child WHERE id = ?", arguments: [$0]) ?? false
    }
  }

  /// Puts rows as the images have them, all or none.
  ///
  /// - Returns: False where others' rows hang on one that would go, or the row that one would
  ///   hang on has gone: nothing was changed.
  private static func restore(_ images: [RowChanges.Image], _ db: Database) throws -> Bool {
    do {
      try db.inSavepoint {
        for image in images { try RowChanges.restore(image, db) }
        return .commit
      }
      return true
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return false
    }
  }
}

/// The journal read as one practitioner's undo and redo stacks.
struct UndoStack {
  struct Entry {
    var seq: Int64
    var action: String
    /// The action it began as, where it is a redo.
    var original: String
    var subject: String
    var words: String
    var reverses: Int64?
    var before: Data?
    var after: Data?
  }

  private(set) var nextToUndo: Entry?
  private(set) var nextToRedo: (undo: Int64, entry: Entry)?

  /// An import of the Local Offer or the directory is no part of the stack: it holds what others
  /// keep, which is read again and not turned round, and must not stand before what can be. Nor is
  /// what left for a clipboard, which nobody can take back.
  ///
  /// Reads back as far as an action that still stands, at most 2,000 entries. An action of its
  /// own closes redo for all that was undone before it.
  init(_ practitioner: String, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT seq, action, reverses FROM journal
        WHERE practitioner = ? AND action <> 'opened'
          AND action NOT IN (\(Journal.Reading.list), 'offer.import', 'offer.gap',
            'directory.import', 'place.import', 'clipboard')
          AND action NOT LIKE 'user.%'
        ORDER BY seq DESC LIMIT 2000
        """, arguments: [practitioner])
    var undone: Set<Int64> = []
    var redone: Set<Int64> = []
    var redoIsOpen = true
    while let row = try rows.next() {
      let seq: Int64 = try row["seq"]
      switch try row["action"] as String {
      case "undo":
        let target: Int64 = try row["reverses"]
        undone.insert(target)
        if redoIsOpen, !redone.contains(seq), let entry = try UndoStack.entry(target, db) {
          nextToRedo = (seq, entry)
          redoIsOpen = false
        }
        continue
      case "redo": redone.insert(try row["reverses"])
      default: redoIsOpen = false
      }
      if nextToUndo == nil, !undone.contains(seq) {
        nextToUndo = try UndoStack.entry(seq, db)
      }
      if nextToUndo != nil, !redoIsOpen { return }
    }
  }

  private static func entry(_ seq: Int64, _ db: Database) throws -> Entry? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM journal WHERE seq = ?", arguments: [seq])
    else { return nil }
    var original: String = try row["action"]
    var before: Data? = try row["before"]
    var after: Data? = try row["after"]
    var reverses: Int64? = try row["reverses"]
    // A redo stands for the action that its undo turned round.
    if original == "redo", let undo = reverses,
      let target = try Int64.fetchOne(
        db, sql: "SELECT reverses FROM journal WHERE seq = ?", arguments: [undo]),
      let first = try entry(target, db)
    {
      original = first.original
      before = first.before
      after = first.after
      reverses = first.original == "import" ? first.reverses ?? first.seq : reverses
    }
    return try Entry(
      seq: seq, action: row["action"], original: original, subject: row["subject"],
      words: row["words"], reverses: reverses, before: before, after: after)
  }
}
