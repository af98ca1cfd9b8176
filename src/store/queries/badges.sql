-- name: badge_keys
SELECT public_key, sealed, made, retired FROM badge_key ORDER BY made, public_key;

-- name: add_badge_key
INSERT INTO badge_key (public_key, sealed, made, retired) VALUES (?, ?, ?, ?);

-- name: retire_badge_key
UPDATE badge_key SET retired = ? WHERE public_key = ?;

-- name: badge
SELECT id, round, school, list_number, list_index, issued, expires, issued_by, credential, revoked, revoked_by,
  reason
FROM badge WHERE id = ?;

-- name: badges_of_part
SELECT id, round, school, list_number, list_index, issued, expires, issued_by, credential, revoked, revoked_by,
  reason
FROM badge WHERE round = ? AND school = ? ORDER BY issued DESC, id;

-- name: badges_of_round
SELECT id, round, school, list_number, list_index, issued, expires, issued_by, credential, revoked, revoked_by,
  reason
FROM badge WHERE round = ? ORDER BY issued, id;

-- name: badge_places
SELECT list_index FROM badge WHERE list_number = ?;

-- name: revoked_badge_places
SELECT list_index FROM badge WHERE list_number = ? AND revoked IS NOT NULL ORDER BY list_index;

-- name: add_badge
INSERT INTO badge (id, round, school, list_number, list_index, issued, expires, issued_by, credential, revoked,
  revoked_by, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: revoke_badge
UPDATE badge SET revoked = ?, revoked_by = ?, reason = ? WHERE id = ?;

-- name: listed_schools
SELECT round, school, since, person FROM listing WHERE round = ? ORDER BY school;

-- name: listing
SELECT round, school, since, person FROM listing WHERE round = ? AND school = ?;

-- name: add_listing
INSERT INTO listing (round, school, since, person) VALUES (?, ?, ?, ?);

-- name: remove_listing
DELETE FROM listing WHERE round = ? AND school = ?;
