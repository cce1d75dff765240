/// The third migration of `sideline.sqlite`: versions of a week, decisions about them, and what bounds them.
let plansAndDecisions = """
  -- Two roles that only look. A check cannot be changed in place, so tables are made anew.
  CREATE TABLE coach_3 (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    role TEXT NOT NULL CHECK (role IN ('head', 'assistant', 'readOnly', 'analyst')),
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
  ) STRICT;
  INSERT INTO coach_3 SELECT * FROM coach;
  DROP TABLE coach;
  ALTER TABLE coach_3 RENAME TO coach;

  CREATE TABLE availability_3 (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    athlete INTEGER NOT NULL REFERENCES athlete (id),
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL CHECK (last_day >= first_day),
    kind TEXT NOT NULL CHECK (kind IN ('travel', 'limited', 'exams', 'unavailable')),
    utc_offset INTEGER CHECK (utc_offset BETWEEN -50400 AND 50400),
    origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature'))
  ) STRICT;
  INSERT INTO availability_3 SELECT * FROM availability;
  DROP TABLE availability;
  ALTER TABLE availability_3 RENAME TO availability;
  CREATE INDEX availability_by_athlete ON availability (athlete, first_day);

  -- One version of a week: a policy's proposal or a coach's own. Versions stand side by side; at most one is approved.
  -- Approved is a coach's word: no row is born with it, and none gets it while a limit is broken.
  CREATE TABLE plan_3 (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    athlete INTEGER NOT NULL REFERENCES athlete (id),
    week INTEGER NOT NULL CHECK ((week + 3) % 7 = 0),
    version INTEGER NOT NULL CHECK (version > 0),
    policy TEXT,
    seed INTEGER,
    author INTEGER REFERENCES coach (id),
    made_from INTEGER REFERENCES plan_3 (id),
    proposed_at INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'rejected')),
    decided_by INTEGER REFERENCES coach (id),
    decided_at INTEGER,
    reason TEXT,
    limits TEXT NOT NULL,
    limits_broken INTEGER NOT NULL CHECK (limits_broken >= 0),
    origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature')),
    UNIQUE (athlete, week, version),
    CHECK ((policy IS NULL) = (author IS NOT NULL)),
    CHECK ((policy IS NULL) = (seed IS NULL)),
    CHECK (made_from IS NULL OR author IS NOT NULL),
    CHECK ((status = 'proposed') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((status = 'rejected') = (reason IS NOT NULL)),
    CHECK (status <> 'approved' OR limits_broken = 0)
  ) STRICT;
  -- Of several approved versions of one week, which an older program allowed, the newest stays approved.
  INSERT INTO plan_3
    SELECT id, athlete, week, version, policy, seed, NULL, NULL, proposed_at,
      iif(overtaken, 'proposed', status), iif(overtaken, NULL, decided_by), iif(overtaken, NULL, decided_at),
      NULL, limits,
      iif(status = 'approved' AND NOT overtaken, 0, (
        SELECT count(*) FROM json_each(limits) WHERE iif(json_extract(value, '$.rule') = 'restDays',
          json_extract(value, '$.value') < json_extract(value, '$.bound') - 1e-9,
          json_extract(value, '$.value') > json_extract(value, '$.bound') + 1e-9))),
      origin
    FROM (
      SELECT *, status = 'approved' AND EXISTS (
        SELECT 1 FROM plan AS later WHERE later.athlete = plan.athlete AND later.week = plan.week
          AND later.status = 'approved' AND later.version > plan.version) AS overtaken
      FROM plan);

  -- A session keeps its id through the versions of its week.
  CREATE TABLE planned_session_3 (
    id INTEGER NOT NULL CHECK (id > 0),
    plan INTEGER NOT NULL REFERENCES plan_3 (id) DEFERRABLE INITIALLY DEFERRED,
    day INTEGER NOT NULL,
    start INTEGER CHECK (start BETWEEN 0 AND 1439),
    type TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
    intensity REAL NOT NULL CHECK (intensity BETWEEN 0 AND 10),
    repetitions INTEGER CHECK (repetitions > 0),
    work_seconds INTEGER CHECK (work_seconds > 0),
    rest_seconds INTEGER CHECK (rest_seconds >= 0),
    -- Words for machines, not for people: free text would stand with the names.
    block TEXT CHECK (length(block) BETWEEN 1 AND 40 AND block NOT GLOB '*[^a-z0-9-]*'),
    strategy TEXT CHECK (length(strategy) BETWEEN 1 AND 40 AND strategy NOT GLOB '*[^a-z0-9-]*'),
    PRIMARY KEY (plan, id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO planned_session_3
    SELECT id, plan, day, NULL, type, minutes, intensity, repetitions, work_seconds, rest_seconds,
      iif(length(block) BETWEEN 1 AND 40 AND block NOT GLOB '*[^a-z0-9-]*', block, NULL),
      iif(length(strategy) BETWEEN 1 AND 40 AND strategy NOT GLOB '*[^a-z0-9-]*', strategy, NULL)
    FROM planned_session;

  -- What a person said about which planned session this was; NULL means none of the plan's.
  CREATE TABLE session_link_3 (
    session INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    planned INTEGER CHECK (planned > 0)
  ) STRICT;
  INSERT INTO session_link_3 SELECT * FROM session_link;
  DROP TABLE session_link;
  ALTER TABLE session_link_3 RENAME TO session_link;
  DROP TABLE planned_session;
  DROP TABLE plan;
  ALTER TABLE plan_3 RENAME TO plan;
  ALTER TABLE planned_session_3 RENAME TO planned_session;
  CREATE UNIQUE INDEX plan_approved_once_a_week ON plan (athlete, week) WHERE status = 'approved';
  CREATE INDEX plan_by_week ON plan (week, athlete);
  CREATE INDEX planned_session_by_id ON planned_session (id);

  CREATE TRIGGER plan_is_born_proposed BEFORE INSERT ON plan WHEN NEW.status <> 'proposed'
    BEGIN SELECT RAISE (ABORT, 'a plan begins as a proposal'); END;
  CREATE TRIGGER plan_is_decided_from_a_proposal BEFORE UPDATE OF status ON plan
    WHEN NEW.status <> 'proposed' AND OLD.status <> 'proposed'
    BEGIN SELECT RAISE (ABORT, 'only a proposal can be decided'); END;
  CREATE TRIGGER plan_decision_is_not_rewritten BEFORE UPDATE ON plan
    WHEN OLD.status <> 'proposed' AND NEW.status = OLD.status AND (NEW.decided_by <> OLD.decided_by
      OR NEW.decided_at <> OLD.decided_at OR NEW.reason IS NOT OLD.reason OR NEW.limits <> OLD.limits)
    BEGIN SELECT RAISE (ABORT, 'a decision is not rewritten'); END;
  CREATE TRIGGER plan_keeps_its_author BEFORE UPDATE ON plan
    WHEN NEW.id <> OLD.id OR NEW.athlete <> OLD.athlete OR NEW.week <> OLD.week OR NEW.version <> OLD.version
      OR NEW.author IS NOT OLD.author OR NEW.policy IS NOT OLD.policy OR NEW.seed IS NOT OLD.seed
      OR NEW.made_from IS NOT OLD.made_from
    BEGIN SELECT RAISE (ABORT, 'a version stays what it is'); END;
  CREATE TRIGGER plan_is_not_removed BEFORE DELETE ON plan
    BEGIN SELECT RAISE (ABORT, 'versions are only added'); END;
  -- REPLACE would take the old row out without a word.
  CREATE TRIGGER plan_is_not_replaced BEFORE INSERT ON plan WHEN EXISTS (
    SELECT 1 FROM plan WHERE id = NEW.id
      OR (athlete = NEW.athlete AND week = NEW.week AND version = NEW.version))
    BEGIN SELECT RAISE (ABORT, 'a plan is not replaced'); END;
  -- A version's sessions are written before the version itself. Only a coach's own version, while nothing is decided about it, holds other sessions later.
  CREATE TRIGGER planned_session_is_not_removed BEFORE DELETE ON planned_session WHEN EXISTS (
    SELECT 1 FROM plan WHERE id = OLD.plan AND (author IS NULL OR status <> 'proposed'))
    BEGIN SELECT RAISE (ABORT, 'what a version holds stays'); END;
  CREATE TRIGGER planned_session_is_not_changed BEFORE UPDATE ON planned_session
    BEGIN SELECT RAISE (ABORT, 'what a version holds stays'); END;
  CREATE TRIGGER planned_session_is_not_added BEFORE INSERT ON planned_session WHEN EXISTS (
    SELECT 1 FROM plan WHERE id = NEW.plan AND (author IS NULL OR status <> 'proposed'))
    BEGIN SELECT RAISE (ABORT, 'what a version holds stays'); END;

  -- Which versions left the program, in order: calendars that saw one are told about what is no longer there.
  CREATE TABLE plan_export (
    number INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX plan_export_by_plan ON plan_export (plan);

  -- Limits that a coach set for a squad or for one athlete.
  CREATE TABLE limit_setting (
    scope TEXT NOT NULL CHECK (scope IN ('squad', 'athlete')),
    subject INTEGER NOT NULL CHECK (subject > 0),
    rule TEXT NOT NULL,
    bound REAL NOT NULL,
    set_by INTEGER NOT NULL REFERENCES coach (id),
    PRIMARY KEY (scope, subject, rule)
  ) STRICT, WITHOUT ROWID;

  -- Weeks and cycles to use again; what they are called stands with the names. Slots as JSON.
  CREATE TABLE training_template (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 28),
    slots TEXT NOT NULL
  ) STRICT;

  -- How hot it will be; squad 0 is everybody.
  CREATE TABLE day_condition (
    squad INTEGER NOT NULL CHECK (squad >= 0),
    day INTEGER NOT NULL,
    wet_bulb_globe REAL NOT NULL CHECK (wet_bulb_globe BETWEEN -20 AND 45),
    PRIMARY KEY (squad, day)
  ) STRICT, WITHOUT ROWID;

  -- How long a decision took; the stretches that count as JSON.
  CREATE TABLE decision_timing (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    athlete INTEGER NOT NULL REFERENCES athlete (id),
    coach INTEGER NOT NULL REFERENCES coach (id),
    task TEXT NOT NULL CHECK (task IN ('trainingPlan', 'technicalDefect', 'injuryRisk')),
    assisted INTEGER NOT NULL CHECK (assisted IN (0, 1)),
    plan INTEGER REFERENCES plan (id),
    session INTEGER,
    outcome TEXT NOT NULL
      CHECK (outcome IN ('approved', 'approvedAfterEditing', 'rejected', 'diagnosed', 'acknowledged')),
    decided_at INTEGER NOT NULL,
    spans TEXT NOT NULL,
    CHECK (plan IS NULL OR session IS NULL)
  ) STRICT;
  CREATE INDEX decision_timing_by_time ON decision_timing (decided_at);

  -- What a coach made of a flagged session, or of what the roster warned about; the words stand with the names.
  CREATE TABLE judgement (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    athlete INTEGER NOT NULL REFERENCES athlete (id),
    day INTEGER NOT NULL,
    coach INTEGER NOT NULL REFERENCES coach (id),
    kind TEXT NOT NULL
  ) STRICT;
  CREATE INDEX judgement_by_athlete ON judgement (athlete, day);
  """

/// The third migration of `identities.sqlite`: words beside decisions, and what templates are called.
let wordsOfDecisions = """
  CREATE TABLE plan_note (
    plan INTEGER PRIMARY KEY CHECK (plan > 0),
    athlete INTEGER NOT NULL CHECK (athlete > 0),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000)
  ) STRICT;
  CREATE TABLE judgement_text (
    judgement INTEGER PRIMARY KEY CHECK (judgement > 0),
    athlete INTEGER NOT NULL CHECK (athlete > 0),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000)
  ) STRICT;
  CREATE TABLE template_name (
    template INTEGER PRIMARY KEY CHECK (template > 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60)
  ) STRICT;
  """
