CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);

CREATE TABLE workspace (
  key TEXT PRIMARY KEY NOT NULL,
  value ANY
) STRICT;

CREATE TABLE practitioner (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  team TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  folded TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE child (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  familyName TEXT NOT NULL,
  givenName TEXT NOT NULL,
  born INTEGER,
  sex TEXT NOT NULL,
  ethnicity TEXT NOT NULL,
  postcode TEXT NOT NULL,
  upn TEXT NOT NULL,
  uln TEXT NOT NULL,
  upnUnknown TEXT NOT NULL,
  identity INTEGER NOT NULL,
  sortName TEXT NOT NULL,
  searchText TEXT NOT NULL,
  returned BLOB,
  importSeq INTEGER,
  hasLateDays INTEGER NOT NULL DEFAULT 0,
  absent INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX childByIdentity ON child (identity);

CREATE INDEX childByName ON child (sortName, id);

CREATE TABLE request (
  childId INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  received INTEGER,
  source TEXT NOT NULL,
  outcomeDay INTEGER,
  outcome TEXT NOT NULL,
  assessmentOutcome TEXT NOT NULL,
  assessmentOutcomeDay INTEGER,
  exceptionTo20Weeks INTEGER,
  PRIMARY KEY (childId, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  childId INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  request INTEGER,
  active INTEGER NOT NULL,
  made INTEGER,
  ceased INTEGER,
  ceaseReason TEXT NOT NULL,
  ceaseProposed INTEGER,
  transferredFrom TEXT NOT NULL,
  ownerId INTEGER REFERENCES practitioner (id) ON DELETE SET NULL,
  readOn INTEGER,
  knowledge INTEGER NOT NULL,
  returnedMeeting INTEGER,
  returnedOutcome TEXT NOT NULL,
  returnedDecision INTEGER,
  returnedDraft INTEGER,
  phaseDue INTEGER,
  phaseFinal INTEGER,
  enteredPhaseFinal INTEGER,
  need TEXT NOT NULL,
  settingKey TEXT NOT NULL,
  sortName TEXT NOT NULL,
  due INTEGER NOT NULL,
  isBefore INTEGER NOT NULL,
  rule TEXT NOT NULL,
  missing TEXT,
  facts BLOB NOT NULL,
  reviewDue INTEGER NOT NULL,
  transferDue INTEGER,
  stage TEXT NOT NULL
, planKind TEXT NOT NULL DEFAULT 'ehcp') STRICT;

CREATE INDEX planByChild ON plan (childId);

CREATE INDEX planByDue ON plan (due, sortName, id) WHERE active = 1;

CREATE INDEX planByName ON plan (sortName, id) WHERE active = 1;

CREATE INDEX planByReviewDue ON plan (reviewDue, sortName, id) WHERE active = 1;

CREATE INDEX planByOwnerDue ON plan (ownerId, due, sortName, id) WHERE active = 1;

CREATE TABLE placement (
  planId INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  urn TEXT NOT NULL,
  ukprn TEXT NOT NULL,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  rank INTEGER,
  entered INTEGER,
  left INTEGER,
  senUnit INTEGER NOT NULL,
  resourced INTEGER NOT NULL,
  residential TEXT NOT NULL,
  workBased TEXT NOT NULL,
  named INTEGER NOT NULL,
  PRIMARY KEY (planId, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE need (
  planId INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  rank INTEGER,
  PRIMARY KEY (planId, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  planId INTEGER NOT NULL REFERENCES plan (id),
  returnedMeeting INTEGER,
  isEarly INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX reviewByPlan ON review (planId);

CREATE TABLE reviewFact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  reviewId INTEGER NOT NULL REFERENCES review (id),
  step INTEGER NOT NULL,
  day INTEGER NOT NULL,
  outcome TEXT,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (reviewId, step)
) STRICT;

CREATE TABLE earlierReturn (
  planId INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  readOn INTEGER NOT NULL,
  meeting INTEGER,
  outcome TEXT NOT NULL,
  decision INTEGER,
  draft INTEGER,
  PRIMARY KEY (planId, readOn)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  childId INTEGER NOT NULL REFERENCES child (id),
  day INTEGER NOT NULL,
  text TEXT NOT NULL,
  author TEXT NOT NULL
) STRICT;

CREATE INDEX noteByChild ON note (childId, day);

CREATE TABLE tally (
  list INTEGER NOT NULL,
  ownerId INTEGER NOT NULL,
  due INTEGER NOT NULL,
  isBefore INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (list, ownerId, due, isBefore)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE childSearch USING fts5 (
  searchText, content = 'child', content_rowid = 'id', tokenize = 'trigram', detail = 'full'
);

CREATE TABLE 'childSearch_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'childSearch_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'childSearch_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'childSearch_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  practitioner TEXT NOT NULL,
  host TEXT NOT NULL,
  instant INTEGER NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  words TEXT NOT NULL,
  reverses INTEGER,
  before BLOB,
  beforeSalt BLOB NOT NULL,
  after BLOB,
  afterSalt BLOB NOT NULL,
  prev BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE INDEX journalByPractitioner ON journal (practitioner, seq) WHERE action <> 'opened';

CREATE TABLE importRow (
  seq INTEGER NOT NULL,
  childId INTEGER NOT NULL,
  record BLOB,
  before BLOB,
  after BLOB,
  PRIMARY KEY (seq, childId)
) STRICT, WITHOUT ROWID;

CREATE TABLE importStage (
  token INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  record BLOB NOT NULL,
  extras BLOB,
  PRIMARY KEY (token, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE journalChild (
  childId INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (childId, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE importProblem (
  importSeq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER,
  "column" INTEGER,
  field TEXT,
  message TEXT NOT NULL,
  PRIMARY KEY (importSeq, position)
) STRICT, WITHOUT ROWID;

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
  contentHash BLOB NOT NULL, isLocal INTEGER NOT NULL DEFAULT 0, areas TEXT NOT NULL DEFAULT '',
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

CREATE TABLE 'offerSearch_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'offerSearch_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'offerSearch_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'offerSearch_config'(k PRIMARY KEY, v) WITHOUT ROWID;

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

CREATE TABLE "deadline" (
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
, assessmentId INTEGER, adviceId INTEGER, consultationId INTEGER, exception TEXT NOT NULL DEFAULT '', promiseId INTEGER, isAgreed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX deadlineByDue ON deadline (due, sortName, id);

CREATE INDEX deadlineByOwnerDue ON deadline (ownerId, due, sortName, id);

CREATE INDEX deadlineByPlan ON deadline (planId);

CREATE INDEX deadlineBySignpost ON deadline (signpostId) WHERE signpostId IS NOT NULL;

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

CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  login TEXT NOT NULL UNIQUE,
  practitionerId INTEGER NOT NULL UNIQUE REFERENCES practitioner (id),
  roles TEXT NOT NULL,
  made INTEGER NOT NULL,
  left INTEGER,
  lastUsed INTEGER,
  lastRole TEXT
) STRICT;

CREATE TABLE practitionerSetting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  practitionerId INTEGER NOT NULL REFERENCES practitioner (id),
  settingKey TEXT NOT NULL,
  UNIQUE (practitionerId, settingKey)
) STRICT;

CREATE TABLE allocation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  childId INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  practitionerId INTEGER NOT NULL REFERENCES practitioner (id),
  since INTEGER NOT NULL,
  until INTEGER
) STRICT;

CREATE INDEX allocationByPractitioner ON allocation (practitionerId, childId);

CREATE INDEX allocationByChild ON allocation (childId);

CREATE TABLE restriction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  childId INTEGER NOT NULL UNIQUE REFERENCES child (id) ON DELETE CASCADE,
  reviewerId INTEGER REFERENCES practitioner (id),
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;

CREATE TABLE accessGrant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  childId INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  practitionerId INTEGER NOT NULL REFERENCES practitioner (id),
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  words TEXT NOT NULL,
  granted INTEGER NOT NULL,
  until INTEGER NOT NULL,
  reviewedBy TEXT,
  reviewedOn INTEGER
) STRICT;

CREATE INDEX accessGrantByChild ON accessGrant (childId, practitionerId, until);

CREATE INDEX accessGrantOpen ON accessGrant (granted) WHERE reviewedOn IS NULL;

CREATE INDEX planBySettingDue ON plan (settingKey, due, sortName, id) WHERE active = 1;

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

CREATE INDEX deadlineByAssessment ON deadline (assessmentId) WHERE assessmentId IS NOT NULL;

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

CREATE INDEX assessmentBySetting ON assessment (setting, childId) WHERE isOpen = 1;

CREATE INDEX settingByName ON setting (name);

CREATE INDEX assessmentByOwner ON assessment (ownerId, childId);

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

CREATE INDEX deadlineByPromise ON deadline (promiseId) WHERE promiseId IS NOT NULL;

CREATE INDEX deadlineAgreedByDue ON deadline (due, sortName, id) WHERE isAgreed = 1;

CREATE INDEX deadlineTransferByDue ON deadline (due, sortName, id) WHERE isBefore = 1;

CREATE INDEX planTransferByDue ON plan (due, sortName, id)
  WHERE active = 1 AND transferDue IS NOT NULL;

CREATE INDEX childByBirthday ON child (born) WHERE born IS NOT NULL;

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
