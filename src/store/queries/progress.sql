-- name: mail_tallies
SELECT school, kind, state, CASE WHEN bounced IS NULL THEN 0 ELSE 1 END AS back, COUNT(*) FROM mail
WHERE round = ? AND school IS NOT NULL GROUP BY school, kind, state, back ORDER BY school, kind, state, back;

-- name: schools_that_opened
SELECT DISTINCT link.school FROM link
JOIN school ON school.id = link.school
JOIN round ON round.id = ?
WHERE link.purpose = 'invitation' AND link.used IS NOT NULL
  AND link.target = '/rounds/' || round.code || '/schools/' || school.code
ORDER BY link.school;

-- name: sheet_tallies
SELECT school, COUNT(*) FROM answer WHERE round = ? AND state <> 'not_answered' GROUP BY school ORDER BY school;

-- name: packet_tallies
SELECT school, office, state, due, completed_at FROM packet WHERE round = ? ORDER BY school, office;

-- name: item_tallies
SELECT item, state, COUNT(DISTINCT school) FROM answer WHERE round = ? GROUP BY item, state ORDER BY item, state;
