-- name: cohorts
SELECT id, code, title FROM cohort ORDER BY code;

-- name: cohort_by_code
SELECT id, code, title FROM cohort WHERE code = ?;

-- name: cohorts_of_person
SELECT id, code, title FROM cohort JOIN cohort_person ON cohort_person.cohort = cohort.id
WHERE person = ? ORDER BY code;

-- name: add_cohort
INSERT INTO cohort (id, code, title) VALUES (?, ?, ?);

-- name: remove_schools_of_cohort
DELETE FROM cohort_school WHERE cohort = ?;

-- name: remove_people_of_cohort
DELETE FROM cohort_person WHERE cohort = ?;

-- name: remove_cohort
DELETE FROM cohort WHERE id = ?;

-- name: cohort_schools
SELECT school FROM cohort_school JOIN school ON school.id = cohort_school.school WHERE cohort = ? ORDER BY code;

-- name: cohort_people
SELECT person FROM cohort_person JOIN person ON person.id = cohort_person.person WHERE cohort = ?
ORDER BY name, email;

-- name: join_cohort_school
INSERT INTO cohort_school (cohort, school) VALUES (?, ?) ON CONFLICT (cohort, school) DO NOTHING;

-- name: join_cohort_person
INSERT INTO cohort_person (cohort, person) VALUES (?, ?) ON CONFLICT (cohort, person) DO NOTHING;

-- name: leave_cohort_school
DELETE FROM cohort_school WHERE cohort = ? AND school = ?;

-- name: leave_cohort_person
DELETE FROM cohort_person WHERE cohort = ? AND person = ?;
