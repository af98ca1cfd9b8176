-- name: school_by_id
SELECT id, code, name, profession, programmes, institution_id, system_id, control, state, division, size,
  carnegie, locale, dean_name, dean_email, interim_name, interim_email, director_name, director_email,
  assistant_email, address
FROM school WHERE id = ?;

-- name: school_by_code
SELECT id, code, name, profession, programmes, institution_id, system_id, control, state, division, size,
  carnegie, locale, dean_name, dean_email, interim_name, interim_email, director_name, director_email,
  assistant_email, address
FROM school WHERE code = ?;

-- name: schools
SELECT id, code, name, profession, programmes, institution_id, system_id, control, state, division, size,
  carnegie, locale, dean_name, dean_email, interim_name, interim_email, director_name, director_email,
  assistant_email, address
FROM school WHERE practice_of IS NULL ORDER BY code;

-- name: practice_schools
SELECT id, code, name, profession, programmes, institution_id, system_id, control, state, division, size,
  carnegie, locale, dean_name, dean_email, interim_name, interim_email, director_name, director_email,
  assistant_email, address
FROM school WHERE practice_of = ? ORDER BY code;

-- name: make_practice_school
UPDATE school SET practice_of = ? WHERE id = ?;

-- name: add_school
INSERT INTO school (code, name, profession, programmes, institution_id, system_id, control, state, division,
  size, carnegie, locale, dean_name, dean_email, interim_name, interim_email, director_name, director_email,
  assistant_email, address, id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: change_school
UPDATE school SET code = ?, name = ?, profession = ?, programmes = ?, institution_id = ?, system_id = ?,
  control = ?, state = ?, division = ?, size = ?, carnegie = ?, locale = ?, dean_name = ?, dean_email = ?,
  interim_name = ?, interim_email = ?, director_name = ?, director_email = ?, assistant_email = ?, address = ?
WHERE id = ?;

-- name: data_key
SELECT key_id, sealed FROM data_key WHERE owner = ?;

-- name: data_keys
SELECT owner, key_id, sealed FROM data_key ORDER BY owner;

-- name: add_data_key
INSERT INTO data_key (owner, key_id, sealed) VALUES (?, ?, ?)
ON CONFLICT (owner) DO NOTHING;

-- name: keep_data_key
INSERT INTO data_key (owner, key_id, sealed) VALUES (?, ?, ?)
ON CONFLICT (owner) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed;
