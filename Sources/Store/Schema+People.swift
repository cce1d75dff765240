/// The second migration of `sideline.sqlite`: everything a coach knows about an athlete.
let peopleLoadAndRecordings = """
  -- A check cannot be changed in place, so the table is made anew with the two units that came.
  CREATE TABLE athlete_2 (
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
    load_unit TEXT NOT NULL
      CHECK (load_unit IN ('sessionRPE', 'banisterTRIMP', 'edwardsTRIMP', 'power', 'pace')),
    archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
    origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature')),
    threshold_power INTEGER CHECK (threshold_power BETWEEN 40 AND 600),
    threshold_speed REAL CHECK (threshold_speed BETWEEN 0.3 AND 12)
  ) STRICT;
  INSERT INTO athlete_2 SELECT *, NULL, NULL FROM athlete;
  DROP TABLE athlete;
  ALTER TABLE athlete_2 RENAME TO athlete;
  CREATE INDEX athlete_by_squad ON athlete (squad);

  ALTER TABLE session ADD COLUMN distance REAL CHECK (distance >= 0);
  ALTER TABLE session ADD COLUMN load_power REAL CHECK (load_power >= 0);
  ALTER TABLE session ADD COLUMN load_pace REAL CHECK (load_pace >= 0);
  -- The thresholds that the two loads were computed with.
  ALTER TABLE session ADD COLUMN power_used INTEGER;
  ALTER TABLE session ADD COLUMN speed_used REAL;
  -- Pauses of the device's timer, JSON.
  ALTER TABLE recording ADD COLUMN pauses TEXT;

  -- What a person said about which planned session this was; NULL means none of the plan's.
  CREATE TABLE session_link (
    session INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    planned INTEGER REFERENCES planned_session (id) ON DELETE CASCADE
  ) STRICT;

  -- One morning. Each answer keeps its scale and which end is better: '1-5+' is best at 5, '1-7-' worst at 7.
  CREATE TABLE wellness_2 (
    athlete INTEGER NOT NULL REFERENCES athlete (id),
    day INTEGER NOT NULL,
    sleep_hours REAL CHECK (sleep_hours BETWEEN 0 AND 24),
    resting_heart_rate INTEGER CHECK (resting_heart_rate BETWEEN 20 AND 150),
    ln_rmssd REAL CHECK (ln_rmssd BETWEEN 0 AND 7),
    origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature')),
    fatigue INTEGER, fatigue_scale TEXT,
    soreness INTEGER, soreness_scale TEXT,
    stress INTEGER, stress_scale TEXT,
    mood INTEGER, mood_scale TEXT,
    sleep_quality INTEGER, sleep_quality_scale TEXT,
    readiness INTEGER, readiness_scale TEXT,
    technique INTEGER, technique_scale TEXT,
    \(ratingRules),
    PRIMARY KEY (athlete, day)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO wellness_2
    SELECT athlete, day, sleep_hours, resting_heart_rate, ln_rmssd, origin,
      fatigue, iif(fatigue IS NULL, NULL, '1-5-'), soreness, iif(soreness IS NULL, NULL, '1-5-'),
      stress, iif(stress IS NULL, NULL, '1-5-'), mood, iif(mood IS NULL, NULL, '1-5+'),
      NULL, NULL, NULL, NULL, NULL, NULL
    FROM wellness;
  DROP TABLE wellness;
  ALTER TABLE wellness_2 RENAME TO wellness;

  ALTER TABLE test_result ADD COLUMN typical_error REAL CHECK (typical_error > 0);

  -- A hold is lifted by somebody, at a time, or not at all.
  CREATE TABLE injury_2 (
    athlete INTEGER NOT NULL REFERENCES athlete (id),
    onset INTEGER NOT NULL,
    body_part TEXT NOT NULL,
    last_day INTEGER CHECK (last_day >= onset),
    severity TEXT CHECK (severity IN ('mild', 'moderate', 'severe')),
    status TEXT NOT NULL CHECK (status IN ('active', 'returning', 'resolved')),
    hold TEXT NOT NULL CHECK (hold IN ('none', 'standing', 'lifted')),
    lifted_by INTEGER REFERENCES coach (id),
    lifted_at INTEGER,
    origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature')),
    PRIMARY KEY (athlete, onset, body_part),
    CHECK ((hold = 'lifted') = (lifted_by IS NOT NULL)),
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
  ) STRICT, WITHOUT ROWID;
  INSERT INTO injury_2
    SELECT athlete, onset, body_part, last_day, NULL, iif(last_day IS NULL, 'active', 'resolved'),
      iif(last_day IS NULL, 'standing', 'none'), NULL, NULL, origin
    FROM injury;
  DROP TABLE injury;
  ALTER TABLE injury_2 RENAME TO injury;
  CREATE TRIGGER hold_ends_by_a_person BEFORE UPDATE ON injury
    WHEN OLD.hold = 'standing' AND NEW.hold = 'none'
    BEGIN SELECT RAISE (ABORT, 'a hold is lifted by a person'); END;

  CREATE TABLE availability (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    athlete INTEGER NOT NULL REFERENCES athlete (id),
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL CHECK (last_day >= first_day),
    kind TEXT NOT NULL CHECK (kind IN ('travel', 'limited', 'unavailable')),
    utc_offset INTEGER CHECK (utc_offset BETWEEN -50400 AND 50400),
    origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature'))
  ) STRICT;
  CREATE INDEX availability_by_athlete ON availability (athlete, first_day);

  -- What the event is called stands with the names.
  CREATE TABLE target_event (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    athlete INTEGER NOT NULL REFERENCES athlete (id),
    day INTEGER NOT NULL,
    priority TEXT NOT NULL CHECK (priority IN ('a', 'b', 'c')),
    origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature'))
  ) STRICT;
  CREATE INDEX target_event_by_athlete ON target_event (athlete, day);

  CREATE TABLE training_phase (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    athlete INTEGER NOT NULL REFERENCES athlete (id),
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL CHECK (last_day >= first_day),
    kind TEXT NOT NULL
      CHECK (kind IN ('general', 'specific', 'competition', 'taper', 'transition')),
    origin TEXT NOT NULL CHECK (origin IN ('measured', 'estimated', 'simulated', 'literature'))
  ) STRICT;
  CREATE INDEX training_phase_by_athlete ON training_phase (athlete, first_day);

  -- That something was said; the words stand with the names.
  CREATE TABLE comment (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    athlete INTEGER NOT NULL REFERENCES athlete (id),
    day INTEGER NOT NULL,
    coach INTEGER REFERENCES coach (id)
  ) STRICT;
  CREATE INDEX comment_by_athlete ON comment (athlete, day);

  -- Whose things went to whom, and which: what a merge moved can be moved back.
  CREATE TABLE athlete_merge (
    source INTEGER PRIMARY KEY REFERENCES athlete (id),
    target INTEGER NOT NULL REFERENCES athlete (id),
    moved TEXT NOT NULL,
    CHECK (source <> target)
  ) STRICT;
  """

/// An answer and its scale are there together, and the answer is on it.
private let ratingRules = [
  "fatigue", "soreness", "stress", "mood", "sleep_quality", "readiness", "technique",
].map { item in
  """
  CHECK (coalesce(\(item)_scale IS NULL AND \(item) IS NULL
      OR \(item)_scale IN ('1-5+', '1-5-') AND \(item) BETWEEN 1 AND 5
      OR \(item)_scale IN ('1-7+', '1-7-') AND \(item) BETWEEN 1 AND 7
      OR \(item)_scale IN ('0-10+', '0-10-') AND \(item) BETWEEN 0 AND 10, 0))
  """
}.joined(separator: ",\n    ")
