-- A role more: who reads the report because the dean named them.
CREATE TABLE membership_with_readers (
  round {id} NOT NULL,
  school {id} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  role {text} NOT NULL CHECK (role IN ('dean', 'coordinator', 'author', 'affirmer', 'viewer', 'reader')),
  since {time} NOT NULL,
  ended {time},
  PRIMARY KEY (round, school, person, role),
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {keyed_table};
INSERT INTO membership_with_readers (round, school, person, role, since, ended)
  SELECT round, school, person, role, since, ended FROM membership;
DROP TABLE membership;
ALTER TABLE membership_with_readers RENAME TO membership;
CREATE INDEX membership_person ON membership (person);
