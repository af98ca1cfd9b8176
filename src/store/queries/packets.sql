-- name: packets
SELECT round, school, office, state, affirmer, due, completed_by, completed_at, affirmed_by, affirmed_at,
  version
FROM packet WHERE round = ? AND school = ? ORDER BY office;

-- name: packet
SELECT round, school, office, state, affirmer, due, completed_by, completed_at, affirmed_by, affirmed_at,
  version
FROM packet WHERE round = ? AND school = ? AND office = ?;

-- name: packet_locked
SELECT round, school, office, state, affirmer, due, completed_by, completed_at, affirmed_by, affirmed_at,
  version
FROM packet WHERE round = ? AND school = ? AND office = ? {for_update};

-- name: keep_packet
INSERT INTO packet (round, school, office, state, affirmer, due, completed_by, completed_at, affirmed_by,
  affirmed_at, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (round, school, office) DO UPDATE SET state = excluded.state, affirmer = excluded.affirmer,
  due = excluded.due, completed_by = excluded.completed_by, completed_at = excluded.completed_at,
  affirmed_by = excluded.affirmed_by, affirmed_at = excluded.affirmed_at, version = excluded.version;

-- name: assignments
SELECT id, round, school, person, scope, target, due, since, ended FROM assignment
WHERE round = ? AND school = ? AND ended IS NULL ORDER BY since, id;

-- name: assignments_of_person
SELECT id, round, school, person, scope, target, due, since, ended FROM assignment
WHERE round = ? AND school = ? AND person = ? AND ended IS NULL ORDER BY since, id;

-- name: add_assignment
INSERT INTO assignment (id, round, school, person, scope, target, due, since, ended)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: end_assignment
UPDATE assignment SET ended = ? WHERE id = ? AND ended IS NULL;
