-- What a practice round leaves nowhere, in the order in which rows stand on each other. Each statement finds only
-- rounds for practice and invented schools by itself: nothing else can be erased, whoever asks.
-- name: erase_practice_mention
DELETE FROM mention WHERE comment IN (SELECT id FROM comment WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1));

-- name: erase_practice_evidence_chunk
DELETE FROM evidence_chunk WHERE evidence IN (SELECT id FROM evidence WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1));

-- name: erase_practice_answer_not_kept
DELETE FROM answer_not_kept WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_answer_history
DELETE FROM answer_history WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_answer
DELETE FROM answer WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_comment
DELETE FROM comment WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_note
DELETE FROM note WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_evidence
DELETE FROM evidence WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_signature
DELETE FROM signature WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_check_question
DELETE FROM check_question WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_badge
DELETE FROM badge WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_listing
DELETE FROM listing WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_goal
DELETE FROM goal WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_agreement
DELETE FROM agreement WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_story
DELETE FROM story WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_returned_form
DELETE FROM returned_form WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_call_note
DELETE FROM call_note WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_granted_view
DELETE FROM granted_view WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_assignment
DELETE FROM assignment WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_packet
DELETE FROM packet WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_membership
DELETE FROM membership WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_own_word
DELETE FROM own_word WHERE class IN
  (SELECT graduating_class.id FROM graduating_class JOIN school ON school.id = graduating_class.school
   WHERE practice_of = ?);

-- name: erase_practice_graduating_class
DELETE FROM graduating_class WHERE school IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_link_decision
DELETE FROM link_decision WHERE school IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_graduate_file
DELETE FROM graduate_file WHERE school IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_following
DELETE FROM following WHERE school IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_cohort_school
DELETE FROM cohort_school WHERE school IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_link
DELETE FROM link WHERE school IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_mail
DELETE FROM mail WHERE school IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_mail_of_round
DELETE FROM mail WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_participation
DELETE FROM participation WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_job
DELETE FROM job WHERE owner IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_data_key
DELETE FROM data_key WHERE owner IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_audit
DELETE FROM audit WHERE chain IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_audit_head
DELETE FROM audit_head WHERE chain IN (SELECT id FROM school WHERE practice_of = ?);

-- name: erase_practice_round_text
DELETE FROM round_text WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_reminder
DELETE FROM reminder WHERE round IN (SELECT id FROM round WHERE id = ? AND practice = 1);

-- name: erase_practice_school
DELETE FROM school WHERE practice_of = ?;

-- name: erase_practice_round
DELETE FROM round WHERE id = ? AND practice = 1;
