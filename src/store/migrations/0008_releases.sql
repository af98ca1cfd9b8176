-- What was released of a round, once and for good: the bytes of release.json, with their hash.
CREATE TABLE release (
  round {id} PRIMARY KEY REFERENCES round (id),
  sha256 {text} NOT NULL UNIQUE CHECK (sha256 <> ''),
  bytes {text} NOT NULL,
  frozen {time} NOT NULL
) {keyed_table};

-- What a data steward asked a school about an answer while the round was checked, and how it was settled. The
-- words of both are sealed.
CREATE TABLE check_question (
  id {id} PRIMARY KEY,
  round {id} NOT NULL,
  school {id} NOT NULL,
  programme {text} NOT NULL,
  item {text} NOT NULL,
  asked_by {id} NOT NULL REFERENCES person (id),
  asked {time} NOT NULL,
  sealed {blob} NOT NULL,
  state {text} NOT NULL CHECK (state IN ('open', 'stands', 'corrected')),
  settled_by {id} REFERENCES person (id),
  settled {time},
  sealed_reply {blob} NOT NULL,
  FOREIGN KEY (round, school) REFERENCES participation (round, school)
) {table};
CREATE INDEX check_question_sheet ON check_question (round, school, asked);
