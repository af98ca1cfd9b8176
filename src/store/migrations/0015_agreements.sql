-- What a school agreed to when it took part in a round, and every change of it: the last one counts.
CREATE TABLE agreement (
  round {id} NOT NULL,
  school {id} NOT NULL,
  number {int64} NOT NULL,
  version {text} NOT NULL CHECK (version <> ''),
  sha256 {text} NOT NULL,
  research {int64} NOT NULL,
  listing {int64} NOT NULL,
  story {int64} NOT NULL,
  partners {int64} NOT NULL,
  irb {text} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  at {time} NOT NULL,
  PRIMARY KEY (round, school, number),
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
