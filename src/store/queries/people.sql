-- name: person_by_id
SELECT id, email, name, created, password, password_set, totp_secret, totp_confirmed, totp_step, deactivated
FROM person WHERE id = ?;

-- name: person_by_email
SELECT id, email, name, created, password, password_set, totp_secret, totp_confirmed, totp_step, deactivated
FROM person WHERE folded_email = ?;

-- name: person_by_identity
SELECT p.id, p.email, p.name, p.created, p.password, p.password_set, p.totp_secret, p.totp_confirmed,
  p.totp_step, p.deactivated
FROM identity i JOIN person p ON p.id = i.person
WHERE i.issuer = ? AND i.subject = ?;

-- name: count_people
SELECT count(*) FROM person;

-- name: add_person
INSERT INTO person (id, email, folded_email, name, created, password, password_set, totp_secret,
  totp_confirmed, totp_step, deactivated)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: change_person
UPDATE person SET email = ?, folded_email = ?, name = ?, password = ?, password_set = ?, totp_secret = ?,
  totp_confirmed = ?, totp_step = ?, deactivated = ?
WHERE id = ?;

-- name: add_identity
INSERT INTO identity (person, issuer, subject) VALUES (?, ?, ?);

-- name: office_roles
SELECT role FROM office_role WHERE person = ? ORDER BY role;

-- name: grant_office_role
INSERT INTO office_role (person, role, since) VALUES (?, ?, ?) ON CONFLICT (person, role) DO NOTHING;

-- name: revoke_office_role
DELETE FROM office_role WHERE person = ? AND role = ?;

-- name: office_people
SELECT id, email, name, created, password, password_set, totp_secret, totp_confirmed, totp_step, deactivated
FROM person WHERE id IN (SELECT person FROM office_role) ORDER BY name, folded_email;

-- name: remove_recovery_codes
DELETE FROM recovery_code WHERE person = ?;

-- name: add_recovery_code
INSERT INTO recovery_code (person, hash) VALUES (?, ?);

-- name: use_recovery_code
UPDATE recovery_code SET used = ? WHERE person = ? AND hash = ? AND used IS NULL;

-- name: recovery_codes_left
SELECT count(*) FROM recovery_code WHERE person = ? AND used IS NULL;
