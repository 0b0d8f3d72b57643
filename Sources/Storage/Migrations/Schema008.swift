/// EHC needs assessments: requests, advice, consultations and exceptions, and their deadlines.
///
/// What a return said of requests is taken over; the deadlines follow by computing all of them
/// anew, which the forgotten digest of the rules brings about.
enum Schema008 {
  static let sql = """
    CREATE TABLE assessment (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      childId INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
      ownerId INTEGER REFERENCES practitioner (id) ON DELETE SET NULL,
      source TEXT NOT NULL DEFAULT '',
      setting TEXT NOT NULL DEFAULT '',
      decision TEXT,
      isReturned INTEGER NOT NULL DEFAULT 0,
      readOn INTEGER,
      returnedSource TEXT NOT NULL DEFAULT '',
      returnedReceived INTEGER,
      returnedOutcome TEXT NOT NULL DEFAULT '',
      returnedOutcomeDay INTEGER,
      returnedAssessment TEXT NOT NULL DEFAULT '',
      returnedAssessmentDay INTEGER,
      returnedPlanMade INTEGER,
      returnedException INTEGER NOT NULL DEFAULT 0,
      exportedTo TEXT NOT NULL DEFAULT '',
      mediation INTEGER,
      tribunal INTEGER,
      sortName TEXT NOT NULL DEFAULT '',
      isOpen INTEGER NOT NULL DEFAULT 0,
      due INTEGER NOT NULL DEFAULT 0,
      isBefore INTEGER NOT NULL DEFAULT 0,
      exception TEXT NOT NULL DEFAULT '',
      stage TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX assessmentByChild ON assessment (childId);
    CREATE INDEX assessmentByDue ON assessment (due, sortName, id) WHERE isOpen = 1;
    CREATE INDEX assessmentByName ON assessment (sortName, id) WHERE isOpen = 1;
    CREATE INDEX assessmentByOwnerDue ON assessment (ownerId, due, sortName, id)
      WHERE isOpen = 1;

    CREATE TABLE assessmentFact (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      assessmentId INTEGER NOT NULL REFERENCES assessment (id),
      step INTEGER NOT NULL,
      day INTEGER NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      UNIQUE (assessmentId, step)
    ) STRICT;

    CREATE TABLE assessmentException (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      assessmentId INTEGER NOT NULL REFERENCES assessment (id),
      code TEXT NOT NULL,
      evidence TEXT NOT NULL,
      day INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX assessmentExceptionByAssessment ON assessmentException (assessmentId);

    CREATE TABLE advice (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      assessmentId INTEGER NOT NULL REFERENCES assessment (id),
      adviser TEXT NOT NULL,
      provider TEXT NOT NULL DEFAULT '',
      asked INTEGER NOT NULL,
      reached INTEGER,
      arrived INTEGER,
      isNil INTEGER NOT NULL DEFAULT 0,
      words TEXT NOT NULL DEFAULT '',
      decision TEXT,
      decisionDay INTEGER,
      decisionWords TEXT NOT NULL DEFAULT '',
      known TEXT,
      knownDay INTEGER,
      knownBy TEXT NOT NULL DEFAULT '',
      lookedAfterReview INTEGER,
      educationPlanMeeting INTEGER,
      assignee TEXT NOT NULL DEFAULT '',
      desk TEXT NOT NULL DEFAULT '',
      sortName TEXT NOT NULL DEFAULT '',
      isOpen INTEGER NOT NULL DEFAULT 0,
      due INTEGER NOT NULL DEFAULT 0,
      isBefore INTEGER NOT NULL DEFAULT 0,
      exception TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX adviceByAssessment ON advice (assessmentId);
    CREATE INDEX adviceByDesk ON advice (desk, due, sortName, id) WHERE isOpen = 1;

    CREATE TABLE adviceChase (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      adviceId INTEGER NOT NULL REFERENCES advice (id),
      day INTEGER NOT NULL,
      author TEXT NOT NULL
    ) STRICT;
    CREATE INDEX adviceChaseByAdvice ON adviceChase (adviceId);

    CREATE TABLE adviceCheck (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      adviceId INTEGER NOT NULL REFERENCES advice (id),
      criterion TEXT NOT NULL,
      met INTEGER NOT NULL,
      UNIQUE (adviceId, criterion)
    ) STRICT;

    CREATE TABLE consultation (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      assessmentId INTEGER NOT NULL REFERENCES assessment (id),
      setting TEXT NOT NULL,
      sent INTEGER NOT NULL,
      reached INTEGER,
      answered INTEGER,
      reply TEXT,
      words TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX consultationByAssessment ON consultation (assessmentId);

    ALTER TABLE deadline ADD COLUMN assessmentId INTEGER;
    ALTER TABLE deadline ADD COLUMN adviceId INTEGER;
    ALTER TABLE deadline ADD COLUMN consultationId INTEGER;
    ALTER TABLE deadline ADD COLUMN exception TEXT NOT NULL DEFAULT '';
    CREATE INDEX deadlineByAssessment ON deadline (assessmentId) WHERE assessmentId IS NOT NULL;

    INSERT INTO assessment (uuid, childId, ownerId, isReturned, readOn, returnedSource,
      returnedReceived, returnedOutcome, returnedOutcomeDay, returnedAssessment,
      returnedAssessmentDay, returnedPlanMade, returnedException, sortName)
    SELECT randomblob(16), child.id, plan.ownerId, 1, ago.day, request.source,
      iif(request.received <= ago.day, request.received, NULL), request.outcome,
      iif(request.outcomeDay <= ago.day, request.outcomeDay, NULL), request.assessmentOutcome,
      iif(request.assessmentOutcomeDay <= ago.day, request.assessmentOutcomeDay, NULL),
      iif(plan.made <= ago.day, plan.made, NULL), coalesce(request.exceptionTo20Weeks, 0),
      child.sortName
    FROM request JOIN child ON child.id = request.childId
    LEFT JOIN plan ON plan.childId = request.childId AND plan.request = request.position
    JOIN (SELECT coalesce((SELECT value FROM workspace WHERE key = 'lastReadOn'), 0) AS day)
      AS ago
    WHERE request.outcome <> 'H';
    UPDATE workspace SET value = '' WHERE key = 'rules';
    """
}
