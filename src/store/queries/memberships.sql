-- name: memberships_of_sheet
SELECT person, school, round, role, since FROM membership
WHERE round = ? AND school = ? AND ended IS NULL ORDER BY role, since, person;

-- name: memberships_of_person
SELECT person, school, round, role, since FROM membership
WHERE person = ? AND ended IS NULL ORDER BY round, school, role;

-- name: school_roles
SELECT role FROM membership
WHERE round = ? AND school = ? AND person = ? AND ended IS NULL ORDER BY role;

-- name: add_membership
INSERT INTO membership (person, school, round, role, since) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (round, school, person, role) DO UPDATE SET since = excluded.since, ended = NULL
WHERE membership.ended IS NOT NULL;

-- name: end_membership
UPDATE membership SET ended = ?
WHERE person = ? AND school = ? AND round = ? AND role = ? AND ended IS NULL;

-- name: add_granted_view
INSERT INTO granted_view (round, school, stewardship, person, granted_by, reason, since, until)
VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- name: granted_views
SELECT round, school, stewardship, person, granted_by, reason, since, until FROM granted_view
WHERE round = ? AND school = ? AND until > ? ORDER BY since, until, reason;

-- name: end_support
UPDATE granted_view SET until = ? WHERE round = ? AND school = ? AND stewardship = 0 AND until > ?;
