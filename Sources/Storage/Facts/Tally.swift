import GRDB

/// How many rows of a list fall due on each day, kept in step with the rows: the counts of a
/// list are sums over days, never over rows. They are kept for each owner and for everybody, so
/// that no sum runs over thousands of owners.
struct Tally {
  /// Stands for the owner where all rows are counted, whoever has them.
  static let everybody: Int64 = -1
  /// Stands for the owner of rows that nobody has.
  static let nobody: Int64 = 0

  enum List: Int {
    /// Active plans by their earliest open statutory step.
    case reviews = 1
    /// Open deadlines of the triage list.
    case due = 2
    /// Those of them that a recorded exception lifts: never late.
    case excepted = 3
    /// Lines of provision, by where they stand in their list instead of a day.
    case healthProvision = 4
    case socialCareProvision = 5
    /// Those of them that a personal budget pays for.
    case healthBudgets = 6
    case socialCareBudgets = 7
    /// Dates that were agreed, which stand after what the law sets.
    case agreed = 8
  }

  /// The day that a row is counted on.
  typealias Day = (due: Int, isBefore: Bool)

  private struct Bucket: Hashable {
    var list: Int
    var owner: Int64
    var due: Int
    var isBefore: Bool
  }

  private var changes: [Bucket: Int] = [:]

  mutating func count(
    _ n: Int, _ list: List, owner: Int64?, due: Int, isBefore: Bool
  ) {
    for owner in [owner ?? Tally.nobody, Tally.everybody] {
      changes[
        Bucket(list: list.rawValue, owner: owner, due: due, isBefore: isBefore), default: 0] += n
    }
  }

  /// Writes what was counted since the last time.
  mutating func flush(_ db: Database) throws {
    let upsert = try db.cachedStatement(
      sql: """
        INSERT INTO tally VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (list, ownerId, due, isBefore) DO UPDATE SET n = n + excluded.n
        """)
    // In one order, so that the same work writes the same file.
    let sorted = changes.sorted {
      ($0.key.list, $0.key.owner, $0.key.due, $0.key.isBefore ? 1 : 0)
        < ($1.key.list, $1.key.owner, $1.key.due, $1.key.isBefore ? 1 : 0)
    }
    for (bucket, n) in sorted where n != 0 {
      try upsert.execute(
        arguments: [bucket.list, bucket.owner, bucket.due, bucket.isBefore, n])
    }
    if changes.contains(where: { $0.value < 0 }) {
      try db.execute(sql: "DELETE FROM tally WHERE n = 0")
    }
    changes = [:]
  }
}

/// The stored due day of an unknown date: sorts first, below every real day.
let unknownDue = -1_000_000_000
