-- What schools answered. `sealed` is under the school's key; in clear stand item, state, version, who, when.
-- A question that is shared by the programs has the program ''.
CREATE TABLE answer (
  round {id} NOT NULL,
  school {id} NOT NULL,
  programme {text} NOT NULL,
  item {text} NOT NULL,
  state {text} NOT NULL CHECK (state IN ('not_answered', 'answered', 'not_known', 'not_collected', 'declined',
                                         'not_applicable', 'not_permitted')),
  sealed {blob} NOT NULL,
  version {int64} NOT NULL CHECK (version >= 1),
  made_from {int64} NOT NULL CHECK (made_from >= 0 AND made_from < version),
  person {id} REFERENCES person (id),
  written {time} NOT NULL,
  source {text} NOT NULL,
  PRIMARY KEY (round, school, programme, item),
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {keyed_table};

-- Every version there ever was, the one that stands included. Rows are only added.
CREATE TABLE answer_history (
  round {id} NOT NULL,
  school {id} NOT NULL,
  programme {text} NOT NULL,
  item {text} NOT NULL,
  version {int64} NOT NULL,
  state {text} NOT NULL,
  sealed {blob} NOT NULL,
  made_from {int64} NOT NULL,
  person {id} REFERENCES person (id),
  written {time} NOT NULL,
  source {text} NOT NULL,
  PRIMARY KEY (round, school, programme, item, version),
  FOREIGN KEY (round, school, programme, item) REFERENCES answer (round, school, programme, item)
) {keyed_table};

CREATE TABLE comment (
  id {id} PRIMARY KEY,
  round {id} NOT NULL,
  school {id} NOT NULL,
  programme {text} NOT NULL,
  item {text} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  written {time} NOT NULL,
  sealed {blob} NOT NULL,
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
CREATE INDEX comment_sheet ON comment (round, school, programme, item);

CREATE TABLE mention (
  comment {id} NOT NULL REFERENCES comment (id),
  person {id} NOT NULL REFERENCES person (id),
  PRIMARY KEY (comment, person)
) {keyed_table};

CREATE TABLE note (
  id {id} PRIMARY KEY,
  round {id} NOT NULL,
  school {id} NOT NULL,
  scope {text} NOT NULL CHECK (scope IN ('packet', 'area', 'item')),
  target {text} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  written {time} NOT NULL,
  sealed {blob} NOT NULL,
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
CREATE INDEX note_sheet ON note (round, school);

CREATE TABLE evidence (
  id {id} PRIMARY KEY,
  round {id} NOT NULL,
  school {id} NOT NULL,
  programme {text} NOT NULL,
  item {text} NOT NULL,
  is_file {int64} NOT NULL CHECK (is_file IN (0, 1)),
  sealed {blob} NOT NULL,
  bytes {int64} NOT NULL CHECK (bytes >= 0),
  person {id} NOT NULL REFERENCES person (id),
  written {time} NOT NULL,
  removed {time},
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
CREATE INDEX evidence_sheet ON evidence (round, school);

CREATE TABLE evidence_chunk (
  evidence {id} NOT NULL REFERENCES evidence (id),
  number {int64} NOT NULL CHECK (number >= 0),
  sealed {blob} NOT NULL,
  PRIMARY KEY (evidence, number)
) {table};

-- Affirmations of packets, and attestations of the whole (office '').
CREATE TABLE signature (
  round {id} NOT NULL,
  school {id} NOT NULL,
  signed {time} NOT NULL,
  office {text} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  statement {text} NOT NULL,
  digest {text} NOT NULL,
  sealed {blob} NOT NULL,
  PRIMARY KEY (round, school, signed, office),
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
