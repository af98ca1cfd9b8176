-- Who can sign in, and by what. An address is unique without regard to case, by its folded form.
CREATE TABLE person (
  id {id} PRIMARY KEY,
  email {text} NOT NULL,
  folded_email {text} NOT NULL UNIQUE CHECK (folded_email <> ''),
  name {text} NOT NULL,
  created {time} NOT NULL,
  password {text} NOT NULL,
  password_set {time},
  totp_secret {blob} NOT NULL,
  totp_confirmed {int64} NOT NULL CHECK (totp_confirmed IN (0, 1)),
  totp_step {int64} NOT NULL,
  deactivated {time}
) {keyed_table};

CREATE TABLE identity (
  issuer {text} NOT NULL,
  subject {text} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  PRIMARY KEY (issuer, subject)
) {keyed_table};
CREATE INDEX identity_person ON identity (person);

CREATE TABLE office_role (
  person {id} NOT NULL REFERENCES person (id),
  role {text} NOT NULL CHECK (role IN ('admin', 'campaign_manager', 'analyst', 'data_steward')),
  since {time} NOT NULL,
  PRIMARY KEY (person, role)
) {keyed_table};

-- Only hashes: the codes themselves are on the person's paper.
CREATE TABLE recovery_code (
  person {id} NOT NULL REFERENCES person (id),
  hash {text} NOT NULL,
  used {time},
  PRIMARY KEY (person, hash)
) {keyed_table};
