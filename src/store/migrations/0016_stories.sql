-- Stories that schools offer to others: each by its dean's word, published by the office, and taken back by the
-- dean at any time (then its words go, the row stays).
CREATE TABLE story (
  id {id} PRIMARY KEY,
  round {id} NOT NULL,
  school {id} NOT NULL,
  area {text} NOT NULL CHECK (area <> ''),
  title {text} NOT NULL,
  body {text} NOT NULL,
  contact {text} NOT NULL,
  state {text} NOT NULL CHECK (state IN ('offered', 'returned', 'published', 'withdrawn')),
  person {id} NOT NULL REFERENCES person (id),
  offered {time} NOT NULL,
  decided_by {id} REFERENCES person (id),
  decided {time},
  reason {text} NOT NULL,
  version {int64} NOT NULL CHECK (version >= 1),
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
CREATE INDEX story_part ON story (round, school, offered);
CREATE INDEX story_state ON story (state);
