-- name: goal_versions
SELECT id, version, school, round, person, written, sealed FROM goal WHERE school = ?
ORDER BY written, version, id;

-- name: add_goal_version
INSERT INTO goal (id, version, school, round, person, written, sealed) VALUES (?, ?, ?, ?, ?, ?, ?);
