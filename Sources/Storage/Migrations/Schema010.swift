/// Entries of the directory that somebody said were wrong, each with the entry as it was then.
enum Schema010 {
  static let sql = """
    CREATE TABLE directoryReport (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      entryId INTEGER NOT NULL REFERENCES directoryEntry (id),
      reason TEXT NOT NULL,
      note TEXT NOT NULL,
      title TEXT NOT NULL,
      who TEXT NOT NULL,
      source TEXT NOT NULL,
      sourceKey TEXT NOT NULL,
      contentHash BLOB NOT NULL,
      day INTEGER NOT NULL,
      author TEXT NOT NULL,
      resolvedOn INTEGER,
      resolvedBy TEXT
    ) STRICT;
    CREATE INDEX directoryReportByEntry ON directoryReport (entryId);
    """
}
