import Foundation
import GRDB
import GRDBSQLite
import SENDDomain
import Synchronization

/// What a search of the Local Offer keeps in memory: the vocabulary, the facets, and where words
/// stand that were asked for before. Made with the first search, and anew when services changed.
///
/// Words are looked up in the full-text index by its vocabulary table, one at a time and bound as
/// values: nothing that is typed is ever read as a query.
final class OfferIndex: Sendable {
  private struct State {
    var dictionary = OfferDictionary.shipped
    var edition: Int?
    var catalogue: OfferCatalogue?
    var postings: [String: OfferPostings] = [:]
    /// Postings held, in all.
    var size = 0
    var directoryEdition: Int?
    var directory: DirectoryCatalogue?
  }

  private let state = Mutex(State())
  /// Four bytes each.
  private static let mostPostings = 6_000_000

  /// Takes another dictionary from the next search on.
  func use(_ dictionary: OfferDictionary) {
    state.withLock {
      guard $0.dictionary != dictionary else { return }
      $0.dictionary = dictionary
      $0.catalogue = nil
      $0.directory = nil
    }
  }

  var dictionary: OfferDictionary { state.withLock(\.dictionary) }

  /// Every word of the dictionary, folded.
  var dictionaryWords: Set<String> { state.withLock(\.dictionary).words }

  /// The services as they are now.
  func catalogue(_ db: Database) throws -> OfferCatalogue {
    let edition = try Workspace.number("offerEdition", db) ?? 0
    return try state.withLock { state in
      if let catalogue = state.catalogue, state.edition == edition { return catalogue }
      let catalogue = try OfferIndex.read(state.dictionary, db)
      state.catalogue = catalogue
      state.edition = edition
      state.directory = nil
      state.postings = [:]
      state.size = 0
      return catalogue
    }
  }

  /// The directory as it is now.
  ///
  /// - Parameter catalogue: The services' words, which are spelt right.
  func directory(beside catalogue: OfferCatalogue, _ db: Database) throws -> DirectoryCatalogue {
    let edition = try Workspace.number("directoryEdition", db) ?? 0
    return try state.withLock { state in
      if let directory = state.directory, state.directoryEdition == edition { return directory }
      let directory = DirectoryCatalogue(
        try DirectorySourceRow.hits(db), state.dictionary, beside: catalogue.vocabulary)
      state.directory = directory
      state.directoryEdition = edition
      return directory
    }
  }

  /// Where words stand, from memory where they were asked for before.
  func postings(
    _ words: [String], in catalogue: OfferCatalogue, _ db: Database
  ) throws -> [String: OfferPostings] {
    let edition = try Workspace.number("offerEdition", db) ?? 0
    return try state.withLock { state in
      // Another search may have met another edition meanwhile.
      let isCurrent = state.edition == edition
      var found: [String: OfferPostings] = [:]
      var reader: PostingReader?
      for word in words {
        if isCurrent, let known = state.postings[word] {
          found[word] = known
          continue
        }
        let current = try reader ?? PostingReader(catalogue, db)
        reader = current
        let list = try current.read(word)
        found[word] = list
        guard isCurrent else { continue }
        if state.size > OfferIndex.mostPostings {
          state.postings = [:]
          state.size = 0
        }
        state.postings[word] = list
        state.size += list.packed.count
      }
      return found
    }
  }

  // MARK: - Reading

  private static func read(_ dictionary: OfferDictionary, _ db: Database) throws -> OfferCatalogue {
    var counted: [(word: String, docs: Int)] = []
    let words = try Row.fetchCursor(db, sql: "SELECT word, docs FROM offerWord ORDER BY word")
    while let row = try words.next() {
      counted.append((try row[0, String.self], try row[1, Int.self]))
    }
    let vocabulary = OfferVocabulary(counted)
    let planner = OfferPlanner(vocabulary, OfferLexicon(dictionary))
    let coverages = try coverages(dictionary, db)
    var ranks: [Int64: Int] = [:]
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM offerService ORDER BY sortName, id")
    for (rank, id) in ids.enumerated() { ranks[id] = rank }
    var entries: [OfferCatalogue.Entry] = []
    entries.reserveCapacity(ids.count)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT offerService.id, groupKey, isHidden, checked, lowestAge, highestAge, cost, needs,
          access, days, sector, points, areas, offerText.name AS words
        FROM offerService JOIN offerText ON offerText.id = offerService.id ORDER BY offerService.id
        """)
    while let row = try rows.next() {
      let id: Int64 = try row["id"]
      var facts = try OfferFacts(row)
      facts.coverage = coverages[try row["areas"]] ?? .notStated
      entries.append(
        OfferCatalogue.Entry(
          id: id, facts: facts, groupKey: try row["groupKey"],
          nameWords: planner.nameWords(try row["words"]), rank: ranks[id] ?? 0))
    }
    return OfferCatalogue(entries, planner)
  }

  /// For all areas that services name, each service's together.
  private static func coverages(
    _ dictionary: OfferDictionary, _ db: Database
  ) throws -> [String: OfferCoverage] {
    var named: [String: Int] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT areas, count(*) FROM offerService WHERE areas <> '' GROUP BY areas")
    while let row = try rows.next() {
      named[try row[0, String.self]] = try row[1, Int.self]
    }
    let areas = OfferAreas(own: dictionary.ownAreas, named: named)
    return named.reduce(into: [:]) { $0[$1.key] = areas.coverage(of: $1.key) }
  }
}

extension Row {
  /// By place, which is faster than by name.
  fileprivate subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ index: Int, _ type: Value.Type
  ) -> Value {
    get throws {
      do {
        return try decode(Value.self, atIndex: index)
      } catch {
        throw RecordReader.Damaged()
      }
    }
  }
}

extension OfferFacts {
  fileprivate init(_ row: Row) throws {
    let points: Data? = try row["points"]
    let checked: Int? = try row["checked"]
    let (needs, access, days): (Int, Int, Int) = (
      try row["needs"], try row["access"], try row["days"]
    )
    self.init(
      ages: OfferAges(lowest: try row["lowestAge"], highest: try row["highestAge"]),
      cost: OfferCost.State(rawValue: try row["cost"]) ?? .notStated,
      needs: UInt16(truncatingIfNeeded: needs), access: UInt16(truncatingIfNeeded: access),
      days: UInt8(truncatingIfNeeded: days), sector: OfferSector(rawValue: try row["sector"]),
      isHidden: try row["isHidden"],
      points: try points.map(OfferApplication.points) ?? [], checked: checked.map(Day.init(number:))
    )
  }
}

/// Reads where a word stands out of the full-text index, row by row without a value for each.
private final class PostingReader {
  private let statement: OpaquePointer
  private let connection: OpaquePointer
  private let ordinals: [Int64: Int]?
  private let catalogue: OfferCatalogue
  /// Ids from the first on without gaps worth speaking of.
  private let byID: [Int32]
  private let firstID: Int64

  init(_ catalogue: OfferCatalogue, _ db: Database) throws {
    guard let connection = db.sqliteConnection else { throw StoreError.cancelled }
    var statement: OpaquePointer?
    let sql = "SELECT doc, col FROM offerInstance WHERE term = ?"
    let code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
    self.statement = statement
    self.connection = connection
    self.catalogue = catalogue
    firstID = catalogue.entries.first?.id ?? 0
    let span = Int((catalogue.entries.last?.id ?? 0) - firstID) + 1
    if span <= 8 * catalogue.entries.count + 1_000 {
      var byID = [Int32](repeating: -1, count: span)
      for (ordinal, entry) in catalogue.entries.enumerated() {
        byID[Int(entry.id - firstID)] = Int32(ordinal)
      }
      self.byID = byID
      ordinals = nil
    } else {
      byID = []
      ordinals = Dictionary(
        uniqueKeysWithValues: catalogue.entries.enumerated().map { ($0.element.id, $0.offset) })
    }
  }

  deinit { sqlite3_finalize(statement) }

  func read(_ word: String) throws -> OfferPostings {
    var postings = OfferPostings()
    sqlite3_reset(statement)
    // SQLITE_TRANSIENT: SQLite makes a copy of the text.
    sqlite3_bind_text(statement, 1, word, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    while true {
      let code = sqlite3_step(statement)
      guard code == SQLITE_ROW else {
        guard code == SQLITE_DONE else {
          throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
        return postings
      }
      guard let ordinal = ordinal(of: sqlite3_column_int64(statement, 0)),
        let column = sqlite3_column_text(statement, 1)
      else { continue }
      // By first letter: name, provider, terms, body.
      let field =
        switch column.pointee {
        case UInt8(ascii: "n"): 0
        case UInt8(ascii: "p"): 1
        case UInt8(ascii: "t"): 2
        default: 3
        }
      postings.add(ordinal, field: field)
    }
  }

  private func ordinal(of id: Int64) -> Int? {
    if let ordinals { return ordinals[id] }
    let place = Int(id - firstID)
    guard byID.indices.contains(place), byID[place] >= 0 else { return nil }
    return Int(byID[place])
  }
}
