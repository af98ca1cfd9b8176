-- The roster, the rounds, and who does what there. Lists of ids (which hold no space) stand in one text,
-- with a space between them.
CREATE TABLE school (
  id {id} PRIMARY KEY,
  code {text} NOT NULL UNIQUE CHECK (code <> ''),
  name {text} NOT NULL,
  profession {text} NOT NULL,
  programmes {text} NOT NULL CHECK (programmes <> ''),
  institution_id {text} NOT NULL,
  system_id {text} NOT NULL,
  control {text} NOT NULL,
  state {text} NOT NULL,
  division {text} NOT NULL,
  size {text} NOT NULL,
  carnegie {text} NOT NULL,
  locale {text} NOT NULL,
  dean_name {text} NOT NULL,
  dean_email {text} NOT NULL,
  interim_name {text} NOT NULL,
  interim_email {text} NOT NULL,
  director_name {text} NOT NULL,
  director_email {text} NOT NULL,
  assistant_email {text} NOT NULL,
  address {text} NOT NULL
) {keyed_table};

-- Data keys, wrapped by the installation key that key_id names. An owner is a school's id or "office".
CREATE TABLE data_key (
  owner {text} PRIMARY KEY,
  key_id {text} NOT NULL,
  sealed {blob} NOT NULL
) {keyed_table};

CREATE TABLE round (
  id {id} PRIMARY KEY,
  code {text} NOT NULL UNIQUE CHECK (code <> ''),
  title {text} NOT NULL,
  edition {text} NOT NULL,
  zone {text} NOT NULL,
  last_day {text} NOT NULL,
  closes {time} NOT NULL,
  state {text} NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'checking', 'frozen')),
  version {int64} NOT NULL CHECK (version >= 1),
  checks_end {time}
) {keyed_table};

CREATE TABLE participation (
  round {id} NOT NULL REFERENCES round (id),
  school {id} NOT NULL REFERENCES school (id),
  state {text} NOT NULL
    CHECK (state IN ('invited', 'accepted', 'declined', 'submitted', 'reopened', 'withdrawn')),
  solo {int64} NOT NULL CHECK (solo IN (0, 1)),
  priorities {text} NOT NULL,
  notes {text} NOT NULL CHECK (notes IN ('keep_until_close', 'keep', 'remove', 'legal_hold')),
  authors_see_all {int64} NOT NULL CHECK (authors_see_all IN (0, 1)),
  attestations {int64} NOT NULL CHECK (attestations >= 0),
  invited_at {time} NOT NULL,
  accepted_at {time},
  submitted_at {time},
  version {int64} NOT NULL CHECK (version >= 1),
  PRIMARY KEY (round, school)
) {keyed_table};
CREATE INDEX participation_school ON participation (school);

-- A role that was taken and given again is one row; the audit log has its history.
CREATE TABLE membership (
  round {id} NOT NULL,
  school {id} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  role {text} NOT NULL CHECK (role IN ('dean', 'coordinator', 'author', 'affirmer', 'viewer')),
  since {time} NOT NULL,
  ended {time},
  PRIMARY KEY (round, school, person, role),
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {keyed_table};
CREATE INDEX membership_person ON membership (person);

CREATE TABLE packet (
  round {id} NOT NULL,
  school {id} NOT NULL,
  office {text} NOT NULL CHECK (office <> ''),
  state {text} NOT NULL CHECK (state IN ('in_work', 'complete', 'affirmed', 'returned')),
  affirmer {id} REFERENCES person (id),
  due {text},
  completed_by {id} REFERENCES person (id),
  completed_at {time},
  affirmed_by {id} REFERENCES person (id),
  affirmed_at {time},
  version {int64} NOT NULL CHECK (version >= 1),
  PRIMARY KEY (round, school, office),
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {keyed_table};

CREATE TABLE assignment (
  id {id} PRIMARY KEY,
  round {id} NOT NULL,
  school {id} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  scope {text} NOT NULL CHECK (scope IN ('packet', 'area', 'item')),
  target {text} NOT NULL,
  due {text},
  since {time} NOT NULL,
  ended {time},
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {keyed_table};
CREATE INDEX assignment_sheet ON assignment (round, school, person);

-- Somebody from outside may look: the whole office (support) or one data steward, who gave a reason.
CREATE TABLE granted_view (
  round {id} NOT NULL,
  school {id} NOT NULL,
  stewardship {int64} NOT NULL CHECK (stewardship IN (0, 1)),
  person {id} REFERENCES person (id),
  granted_by {id} REFERENCES person (id),
  reason {text} NOT NULL,
  since {time} NOT NULL,
  until {time} NOT NULL,
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
CREATE INDEX granted_view_sheet ON granted_view (round, school, until);
