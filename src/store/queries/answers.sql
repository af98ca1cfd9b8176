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
INSERT INTO answer_history (state, sealed, version, made_from, person, written, source, round, school,
  programme, item)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
