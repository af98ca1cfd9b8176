-- name: story
SELECT id, round, school, area, title, body, contact, state, person, offered, decided_by, decided, reason, version
FROM story WHERE id = ?;

-- name: story_locked
SELECT id, round, school, area, title, body, contact, state, person, offered, decided_by, decided, reason, version
FROM story WHERE id = ? {for_update};

-- name: stories_of_part
SELECT id, round, school, area, title, body, contact, state, person, offered, decided_by, decided, reason, version
FROM story WHERE round = ? AND school = ? ORDER BY offered, id;

-- name: stories_in_state
SELECT id, round, school, area, title, body, contact, state, person, offered, decided_by, decided, reason, version
FROM story WHERE state = ? ORDER BY offered, id;

-- name: add_story
INSERT INTO story (round, school, area, title, body, contact, state, person, offered, decided_by, decided, reason,
  version, id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: change_story
UPDATE story SET round = ?, school = ?, area = ?, title = ?, body = ?, contact = ?, state = ?, person = ?,
  offered = ?, decided_by = ?, decided = ?, reason = ?, version = ?
WHERE id = ?;
