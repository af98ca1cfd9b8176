-- name: add_mail
INSERT INTO mail (recipient, kind, sealed, round, school, state, attempts, created, next_try, said, bounced, id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: change_mail
UPDATE mail SET recipient = ?, kind = ?, sealed = ?, round = ?, school = ?, state = ?, attempts = ?,
  created = ?, next_try = ?, said = ?, bounced = ?
WHERE id = ?;

-- name: due_mails
SELECT id, recipient, kind, sealed, round, school, state, attempts, created, next_try, said, bounced FROM mail
WHERE state = 'waiting' AND next_try <= ? ORDER BY next_try, id LIMIT ? {skip_locked};

-- name: take_mail
UPDATE mail SET state = 'sending', attempts = attempts + 1, taken = ? WHERE id = ? AND state = 'waiting';

-- name: hold_mail_pace
INSERT INTO installation (name, value) VALUES ('mail_pace', '')
ON CONFLICT (name) DO UPDATE SET value = excluded.value;

-- name: mails_taken
SELECT COUNT(*) FROM mail WHERE taken > ? AND taken <= ?;

-- name: give_up_mails
UPDATE mail SET state = 'unknown' WHERE state = 'sending' AND taken < ?;

-- name: latest_mails
SELECT id, recipient, kind, sealed, round, school, state, attempts, created, next_try, said, bounced FROM mail
ORDER BY created DESC, id LIMIT ?;

-- name: mails_about
SELECT id, recipient, kind, sealed, round, school, state, attempts, created, next_try, said, bounced FROM mail
WHERE school = ? AND round = ? ORDER BY created DESC, id;

-- name: mails_by_state
SELECT state, COUNT(*) FROM mail GROUP BY state ORDER BY state;

-- name: mail
SELECT id, recipient, kind, sealed, round, school, state, attempts, created, next_try, said, bounced FROM mail
WHERE id = ?;

-- name: troubled_mails
SELECT id, recipient, kind, sealed, round, school, state, attempts, created, next_try, said, bounced FROM mail
WHERE state IN ('unknown', 'refused') ORDER BY created DESC, id LIMIT ?;
