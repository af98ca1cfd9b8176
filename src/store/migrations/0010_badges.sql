-- The keys that badges are signed with. The seed is sealed; the public key is what people see.
CREATE TABLE badge_key (
  public_key {text} PRIMARY KEY CHECK (public_key <> ''),
  sealed {blob} NOT NULL,
  made {time} NOT NULL,
  retired {time}
) {keyed_table};

-- A badge as it was handed out, and whether it was taken back. No two share a place in a status list.
CREATE TABLE badge (
  id {id} PRIMARY KEY,
  round {id} NOT NULL,
  school {id} NOT NULL,
  list_number {int64} NOT NULL,
  list_index {int64} NOT NULL,
  issued {time} NOT NULL,
  expires {time} NOT NULL,
  issued_by {text} NOT NULL,
  credential {text} NOT NULL,
  revoked {time},
  revoked_by {text} NOT NULL,
  reason {text} NOT NULL,
  UNIQUE (list_number, list_index),
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
CREATE INDEX badge_part ON badge (round, school, issued);

-- Schools that want to be named among those who took part: each by its own word.
CREATE TABLE listing (
  round {id} NOT NULL,
  school {id} NOT NULL,
  since {time} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  PRIMARY KEY (round, school),
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
