-- Schools that follow their graduates: nobody does until its dean switches it on.
CREATE TABLE following (
  school {id} PRIMARY KEY REFERENCES school (id),
  person {id} NOT NULL REFERENCES person (id),
  since {time} NOT NULL
) {keyed_table};

-- Files about graduates (roster, cohort, the last linkage and its results), each whole and sealed.
CREATE TABLE graduate_file (
  school {id} NOT NULL REFERENCES following (school),
  kind {text} NOT NULL CHECK (kind <> ''),
  sealed {blob} NOT NULL,
  person {id} REFERENCES person (id),
  written {time} NOT NULL,
  PRIMARY KEY (school, kind)
) {table};

-- What reviewers said about pairs of a graduate and a person of the registry. Rows are only added.
CREATE TABLE link_decision (
  id {id} PRIMARY KEY,
  school {id} NOT NULL REFERENCES following (school),
  person {id} NOT NULL REFERENCES person (id),
  written {time} NOT NULL,
  sealed {blob} NOT NULL
) {table};
CREATE INDEX link_decision_school ON link_decision (school, written);

-- Links that a school gives to a graduating class; and what graduates said there themselves.
CREATE TABLE graduating_class (
  id {id} PRIMARY KEY,
  school {id} NOT NULL REFERENCES following (school),
  token {text} NOT NULL UNIQUE,
  sealed {blob} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  made {time} NOT NULL,
  expires {time} NOT NULL
) {keyed_table};
CREATE INDEX graduating_class_school ON graduating_class (school, made);

CREATE TABLE own_word (
  id {id} PRIMARY KEY,
  class {id} NOT NULL REFERENCES graduating_class (id),
  token {text} NOT NULL UNIQUE,
  sealed {blob} NOT NULL,
  written {time} NOT NULL
) {table};
CREATE INDEX own_word_class ON own_word (class, written);

-- Work that takes longer than a request: one row each, carried out one after the other.
CREATE TABLE job (
  id {id} PRIMARY KEY,
  kind {text} NOT NULL CHECK (kind <> ''),
  owner {text} NOT NULL CHECK (owner <> ''),
  person {id} NOT NULL REFERENCES person (id),
  state {text} NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  asked {time} NOT NULL,
  begun {time},
  ended {time},
  sealed {blob} NOT NULL
) {table};
CREATE INDEX job_owner ON job (owner, kind, asked);
CREATE INDEX job_state ON job (state, asked);
