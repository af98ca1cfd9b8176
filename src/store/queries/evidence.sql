-- name: evidence
SELECT id, programme, item, is_file, sealed, bytes, person, written, removed FROM evidence
WHERE round = ? AND school = ? ORDER BY programme, item, written, id;

-- name: add_evidence
INSERT INTO evidence (id, round, school, programme, item, is_file, sealed, bytes, person, written, removed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: add_evidence_chunk
INSERT INTO evidence_chunk (evidence, number, sealed) VALUES (?, ?, ?);

-- name: evidence_chunk
SELECT sealed FROM evidence_chunk WHERE evidence = ? AND number = ?;

-- name: remove_evidence
UPDATE evidence SET removed = ? WHERE id = ? AND removed IS NULL;

-- name: remove_evidence_chunks
DELETE FROM evidence_chunk WHERE evidence = ?;

-- name: add_signature
INSERT INTO signature (round, school, office, person, signed, statement, digest, sealed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- name: signatures
SELECT office, person, signed, statement, digest, sealed FROM signature
WHERE round = ? AND school = ? ORDER BY signed, office;
