-- name: round_by_id
SELECT id, code, title, edition, zone, last_day, closes, state, version, checks_end, legacy_stars, leave_out_overall,
  score_composition, with_module, professions, practice
FROM round WHERE id = ?;

-- name: round_by_code
SELECT id, code, title, edition, zone, last_day, closes, state, version, checks_end, legacy_stars, leave_out_overall,
  score_composition, with_module, professions, practice
FROM round WHERE code = ?;

-- name: rounds
SELECT id, code, title, edition, zone, last_day, closes, state, version, checks_end, legacy_stars, leave_out_overall,
  score_composition, with_module, professions, practice
FROM round ORDER BY last_day DESC, code;

-- name: add_round
INSERT INTO round (code, title, edition, zone, last_day, closes, state, version, checks_end, legacy_stars,
  leave_out_overall, score_composition, with_module, professions, practice, id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: change_round
UPDATE round SET code = ?, title = ?, edition = ?, zone = ?, last_day = ?, closes = ?, state = ?, version = ?,
  checks_end = ?, legacy_stars = ?, leave_out_overall = ?, score_composition = ?, with_module = ?,
  professions = ?, practice = ?
WHERE id = ?;

-- name: part
SELECT round.id, round.code, title, edition, zone, last_day, closes, round.state, round.version, checks_end,
  legacy_stars, leave_out_overall, score_composition, with_module, professions, practice,
  school.id, school.code, name, profession, programmes, institution_id, system_id, control, school.state, division,
  size, carnegie, locale, dean_name, dean_email, interim_name, interim_email, director_name, director_email,
  assistant_email, address,
  participation.round, participation.school, participation.state, solo, priorities, notes, authors_see_all,
  attestations, invited_at, accepted_at, submitted_at, participation.version
FROM participation
  JOIN round ON round.id = participation.round
  JOIN school ON school.id = participation.school
WHERE round.code = ? AND school.code = ?;

-- name: part_foreseen
SELECT round.id, round.code, title, edition, zone, last_day, closes, round.state, round.version, checks_end,
  legacy_stars, leave_out_overall, score_composition, with_module, professions, practice,
  school.id, school.code, name, profession, programmes, institution_id, system_id, control, school.state, division,
  size, carnegie, locale, dean_name, dean_email, interim_name, interim_email, director_name, director_email,
  assistant_email, address,
  participation.round, participation.school, participation.state, solo, priorities, notes, authors_see_all,
  attestations, invited_at, accepted_at, submitted_at, participation.version,
  (SELECT body FROM round_text WHERE round_text.round = round.id AND round_text.name = ?),
  (SELECT {joined_texts}(role, ' ') FROM membership
   WHERE membership.round = participation.round AND membership.school = participation.school
     AND membership.person = (SELECT person FROM session WHERE token = ?) AND membership.ended IS NULL)
FROM participation
  JOIN round ON round.id = participation.round
  JOIN school ON school.id = participation.school
WHERE round.code = ? AND school.code = ?;

-- name: participation
SELECT round, school, state, solo, priorities, notes, authors_see_all, attestations, invited_at, accepted_at,
  submitted_at, version
FROM participation WHERE round = ? AND school = ?;

-- name: participation_locked
SELECT round, school, state, solo, priorities, notes, authors_see_all, attestations, invited_at, accepted_at,
  submitted_at, version
FROM participation WHERE round = ? AND school = ? {for_update};

-- name: participations
SELECT round, school, state, solo, priorities, notes, authors_see_all, attestations, invited_at, accepted_at,
  submitted_at, version
FROM participation WHERE round = ? ORDER BY school;

-- name: add_participation
INSERT INTO participation (state, solo, priorities, notes, authors_see_all, attestations, invited_at,
  accepted_at, submitted_at, version, round, school)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: change_participation
UPDATE participation SET state = ?, solo = ?, priorities = ?, notes = ?, authors_see_all = ?,
  attestations = ?, invited_at = ?, accepted_at = ?, submitted_at = ?, version = ?
WHERE round = ? AND school = ?;
