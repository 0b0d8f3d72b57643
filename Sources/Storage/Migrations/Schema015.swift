/// Moves begun for children, each with the checklist as it was when it was begun, so that no edited
/// file changes what a child's list says.
///
/// Every row carries its child: a role reaches it, and undo may turn it, by that.
enum Schema015 {
  static let sql = """
    CREATE TABLE transition (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      childId INTEGER NOT NULL REFERENCES child (id),
      kind TEXT NOT NULL,
      year INTEGER NOT NULL,
      day INTEGER,
      sortDay INTEGER NOT NULL,
      taughtYear INTEGER,
      checklist TEXT NOT NULL,
      title TEXT NOT NULL,
      kinds TEXT NOT NULL,
      listVersion INTEGER NOT NULL,
      notes TEXT NOT NULL,
      began INTEGER NOT NULL,
      author TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX transitionOfChild ON transition (childId, kind, year) WHERE kind <> 'other';
    CREATE INDEX transitionByChild ON transition (childId);
    CREATE INDEX transitionByDay ON transition (sortDay, id);
    CREATE INDEX transitionByKind ON transition (kind, sortDay, id);

    CREATE TABLE transitionItem (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      transitionId INTEGER NOT NULL REFERENCES transition (id),
      childId INTEGER NOT NULL REFERENCES child (id),
      position INTEGER NOT NULL,
      item TEXT NOT NULL,
      what TEXT NOT NULL,
      owner TEXT NOT NULL,
      rule TEXT,
      law TEXT,
      direction TEXT,
      anchor TEXT,
      number INTEGER,
      unit TEXT,
      why TEXT NOT NULL,
      wanted TEXT NOT NULL,
      onlyWhere TEXT NOT NULL,
      area TEXT,
      doneOn INTEGER,
      doneBy TEXT NOT NULL DEFAULT '',
      leftOutOn INTEGER,
      leftOutWhy TEXT NOT NULL DEFAULT '',
      assignee TEXT NOT NULL DEFAULT '',
      ownDay INTEGER,
      note TEXT NOT NULL DEFAULT '',
      evidence TEXT NOT NULL DEFAULT '',
      UNIQUE (transitionId, item)
    ) STRICT;

    CREATE TABLE transitionStep (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      transitionId INTEGER NOT NULL REFERENCES transition (id),
      childId INTEGER NOT NULL REFERENCES child (id),
      step TEXT NOT NULL,
      day INTEGER NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX transitionStepByTransition ON transitionStep (transitionId);
    """
}
