-- name: comments
SELECT id, programme, item, person, written, sealed FROM comment
WHERE round = ? AND school = ? ORDER BY written, id;

-- name: comments_at
SELECT id, programme, item, person, written, sealed FROM comment
WHERE round = ? AND school = ? AND programme = ? AND item = ? ORDER BY written, id;

-- name: mentions
SELECT m.comment, m.person FROM comment c JOIN mention m ON m.comment = c.id
WHERE c.round = ? AND c.school = ? ORDER BY m.comment, m.person;

-- name: mentions_at
SELECT m.comment, m.person FROM comment c JOIN mention m ON m.comment = c.id
WHERE c.round = ? AND c.school = ? AND c.programme = ? AND c.item = ? ORDER BY m.comment, m.person;

-- name: add_comment
INSERT INTO comment (id, round, school, programme, item, person, written, sealed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- name: add_mention
INSERT INTO mention (comment, person) VALUES (?, ?) ON CONFLICT (comment, person) DO NOTHING;

-- name: notes
SELECT id, scope, target, person, written, sealed FROM note
WHERE round = ? AND school = ? ORDER BY written, id;

-- name: add_note
INSERT INTO note (id, round, school, scope, target, person, written, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- name: remove_notes
DELETE FROM note WHERE round = ? AND school = ?;
