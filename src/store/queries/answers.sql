-- name: answers
SELECT programme, item, state, sealed, version, made_from, person, written, source FROM answer
WHERE round = ? AND school = ? ORDER BY programme, item;

-- name: answer
SELECT programme, item, state, sealed, version, made_from, person, written, source FROM answer
WHERE round = ? AND school = ? AND programme = ? AND item = ?;

-- name: answer_history
SELECT programme, item, state, sealed, version, made_from, person, written, source FROM answer_history
WHERE round = ? AND school = ? AND programme = ? AND item = ? ORDER BY version;

-- name: whole_history
SELECT programme, item, state, sealed, version, made_from, person, written, source FROM answer_history
WHERE round = ? AND school = ? ORDER BY programme, item, version;

-- name: first_answer
INSERT INTO answer (state, sealed, version, made_from, person, written, source, round, school, programme,
  item)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: next_answer
UPDATE answer SET state = ?, sealed = ?, version = ?, made_from = ?, person = ?, written = ?, source = ?
WHERE round = ? AND school = ? AND programme = ? AND item = ? AND version = ?;

-- name: append_history
-- The version is that of the answer which stands, so that a replacement that replaced nothing fails here: where another version
-- stands the history has it already, and where none does there is nothing to refer to.
INSERT INTO answer_history (state, sealed, made_from, person, written, source, round, school, programme, item, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
  COALESCE((SELECT version FROM answer WHERE round = ? AND school = ? AND programme = ? AND item = ?), 0));

-- name: answers_not_kept
SELECT id, programme, item, state, sealed, stood, person, written FROM answer_not_kept
WHERE round = ? AND school = ? ORDER BY programme, item, written, id;

-- name: answers_not_kept_at
SELECT id, programme, item, state, sealed, stood, person, written FROM answer_not_kept
WHERE round = ? AND school = ? AND programme = ? AND item = ? ORDER BY written, id;

-- name: add_answer_not_kept
INSERT INTO answer_not_kept (id, round, school, programme, item, state, sealed, stood, person, written)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
