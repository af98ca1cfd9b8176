-- name: release_of_round
SELECT round, sha256, bytes, frozen FROM release WHERE round = ?;

-- name: releases
SELECT round, sha256, bytes, frozen FROM release ORDER BY frozen, round;

-- name: add_release
INSERT INTO release (round, sha256, bytes, frozen) VALUES (?, ?, ?, ?);

-- name: check_questions_of_sheet
SELECT id, round, school, programme, item, asked_by, asked, sealed, state, settled_by, settled, sealed_reply
FROM check_question WHERE round = ? AND school = ? ORDER BY asked, id;

-- name: check_questions_of_round
SELECT id, round, school, programme, item, asked_by, asked, sealed, state, settled_by, settled, sealed_reply
FROM check_question WHERE round = ? ORDER BY asked, id;

-- name: add_check_question
INSERT INTO check_question (id, round, school, programme, item, asked_by, asked, sealed, state, settled_by,
  settled, sealed_reply)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: settle_check_question
UPDATE check_question SET state = ?, settled_by = ?, settled = ?, sealed_reply = ? WHERE id = ?;
