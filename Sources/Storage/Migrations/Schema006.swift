/// What people here say of the Local Offer's services, beside what the sources say: kept apart, so
/// that neither overwrites the other.
///
/// A gap has no number and no journal entry of its own words: nothing in it leads to whoever
/// searched.
enum Schema006 {
  static let sql = """
    ALTER TABLE offerService ADD COLUMN isLocal INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX offerServiceLocal ON offerService (isLocal) WHERE isLocal;

    CREATE TABLE offerEntry (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      serviceId INTEGER NOT NULL UNIQUE REFERENCES offerService (id),
      data BLOB NOT NULL,
      day INTEGER NOT NULL,
      author TEXT NOT NULL
    ) STRICT;

    CREATE TABLE offerCorrection (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      serviceId INTEGER NOT NULL REFERENCES offerService (id),
      field TEXT NOT NULL,
      value TEXT NOT NULL,
      sourceValue TEXT NOT NULL,
      day INTEGER NOT NULL,
      author TEXT NOT NULL,
      UNIQUE (serviceId, field)
    ) STRICT;

    CREATE TABLE offerConfirmation (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      serviceId INTEGER NOT NULL REFERENCES offerService (id),
      day INTEGER NOT NULL,
      author TEXT NOT NULL
    ) STRICT;
    CREATE INDEX offerConfirmationByService ON offerConfirmation (serviceId, day);

    CREATE TABLE offerReport (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      serviceId INTEGER NOT NULL REFERENCES offerService (id),
      reason TEXT NOT NULL,
      note TEXT NOT NULL,
      name TEXT NOT NULL,
      provider TEXT NOT NULL,
      source TEXT NOT NULL,
      sourceKey TEXT NOT NULL,
      contentHash BLOB NOT NULL,
      day INTEGER NOT NULL,
      author TEXT NOT NULL,
      resolvedOn INTEGER,
      resolvedBy TEXT
    ) STRICT;
    CREATE INDEX offerReportByService ON offerReport (serviceId);

    CREATE TABLE offerRetirement (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      serviceId INTEGER NOT NULL UNIQUE REFERENCES offerService (id),
      day INTEGER NOT NULL,
      author TEXT NOT NULL
    ) STRICT;

    CREATE TABLE offerGap (
      uuid BLOB PRIMARY KEY NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      words TEXT NOT NULL,
      ages TEXT NOT NULL,
      needs TEXT NOT NULL,
      place TEXT NOT NULL,
      month INTEGER NOT NULL,
      times INTEGER NOT NULL,
      UNIQUE (words, ages, needs, place, month)
    ) STRICT, WITHOUT ROWID;
    """
}
