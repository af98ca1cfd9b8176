-- name: agreements_of_part
SELECT round, school, number, version, sha256, research, listing, story, partners, irb, person, at
FROM agreement WHERE round = ? AND school = ? ORDER BY number;

-- name: last_agreement_of_part
SELECT round, school, number, version, sha256, research, listing, story, partners, irb, person, at
FROM agreement WHERE round = ? AND school = ? ORDER BY number DESC LIMIT 1;

-- name: last_agreements_of_round
SELECT round, school, number, version, sha256, research, listing, story, partners, irb, person, at
FROM agreement
WHERE round = ? AND number = (SELECT MAX(number) FROM agreement latest
  WHERE latest.round = agreement.round AND latest.school = agreement.school)
ORDER BY school;

-- name: add_agreement
INSERT INTO agreement (round, school, number, version, sha256, research, listing, story, partners, irb, person, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
