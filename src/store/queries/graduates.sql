-- name: following
SELECT school, person, since FROM following WHERE school = ?;

-- name: follow
INSERT INTO following (school, person, since) VALUES (?, ?, ?);

-- name: forget_own_words
DELETE FROM own_word WHERE class IN (SELECT id FROM graduating_class WHERE school = ?);

-- name: forget_classes
DELETE FROM graduating_class WHERE school = ?;

-- name: forget_link_decisions
DELETE FROM link_decision WHERE school = ?;

-- name: forget_graduate_files
DELETE FROM graduate_file WHERE school = ?;

-- name: unfollow
DELETE FROM following WHERE school = ?;

-- name: graduate_file
SELECT school, kind, sealed, person, written FROM graduate_file WHERE school = ? AND kind = ?;

-- name: keep_graduate_file
INSERT INTO graduate_file (school, kind, sealed, person, written) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (school, kind) DO UPDATE SET
  sealed = excluded.sealed, person = excluded.person, written = excluded.written;

-- name: forget_graduate_file
DELETE FROM graduate_file WHERE school = ? AND kind = ?;

-- name: link_decisions
SELECT id, school, person, written, sealed FROM link_decision WHERE school = ? ORDER BY written, id;

-- name: add_link_decision
INSERT INTO link_decision (id, school, person, written, sealed) VALUES (?, ?, ?, ?, ?);

-- name: graduating_classes
SELECT id, school, token, sealed, person, made, expires FROM graduating_class WHERE school = ?
ORDER BY made, id;

-- name: graduating_class_by_token
SELECT id, school, token, sealed, person, made, expires FROM graduating_class WHERE token = ?;

-- name: graduating_class_by_id
SELECT id, school, token, sealed, person, made, expires FROM graduating_class WHERE id = ?;

-- name: add_graduating_class
INSERT INTO graduating_class (id, school, token, sealed, person, made, expires) VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: end_graduating_class
UPDATE graduating_class SET expires = ? WHERE id = ?;

-- name: own_words_of_class
SELECT id, class, token, sealed, written FROM own_word WHERE class = ? ORDER BY written, id;

-- name: own_word_by_token
SELECT id, class, token, sealed, written FROM own_word WHERE token = ?;

-- name: add_own_word
INSERT INTO own_word (id, class, token, sealed, written) VALUES (?, ?, ?, ?, ?);

-- name: forget_own_word
DELETE FROM own_word WHERE id = ?;
