/// What was promised and by when, who stands in for whom, and the triage list's two parts.
///
/// The counts of open dates are made anew, for those agreed are counted apart from now on: in SQL,
/// for computing every date anew would change none of their rows.
enum Schema013 {
  static let sql = """
    CREATE TABLE promise (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      kind TEXT NOT NULL DEFAULT 'promise',
      childId INTEGER NOT NULL REFERENCES child (id),
      words TEXT NOT NULL,
      due INTEGER NOT NULL,
      ownerId INTEGER REFERENCES practitioner (id) ON DELETE SET NULL,
      owner TEXT NOT NULL DEFAULT '',
      made INTEGER NOT NULL,
      author TEXT NOT NULL,
      doneOn INTEGER,
      doneBy TEXT,
      droppedOn INTEGER,
      droppedWhy TEXT
    ) STRICT;
    CREATE INDEX promiseByChild ON promise (childId, due);
    CREATE INDEX promiseByOwner ON promise (ownerId) WHERE doneOn IS NULL AND droppedOn IS NULL;

    CREATE TABLE cover (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      practitionerId INTEGER NOT NULL REFERENCES practitioner (id),
      forId INTEGER NOT NULL REFERENCES practitioner (id),
      since INTEGER NOT NULL,
      until INTEGER NOT NULL,
      UNIQUE (practitionerId, forId)
    ) STRICT;

    ALTER TABLE deadline ADD COLUMN promiseId INTEGER;
    CREATE INDEX deadlineByPromise ON deadline (promiseId) WHERE promiseId IS NOT NULL;
    ALTER TABLE deadline ADD COLUMN isAgreed INTEGER NOT NULL DEFAULT 0;
    UPDATE deadline SET isAgreed = 1
      WHERE kind <> 'statutory' AND due > -1000000000 AND exception = '';
    CREATE INDEX deadlineAgreedByDue ON deadline (due, sortName, id) WHERE isAgreed = 1;
    CREATE INDEX deadlineTransferByDue ON deadline (due, sortName, id) WHERE isBefore = 1;
    CREATE INDEX planTransferByDue ON plan (due, sortName, id)
      WHERE active = 1 AND transferDue IS NOT NULL;

    DELETE FROM tally WHERE list IN (2, 3);
    INSERT INTO tally (list, ownerId, due, isBefore, n)
      WITH owned AS (
        SELECT iif(isAgreed, 8, iif(exception = '', 2, 3)) AS list, coalesce(ownerId, 0) AS ownerId,
          due, isBefore, count(*) AS n
        FROM deadline GROUP BY 1, 2, 3, 4)
      SELECT * FROM owned
      UNION ALL
      SELECT list, -1, due, isBefore, sum(n) FROM owned GROUP BY list, due, isBefore;
    """
}
