-- Goals of a school's action plan. Rows are only added: the highest version of a goal is the one that stands.
CREATE TABLE goal (
  id {id} NOT NULL,
  version {int64} NOT NULL CHECK (version >= 1),
  school {id} NOT NULL,
  round {id} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  written {time} NOT NULL,
  sealed {blob} NOT NULL,
  PRIMARY KEY (id, version),
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
CREATE INDEX goal_school ON goal (school, written);
