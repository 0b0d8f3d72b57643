/// The directory of people and teams: what was read from which table, one row for each entry.
///
/// An entry keeps its number for ever, as services do. Its facts are one value in bytes: a
/// directory is small, and read whole.
enum Schema005 {
  static let sql = """
    CREATE TABLE directorySource (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      name TEXT NOT NULL UNIQUE,
      lastRead INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE directoryEntry (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      sourceId INTEGER NOT NULL REFERENCES directorySource (id),
      sourceKey TEXT NOT NULL,
      title TEXT NOT NULL,
      checked INTEGER,
      data BLOB NOT NULL,
      contentHash BLOB NOT NULL,
      lastSeen INTEGER,
      notSeenOn INTEGER,
      UNIQUE (sourceId, sourceKey)
    ) STRICT;
    """
}
