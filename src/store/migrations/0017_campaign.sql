-- A round for practice, and the schools that were invented for it: they are on no roster, and go with it.
ALTER TABLE round ADD COLUMN practice {int64} NOT NULL DEFAULT 0 CHECK (practice IN (0, 1));
ALTER TABLE school ADD COLUMN practice_of {id} REFERENCES round (id);
CREATE INDEX school_practice ON school (practice_of);

-- The office's own words in a round: by the name of the place where they stand.
CREATE TABLE round_text (
  round {id} NOT NULL REFERENCES round (id),
  name {text} NOT NULL CHECK (name <> ''),
  body {text} NOT NULL CHECK (body <> ''),
  PRIMARY KEY (round, name)
) {keyed_table};

-- On which days a round reminds whom. `done` is set by whoever sends it, before any of its mails.
CREATE TABLE reminder (
  round {id} NOT NULL REFERENCES round (id),
  number {int64} NOT NULL CHECK (number >= 1),
  day {text} NOT NULL,
  audience {text} NOT NULL CHECK (audience <> ''),
  done {time},
  PRIMARY KEY (round, number)
) {keyed_table};

-- What was said with a school. Rows are only added.
CREATE TABLE call_note (
  id {id} PRIMARY KEY,
  round {id} NOT NULL,
  school {id} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  at {time} NOT NULL,
  way {text} NOT NULL,
  said {text} NOT NULL,
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
CREATE INDEX call_note_part ON call_note (round, school, at);

-- Partners, such as a state coalition: whose progress they may see where the school agreed, and who they are.
CREATE TABLE cohort (
  id {id} PRIMARY KEY,
  code {text} NOT NULL UNIQUE CHECK (code <> ''),
  title {text} NOT NULL
) {keyed_table};
CREATE TABLE cohort_school (
  cohort {id} NOT NULL REFERENCES cohort (id),
  school {id} NOT NULL REFERENCES school (id),
  PRIMARY KEY (cohort, school)
) {keyed_table};
CREATE INDEX cohort_school_school ON cohort_school (school);
CREATE TABLE cohort_person (
  cohort {id} NOT NULL REFERENCES cohort (id),
  person {id} NOT NULL REFERENCES person (id),
  PRIMARY KEY (cohort, person)
) {keyed_table};
CREATE INDEX cohort_person_person ON cohort_person (person);

-- Forms that came back on paper or as a workbook and wait until somebody has looked through them. Sealed with
-- the school's key.
CREATE TABLE returned_form (
  id {id} PRIMARY KEY,
  round {id} NOT NULL,
  school {id} NOT NULL,
  kind {text} NOT NULL CHECK (kind IN ('workbook', 'keyed')),
  pass {int64} NOT NULL CHECK (pass IN (1, 2)),
  person {id} NOT NULL REFERENCES person (id),
  at {time} NOT NULL,
  sealed {blob} NOT NULL,
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
CREATE INDEX returned_form_part ON returned_form (round, school, at);
