-- name: round_texts
SELECT round, name, body FROM round_text WHERE round = ? ORDER BY name;

-- name: round_text
SELECT body FROM round_text WHERE round = ? AND name = ?;

-- name: keep_round_text
INSERT INTO round_text (round, name, body) VALUES (?, ?, ?)
ON CONFLICT (round, name) DO UPDATE SET body = excluded.body;

-- name: remove_round_text
DELETE FROM round_text WHERE round = ? AND name = ?;

-- name: reminders
SELECT round, number, day, audience, done FROM reminder WHERE round = ? ORDER BY number;

-- name: keep_reminder
INSERT INTO reminder (round, number, day, audience, done) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (round, number) DO UPDATE SET day = excluded.day, audience = excluded.audience, done = excluded.done;

-- name: remove_reminder
DELETE FROM reminder WHERE round = ? AND number = ?;

-- name: take_reminder
UPDATE reminder SET done = ? WHERE round = ? AND number = ? AND day = ? AND done IS NULL;

-- name: calls_of_part
SELECT id, round, school, person, at, way, said FROM call_note WHERE round = ? AND school = ? ORDER BY at DESC, id;

-- name: calls_of_round
SELECT id, round, school, person, at, way, said FROM call_note WHERE round = ? ORDER BY at DESC, id;

-- name: add_call
INSERT INTO call_note (id, round, school, person, at, way, said) VALUES (?, ?, ?, ?, ?, ?, ?);
