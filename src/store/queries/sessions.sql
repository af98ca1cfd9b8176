-- name: session_by_token
SELECT id, token, person, created, seen, expires, how, second_factor, confirmed, address, browser, csrf, ended
FROM session WHERE token = ?;

-- name: visitor
SELECT session.id, token, session.person, session.created, seen, expires, how, second_factor, confirmed, address,
  browser, csrf, ended, person.id, email, name, person.created, password, password_set, totp_secret,
  totp_confirmed, totp_step, deactivated, role
FROM session JOIN person ON person.id = session.person
  LEFT JOIN office_role ON office_role.person = person.id
WHERE token = ?;

-- name: live_sessions
SELECT id, token, person, created, seen, expires, how, second_factor, confirmed, address, browser, csrf, ended
FROM session WHERE person = ? AND ended IS NULL AND expires > ? ORDER BY created, id;

-- name: add_session
INSERT INTO session (id, token, person, created, seen, expires, how, second_factor, confirmed, address,
  browser, csrf, ended)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: session_seen
UPDATE session SET seen = ? WHERE id = ? AND seen < ?;

-- name: session_confirmed
UPDATE session SET second_factor = ?, confirmed = ? WHERE id = ?;

-- name: end_session
UPDATE session SET ended = ? WHERE id = ? AND ended IS NULL;

-- name: end_sessions_of_person
UPDATE session SET ended = ? WHERE person = ? AND id <> ? AND ended IS NULL;

-- name: link_by_token
SELECT token, purpose, person, school, target, email, created, expires, used FROM link WHERE token = ?;

-- name: add_link
INSERT INTO link (token, purpose, person, school, target, email, created, expires, used)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: use_link
UPDATE link SET used = ? WHERE token = ? AND used IS NULL AND expires > ?;

-- name: end_links_of_person
UPDATE link SET expires = ? WHERE person = ? AND used IS NULL AND expires > ?;

-- name: end_links_to_school
UPDATE link SET expires = ? WHERE person = ? AND school = ? AND used IS NULL AND expires > ?;

-- name: count_attempt
INSERT INTO attempt (kind, since, tries) VALUES (?, ?, 1)
ON CONFLICT (kind) DO UPDATE SET
  tries = CASE WHEN excluded.since - attempt.since < ? THEN attempt.tries + 1 ELSE 1 END,
  since = CASE WHEN excluded.since - attempt.since < ? THEN attempt.since ELSE excluded.since END
RETURNING tries;

-- name: attempts
SELECT tries FROM attempt WHERE kind = ? AND since > ?;

-- name: forget_attempts
DELETE FROM attempt WHERE kind = ?;

-- name: sweep_sessions
DELETE FROM session WHERE expires < ? OR ended < ?;

-- name: sweep_links
DELETE FROM link WHERE expires < ? OR used < ?;

-- name: sweep_attempts
DELETE FROM attempt WHERE since < ?;
