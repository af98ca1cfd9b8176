-- Tokens are hashes; the tokens themselves are in one cookie or mail.
CREATE TABLE session (
  id {id} PRIMARY KEY,
  token {text} NOT NULL UNIQUE,
  person {id} NOT NULL REFERENCES person (id),
  created {time} NOT NULL,
  seen {time} NOT NULL,
  expires {time} NOT NULL,
  how {text} NOT NULL,
  second_factor {int64} NOT NULL CHECK (second_factor IN (0, 1)),
  confirmed {time} NOT NULL,
  address {text} NOT NULL,
  browser {text} NOT NULL,
  csrf {text} NOT NULL,
  ended {time}
) {keyed_table};
CREATE INDEX session_person ON session (person);

CREATE TABLE link (
  token {text} PRIMARY KEY,
  purpose {text} NOT NULL
    CHECK (purpose IN ('set_up', 'invitation', 'sign_in', 'reset_password', 'change_email')),
  person {id} REFERENCES person (id),
  school {id} REFERENCES school (id),
  target {text} NOT NULL,
  email {text} NOT NULL,
  created {time} NOT NULL,
  expires {time} NOT NULL,
  used {time}
) {keyed_table};
CREATE INDEX link_person ON link (person);

-- Against guessing: how often something was tried since a moment.
CREATE TABLE attempt (
  kind {text} PRIMARY KEY,
  since {time} NOT NULL,
  tries {int64} NOT NULL CHECK (tries >= 1)
) {keyed_table};
