import GRDB

// The whole shape of both files, readable from top to bottom. A change is a new numbered migration at the end of its
// list; what has been released is never edited. Days count from 1970-01-01, instants are milliseconds since then.

/// Says of an SQLite file that it is ours: "Side" in ASCII.
let applicationID = 0x5369_6465

/// `sideline.sqlite`: pseudonyms, sessions, samples, plans, events. A copy of this file names nobody.
let mainMigrations: [(name: String, sql: String)] = [
  (
    "1 first light",
    """
    PRAGMA application_id = \(applicationID);

    CREATE TABLE meta (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE squad (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      archived INTEGER NOT NULL CHECK (archived IN (0, 1))
    ) STRICT;

    CREATE TABLE coach (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      role TEXT NOT NULL CHECK (role IN ('head', 'assistant')),
      archived INTEGER NOT NULL CHECK (archived IN (0, 1))
    ) STRICT;

    CREATE TABLE athlete (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      sex TEXT NOT NULL CHECK (sex IN ('female', 'male')),
      birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2100),
      population TEXT NOT NULL
        CHECK (population IN ('university', 'general', 'youth', 'professional', 'retired')),
      event_group TEXT NOT NULL CHECK (event_group IN ('sprint', 'distance', 'throw', 'ball', 'general')),
      event TEXT NOT NULL CHECK (length(event) <= 40),
      level TEXT NOT NULL CHECK (level IN ('novice', 'trained', 'elite')),
      squad INTEGER REFERENCES squad (id),
      maximum_heart_rate INTEGER CHECK (maximum_heart_rate BETWEEN 100 AND 240),
      resting_heart_rate INTEGER CHECK (resting_heart_rate BETWEEN 25 AND 120),
      load_unit TEXT NOT NULL CHECK (load_unit IN ('sessionRPE', 'banisterTRIMP', 'edwardsTRIMP')),
      archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
      origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature'))
    ) STRICT;
    CREATE INDEX athlete_by_squad ON athlete (squad);

    -- One thing an athlete did. Its local day is kept with it, so that a later change of time zone moves nothing.
    CREATE TABLE session (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      athlete INTEGER NOT NULL REFERENCES athlete (id),
      start INTEGER NOT NULL,
      utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -50400 AND 50400),
      sport TEXT NOT NULL,
      type TEXT NOT NULL,
      duration INTEGER NOT NULL CHECK (duration >= 0),
      rpe REAL CHECK (rpe BETWEEN 0 AND 10),
      repetitions INTEGER CHECK (repetitions > 0),
      work_seconds INTEGER CHECK (work_seconds > 0),
      rest_seconds INTEGER CHECK (rest_seconds >= 0),
      mean_heart_rate INTEGER CHECK (mean_heart_rate > 0),
      zone_1 INTEGER, zone_2 INTEGER, zone_3 INTEGER, zone_4 INTEGER, zone_5 INTEGER,
      longest_gap INTEGER NOT NULL DEFAULT 0 CHECK (longest_gap >= 0),
      load_session_rpe REAL CHECK (load_session_rpe >= 0),
      load_banister REAL CHECK (load_banister >= 0),
      load_edwards REAL CHECK (load_edwards >= 0),
      -- What the heart-rate loads were computed with, and where those constants are from.
      heart_rate_samples INTEGER,
      maximum_used INTEGER,
      maximum_origin TEXT,
      resting_used INTEGER,
      resting_origin TEXT,
      has_recording INTEGER NOT NULL CHECK (has_recording IN (0, 1)),
      origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature')),
      CHECK ((repetitions IS NULL) = (work_seconds IS NULL)),
      CHECK (load_session_rpe IS NULL OR rpe IS NOT NULL)
    ) STRICT;
    CREATE INDEX session_by_athlete ON session (athlete, start);

    -- The keyed hash of each file that was stored: the same file twice is one session.
    CREATE TABLE source_file (
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
      PRIMARY KEY (hash, session)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recording (
      session INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
      samples INTEGER NOT NULL CHECK (samples >= 0),
      manufacturer TEXT,
      product TEXT,
      -- Laps and the device's own totals, JSON.
      laps TEXT,
      summary TEXT
    ) STRICT;

    -- Samples: one column of up to 32,768 values a row, compressed (ColumnCodec). Kinds 'time' (milliseconds after
    -- the session's start) and 'rr' (milliseconds between beats) stand beside the channels.
    CREATE TABLE column_chunk (
      session INTEGER NOT NULL REFERENCES recording (session) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      chunk INTEGER NOT NULL CHECK (chunk >= 0),
      scale INTEGER NOT NULL CHECK (scale > 0),
      offset INTEGER NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (session, kind, chunk),
      CHECK (kind NOT IN ('latitude', 'longitude'))
    ) STRICT, WITHOUT ROWID;

    -- One morning. 1 to 5; 5 is best for mood and worst for soreness, fatigue and stress.
    CREATE TABLE wellness (
      athlete INTEGER NOT NULL REFERENCES athlete (id),
      day INTEGER NOT NULL,
      sleep_hours REAL CHECK (sleep_hours BETWEEN 0 AND 24),
      soreness INTEGER CHECK (soreness BETWEEN 1 AND 5),
      fatigue INTEGER CHECK (fatigue BETWEEN 1 AND 5),
      stress INTEGER CHECK (stress BETWEEN 1 AND 5),
      mood INTEGER CHECK (mood BETWEEN 1 AND 5),
      resting_heart_rate INTEGER CHECK (resting_heart_rate BETWEEN 20 AND 150),
      ln_rmssd REAL CHECK (ln_rmssd BETWEEN 0 AND 7),
      origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature')),
      PRIMARY KEY (athlete, day)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE test_result (
      athlete INTEGER NOT NULL REFERENCES athlete (id),
      day INTEGER NOT NULL,
      item TEXT NOT NULL,
      value REAL NOT NULL CHECK (value >= -50),
      origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature')),
      PRIMARY KEY (athlete, day, item)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE injury (
      athlete INTEGER NOT NULL REFERENCES athlete (id),
      onset INTEGER NOT NULL,
      body_part TEXT NOT NULL,
      last_day INTEGER CHECK (last_day >= onset),
      origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature')),
      PRIMARY KEY (athlete, onset, body_part)
    ) STRICT, WITHOUT ROWID;

    -- A week as proposed. Approved is a coach's word: no row is born with it, none gets it without a coach and a time.
    CREATE TABLE plan (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      athlete INTEGER NOT NULL REFERENCES athlete (id),
      week INTEGER NOT NULL CHECK ((week + 3) % 7 = 0),
      version INTEGER NOT NULL CHECK (version > 0),
      status TEXT NOT NULL CHECK (status IN ('proposed', 'approved')),
      decided_by INTEGER REFERENCES coach (id),
      decided_at INTEGER,
      policy TEXT NOT NULL,
      seed INTEGER NOT NULL,
      proposed_at INTEGER NOT NULL,
      limits TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature')),
      UNIQUE (athlete, week, version),
      CHECK ((status = 'approved') = (decided_by IS NOT NULL)),
      CHECK ((decided_by IS NULL) = (decided_at IS NULL))
    ) STRICT;
    CREATE TRIGGER plan_is_born_proposed BEFORE INSERT ON plan WHEN NEW.status <> 'proposed'
      BEGIN SELECT RAISE (ABORT, 'a plan begins as a proposal'); END;
    CREATE TRIGGER plan_is_approved_once BEFORE UPDATE ON plan
      WHEN NEW.status = 'approved' AND OLD.status <> 'proposed'
      BEGIN SELECT RAISE (ABORT, 'only a proposal can be approved'); END;
    -- REPLACE would take the old row out without a word.
    CREATE TRIGGER plan_is_not_replaced BEFORE INSERT ON plan WHEN EXISTS (
      SELECT 1 FROM plan WHERE id = NEW.id
        OR (athlete = NEW.athlete AND week = NEW.week AND version = NEW.version))
      BEGIN SELECT RAISE (ABORT, 'a plan is not replaced'); END;

    CREATE TABLE planned_session (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
      day INTEGER NOT NULL,
      type TEXT NOT NULL,
      minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
      intensity REAL NOT NULL CHECK (intensity BETWEEN 0 AND 10),
      repetitions INTEGER CHECK (repetitions > 0),
      work_seconds INTEGER CHECK (work_seconds > 0),
      rest_seconds INTEGER CHECK (rest_seconds >= 0),
      block TEXT,
      strategy TEXT
    ) STRICT;
    CREATE INDEX planned_session_by_plan ON planned_session (plan, day);

    -- What happened, by whom, in order: nothing here is ever changed or taken out.
    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY,
      id INTEGER NOT NULL UNIQUE CHECK (id > 0),
      at INTEGER NOT NULL,
      actor INTEGER,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      subject INTEGER,
      payload BLOB NOT NULL CHECK (length(payload) = 32),
      previous BLOB NOT NULL CHECK (length(previous) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
      BEGIN SELECT RAISE (ABORT, 'events are only added'); END;
    CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event WHEN EXISTS (
      SELECT 1 FROM event WHERE sequence = NEW.sequence OR id = NEW.id)
      BEGIN SELECT RAISE (ABORT, 'events are only added'); END;
    CREATE TRIGGER event_is_not_removed BEFORE DELETE ON event
      BEGIN SELECT RAISE (ABORT, 'events are only added'); END;

    -- One roster row an athlete, made from the tables above and made again when stale: never a source. "stale" counts
    -- the changes since the row was made; "need" is the score negated, so that a page follows one index upwards.
    CREATE TABLE athlete_summary (
      athlete INTEGER PRIMARY KEY REFERENCES athlete (id),
      as_of INTEGER NOT NULL,
      stale INTEGER NOT NULL CHECK (stale >= 0),
      rank INTEGER NOT NULL,
      need REAL NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX athlete_summary_by_need ON athlete_summary (rank, need, athlete);
    CREATE INDEX athlete_summary_stale ON athlete_summary (stale, as_of);
    """
  ),
  ("2 people, load and recordings", peopleLoadAndRecordings),
  ("3 plans and decisions", plansAndDecisions),
  (
    "4 heart rate sensors",
    """
    -- What read the heart rate, when the file said so.
    ALTER TABLE recording ADD COLUMN heart_rate_sensor TEXT
      CHECK (heart_rate_sensor IN ('chestStrap', 'wristOptical', 'unknown'));
    """
  ),
]

/// `identities.sqlite`: who the pseudonyms are. Erasing it leaves the other file whole.
let identityMigrations: [(name: String, sql: String)] = [
  (
    "1 first light",
    """
    PRAGMA application_id = \(applicationID);

    -- The secret with which contents are hashed: kept away from the hashes.
    CREATE TABLE secret (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      key BLOB NOT NULL CHECK (length(key) = 32)
    ) STRICT;

    CREATE TABLE athlete_identity (
      athlete INTEGER PRIMARY KEY CHECK (athlete > 0),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      latin_name TEXT,
      birth_date INTEGER,
      contact TEXT
    ) STRICT;

    CREATE TABLE squad_identity (
      squad INTEGER PRIMARY KEY CHECK (squad > 0),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
    ) STRICT;

    CREATE TABLE coach_identity (
      coach INTEGER PRIMARY KEY CHECK (coach > 0),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
    ) STRICT;

    -- Where a session's samples came from and where they were taken.
    CREATE TABLE session_identity (
      session INTEGER PRIMARY KEY CHECK (session > 0),
      file_name TEXT,
      device_serial INTEGER
    ) STRICT;
    CREATE TABLE position_chunk (
      session INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('latitude', 'longitude')),
      chunk INTEGER NOT NULL CHECK (chunk >= 0),
      data BLOB NOT NULL,
      PRIMARY KEY (session, kind, chunk)
    ) STRICT, WITHOUT ROWID;
    """
  ),
  (
    "2 people, load and recordings",
    """
    -- What coaches wrote: free text can name anybody.
    CREATE TABLE comment_text (
      comment INTEGER PRIMARY KEY CHECK (comment > 0),
      athlete INTEGER NOT NULL CHECK (athlete > 0),
      text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000)
    ) STRICT;
    CREATE TABLE target_event_name (
      target_event INTEGER PRIMARY KEY CHECK (target_event > 0),
      athlete INTEGER NOT NULL CHECK (athlete > 0),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
    ) STRICT;

    -- Somebody who was erased, sealed so that no name can be read in it; gone for good when the file is compacted.
    CREATE TABLE erased_identity (
      athlete INTEGER PRIMARY KEY CHECK (athlete > 0),
      sealed BLOB NOT NULL
    ) STRICT;
    """
  ),
  ("3 plans and decisions", wordsOfDecisions),
]

/// Runs what a file has not seen yet; refuses one that has seen more than this program knows.
func migrate(_ writer: any DatabaseWriter, _ migrations: [(name: String, sql: String)]) throws {
  var migrator = DatabaseMigrator()
  for migration in migrations {
    migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
  }
  try refuseLater(writer, migrator)
  if try !writer.read(migrator.hasCompletedMigrations) { try migrator.migrate(writer) }
}

/// Refuses an SQLite file that another program made.
func refuseForeign(_ reader: any DatabaseReader, mayBeEmpty: Bool) throws {
  let (id, tables) = try reader.read { db in
    (
      try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
      try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    )
  }
  let isEmpty = id == 0 && tables == 0
  guard id == applicationID || isEmpty && mayBeEmpty else { throw StoreError.damaged }
}

/// For a file that may only be read: refuses what a newer program has written, and what an older one left behind.
func refuseOther(
  _ reader: any DatabaseReader, _ migrations: [(name: String, sql: String)]
) throws {
  var migrator = DatabaseMigrator()
  for migration in migrations { migrator.registerMigration(migration.name) { _ in } }
  try refuseLater(reader, migrator)
  if try !reader.read(migrator.hasCompletedMigrations) { throw StoreError.older }
}

private func refuseLater(_ reader: any DatabaseReader, _ migrator: DatabaseMigrator) throws {
  if try reader.read(migrator.hasBeenSuperseded) { throw StoreError.newer }
}
