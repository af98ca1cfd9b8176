-- name: returned_form
SELECT id, round, school, kind, pass, person, at, sealed FROM returned_form WHERE id = ?;

-- name: returned_forms_of_part
SELECT id, round, school, kind, pass, person, at, sealed FROM returned_form WHERE round = ? AND school = ?
ORDER BY at, id;

-- name: keep_returned_form
INSERT INTO returned_form (id, round, school, kind, pass, person, at, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET at = excluded.at, sealed = excluded.sealed;

-- name: remove_returned_form
DELETE FROM returned_form WHERE id = ?;

-- name: sweep_returned_forms
DELETE FROM returned_form WHERE at < ?;
