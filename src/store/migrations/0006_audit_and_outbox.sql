-- One hash chain for each school and one for the office; the head says where each ends.
CREATE TABLE audit (
  chain {text} NOT NULL,
  number {int64} NOT NULL CHECK (number >= 1),
  written {time} NOT NULL,
  actor {text} NOT NULL,
  action {text} NOT NULL,
  subject {text} NOT NULL,
  detail {text} NOT NULL,
  link {blob} NOT NULL,
  PRIMARY KEY (chain, number)
) {keyed_table};

CREATE TABLE audit_head (
  chain {text} PRIMARY KEY,
  number {int64} NOT NULL CHECK (number >= 0),
  link {blob} NOT NULL
) {keyed_table};

-- The mail itself is sealed under the office's key, and emptied when it is sent.
CREATE TABLE mail (
  id {id} PRIMARY KEY,
  recipient {text} NOT NULL,
  kind {text} NOT NULL,
  sealed {blob} NOT NULL,
  round {id} REFERENCES round (id),
  school {id} REFERENCES school (id),
  state {text} NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'unknown')),
  attempts {int64} NOT NULL CHECK (attempts >= 0),
  created {time} NOT NULL,
  next_try {time} NOT NULL,
  taken {time},
  said {text} NOT NULL
) {table};
CREATE INDEX mail_state ON mail (state, next_try);
CREATE INDEX mail_created ON mail (created);
CREATE INDEX mail_about ON mail (school, round);
