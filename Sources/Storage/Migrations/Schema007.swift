/// Who may work with the workspace, and which children each reaches.
///
/// An account is a login on this machine; the person behind it is a practitioner, who owns plans
/// and signposts. Access that was granted by a reason stands apart from what restricts a record, so
/// that lifting the restriction forgets nobody's reason.
enum Schema007 {
  static let sql = """
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
    DROP INDEX planBySetting;
    """
}
