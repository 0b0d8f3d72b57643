/// Lines of a plan's health and social care: needs, what is provided for them, and how far it has
/// come. `desk`, `sortName`, `place` and `budget` are computed: the list's order, and what is
/// counted.
enum Schema012 {
  static let sql = """
    CREATE TABLE provisionLine (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      childId INTEGER NOT NULL REFERENCES child (id),
      planId INTEGER REFERENCES plan (id),
      assessmentId INTEGER REFERENCES assessment (id),
      section TEXT NOT NULL,
      words TEXT NOT NULL,
      service TEXT NOT NULL,
      provider TEXT NOT NULL DEFAULT '',
      quantity TEXT NOT NULL DEFAULT '',
      personalBudget INTEGER NOT NULL DEFAULT 0,
      agreedOn INTEGER,
      commissionedOn INTEGER,
      startedOn INTEGER,
      gapFoundOn INTEGER,
      gapReason TEXT,
      gapWords TEXT NOT NULL DEFAULT '',
      gapClosedOn INTEGER,
      reviewBy INTEGER,
      endedOn INTEGER,
      desk TEXT NOT NULL DEFAULT '',
      sortName TEXT NOT NULL DEFAULT '',
      place INTEGER NOT NULL DEFAULT 0,
      budget INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX provisionByChild ON provisionLine (childId);
    CREATE INDEX provisionByPlan ON provisionLine (planId) WHERE planId IS NOT NULL;
    CREATE INDEX provisionByAssessment ON provisionLine (assessmentId)
      WHERE assessmentId IS NOT NULL;
    CREATE INDEX provisionByPlace ON provisionLine (desk, place, sortName, id);
    CREATE INDEX provisionByName ON provisionLine (desk, sortName, id);
    CREATE INDEX provisionByProvider ON provisionLine (desk, provider, place, sortName, id);
    CREATE INDEX provisionByService ON provisionLine (desk, service);
    """
}
