-- What saves of several schools ask and write, each once for all of them (store/records/grouped_queries.hpp). `X_of_many` is
-- query X for many values at once: each `?` stands for the array of what it stands for in X, and a row of an answer begins with
-- whose it is, counted from 1. Only PostgreSQL has them. Whoever locks rows locks them by school.

-- name: wait_briefly
SET LOCAL lock_timeout = '200ms';

-- name: participation_locked_of_many
SELECT asked.place, round, school, state, solo, priorities, notes, authors_see_all, attestations, invited_at, accepted_at,
  submitted_at, version
FROM unnest(CAST(? AS text[]), CAST(? AS text[])) WITH ORDINALITY AS asked (of_round, of_school, place)
  JOIN participation ON round = of_round AND school = of_school
ORDER BY school, round FOR UPDATE OF participation;

-- name: packet_of_many
SELECT asked.place, round, school, office, state, affirmer, due, completed_by, completed_at, affirmed_by, affirmed_at,
  version
FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[])) WITH ORDINALITY
    AS asked (of_round, of_school, of_office, place)
  JOIN packet ON round = of_round AND school = of_school AND office = of_office;

-- name: assignments_of_person_of_many
SELECT asked.place, id, round, school, person, scope, target, due, since, ended
FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[])) WITH ORDINALITY
    AS asked (of_round, of_school, of_person, place)
  JOIN assignment ON round = of_round AND school = of_school AND person = of_person
WHERE ended IS NULL ORDER BY asked.place, since, id;

-- name: answer_of_many
SELECT asked.place, programme, item, state, sealed, version, made_from, person, written, source
FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[])) WITH ORDINALITY
    AS asked (of_round, of_school, of_programme, of_item, place)
  JOIN answer ON round = of_round AND school = of_school AND programme = of_programme AND item = of_item;

-- name: audit_head_of_many
SELECT asked.place, number, link
FROM unnest(CAST(? AS text[])) WITH ORDINALITY AS asked (of_chain, place)
  JOIN audit_head ON chain = of_chain
ORDER BY chain FOR UPDATE OF audit_head;

-- name: first_answer_of_many
INSERT INTO answer (state, sealed, version, made_from, person, written, source, round, school, programme, item)
SELECT * FROM unnest(CAST(? AS text[]), CAST(? AS bytea[]), CAST(? AS bigint[]), CAST(? AS bigint[]), CAST(? AS text[]),
  CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]));

-- name: next_answer_of_many
UPDATE answer SET state = kept.state, sealed = kept.sealed, version = kept.version, made_from = kept.made_from,
  person = kept.person, written = kept.written, source = kept.source
FROM unnest(CAST(? AS text[]), CAST(? AS bytea[]), CAST(? AS bigint[]), CAST(? AS bigint[]), CAST(? AS text[]),
  CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
  CAST(? AS bigint[])) AS kept (state, sealed, version, made_from, person, written, source, round, school, programme, item,
  before)
WHERE answer.round = kept.round AND answer.school = kept.school AND answer.programme = kept.programme
  AND answer.item = kept.item AND answer.version = kept.before;

-- name: append_history_of_many
INSERT INTO answer_history (state, sealed, made_from, person, written, source, round, school, programme, item, version)
SELECT kept.state, kept.sealed, kept.made_from, kept.person, kept.written, kept.source, kept.round, kept.school,
  kept.programme, kept.item,
  COALESCE((SELECT version FROM answer WHERE answer.round = of_round AND answer.school = of_school
    AND answer.programme = of_programme AND answer.item = of_item), 0)
FROM unnest(CAST(? AS text[]), CAST(? AS bytea[]), CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS bigint[]),
  CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
  CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[])) AS kept (state, sealed, made_from, person, written, source, round,
  school, programme, item, of_round, of_school, of_programme, of_item);

-- name: append_audit_of_many
INSERT INTO audit (chain, number, written, actor, action, subject, detail, link)
SELECT * FROM unnest(CAST(? AS text[]), CAST(? AS bigint[]), CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]),
  CAST(? AS text[]), CAST(? AS text[]), CAST(? AS bytea[]));

-- name: move_audit_head_of_many
UPDATE audit_head SET number = moved.number, link = moved.link
FROM unnest(CAST(? AS bigint[]), CAST(? AS bytea[]), CAST(? AS text[])) AS moved (number, link, of_chain)
WHERE chain = of_chain;
