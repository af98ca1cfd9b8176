-- name: installation_value
SELECT value FROM installation WHERE name = ?;

-- name: set_installation_value
INSERT INTO installation (name, value) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = excluded.value;

-- name: first_installation_value
INSERT INTO installation (name, value) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = installation.value RETURNING value;
