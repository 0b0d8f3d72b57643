/// What families were signposted to, and the days agreed for asking how it went.
///
/// A deadline hangs on a plan or on a signpost, and may be of no named child: its table is made
/// anew, for SQLite cannot take a NOT NULL away. Its rows keep their numbers. Those of a signpost
/// that is undone are counted out one by one, so no key may take them along.
enum Schema004 {
  static let sql = """
    CREATE TABLE signpost (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      childId INTEGER REFERENCES child (id),
      ownerId INTEGER REFERENCES practitioner (id) ON DELETE SET NULL,
      day INTEGER NOT NULL,
      author TEXT NOT NULL,
      manner TEXT NOT NULL,
      language TEXT NOT NULL DEFAULT '',
      consent TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX signpostByChild ON signpost (childId, day);
    CREATE INDEX signpostByDay ON signpost (day, id);
    CREATE INDEX signpostByOwner ON signpost (ownerId, day, id);

    CREATE TABLE signpostService (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      signpostId INTEGER NOT NULL REFERENCES signpost (id),
      position INTEGER NOT NULL,
      serviceId INTEGER REFERENCES offerService (id),
      name TEXT NOT NULL,
      provider TEXT NOT NULL,
      phone TEXT NOT NULL,
      checked INTEGER,
      askOn INTEGER,
      outcome TEXT,
      reason TEXT,
      outcomeNote TEXT NOT NULL DEFAULT '',
      outcomeDay INTEGER,
      UNIQUE (signpostId, position)
    ) STRICT;
    CREATE INDEX signpostServiceByService ON signpostService (serviceId)
      WHERE serviceId IS NOT NULL;

    CREATE TABLE deadlineMade (
      id INTEGER PRIMARY KEY,
      planId INTEGER REFERENCES plan (id) ON DELETE CASCADE,
      signpostId INTEGER,
      childId INTEGER,
      ownerId INTEGER,
      sortName TEXT NOT NULL,
      due INTEGER NOT NULL,
      isBefore INTEGER NOT NULL,
      rule TEXT NOT NULL,
      kind TEXT NOT NULL,
      missing TEXT,
      facts BLOB NOT NULL
    ) STRICT;
    INSERT INTO deadlineMade
      SELECT id, planId, NULL, childId, ownerId, sortName, due, isBefore, rule, kind, missing,
        facts
      FROM deadline;
    DROP TABLE deadline;
    ALTER TABLE deadlineMade RENAME TO deadline;
    CREATE INDEX deadlineByDue ON deadline (due, sortName, id);
    CREATE INDEX deadlineByOwnerDue ON deadline (ownerId, due, sortName, id);
    CREATE INDEX deadlineByPlan ON deadline (planId);
    CREATE INDEX deadlineBySignpost ON deadline (signpostId) WHERE signpostId IS NOT NULL;
    """
}
