/// The Local Offer: what was read from which source, its words, and where postcodes lie.
///
/// A service keeps its number for ever, as what the journal names does. Its words stand in a table
/// of their own, beside its facts: lists read those alone.
enum Schema003 {
  static let sql = """
    CREATE TABLE offerSource (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      name TEXT NOT NULL UNIQUE,
      dialect TEXT NOT NULL,
      publisher TEXT NOT NULL,
      licence TEXT NOT NULL,
      lastRead INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE offerService (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      sourceId INTEGER NOT NULL REFERENCES offerSource (id),
      sourceKey TEXT NOT NULL,
      name TEXT NOT NULL,
      provider TEXT NOT NULL,
      sortName TEXT NOT NULL,
      groupKey INTEGER NOT NULL,
      status TEXT NOT NULL,
      isHidden INTEGER NOT NULL,
      checked INTEGER,
      lowestAge INTEGER,
      highestAge INTEGER,
      cost TEXT NOT NULL,
      needs INTEGER NOT NULL,
      access INTEGER NOT NULL,
      days INTEGER NOT NULL,
      sector TEXT NOT NULL,
      points BLOB,
      lastSeen INTEGER,
      notSeenOn INTEGER,
      contentHash BLOB NOT NULL,
      UNIQUE (sourceId, sourceKey)
    ) STRICT;
    CREATE INDEX offerServiceByChecked ON offerService (checked, sortName, id);

    CREATE TABLE offerRecord (
      serviceId INTEGER PRIMARY KEY REFERENCES offerService (id) ON DELETE CASCADE,
      data BLOB NOT NULL,
      raw BLOB
    ) STRICT;

    CREATE TABLE offerText (
      id INTEGER PRIMARY KEY REFERENCES offerService (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      provider TEXT NOT NULL,
      terms TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    CREATE VIRTUAL TABLE offerSearch USING fts5 (
      name, provider, terms, body, content = 'offerText', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 2', detail = 'column'
    );

    CREATE VIRTUAL TABLE offerInstance USING fts5vocab (offerSearch, 'instance');

    CREATE TABLE offerWord (
      word TEXT PRIMARY KEY NOT NULL,
      docs INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE offerProblem (
      sourceId INTEGER NOT NULL REFERENCES offerSource (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER,
      record TEXT NOT NULL,
      field TEXT NOT NULL,
      message TEXT NOT NULL,
      PRIMARY KEY (sourceId, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE place (
      key TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      latitude REAL NOT NULL,
      longitude REAL NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
